import Timeline
package import Workforce

/// What an independent judge says of a roster.
package struct Verdict: Hashable, Sendable, Codable {
  /// Hard rules that are broken, by agent and time; empty for every roster that Nobat makes, unless
  /// the seats do not suffice for the contracts' hours.
  package let violations: [Violation]
  package let coverage: Coverage
  /// The cost as reckoned from the shifts alone.
  package let cost: Roster.Cost

  package init(violations: [Violation], coverage: Coverage, cost: Roster.Cost) {
    self.violations = violations
    self.coverage = coverage
    self.cost = cost
  }
}

/// Judges a roster from its shifts alone: hard rules, cover and cost.
///
/// Shares no code with the optimiser; every roster is judged before anybody sees it. Where an agent
/// cannot reach the contract's least hours or days, as much as can be reached is enough: first the
/// hours, then the days.
package func check(
  _ roster: Roster, against centre: Centre, meeting requirement: Requirement,
  following earlier: [Shift] = []
) -> Verdict {
  let facts = RosterFacts(roster, centre, following: earlier)
  var violations = facts.violations
  let cover = CoverCount(facts, requirement)
  if roster.grid != requirement.grid {
    violations.append(
      Violation(
        rule: "week", agent: nil, interval: roster.grid.interval,
        sentence: """
          the roster covers \(roster.grid.interval), the requirement \(requirement.grid.interval); \
          check a roster against the requirement it was made for
          """))
  }
  var cost = facts.costOfShifts()
  cost.under = cover.under
  cost.over = cover.over
  return Verdict(violations: violations, coverage: cover.coverage, cost: cost)
}

extension RosterFacts {
  /// All hard rules that are broken.
  var violations: [Violation] {
    strangers
      + weeks.flatMap { week in
        week.illFormedShifts() + week.shiftsOnDaysOff() + week.shiftsTooClose()
          + week.runsTooLong() + week.boundsMissed()
      }
      + seatsMissing(in: self)
  }
}
