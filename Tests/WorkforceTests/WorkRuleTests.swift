import TestSupport
import Testing
import Timeline
import Workforce

@Suite("WorkRule")
struct WorkRuleTests {
  private func agent(team: String?) -> Agent {
    Agent(
      id: "a", name: "A", site: "vie", contract: "ft40", zone: .utc, skills: [], team: team)
  }

  private func binds(_ scope: WorkRule.Scope, team: String? = nil) -> Bool {
    WorkRule(id: "r", condition: .daysInRow(5), scope: scope).binds(agent(team: team))
  }

  @Test("A rule binds everyone, or those of its site, contract or team")
  func scopes() {
    #expect(binds(.all))
    #expect(binds(.site("vie")) && !binds(.site("lis")))
    #expect(binds(.contract("ft40")) && !binds(.contract("pt20")))
    #expect(binds(.team("night"), team: "night") && !binds(.team("night"), team: "day"))
  }

  @Test("An agent without a team is bound by no team's rule")
  func noTeam() {
    #expect(!binds(.team("night")))
    #expect(!binds(.team("")))
  }

  @Test("Conditions and scopes go through a file")
  func coding() throws {
    let rules = [
      WorkRule(id: "a", condition: .rest(.hours(11))),
      WorkRule(id: "b", condition: .startChange(Minutes(90)), scope: .site("vie")),
      WorkRule(
        id: "c", condition: .succession(endLaterThan: 1500, startBefore: try time("10:00")),
        scope: .team("night")),
    ]
    #expect(try throughJSON(rules) == rules)
  }
}
