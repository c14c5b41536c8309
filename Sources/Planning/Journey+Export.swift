import Exchange
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
  /// A calendar that is there already is brought up to date: what has not changed keeps its stamps,
  /// and what is gone is cancelled. Calendars of agents who are not asked for stay as they are.
  package func export(
    _ roster: Roster, stamp: Instant, only chosen: [Agent.ID]? = nil, to folder: String? = nil,
    writing isWriting: Bool = true
  ) throws(JourneyFault) -> ExportedCalendars {
    report("export", 0)
    let target = folder ?? workspace.path("calendars/\(roster.id)")
    var calendars = Exchange.calendars(in: target)
    let shifts = Dictionary(grouping: roster.shifts, by: \.agent)
    var written: [Agent.ID] = []
    for agent in centre.agents where chosen?.contains(agent.id) ?? true {
      calendars[agent.id] = Exchange.iCalendar(
        of: agent, shifts: shifts[agent.id] ?? [], in: centre, stamp: stamp,
        previous: calendars[agent.id])
      if calendars[agent.id] != nil { written.append(agent.id) }
    }
    // Whoever is no longer in the workspace has no shift any more; their calendar has to say so.
    for id in calendars.keys where chosen == nil && centre.agent(id) == nil {
      let former = Agent(
        id: id, name: id.rawValue, site: "", contract: "", zone: centre.zone, skills: [])
      calendars[id] = Exchange.iCalendar(
        of: former, shifts: [], in: centre, stamp: stamp, previous: calendars[id])
    }
    let table = Exchange.shiftTable(roster, in: centre, calendars: calendars)
    guard isWriting else {
      return ExportedCalendars(
        folder: target, calendars: written, roster: roster, agents: centre.agents)
    }
    try writing { () throws(ExchangeFault) in
      // The workspace's folder of a roster is wholly ours; another folder may hold other things.
      if folder == nil {
        try Exchange.replaceCalendars(calendars, table: table, in: target)
      } else {
        for agent in written {
          try Exchange.write(calendars[agent] ?? "", to: "\(target)/\(agent).ics")
        }
        try Exchange.write(table, to: "\(target)/shifts.csv")
      }
    }
    report("export", 1)
    return ExportedCalendars(
      folder: target, calendars: written, roster: roster, agents: centre.agents)
  }
}
