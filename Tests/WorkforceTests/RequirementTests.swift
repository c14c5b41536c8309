import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Requirement")
struct RequirementTests {
  private let requirement: Requirement

  init() throws {
    let grid = Grid(start: try moment("2026-12-06T23:00Z"), slot: Minutes(30), count: 3)
    requirement = Requirement(
      id: "2026-W50", grid: grid,
      queues: (["fr", "de"] as [Queue.ID]).map { id in
        QueueRequirement(
          queue: id, agents: [0, 3.14, 0.01], load: [0, 2.7, 1 / 3], handlingTime: [0, 240, 1e3])
      })
  }

  @Test("Queues are in order of their id and found by it")
  func queues() {
    #expect(requirement.queues.map(\.queue) == ["de", "fr"])
    #expect(requirement["fr"]?.agents == [0, 3.14, 0.01])
    #expect(requirement["es"] == nil)
  }

  @Test("A requirement goes through a file to the last bit")
  func coding() throws {
    #expect(try throughJSON(requirement) == requirement)
  }
}
