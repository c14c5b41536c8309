import ArgumentParser
import FoundationEssentials
import Planning
import Rostering

/// How a roster is searched for.
struct RosterOptions: ParsableArguments {
  @Option(help: "Seed of the search; the same seed gives the same roster.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("Stop once the proven gap is at most this.", valueName: "percent"))
  var gap: Percent = Percent(share: 0)

  @Option(help: "How hard to search: 1 is the usual, 0.1 a first look, 5 for a patient one.")
  var effort = 1.0

  @Option(
    help:
      "Processor threads to use; they change the time, never the roster. Default: all there are.")
  var threads: Int?

  func validate() throws {
    guard effort > 0, effort <= 1000 else {
      throw ValidationError("--effort lies between 0 and 1000, such as 0.1 or 5")
    }
    guard (1...256).contains(threads ?? 1) else {
      throw ValidationError("--threads lies between 1 and 256")
    }
  }

  var settings: Settings {
    Settings(
      seed: seed, gap: gap.share, effort: effort,
      threads: threads ?? min(256, ProcessInfo.processInfo.activeProcessorCount))
  }
}

/// A share that is typed as `1%` or `0.5%`.
struct Percent: ExpressibleByArgument, CustomStringConvertible {
  let share: Double

  init(share: Double) {
    self.share = share
  }

  init?(argument: String) {
    let digits = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard let percent = Double(digits), percent >= 0, percent <= 100 else { return nil }
    share = percent / 100
  }

  var description: String { Settings.plain(100 * share) + "%" }
}
