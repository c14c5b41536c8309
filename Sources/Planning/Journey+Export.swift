package import Exchange
package import Timeline
package import Workforce

/// What an export has written.
package struct ExportedCalendars: Sendable {
  package let folder: String
  /// Paths of the calendars, in order of agent.
  package let calendars: [String]
  package let tables: [String]
  /// Paths of the files that call off what the last change has cancelled, in order of agent.
  package let cancellations: [String]
  /// Agents of the workspace of whom there is nothing to tell: neither a shift nor leave.
  package let withoutShifts: [Agent.ID]
  /// Agents with shifts of whom a table needs an address that agents.csv does not have.
  package let withoutAddress: [Agent.ID]
  /// The number of the week's last publication where that told agents other shifts.
  package let differsFromPublication: Int?

  init(
    _ set: CalendarSet, tables: [NamedFile], as formats: ExportFormats, in folder: String,
    agents: [Agent], withoutAddress: [Agent.ID], differsFrom publication: Int?
  ) {
    differsFromPublication = publication
    self.folder = folder
    let set = formats.hasCalendars ? set : nil
    calendars = set?.calendars.keys.sorted().map { "\(folder)/\($0).ics" } ?? []
    cancellations = set?.cancellations.keys.sorted().map { "\(folder)/cancelled/\($0).ics" } ?? []
    self.withoutAddress = withoutAddress
    self.tables = tables.map { "\(folder)/\($0.name)" }
    withoutShifts =
      set.map { set in
        agents.map(\.id).filter { set.calendars[$0] == nil }
      } ?? []
  }
}

extension Journey {
  /// What the workspace says of calendars.
  package func calendarStyle() throws(JourneyFault) -> CalendarStyle {
    try reading { () throws(Findings) in try workspace.calendarStyle() }
  }

  /// Writes one calendar an agent and tables of the shifts under `calendars/<id>`, or elsewhere.
  ///
  /// Events are numbered by the last edition of the roster's week, wherever it went: what has not
  /// changed keeps its stamps, and what is gone is cancelled. Calendars of agents who are not asked for
  /// stay as they are.
  package func export(
    _ roster: Roster, stamp: Instant, style: CalendarStyle? = nil,
    only chosen: [Agent.ID]? = nil, to folder: String? = nil, as formats: ExportFormats? = nil,
    writing isWriting: Bool = true
  ) throws(JourneyFault) -> ExportedCalendars {
    report("export", 0)
    let style = if let style { style } else { try calendarStyle() }
    let target = folder ?? workspace.path("calendars/\(roster.id)")
    // Another folder may hold anything, and much of it.
    let formats = formats ?? (folder == nil ? .usual(in: target) : .usual)
    let last = try lastPublication(from: roster.firstDay)
    let edition = try edition(of: roster, after: last)
    let agents = chosen.map { ids in centre.agents.filter { ids.contains($0.id) } }
    let set = Exchange.calendars(
      of: roster, for: agents, in: centre, style: style, stamp: stamp, following: edition)
    let tables = tables(
      formats, of: roster, stamp: stamp, only: chosen,
      edition: formats.hasCalendars ? set.edition : edition)
    let exported = ExportedCalendars(
      set, tables: tables, as: formats, in: target, agents: agents ?? centre.agents,
      withoutAddress: agentsWithoutAddress(in: roster, for: formats, only: chosen),
      differsFrom: last.flatMap {
        $0.shifts == publishedShifts(of: roster) ? nil : $0.record.number
      })
    guard isWriting else { return exported }
    try writing { () throws(ExchangeFault) in
      // The workspace's folder of a roster is wholly ours; another folder may hold other things.
      guard formats.hasCalendars else {
        return try write(tables, as: formats, to: target, isOurs: folder == nil)
      }
      // The edition goes first: whatever happens then, no number is given twice.
      try workspace.write(set.edition)
      if folder == nil, agents == nil {
        let others = try tables + formats.filesThatStay(in: target)
        try Exchange.replaceCalendars(set, and: others, in: target)
      } else {
        try Exchange.writeCalendars(set, and: tables, in: target)
      }
    }
    report("export", 1)
    return exported
  }
}
