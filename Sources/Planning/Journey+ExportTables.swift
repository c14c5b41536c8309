package import Exchange
import Timeline
import Workforce

/// What an export is to write: calendars, tables, or both.
package struct ExportFormats: Sendable {
  package let hasCalendars: Bool
  package let tables: [TablePreset]
  /// Whether what earlier exports of other formats left in the roster's folder stays there.
  package let isAdding: Bool

  /// Formats that a planner has named, each once; files of other formats stay.
  package init(calendars hasCalendars: Bool, tables: [TablePreset]) {
    self.init(hasCalendars: hasCalendars, tables: tables, isAdding: true)
  }

  private init(hasCalendars: Bool, tables: [TablePreset], isAdding: Bool) {
    self.hasCalendars = hasCalendars
    self.tables = tables
    self.isAdding = isAdding
  }

  /// Calendars and the table for programs, and nothing else in the folder.
  package static let usual = ExportFormats(
    hasCalendars: true, tables: [.generic], isAdding: false)

  /// Whether some of the tables know people by their address.
  var needsAddresses: Bool { tables.contains { $0.needsAddresses } }

  /// The files of a roster's folder that these formats do not write anew.
  func filesThatStay(in folder: String) throws(ExchangeFault) -> [NamedFile] {
    guard isAdding else { return [] }
    return try Exchange.files(in: folder) { name in
      (hasCalendars && name.hasSuffix(".ics")) || tables.contains { $0.owns(name) }
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
