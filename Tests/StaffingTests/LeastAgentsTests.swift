import Staffing
import Statistics
import TestSupport
import Testing
import Workforce

@Suite("The least agents")
struct LeastAgentsTests {
  private let eightyTwenty = ServiceTarget(serviceLevel: 0.8, within: 20)

  @Test("A little traffic needs one agent, where searches from above the load say two")
  func littleTraffic() {
    // pyworkforce says 2: its search starts at round(load + 1). One agent gives 0.99980.
    let target = ServiceTarget(serviceLevel: 0.8, within: 3_600)
    #expect(Desk.erlangC(load: 0.6, handlingTime: 180).leastAgents(meeting: target) == 1)
  }

  @Test("A low target is met by the first whole number above the load")
  func lowTarget() {
    // pyworkforce says 15: it skips floor(13.6) + 1. 14 agents give 0.2307.
    let target = ServiceTarget(serviceLevel: 0.1, within: 20)
    #expect(Desk.erlangC(load: 13.6, handlingTime: 60).leastAgents(meeting: target) == 14)
  }

  @Test(
    "Impatient customers are served by fewer agents than erlangs",
    arguments: [
      // pyworkforce says 101, 201 and 101: its search starts at the load.
      (load: 100.0, patience: 120.0, level: 0.8, agents: 96),
      (load: 200.0, patience: 120.0, level: 0.8, agents: 187),
      (load: 100.0, patience: 60.0, level: 0.5, agents: 76),
    ])
  func belowTheLoad(load: Double, patience: Double, level: Double, agents: Int) {
    let desk = Desk.erlangA(load: load, handlingTime: 180, patience: patience)
    let target = ServiceTarget(serviceLevel: level, within: 20)
    #expect(desk.leastAgents(meeting: target) == agents)
  }

  @Test(
    "The three definitions ask for different numbers",
    arguments: [(load: 100.0, agents: [96, 94, 94]), (load: 1_000.0, agents: [892, 876, 877])])
  func definitions(load: Double, agents: [Int]) {
    // 80/20, 180 s, patience 120 s: all, served, excluding early abandonments.
    let desk = Desk.erlangA(load: load, handlingTime: 180, patience: 120)
    let definitions: [ServiceLevelDefinition] = [.all, .served, .excludingEarlyAbandonments]
    let answers = definitions.map { definition in
      desk.leastAgents(
        meeting: ServiceTarget(serviceLevel: 0.8, within: 20, as: definition))
    }
    #expect(answers == agents)
  }

  @Test("One, two and three languages of 6.5 erlangs pool to 10, 17 and 24")
  func pooling() {
    let needs = [6.5, 13, 19.5].map { load in
      Desk.erlangC(load: load, handlingTime: 180).leastAgents(meeting: eightyTwenty)
    }
    #expect(needs == [10, 17, 24])
  }

  @Test("Long waits are not lost by underflow")
  func longThresholds() throws {
    // pyworkforce says 0.6332 and 0.5420: its e^(-rate T) is 0 beyond 745.
    let small = Desk.erlangA(load: 10, handlingTime: 180, patience: 600)
    #expect(
      close(
        try #require(small.line(agents: 12)).serviceLevel(within: 14_400), 0.969_99,
        within: 1e-5))
    let large = Desk.erlangA(load: 300, handlingTime: 180, patience: 120)
    #expect(
      close(
        try #require(large.line(agents: 300)).serviceLevel(within: 600), 0.974_65, within: 1e-5))
  }

  @Test("Occupancy and abandonment are kept to the bound, not beyond")
  func otherBounds() {
    // 90 erlangs at 90 % are 100 agents, though 90 / 0.9 is not exact in doubles.
    #expect(
      Desk.erlangC(load: 90, handlingTime: 180)
        .leastAgents(meeting: ServiceTarget(maximumOccupancy: 0.9)) == 100)
    #expect(
      Desk.erlangC(load: 100.0 / 3, handlingTime: 180)
        .leastAgents(meeting: ServiceTarget(maximumOccupancy: 1.0 / 3)) == 100)
    let desk = Desk.erlangA(load: 30, handlingTime: 180, patience: 120)
    let target = ServiceTarget(maximumAbandonment: 0.03)
    let agents = desk.leastAgents(meeting: target) ?? 0
    #expect((desk.line(agents: agents)?.abandonment ?? 1) <= 0.03)
    #expect((desk.line(agents: agents - 1)?.abandonment ?? 0) > 0.03)
  }

  @Test("The answer is the first that a search one by one finds")
  func bruteForce() {
    forEvery(seed: 0..<300) { seed in
      let (desk, target) = Self.drawTask(seed: seed)
      let found = (1...400).first { agents in
        guard let line = desk.line(agents: agents) else { return false }
        return line.serviceLevel(within: target.threshold, as: target.definition)
          >= target.serviceLevel ?? 0
          && line.occupancy ?? 0 <= target.maximumOccupancy ?? 1
          && line.abandonment <= target.maximumAbandonment ?? 1
      }
      return desk.leastAgents(meeting: target) == found
    }
  }

  @Test("More traffic never needs fewer agents")
  func monotony() {
    forEvery(seed: 0..<300) { seed in
      let (desk, target) = Self.drawTask(seed: seed)
      let more = desk.with(load: desk.load * 1.03)
      guard let few = desk.leastAgents(meeting: target),
        let many = more.leastAgents(meeting: target)
      else { return false }
      return few <= many
    }
  }

  @Test("The example of the module's page gives what it says")
  func page() throws {
    let desk = Desk.erlangA(load: 200 * 180 / 1800, handlingTime: 180, patience: 120)
    let target = ServiceTarget(serviceLevel: 0.8, within: 20)
    let line = try #require(desk.line(agents: 22))
    #expect(desk.leastAgents(meeting: target) == 22)
    #expect(abs((desk.fractionalAgents(meeting: target) ?? 0) - 21.49) < 0.005)
    #expect(abs(line.serviceLevel(within: 20) - 0.829) < 0.0005)
    #expect(abs(line.abandonment - 0.056) < 0.0005)
  }

  @Test("A goal that no number keeps has no answer; no goal keeps up with the load")
  func edges() {
    let desk = Desk.erlangA(load: 30, handlingTime: 180, patience: 120)
    #expect(desk.leastAgents(meeting: ServiceTarget(serviceLevel: 1, within: 20)) == nil)
    #expect(desk.leastAgents(meeting: ServiceTarget(maximumOccupancy: 0)) == nil)
    #expect(desk.leastAgents(meeting: ServiceTarget(maximumAbandonment: 0)) == nil)
    #expect(desk.leastAgents(meeting: ServiceTarget()) == 30)
    #expect(desk.with(load: 0).leastAgents(meeting: eightyTwenty) == 1)
  }

  /// A desk of any model and a target with one to three bounds; one seed draws the same.
  static func drawTask(seed: UInt64) -> (desk: Desk, target: ServiceTarget) {
    var generator = Generator(seed: seed)
    let isPatient = seed.isMultiple(of: 2)
    let (desk, _, threshold) = WaitingLineTests.drawDesk(
      seed: seed, patience: isPatient ? nil : 10...900)
    let definitions = ServiceLevelDefinition.allCases
    let occupancy = 0.6 + 0.39 * generator.uniform()
    let abandonment = 0.01 + 0.1 * generator.uniform()
    let target = ServiceTarget(
      serviceLevel: 0.3 + 0.69 * generator.uniform(), within: threshold,
      as: definitions[generator.index(below: definitions.count)],
      maximumOccupancy: generator.index(below: 2) == 0 ? occupancy : nil,
      maximumAbandonment: generator.index(below: 3) == 0 ? abandonment : nil)
    return (desk, target)
  }
}
