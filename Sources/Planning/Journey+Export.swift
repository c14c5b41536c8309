import Exchange
package import Timeline
package import Workforce

/// What an export has written.
package struct ExportedCalendars: Sendable {
  package let folder: String
  /// Paths of the calendars, in order of agent.
  package let calendars: [String]
  package let tables: [String]
  /// Agents of the workspace who have no shift in the roster.
  package let withoutShifts: [Agent.ID]

  init(
    folder: String, calendars: [Agent.ID], tables: [NamedFile], roster: Roster, agents: [Agent]
  ) {
    self.folder = folder
    self.calendars = calendars.map { "\(folder)/\($0).ics" }
    self.tables = tables.map { "\(folder)/\($0.name)" }
    let working = Set(roster.shifts.map(\.agent))
    withoutShifts = agents.map(\.id).filter { !working.contains($0) }
  }
}

extension Journey {
  /// Writes one calendar an agent and tables of the shifts under `calendars/<id>`, or elsewhere.
  ///
  /// A calendar that is there already is brought up to date: what has not changed keeps its stamps,
  /// and what is gone is cancelled. Calendars of agents who are not asked for stay as they are.
  package func export(
    _ roster: Roster, stamp: Instant, only chosen: [Agent.ID]? = nil, to folder: String? = nil,
    as formats: ExportFormats = .usual, writing isWriting: Bool = true
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
    let tables = tables(formats, of: roster, stamp: stamp, only: chosen, calendars: calendars)
    let exported = ExportedCalendars(
      folder: target, calendars: formats.hasCalendars ? written : [], tables: tables,
      roster: roster, agents: centre.agents)
    guard isWriting else { return exported }
    try writing { () throws(ExchangeFault) in
      // The workspace's folder of a roster is wholly ours; another folder may hold other things.
      if folder == nil {
        let others = try tables + formats.filesThatStay(in: target)
        try Exchange.replaceCalendars(
          formats.hasCalendars ? calendars : [:], and: others, in: target)
      } else {
        let own = calendars.filter { formats.hasCalendars && written.contains($0.key) }
        try Exchange.write(Exchange.calendarFiles(own) + tables, into: target)
      }
    }
    report("export", 1)
    return exported
  }
}
