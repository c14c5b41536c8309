import ArgumentParser
import Planning
import Report
import Workforce

/// What planners change of a forecast.
struct WhatIfOptions: ParsableArguments {
  @Option(
    name: .customLong("what-if"),
    help: ArgumentHelp(
      "Of a workspace: changes to try on top, with the columns of overrides.csv; needs --name.",
      valueName: "file"))
  var whatIf: String?

  @Flag(help: "Of a workspace: as the history tells it, without overrides.csv.")
  var statistical = false

  /// The first of the options that was given.
  var given: String? { whatIf != nil ? "--what-if" : statistical ? "--statistical" : nil }

  func validate() throws {
    guard whatIf == nil || !statistical else {
      throw ValidationError("give --what-if or --statistical, not both")
    }
  }

  /// The changes for a forecast that would usually have a name.
  func changes(of usual: String, named name: String?) throws -> ForecastChanges {
    guard let whatIf else { return statistical ? .none : .overrides }
    guard let name, name != usual else {
      throw Stop(
        status: .usage,
        message: "--what-if needs a --name of its own, such as --name peak; \(usual) stays as it is"
      )
    }
    return .whatIf(file: whatIf, of: usual)
  }
}

extension AppliedAdjustment {
  /// `overrides.csv:2 by mk, times 115 %: +781 contacts (mailing 40k)`.
  var sentence: String {
    let author = author.isEmpty ? "" : " by \(author)"
    let reason = reason.isEmpty ? "" : " (\(reason))"
    return "\(row)\(author), \(change): \(Figures.signed(contacts, decimals: 0)) contacts\(reason)"
  }
}
