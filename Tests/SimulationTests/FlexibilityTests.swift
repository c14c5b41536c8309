import Simulation
import Testing
import Workforce

/// A little flexibility goes a long way: 6 queues of 84 contacts an hour of 10 min, 90 agents, 30 s; own
/// measurement of 3 million contacts a cell, first come first served, fewest skills first.
@Suite("A little flexibility")
struct FlexibilityTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let groups: [[Int]]
    let patient: Double
    let impatient: Double
    var testDescription: String { name }

    static let all = [
      Case(name: "one skill each", groups: (0..<6).map { [$0] }, patient: 0.3129, impatient: 0.708),
      Case(
        name: "two each, in a chain", groups: (0..<6).map { [$0, ($0 + 1) % 6] }, patient: 0.594,
        impatient: 0.825),
      Case(
        name: "two each, all pairs",
        groups: (0..<6).flatMap { first in ((first + 1)..<6).map { [first, $0] } },
        patient: 0.621, impatient: 0.840),
      Case(name: "all skills", groups: [[0, 1, 2, 3, 4, 5]], patient: 0.6948, impatient: 0.895),
    ]
  }

  @Test("Shares answered in time", arguments: Case.all)
  func table(of example: Case) throws {
    for (patience, expected) in [
      (TimeLaw.never, example.patient), (.exponential(mean: 300), example.impatient),
    ] {
      // 100 replications of 60 hours after 20 of warming up: 3 million contacts.
      let centre = ContactCentre.queues(
        6, perHour: 84, handlingTime: 600, patience: patience, threshold: 30,
        groups: example.groups.map { ($0, 90 / example.groups.count) }, hours: 60, warmUp: 20)
      let performance = try simulate(centre, seed: 5, until: .after(100))
      let level = try #require(performance.service().serviceLevel())
      #expect(abs(level.mean - expected) <= 0.005, "\(patience): \(level)")
    }
  }
}
