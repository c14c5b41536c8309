package import Exchange
package import Timeline
package import Workforce

/// What an export has written.
package struct ExportedCalendars: Sendable {
  package let folder: String
  /// Paths of the calendars, in order of agent.
  package let calendars: [String]
  package let table: String
  /// Paths of the files that call off what the last change has cancelled, in order of agent.
  package let cancellations: [String]
  /// Agents of the workspace of whom there is nothing to tell: neither a shift nor leave.
  package let withoutShifts: [Agent.ID]

  init(_ set: CalendarSet, in folder: String, agents: [Agent]) {
    self.folder = folder
    calendars = set.calendars.keys.sorted().map { "\(folder)/\($0).ics" }
    cancellations = set.cancellations.keys.sorted().map { "\(folder)/cancelled/\($0).ics" }
    table = "\(folder)/shifts.csv"
    withoutShifts = agents.map(\.id).filter { set.calendars[$0] == nil }
  }
}

extension Journey {
  /// What the workspace says of calendars.
  package func calendarStyle() throws(JourneyFault) -> CalendarStyle {
    try reading { () throws(Findings) in try workspace.calendarStyle() }
  }

  /// Writes one calendar an agent and one table of all shifts under `calendars/<id>`, or elsewhere.
  ///
  /// Events are numbered by the last edition of the roster's week, wherever it went: what has not
  /// changed keeps its stamps, and what is gone is cancelled. Calendars of agents who are not asked for
  /// stay as they are.
  package func export(
    _ roster: Roster, stamp: Instant, style: CalendarStyle? = nil,
    only chosen: [Agent.ID]? = nil, to folder: String? = nil, writing isWriting: Bool = true
  ) throws(JourneyFault) -> ExportedCalendars {
    report("export", 0)
    let style = if let style { style } else { try calendarStyle() }
    let target = folder ?? workspace.path("calendars/\(roster.id)")
    let edition = try reading { () throws(Findings) in
      try workspace.edition(ofWeekFrom: roster.firstDay)
    }
    let agents = chosen.map { ids in centre.agents.filter { ids.contains($0.id) } }
    let set = Exchange.calendars(
      of: roster, for: agents, in: centre, style: style, stamp: stamp, following: edition)
    let exported = ExportedCalendars(set, in: target, agents: agents ?? centre.agents)
    guard isWriting else { return exported }
    let table = Exchange.shiftTable(roster, in: centre, edition: set.edition)
    try writing { () throws(ExchangeFault) in
      // The edition goes first: whatever happens then, no number is given twice.
      try workspace.write(set.edition)
      // The workspace's folder of a roster is wholly ours; another folder may hold other things, and
      // that of a roster named so holds all editions.
      if folder == nil, agents == nil, roster.id != "editions" {
        try Exchange.replaceCalendars(set, table: table, in: target)
      } else {
        try Exchange.writeCalendars(set, table: table, in: target)
      }
    }
    report("export", 1)
    return exported
  }
}
