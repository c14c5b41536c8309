import Rostering
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct RosterTests {
  @Test("A small centre gets a roster without violations at the checker's cost")
  func smallCentre() throws {
    let centre = try Worlds.oneSite(agents: 12)
    let week = centre.week(of: Worlds.monday)
    let requirement = Requirement.needing(centre, in: week) { _, slot in
      (14..<36).contains(slot % 48) ? 4.5 : 0.4
    }
    let made = try roster(
      for: requirement, staffedBy: centre, in: week, settings: Settings(effort: 0.1))
    let verdict = check(made, against: centre, meeting: requirement)
    #expect(verdict.violations.map(\.description) == [])
    #expect(abs(verdict.cost.total.amount - made.cost.total.amount) < 1e-6)
    #expect(made.bound <= made.cost.total)
  }
}
