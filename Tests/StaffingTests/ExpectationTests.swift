import Staffing
import Statistics
import TestSupport
import Testing

@Suite("What a number of agents gives")
struct ExpectationTests {
  @Test("Whole agents give their steady state")
  func whole() throws {
    let desk = Desk.erlangA(load: 12, handlingTime: 240, patience: 150)
    let line = try #require(desk.line(agents: 13))
    let expectation = desk.expectation(of: 13, within: 20)
    #expect(expectation.serviceLevel == line.serviceLevel(within: 20))
    #expect(expectation.abandonment == line.abandonment)
    #expect(expectation.occupancy == line.occupancy)
  }

  @Test("Part of an agent is a whole one shared with others")
  func shared() {
    // Half of an agent with 0.1 erlangs is an agent with 0.2: busy 0.2 of the time,
    // 1 - 0.2 e^(-0.8 x 20 / 180) = 0.817011 in time.
    let expectation = Desk.erlangC(load: 0.1, handlingTime: 180).expectation(of: 0.5, within: 20)
    #expect(close(expectation.serviceLevel, 0.817_011, within: 1e-6))
    #expect(close(expectation.occupancy, 0.2))
  }

  @Test("Nobody serves nobody, and agents who cannot keep up serve nobody in time")
  func overrun() {
    let patient = Desk.erlangC(load: 10, handlingTime: 180)
    #expect(
      patient.expectation(of: 0, within: 20)
        == Expectation(serviceLevel: 0, abandonment: 0, occupancy: 0))
    for agents in [0.4, 1, 3.7, 9, 10] {
      #expect(
        patient.expectation(of: agents, within: 20)
          == Expectation(serviceLevel: 0, abandonment: 0, occupancy: 1))
    }
    let impatient = Desk.erlangA(load: 10, handlingTime: 180, patience: 120)
    #expect(
      impatient.expectation(of: 0, within: 20)
        == Expectation(serviceLevel: 0, abandonment: 1, occupancy: 0))
    // A millionth of an agent carries a millionth of an erlang out of ten.
    let sliver = impatient.expectation(of: 1e-6, within: 20)
    #expect(sliver.serviceLevel == 0 && sliver.occupancy == 1)
    #expect(close(sliver.abandonment, 1 - 1e-7))
  }

  @Test("A little more agent is never worse, and never a jump")
  func smooth() {
    forEvery(seed: 0..<60) { seed in
      let (desk, _, threshold) = WaitingLineTests.drawDesk(
        seed: seed, patience: seed.isMultiple(of: 2) ? nil : 10...900)
      let steps = (0...400).map { step in
        desk.expectation(of: desk.load * 1.5 * Double(step) / 400, within: threshold)
      }
      return zip(steps, steps.dropFirst()).allSatisfy { before, after in
        before.serviceLevel <= after.serviceLevel + 1e-9
          && before.abandonment >= after.abandonment - 1e-9
      }
    }
  }
}
