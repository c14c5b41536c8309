import Staffing
import Statistics
import TestSupport
import Testing

@Suite("The fractional need")
struct FractionalAgentsTests {
  private let eightyTwenty = ServiceTarget(serviceLevel: 0.8, within: 20)

  @Test("It lies where the line between two service levels meets the target")
  func interpolation() throws {
    // 10 erlangs of 180 s: 13 agents and 14 stand on either side of 80 % in 20 s.
    let desk = Desk.erlangC(load: 10, handlingTime: 180)
    let below = try #require(desk.line(agents: 13)).serviceLevel(within: 20)
    let above = try #require(desk.line(agents: 14)).serviceLevel(within: 20)
    #expect(below < 0.8 && above > 0.8)
    let need = try #require(desk.fractionalAgents(meeting: eightyTwenty))
    #expect(close(need, 13 + (0.8 - below) / (above - below)))
  }

  @Test("An occupancy bound alone is load / bound to the last digit")
  func occupancy() {
    let need = Desk.erlangC(load: 20.3, handlingTime: 180)
      .fractionalAgents(meeting: ServiceTarget(maximumOccupancy: 0.85))
    // 20.3 / 0.85 = 23.88235...
    #expect(close(need ?? 0, 20.3 / 0.85))
  }

  @Test("Erlang C never asks for fewer agents than erlangs")
  func keepsUp() {
    // 13.6 erlangs, 10 % in 20 s: from 0 at 13.6 to 0.2307 at 14 agents, so
    // 13.6 + 0.4 x 0.1 / 0.2307 = 13.773.
    let need = Desk.erlangC(load: 13.6, handlingTime: 60)
      .fractionalAgents(meeting: ServiceTarget(serviceLevel: 0.1, within: 20))
    #expect(close(need ?? 0, 13.773, within: 1e-4))
  }

  @Test("It brackets the whole need: more than one agent fewer, at most the same")
  func bracket() {
    forEvery(seed: 0..<400) { seed in
      let (desk, target) = LeastAgentsTests.drawTask(seed: seed)
      guard let need = desk.fractionalAgents(meeting: target),
        let whole = desk.leastAgents(meeting: target)
      else { return false }
      return Double(whole - 1) < need && need <= Double(whole)
    }
  }

  @Test("A little more traffic needs a little more, never less, without a jump")
  func smooth() {
    for desk in [
      Desk.erlangC(load: 1, handlingTime: 180),
      .erlangA(load: 1, handlingTime: 180, patience: 120),
      .chat(load: 1, handlingTime: 180, concurrency: Concurrency(limit: 3, slowdown: 1.2)),
    ] {
      var last = 0.0
      for step in 1...600 {
        let load = 0.005 * Double(step)
        guard let need = desk.with(load: load).fractionalAgents(meeting: eightyTwenty)
        else {
          Issue.record("80 % in 20 s can be kept at \(load) erlangs")
          continue
        }
        #expect(need >= last - 1e-9, "\(load) erlangs")
        // One agent carries 0.2 erlangs or so: 0.005 more need at most 0.03 more.
        #expect(need - last < 0.04, "\(load) erlangs")
        last = need
      }
    }
  }

  @Test("It goes to 0 with the load, in proportion below one agent")
  func tinyLoads() throws {
    let desk = Desk.erlangC(load: 0.05, handlingTime: 180)
    let need = try #require(desk.fractionalAgents(meeting: eightyTwenty))
    // One agent keeps 80/20 up to 0.21815 erlangs: 1 - 0.21815 e^(-0.78185 / 9) = 0.80000; so
    // 0.05 / 0.21815 = 0.2292.
    #expect(close(need, 0.2292, within: 1e-4))
    for divisor in [2.0, 1e3, 1e9, 1e50] {
      let less = try #require(
        desk.with(load: 0.05 / divisor).fractionalAgents(meeting: eightyTwenty))
      #expect(close(less * divisor, need, within: 1e-9))
    }
    #expect(desk.with(load: 0).fractionalAgents(meeting: eightyTwenty) == 0)
    #expect(
      desk.with(load: 0)
        .fractionalAgents(meeting: ServiceTarget(serviceLevel: 1, within: 20)) == nil)
  }

  @Test("Three small languages pool below one agent until one can no longer carry them")
  func languages() throws {
    // 0.05 erlangs each need one person for all three, 0.1 each two: SL(0.3) = 0.722 < 0.8.
    func need(_ load: Double) throws -> Double {
      try #require(
        Desk.erlangC(load: load, handlingTime: 180).fractionalAgents(meeting: eightyTwenty))
    }
    #expect(try 3 * need(0.05) <= 1)
    #expect(try need(0.15) <= 1)
    #expect(try need(0.3) > 1)
    #expect(try 3 * need(0.1) > 1)
  }

  @Test("The need gives just the target back, or an other bound is tighter")
  func readBack() {
    forEvery(seed: 0..<300) { seed in
      let (desk, target) = LeastAgentsTests.drawTask(seed: seed)
      guard let need = desk.fractionalAgents(meeting: target) else { return false }
      let expectation = desk.expectation(
        of: need, within: target.threshold, as: target.definition)
      let spare = [
        expectation.serviceLevel - (target.serviceLevel ?? 0),
        (target.maximumOccupancy ?? 2) - expectation.occupancy,
        (target.maximumAbandonment ?? 2) - expectation.abandonment,
      ]
      // No bound is missed, and one is just kept.
      return spare.allSatisfy { $0 > -1e-9 } && spare.contains { $0 < 1e-9 }
    }
  }
}
