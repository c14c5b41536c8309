package import Exchange
import Timeline
import Workforce

/// What an export is to write: calendars, tables, or both.
package struct ExportFormats: Sendable {
  package let hasCalendars: Bool
  package let tables: [TablePreset]

  /// Formats that a planner has named, each once.
  package init(calendars hasCalendars: Bool, tables: [TablePreset]) {
    self.hasCalendars = hasCalendars
    self.tables = tables
  }

  /// Calendars and the table for programs.
  static let usual = ExportFormats(calendars: true, tables: [.generic])

  /// The usual ones, and the tables of other formats that stand in a folder: so none of
  /// them goes on telling what is no longer so.
  static func usual(in folder: String) -> ExportFormats {
    let names = Exchange.fileNames(in: folder)
    let found = TablePreset.all.filter { preset in
      preset.name != TablePreset.generic.name && names.contains { preset.owns($0) }
    }
    return ExportFormats(calendars: true, tables: [.generic] + found)
  }

  /// Whether some of the tables know people by their address.
  var needsAddresses: Bool { tables.contains { $0.needsAddresses } }

  /// The files of a roster's folder that these formats do not write anew, such as change lists.
  func filesThatStay(
    in folder: String, but isReplaced: (String) -> Bool = { _ in false }
  ) throws(ExchangeFault) -> [NamedFile] {
    try Exchange.files(in: folder) { name in
      (hasCalendars && name.hasSuffix(".ics")) || tables.contains { $0.owns(name) }
        || isReplaced(name)
    }
  }
}

extension Journey {
  /// The tables of a roster, all of a preset's files after those of the one before.
  func tables(
    _ formats: ExportFormats, of roster: Roster, stamp: Instant, only chosen: [Agent.ID]?,
    edition: Edition
  ) -> [NamedFile] {
    let content = TableContent(roster, in: centre, edition: edition, only: chosen)
    return formats.tables.flatMap { $0.files(of: content, stamp: stamp) }
  }

  /// Writes tables without calendars into the roster's folder, which is wholly ours, or another.
  func write(
    _ tables: [NamedFile], as formats: ExportFormats, to folder: String, isOurs: Bool
  ) throws(ExchangeFault) {
    if isOurs {
      try Exchange.replaceFolder(folder, with: tables + formats.filesThatStay(in: folder))
    } else {
      try Exchange.write(tables, into: folder)
    }
  }

  /// Agents with shifts who have no address in agents.csv, where a format needs one.
  func agentsWithoutAddress(
    in roster: Roster, for formats: ExportFormats, only chosen: [Agent.ID]?
  ) -> [Agent.ID] {
    guard formats.needsAddresses else { return [] }
    let working = Set(roster.shifts.map(\.agent))
    return centre.agents.filter { agent in
      agent.email == nil && working.contains(agent.id) && chosen?.contains(agent.id) ?? true
    }
    .map(\.id)
  }
}
