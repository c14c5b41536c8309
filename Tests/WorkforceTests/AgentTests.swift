import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Agent")
struct AgentTests {
  private func agent(
    skills: [Skill] = [], from: LocalDay? = nil, to: LocalDay? = nil
  ) -> Agent {
    Agent(
      id: "a", name: "A", site: "vie", contract: "ft40", zone: .utc, skills: skills,
      employedFrom: from, employedTo: to)
  }

  @Test("The first and last days of employment are worked; without them there is no bound")
  func employment() {
    let day = Worlds.monday
    let bounded = agent(from: day, to: day + 2)
    #expect((-2...4).filter { bounded.isEmployed(on: day + $0) } == [0, 1, 2])
    #expect((-2...4).filter { agent(from: day).isEmployed(on: day + $0) } == [0, 1, 2, 3, 4])
    #expect((-2...4).filter { agent(to: day).isEmployed(on: day + $0) } == [-2, -1, 0])
    #expect(agent().isEmployed(on: day))
  }

  @Test("Skills are in order of their queue, and equal skills make equal sets")
  func skillSets() {
    let one = agent(skills: [Skill(queue: "fr"), Skill(queue: "de", speed: 1.2)])
    let same = agent(skills: [Skill(queue: "de", priority: 2), Skill(queue: "fr")])
    #expect(one.skills.map(\.queue) == ["de", "fr"])
    #expect(one.skillSet == same.skillSet)
    #expect(SkillSet(["fr", "de", "fr"]).queues == ["de", "fr"])
  }

  @Test("Skill sets are ordered like words")
  func order() {
    let sets = [SkillSet(["b"]), SkillSet(["a", "b"]), SkillSet(["a"]), SkillSet([])]
    #expect(
      sets.sorted() == [SkillSet([]), SkillSet(["a"]), SkillSet(["a", "b"]), SkillSet(["b"])])
  }
}
