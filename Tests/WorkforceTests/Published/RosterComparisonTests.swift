import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("RosterComparison")
struct RosterComparisonTests {
  private func week() throws -> PlanningWeek {
    PlanningWeek(
      firstDay: Worlds.monday, zone: try Worlds.zone("Europe/Vienna"), slot: Minutes(30))
  }

  private func side(_ shifts: [PublishedShift], pay: Double = 0) -> RosterComparison.Side {
    RosterComparison.Side(
      name: "r", requirement: "r", shifts: shifts, cost: Roster.Cost(pay: Money(pay)),
      bound: Money(pay / 2))
  }

  @Test("A roster does not differ from itself")
  func same() throws {
    let shifts = [try Told.shift(day: 0, from: 8, breakAfter: 3)]
    let comparison = RosterComparison(
      of: try week(), from: side(shifts, pay: 100), to: side(shifts, pay: 100.001))
    #expect(comparison.agents == [])
    #expect(comparison.hours == [])
    // A tenth of a cent is no difference.
    #expect(!comparison.costDiffers)
  }

  @Test("An agent's hours are counted in presence and in pay")
  func agents() throws {
    let before = [
      try Told.shift("ana", day: 0, from: 8, hours: 8, paid: 450),
      try Told.shift("ana", day: 1, from: 8, hours: 8, paid: 450),
      try Told.shift("ben", day: 1, from: 8, hours: 8),
    ]
    let after = [
      try Told.shift("ana", day: 0, from: 10, hours: 9, paid: 510),
      try Told.shift("ben", day: 1, from: 8, hours: 8),
    ]
    let comparison = RosterComparison(of: try week(), from: side(before), to: side(after))
    #expect(comparison.agents.map(\.agent) == ["ana"])
    #expect(comparison.agents[0].changes.changes.map(\.kind) == [.moved, .cancelled])
    // 9 h - 8 h - 8 h; 510 - 450 - 450 minutes.
    #expect(comparison.agents[0].presence == .hours(-7))
    #expect(comparison.agents[0].paid == Minutes(-390))
  }

  @Test("An hour's numbers are means over the hour, breaks not counted")
  func hours() throws {
    let before = [
      try Told.shift("ana", day: 0, from: 8, hours: 4), try Told.shift("ben", day: 0, from: 8),
    ]
    let after = [
      try Told.shift("ana", day: 0, from: 9, hours: 4, breakAfter: 2),
      try Told.shift("ben", day: 0, from: 8),
    ]
    let comparison = RosterComparison(of: try week(), from: side(before), to: side(after))
    let midnight = try week().interval.start
    // Ana is no longer there from 8 to 9, has half an hour's break from 11 on, and is there from 12 to
    // 13; Ben is there all the time.
    #expect(comparison.hours.map(\.start) == [8, 11, 12].map { midnight + .hours($0) })
    #expect(comparison.hours.map(\.before) == [2, 2, 1])
    #expect(comparison.hours.map(\.after) == [1, 1.5, 2])
    #expect(comparison.hours.map(\.difference) == [-1, -0.5, 1])
  }

  @Test("Hours beyond the week's edges are seen as well")
  func beyondTheWeek() throws {
    // From 22:00 on Sunday to 06:00 on Monday.
    let night = [try Told.shift(day: 6, from: 22)]
    let comparison = RosterComparison(of: try week(), from: side([]), to: side(night))
    #expect(comparison.hours.count == 8)
    #expect(comparison.hours.last?.start == (try week().interval.end) + .hours(5))
  }

  @Test("Costs are compared part by part, and in sum")
  func costs() throws {
    let before = RosterComparison.Side(
      name: "a", requirement: "r", shifts: [],
      cost: Roster.Cost(pay: Money(100), premium: Money(10), over: Money(2)), bound: Money(56))
    let after = RosterComparison.Side(
      name: "b", requirement: "r", shifts: [],
      cost: Roster.Cost(pay: Money(90), premium: Money(10), under: Money(30)), bound: Money(65))
    let comparison = RosterComparison(of: try week(), from: before, to: after)
    #expect(comparison.costDiffers)
    let differences = comparison.costs.map { ($0.part, $0.difference.amount) }
    #expect(differences.map(\.0) == [.pay, .premium, .wishes, .under, .over, .total])
    #expect(differences.map(\.1) == [-10, 0, 0, 30, -2, 18])
    // 1 - 56/112, 1 - 65/130.
    #expect(before.gap == 0.5)
    #expect(after.gap == 0.5)
  }

  @Test("From B to A everything is the other way round, and hours add up to what agents work")
  func reversed() throws {
    let week = try week()
    try forEvery(seed: 0..<150) { seed in
      var chance = Generator(seed: seed)
      let first = side(try Told.week(&chance), pay: Double(chance.index(below: 50)))
      let second = side(try Told.week(&chance), pay: Double(chance.index(below: 50)))
      let there = RosterComparison(of: week, from: first, to: second)
      let back = RosterComparison(of: week, from: second, to: first)
      let agents = zip(there.agents, back.agents).allSatisfy {
        $0.agent == $1.agent && $0.presence == .zero - $1.presence && $0.paid == .zero - $1.paid
      }
      let hours = zip(there.hours, back.hours).allSatisfy {
        $0.start == $1.start && $0.before == $1.after && $0.after == $1.before
      }
      // Agent-hours on duty of all hours are what the activities of all shifts say.
      let onDuty = there.hours.reduce(0) { $0 + $1.difference }
      let worked = minutesWorked(second.shifts) - minutesWorked(first.shifts)
      return agents && hours && there.agents.count == back.agents.count
        && there.hours.count == back.hours.count && abs(onDuty - Double(worked) / 60) < 1e-9
        && zip(there.costs, back.costs).allSatisfy { $0.difference == .zero - $1.difference }
    }
  }

  private func minutesWorked(_ shifts: [PublishedShift]) -> Int {
    shifts.flatMap(\.shift.activities).filter { $0.kind == .work }
      .reduce(0) { $0 + $1.interval.length.count }
  }
}
