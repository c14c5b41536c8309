import FoundationEssentials
import Planning
import Staffing
import Testing

@Suite("Least-cost mixes that a simulation lets pass")
struct MixInstancesTests {
  private static func instances() throws -> [MixInstances.Instance] {
    let data = try Data(contentsOf: URL(filePath: file))
    return try JSONDecoder().decode(MixInstances.self, from: data).instances
  }

  private static var file: String {
    if let folder = ProcessInfo.processInfo.environment["NOBAT_DATA"] {
      return "\(folder)/staffing/multiskill_instances.json"
    }
    let tests = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(tests)/StaffingTests/Data/multiskill_instances.json"
  }

  @Test("Each instance costs at most what a plain loop of cuts finds, and keeps its targets")
  func instances() throws {
    for instance in try Self.instances() {
      let answer = try leastCostMix(simulating: instance.problem)
      let mix = try #require(answer.mix, "\(instance.id)")
      #expect(mix.cost <= instance.cutLoopCost + 1e-9, "\(instance.id)")
      #expect(abs(mix.bound - instance.subsetLowerBound) < 1e-6, "\(instance.id)")
      #expect(mix.missed.isEmpty, "\(instance.id)")
      let verdict = try #require(mix.verdict)
      #expect(zip(verdict.serviceLevel, verdict.halfWidth).allSatisfy { $0 + $1 >= 0.8 })
    }
  }

  @Test("The same problem and seed give the same mix")
  func deterministic() throws {
    let problem = try #require(try Self.instances().first).problem
    let first = try leastCostMix(simulating: problem, seed: 3)
    let second = try leastCostMix(simulating: problem, seed: 3)
    #expect(first == second)
  }

  private func languages(_ callsPerHour: Double, _ skills: [[Int]]) -> MixProblem {
    let target = ServiceTarget(serviceLevel: 0.8, within: 20)
    return MixProblem(
      queues: ["en", "fr", "de"].map { language in
        MixQueue(
          language, contactsPerHour: callsPerHour, handlingTime: 180,
          service: .line(target, patience: nil))
      },
      groups: skills.map { SkillGroup("\($0)", queues: QueueSet(places: $0)) })
  }

  // Exactly, one agent answers 95.5 % in time of 0.05 erlangs and 86.35 % of 0.15.
  @Test(
    "Three languages of a call an hour: 3, 2, 2 and 1 agents pass in the simulation",
    arguments: [
      ([[0], [1], [2]], 3, 0.955), ([[0, 1], [0, 2], [1, 2]], 2, 0.914),
      ([[0], [1], [2], [0, 1], [0, 2], [1, 2]], 2, 0.909), ([[0, 1, 2]], 1, 0.8635),
    ])
  func threeLanguages(skills: [[Int]], agents: Int, least: Double) throws {
    let mix = try #require(try leastCostMix(simulating: languages(1, skills)).mix)
    #expect(mix.counts.reduce(0, +) == agents)
    let verdict = try #require(mix.verdict)
    let lowest = try #require(verdict.serviceLevel.min())
    #expect(abs(lowest - least) < 0.01)
    #expect(mix.missed.isEmpty)
  }

  @Test("With twice the calls one trilingual agent fails and two pass")
  func doubled() throws {
    let mix = try #require(try leastCostMix(simulating: languages(2, [[0, 1, 2]])).mix)
    #expect(mix.counts == [2] && mix.missed.isEmpty)
  }

  // 19.5 erlangs of trilinguals: 24 answer 85.1 % in time, 23 would 76.6 %.
  @Test("24 trilingual agents for 130 calls an hour each, neither 10 nor 30")
  func countedOnce() throws {
    let mix = try #require(try leastCostMix(simulating: languages(130, [[0, 1, 2]])).mix)
    #expect(mix.counts == [24])
    #expect(abs((mix.verdict?.serviceLevel.min() ?? 0) - 0.851) < 0.02)
  }

  @Test("A queue that nobody calls, and a skill that nobody needs, cost nothing")
  func nobodyCalls() throws {
    let target = ServiceTarget(serviceLevel: 0.8, within: 20)
    func line(_ name: String, _ calls: Double) -> MixQueue {
      MixQueue(
        name, contactsPerHour: calls, handlingTime: calls > 0 ? 180 : 0,
        service: .line(target, patience: 120))
    }
    let problem = MixProblem(
      queues: [line("en", 20), line("fr", 0)],
      groups: [
        SkillGroup("en", queues: [QueueSet(places: [0])]),
        SkillGroup("fr", queues: [QueueSet(places: [1])]),
        SkillGroup("none", queues: []),
      ])
    let mix = try #require(try leastCostMix(simulating: problem).mix)
    #expect(mix.counts[1] == 0 && mix.counts[2] == 0 && mix.counts[0] > 0)
  }
}
