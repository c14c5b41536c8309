package import Timeline

/// Two rosters of one week side by side: who works otherwise, when others are on duty, and what it
/// costs.
package struct RosterComparison: Hashable, Sendable {
  /// A roster, or what was published, as it is compared.
  package struct Side: Hashable, Sendable {
    /// `2026-W50`, or `published 2026-W50`.
    package let name: String
    /// The requirement that its cost is judged by.
    package let requirement: String
    package let shifts: [PublishedShift]
    /// In hundredths, as files show money, so that rounding is no difference.
    package let cost: Roster.Cost
    package let bound: Money

    package init(
      name: String, requirement: String, shifts: [PublishedShift], cost: Roster.Cost, bound: Money
    ) {
      self.name = name
      self.requirement = requirement
      self.shifts = shifts
      self.cost = cost.inHundredths
      self.bound = bound.inHundredths
    }

    /// How much of the cost a better roster might save at the most, 0 to 1.
    package var gap: Double { cost.gap(to: bound) }
  }

  /// What one agent works otherwise, second roster less first.
  package struct AgentDifference: Hashable, Sendable {
    package let agent: Agent.ID
    package let changes: ChangeList
    /// From start to end of shifts, breaks included.
    package let presence: Minutes
    package let paid: Minutes
  }

  /// An hour in which the two have others on duty: mean agents over the hour, breaks not counted.
  package struct HourDifference: Hashable, Sendable {
    package let start: Instant
    package let before: Double
    package let after: Double
    package var difference: Double { after - before }
  }

  /// A part of what a roster costs.
  package struct CostDifference: Hashable, Sendable {
    package let part: CostPart
    package let before: Money
    package let after: Money
    package var difference: Money { after - before }
  }

  /// What a cost is for: agents' pay, premiums, wishes not met, too few or too many agents; and all of it.
  package enum CostPart: String, CaseIterable, Hashable, Sendable, Codable {
    case pay, premium, wishes, under, over, total
  }

  package let week: PlanningWeek
  package let before: Side
  package let after: Side
  /// In order of agent; those who work the same are left out.
  package let agents: [AgentDifference]
  /// In order of time; those with the same number on duty are left out.
  package let hours: [HourDifference]

  package init(of week: PlanningWeek, from before: Side, to after: Side) {
    self.week = week
    self.before = before
    self.after = after
    agents = ChangeList(from: before.shifts, to: after.shifts).byAgent.map { agent, changes in
      AgentDifference(
        agent: agent, changes: changes, presence: changes.difference { $0.interval.length },
        paid: changes.difference { $0.paid })
    }
    hours = RosterComparison.hours(of: week, from: before.shifts, to: after.shifts)
  }

  /// Every part of the cost, also those that agree, and their sum.
  package var costs: [CostDifference] {
    CostPart.allCases.map { part in
      CostDifference(part: part, before: before.cost[part], after: after.cost[part])
    }
  }

  package var costDiffers: Bool { before.cost != after.cost || before.bound != after.bound }

  /// The hours of the week, and of the nights that reach into and out of it.
  private static func hours(
    of week: PlanningWeek, from before: [PublishedShift], to after: [PublishedShift]
  ) -> [HourDifference] {
    // Agents in zones far from the centre's begin and end their week up to a day off; shifts add two.
    let margin = Minutes.days(4)
    let interval = Interval(start: week.interval.start - margin, end: week.interval.end + margin)
    let grid = Grid(covering: interval, slot: .hours(1))
    let first = secondsOnDuty(before, grid)
    let second = secondsOnDuty(after, grid)
    return grid.indices.compactMap { hour in
      guard first[hour] != second[hour] else { return nil }
      return HourDifference(
        start: grid.start(of: hour), before: Double(first[hour]) / 3600,
        after: Double(second[hour]) / 3600)
    }
  }

  /// How long all agents together work in each slot.
  private static func secondsOnDuty(_ shifts: [PublishedShift], _ grid: Grid) -> [Int] {
    var seconds = Array(repeating: 0, count: grid.count)
    for activity in shifts.lazy.flatMap(\.shift.activities) where activity.kind == .work {
      guard let time = activity.interval.intersection(grid.interval),
        let first = grid.index(of: time.start)
      else { continue }
      var hour = first
      while hour < grid.count, let part = grid.interval(of: hour).intersection(time) {
        seconds[hour] += part.end.seconds - part.start.seconds
        hour += 1
      }
    }
    return seconds
  }
}

extension ChangeList {
  /// A length of all shifts after the changes less that before them.
  fileprivate func difference(_ length: (Shift) -> Minutes) -> Minutes {
    changes.reduce(.zero) { sum, change in
      let before = change.before.map { length($0.shift) } ?? .zero
      let after = change.after.map { length($0.shift) } ?? .zero
      return sum + after - before
    }
  }
}

extension Roster.Cost {
  /// One part of the cost.
  package subscript(part: RosterComparison.CostPart) -> Money {
    switch part {
    case .pay: pay
    case .premium: premium
    case .wishes: wishes
    case .under: under
    case .over: over
    case .total: total
    }
  }

  /// How much of the cost a better roster might save at the most, 0 to 1.
  package func gap(to bound: Money) -> Double {
    total.amount > 0 ? max(0, 1 - bound.amount / total.amount) : 0
  }
}
