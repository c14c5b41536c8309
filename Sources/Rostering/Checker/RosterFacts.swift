import Timeline
import Workforce

/// A roster laid out for judging: every agent's week with the facts that bind it.
struct RosterFacts {
  let roster: Roster
  let centre: Centre
  /// In order of the agent's id; agents without a shift included.
  let weeks: [WorkedWeek]
  /// Shifts of agents whom the centre does not have.
  let strangers: [Violation]

  init(_ roster: Roster, _ centre: Centre, following earlier: [Shift]) {
    self.roster = roster
    self.centre = centre
    let byAgent = Dictionary(grouping: roster.shifts, by: \.agent)
    let earlierByAgent = Dictionary(grouping: earlier, by: \.agent)
    weeks = centre.agents.compactMap { agent in
      guard let contract = centre.contract(agent.contract), let site = centre.site(agent.site)
      else { return nil }
      return WorkedWeek(
        agent: agent, contract: contract, site: site, centre: centre, firstDay: roster.firstDay,
        shifts: byAgent[agent.id] ?? [],
        earlier: (earlierByAgent[agent.id] ?? []).filter { $0.day < roster.firstDay })
    }
    let known = Set(weeks.map(\.agent.id))
    strangers = roster.shifts.filter { !known.contains($0.agent) }.map { shift in
      Violation(
        rule: "agent", agent: shift.agent, interval: shift.interval,
        sentence: "the centre has no agent \(shift.agent) with a site and contract of its own")
    }
  }
}

/// One agent's week as it was rostered.
struct WorkedWeek {
  let agent: Agent
  let contract: Contract
  let site: Site
  let centre: Centre
  let firstDay: LocalDay
  /// In order of start.
  let shifts: [Shift]
  /// Shifts before the week, in order of start.
  let earlier: [Shift]

  init(
    agent: Agent, contract: Contract, site: Site, centre: Centre, firstDay: LocalDay,
    shifts: [Shift], earlier: [Shift]
  ) {
    self.agent = agent
    self.contract = contract
    self.site = site
    self.centre = centre
    self.firstDay = firstDay
    self.shifts = shifts.sorted { $0.interval.start < $1.interval.start }
    self.earlier = earlier.sorted { $0.interval.start < $1.interval.start }
  }

  var days: ClosedRange<LocalDay> { firstDay...firstDay + 6 }

  /// The work rules that bind the agent, in order of their id.
  var rules: [WorkRule] { centre.rules.filter { $0.binds(agent) } }

  var approvedTimeOff: [TimeOff] {
    centre.timeOff.filter { $0.agent == agent.id && $0.state == .approved }
  }

  func violation(_ rule: String, _ interval: Interval?, _ sentence: String) -> Violation {
    Violation(
      rule: rule, agent: agent.id, interval: interval, sentence: "\(agent.id): \(sentence)")
  }

  /// What the agent's clock shows, in minutes after the midnight of a date.
  func minute(of instant: Instant, after day: LocalDay) -> Int {
    let reading = agent.zone.reading(at: instant)
    return (reading.day - day) * 1440 + reading.time.minutes
  }

  /// Whether a shift's presence touches the night from 00:00 to 05:00 on the agent's clock.
  func touchesNight(_ interval: Interval) -> Bool {
    let first = agent.zone.day(at: interval.start)
    let last = agent.zone.day(at: interval.end)
    return (first...last).contains { day in
      let morning = agent.zone.instant(day, LocalTime(minutes: 5 * 60))
      let midnight = agent.zone.start(of: day)
      return midnight < morning && interval.overlaps(Interval(start: midnight, end: morning))
    }
  }
}
