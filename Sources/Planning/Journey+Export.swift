package import Exchange
package import Timeline
package import Workforce

/// What an export has written.
package struct ExportedCalendars: Sendable {
  package let folder: String
  /// Paths of the calendars, in order of agent.
  package let calendars: [String]
  package let table: String
  /// Agents of the workspace who have no shift in the roster.
  package let withoutShifts: [Agent.ID]

  init(folder: String, calendars: [Agent.ID], roster: Roster, agents: [Agent]) {
    self.folder = folder
    self.calendars = calendars.map { "\(folder)/\($0).ics" }
    table = "\(folder)/shifts.csv"
    let working = Set(roster.shifts.map(\.agent))
    withoutShifts = agents.map(\.id).filter { !working.contains($0) }
  }
}

extension Journey {
  /// Writes one calendar an agent and one table of all shifts under `calendars/<id>`, or elsewhere.
  ///
  /// Events are numbered by the last edition of the roster's week, wherever it went: what has not
  /// changed keeps its stamps, and what is gone is cancelled. Calendars of agents who are not asked for
  /// stay as they are.
  package func export(
    _ roster: Roster, stamp: Instant, style: CalendarStyle = CalendarStyle(),
    only chosen: [Agent.ID]? = nil, to folder: String? = nil, writing isWriting: Bool = true
  ) throws(JourneyFault) -> ExportedCalendars {
    report("export", 0)
    let target = folder ?? workspace.path("calendars/\(roster.id)")
    let edition = try reading { () throws(Findings) in
      try workspace.edition(ofWeekFrom: roster.firstDay)
    }
    let agents = chosen.map { ids in centre.agents.filter { ids.contains($0.id) } }
    let set = Exchange.calendars(
      of: roster, for: agents, in: centre, style: style, stamp: stamp, following: edition)
    let exported = ExportedCalendars(
      folder: target, calendars: set.calendars.keys.sorted(), roster: roster,
      agents: centre.agents)
    guard isWriting else { return exported }
    let table = Exchange.shiftTable(roster, in: centre, edition: set.edition)
    try writing { () throws(ExchangeFault) in
      // The edition goes first: whatever happens then, no number is given twice.
      try workspace.write(set.edition)
      // The workspace's folder of a roster is wholly ours; another folder may hold other things.
      if folder == nil, agents == nil {
        try Exchange.replaceCalendars(set, table: table, in: target)
      } else {
        try Exchange.writeCalendars(set, table: table, in: target)
      }
    }
    report("export", 1)
    return exported
  }
}
