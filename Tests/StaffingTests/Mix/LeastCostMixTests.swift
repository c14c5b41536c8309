import Staffing
import Testing

@Suite("The least-cost mix of skills")
struct LeastCostMixTests {
  /// English, French and German, each as often as said, 3 minutes a call, nobody hangs up.
  private func languages(_ callsPerHour: Double, _ groups: [SkillGroup]) -> MixProblem {
    let target = ServiceTarget(serviceLevel: 0.8, within: 20)
    return MixProblem(
      queues: ["en", "fr", "de"].map { language in
        MixQueue(
          language, contactsPerHour: callsPerHour, handlingTime: 180,
          service: .line(target, patience: nil))
      }, groups: groups)
  }

  private func single(_ cost: Double = 1) -> [SkillGroup] {
    (0..<3).map { SkillGroup("single \($0)", queues: QueueSet(places: [$0]), cost: cost) }
  }

  private func pairs(_ cost: Double) -> [SkillGroup] {
    [[0, 1], [0, 2], [1, 2]].map {
      SkillGroup("pair \($0)", queues: QueueSet(places: $0), cost: cost)
    }
  }

  private func all(_ cost: Double) -> [SkillGroup] {
    [SkillGroup("all", queues: .first(3), cost: cost)]
  }

  private func agents(_ problem: MixProblem) throws -> Int? {
    try leastCostMix(for: problem).mix?.counts.reduce(0, +)
  }

  // 0.05 erlangs each: one agent keeps 80 % in 20 s up to 0.2 erlangs, so every union needs one.
  @Test("Three languages of a call an hour need 3, 2, 2 or 1 agents by what they speak")
  func threeLanguages() throws {
    #expect(try agents(languages(1, single())) == 3)
    #expect(try agents(languages(1, pairs(1))) == 2)
    #expect(try agents(languages(1, single() + pairs(1))) == 2)
    #expect(try agents(languages(1, single() + pairs(1) + all(1))) == 1)
  }

  @Test(
    "The cheapest answer changes with what a language costs",
    arguments: [(1.2, 1.5, 1.5), (1.2, 2.3, 2.2), (2.1, 3.2, 3.0)])
  func costs(pair: Double, trilingual: Double, expected: Double) throws {
    let mix = try leastCostMix(for: languages(1, single() + pairs(pair) + all(trilingual))).mix
    #expect(abs(try #require(mix).cost - expected) < 1e-9)
  }

  // Two calls an hour each: 0.3 erlangs together, of which one agent answers 72 % in time.
  @Test("With twice the calls one trilingual agent is not enough")
  func doubled() throws {
    #expect(try agents(languages(2, all(1))) == 2)
    #expect(try agents(languages(2, pairs(1))) == 2)
  }

  // 130 calls x 180 s = 6.5 erlangs each: 10 alone, 24 for 19.5 together.
  @Test("Trilingual agents are counted once and gain by pooling: 24, neither 10 nor 30")
  func countedOnce() throws {
    #expect(try agents(languages(130, all(1))) == 24)
    #expect(try agents(languages(130, single())) == 30)
  }

  @Test("A queue that nobody can serve, and too few agents on offer, are answers")
  func outOfReach() throws {
    let two = Array(single().prefix(2))
    #expect(try leastCostMix(for: languages(1, two)) == .unserved([2]))
    let few = [SkillGroup("all", queues: .first(3), available: 23)]
    #expect(
      try leastCostMix(for: languages(130, few))
        == .tooFew(.queues(.first(3)), needed: 24, onOffer: 23))
  }

  @Test("What is no number is named, all of it")
  func findings() {
    let problem = MixProblem(
      queues: [
        MixQueue(
          "q", contactsPerHour: .nan, handlingTime: 180,
          service: .line(ServiceTarget(serviceLevel: .nan), patience: .nan))
      ], groups: [SkillGroup("g", queues: .first(2), cost: -1)])
    #expect {
      try leastCostMix(for: problem)
    } throws: { error in
      (error as? MixFault)?.findings.count == 5
    }
  }
}
