import Timeline
package import Workforce

/// What tables tell of a roster: every agent's shifts with their events in the calendars, and the days
/// without a shift.
package struct TableContent: Sendable {
  let centre: Centre
  /// In order of agent.
  let lines: [AgentLine]

  /// Tells of these agents, nil for all of them.
  ///
  /// `edition` is that of the calendars; a shift of which it does not tell has no event.
  package init(
    _ roster: Roster, in centre: Centre, edition: Edition, only chosen: [Agent.ID]? = nil
  ) {
    self.centre = centre
    let shifts = Dictionary(grouping: roster.shifts, by: \.agent)
    let timeOff = Dictionary(grouping: centre.timeOff.filter { $0.state == .approved }, by: \.agent)
    let sites = Dictionary(centre.sites.map { ($0.id, $0) }) { first, _ in first }
    let templates = Dictionary(centre.templates.map { ($0.id, $0) }) { first, _ in first }
    let chosen = chosen.map(Set.init)
    lines = centre.agents.compactMap { agent in
      guard chosen?.contains(agent.id) ?? true else { return nil }
      let told = edition.events(of: agent.id)
      let own = (shifts[agent.id] ?? []).map { shift in
        ListedShift(
          shift: shift, event: told.first { $0.tells(of: shift) },
          unpaid: shift.unpaidBreaks(by: templates[shift.template]))
      }
      let site = sites[agent.site]
      return AgentLine(
        agent: agent, site: site, holidays: centre.calendar(site?.holidays), shifts: own,
        freeDays: FreeDay.all(
          of: agent, shifts: (shifts[agent.id] ?? [])[...], timeOff: timeOff[agent.id] ?? [],
          weekFrom: roster.firstDay,
          on: ZoneClock(agent.zone, weekFrom: roster.firstDay)))
    }
  }
}

/// One agent's part of a roster.
struct AgentLine: Sendable {
  let agent: Agent
  let site: Site?
  /// The holidays of the site.
  let holidays: HolidayCalendar
  /// In order of start.
  let shifts: [ListedShift]
  /// The days of the week that have no shift, in order; days off only of those who work in the week.
  let freeDays: [FreeDay]
}

extension FreeDay {
  /// Whether the agent is away rather than free.
  var isAbsence: Bool { leave?.countsAsWorked ?? false }

  /// What a calendar that many see calls it: not who is ill, nor who could not work on a day off.
  var title: String {
    switch leave {
    case nil, .unavailable: "Day off"
    case .leave, .sick: "Leave"
    case .training: "Training"
    }
  }
}

/// A shift as tables tell of it.
struct ListedShift: Sendable {
  let shift: Shift
  /// Its event in the agent's calendar, nil where none was told yet.
  let event: Edition.Event?
  /// The breaks that are not paid, in order.
  let unpaid: [Interval]

  var unpaidMinutes: Minutes { unpaid.reduce(.zero) { $0 + $1.length } }
}

extension Shift {
  /// The parts of the presence that are not paid, as far as presence and pay differ.
  ///
  /// The template says which breaks are paid. Where it no longer fits the shift, meals are taken for
  /// unpaid, then all breaks. What still does not add up is one pause in the middle of the shift.
  func unpaidBreaks(by template: ShiftTemplate?) -> [Interval] {
    let missing = interval.length - paid
    guard missing > .zero else { return [] }
    var candidates: [[Activity]] = []
    if let rules = template?.breaks, rules.map(\.kind) == breaks.map(\.kind) {
      candidates.append(zip(breaks, rules).filter { !$1.isPaid }.map(\.0))
    }
    candidates += [breaks.filter { $0.kind == .meal }, breaks]
    let fitting = candidates.first { pauses in
      pauses.reduce(Minutes.zero) { $0 + $1.interval.length } == missing
    }
    if let fitting { return fitting.map(\.interval) }
    let before = Minutes((interval.length - missing).count / 2)
    return [Interval(start: interval.start + before, length: missing)]
  }
}
