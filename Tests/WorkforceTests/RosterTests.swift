import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Roster")
struct RosterTests {
  private func shift(_ agent: Agent.ID, day: Int) throws -> Shift {
    let start = try moment("2026-12-07T07:00Z") + .days(day)
    return Shift(
      agent: agent, template: "day", day: Worlds.monday + day,
      interval: Interval(start: start, length: Minutes(510)),
      breaks: [
        Activity(kind: .meal, interval: Interval(start: start + .hours(4), length: Minutes(30)))
      ],
      paid: .hours(8))
  }

  private func roster(cost: Roster.Cost, bound: Double) throws -> Roster {
    Roster(
      id: "2026-W50", firstDay: Worlds.monday,
      grid: Grid(start: try moment("2026-12-06T23:00Z"), slot: Minutes(30), count: 336),
      shifts: [try shift("b", day: 0), try shift("a", day: 1), try shift("a", day: 0)],
      cost: cost, bound: Money(bound), notes: ["Agent b: 8h of 40h"],
      effort: .init(priceRounds: 12, linesGenerated: 340, ending: "gap"))
  }

  @Test("Shifts are in order of agent and start")
  func order() throws {
    let roster = try roster(cost: .init(), bound: 0)
    #expect(roster.shifts.map(\.agent) == ["a", "a", "b"])
    #expect(roster.shifts.map(\.day) == [Worlds.monday, Worlds.monday + 1, Worlds.monday])
  }

  @Test("The cost is the sum of its reasons")
  func cost() {
    let cost = Roster.Cost(
      pay: Money(1), premium: Money(2), wishes: Money(4), under: Money(8), over: Money(16))
    #expect(cost.total == Money(31))
  }

  @Test("The gap is what may be saved as a share of the cost, and never negative")
  func gap() throws {
    // 1 - 190 / 200.
    #expect(abs(try roster(cost: .init(pay: Money(200)), bound: 190).gap - 0.05) < 1e-12)
    #expect(try roster(cost: .init(pay: Money(200)), bound: 200).gap == 0)
    // A bound a rounding above the cost, and a roster that costs nothing.
    #expect(try roster(cost: .init(pay: Money(200)), bound: 200.000001).gap == 0)
    #expect(try roster(cost: .init(), bound: 0).gap == 0)
  }

  @Test("A roster goes through a file to the last bit")
  func coding() throws {
    let roster = try roster(cost: .init(pay: Money(0.1), under: Money(1 / 3)), bound: 0.3)
    #expect(try throughJSON(roster) == roster)
  }
}
