package import Timeline
package import Workforce

/// Who works when: a row an agent, a bar a shift, breaks cut into it.
package struct Gantt: Sendable {
  /// An agent with the shifts of the week, in order of time.
  package struct Row: Hashable, Sendable {
    package let agent: Agent
    package let shifts: [Shift]
  }

  /// Agents of one site and team, who stand together under a heading.
  package struct Group: Hashable, Sendable {
    package let site: Site.ID
    package let team: String?
    package let zone: Zone?
    package let rows: [Row]
  }

  package let week: PlanningWeek
  package let groups: [Group]
  let centre: Centre
  let violations: [Violation]

  /// Agents of one picture; more would make a page that nobody can leaf through.
  package static let pageLength = 100

  /// All agents by site and team, then by the start of their first shift; those off come last.
  package init(_ content: ReportContent) {
    let shifts = Dictionary(grouping: content.roster.shifts, by: \.agent)
    let rows = content.centre.agents.map { Row(agent: $0, shifts: shifts[$0.id] ?? []) }
    self.init(rows, content: content)
  }

  private init(_ rows: [Row], content: ReportContent) {
    self.init(
      rows, week: content.week, centre: content.centre, violations: content.violations)
  }

  private init(_ rows: [Row], week: PlanningWeek, centre: Centre, violations: [Violation]) {
    let never = Instant(seconds: .max)
    let sorted = rows.sorted { left, right in
      let (one, two) = (left.agent, right.agent)
      let starts = (
        left.shifts.first?.interval.start ?? never, right.shifts.first?.interval.start ?? never
      )
      return (one.site, one.team ?? "", starts.0, one.id)
        < (two.site, two.team ?? "", starts.1, two.id)
    }
    let runs = sorted.runs { $0.agent.site == $1.agent.site && $0.agent.team == $1.agent.team }
    self.week = week
    self.centre = centre
    self.violations = violations
    groups = runs.map { run in
      let first = sorted[run.lowerBound].agent
      return Group(
        site: first.site, team: first.team, zone: centre.site(first.site)?.zone,
        rows: Array(sorted[run]))
    }
  }

  /// The agents on duty at some time of an interval, with the shifts that reach into it.
  package func part(in interval: Interval) -> Gantt {
    let rows = groups.flatMap(\.rows).compactMap { row -> Row? in
      let shifts = row.shifts.filter { $0.interval.overlaps(interval) }
      return shifts.isEmpty ? nil : Row(agent: row.agent, shifts: shifts)
    }
    return Gantt(rows, week: week, centre: centre, violations: violations)
  }

  /// The same agents in the same order, a hundred a page.
  package var pages: [Gantt] {
    let rows = groups.flatMap(\.rows)
    return stride(from: 0, to: rows.count, by: Self.pageLength).map { start in
      let page = rows[start..<min(rows.count, start + Self.pageLength)]
      return Gantt(Array(page), week: week, centre: centre, violations: violations)
    }
  }

  package var agentCount: Int { groups.reduce(0) { $0 + $1.rows.count } }
}

extension Gantt.Group {
  /// `dublin · early team · Europe/Dublin`.
  package var heading: String {
    [site.rawValue, team, zone?.identifier].compactMap(\.self).joined(separator: " · ")
  }
}

extension Gantt.Group {
  /// The site's clock in a week: `Europe/Dublin (GMT, UTC+00:00)`.
  func clockName(during interval: Interval) -> String {
    zone.map { WeekClock(zone: $0).name(during: interval) } ?? site.rawValue
  }
}

extension Gantt.Row {
  /// The agent's name, with the zone where it is not the group's.
  func label(in group: Gantt.Group) -> String {
    agent.zone == group.zone ? agent.name : "\(agent.name) (\(agent.zone))"
  }
}
