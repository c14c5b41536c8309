import Simulation
import Testing
import Workforce

/// How often English, French and German agents count; measured with another program of our own.
@Suite("English, French, German")
struct LanguagesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let perHour: Double
    let groups: [(queues: [Int], agents: Int)]
    /// Answered within 20 s, by queue.
    let levels: [Double]
    var testDescription: String { name }

    static let all = [
      // One agent each: 0.955009 by Erlang C.
      Case(
        name: "three singles", perHour: 1, groups: [([0], 1), ([1], 1), ([2], 1)],
        levels: [0.955, 0.955, 0.955]),
      Case(
        name: "EN-FR and FR-DE", perHour: 1, groups: [([0, 1], 1), ([1, 2], 1)],
        levels: [0.914, 0.994, 0.951]),
      // 0.863518 by Erlang C of 0.15 erlangs.
      Case(
        name: "one of three languages", perHour: 1, groups: [([0, 1, 2], 1)],
        levels: [0.8635, 0.8635, 0.8635]),
      Case(
        name: "doubled, EN-FR and FR-DE", perHour: 2, groups: [([0, 1], 1), ([1, 2], 1)],
        levels: [0.834, 0.976, 0.894]),
      Case(
        name: "doubled, all three and EN", perHour: 2, groups: [([0, 1, 2], 1), ([0], 1)],
        levels: [0.981, 0.810, 0.810]),
      Case(
        name: "busy, 24 of three languages", perHour: 130, groups: [([0, 1, 2], 24)],
        levels: [0.851, 0.851, 0.851]),
      Case(
        name: "busy, 23 of three languages", perHour: 130, groups: [([0, 1, 2], 23)],
        levels: [0.766, 0.766, 0.766]),
    ]
  }

  @Test("Answered within 20 s", arguments: Case.all)
  func levels(of example: Case) throws {
    // A million contacts in all, whatever their rate.
    let hours = example.perHour > 10 ? 60 : 2000
    let centre = ContactCentre.queues(
      3, perHour: example.perHour, handlingTime: 180, threshold: 20, groups: example.groups,
      hours: hours, warmUp: 4)
    let performance = try simulate(centre, seed: 9, until: .after(60))
    for (queue, expected) in example.levels.enumerated() {
      let level = try #require(performance.service(of: .number(queue))?.serviceLevel())
      #expect(abs(level.mean - expected) <= 0.004, "queue \(queue): \(level)")
    }
  }
}
