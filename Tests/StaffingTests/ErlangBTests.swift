import Staffing
import Statistics
import TestSupport
import Testing

@Suite("Erlang B")
struct ErlangBTests {
  @Test("Two agents at one erlang turn away a fifth")
  func twoAgents() {
    // Weights 1, 1, 1/2 of none, one and two busy: (1/2) / (5/2) = 1/5; 1 x 4/5 erlangs are carried.
    let desk = ErlangB(load: 1, agents: 2)
    #expect(abs(desk.blocking - 0.2) < 1e-15)
    #expect(abs(desk.carried - 0.8) < 1e-15)
    #expect(abs((desk.occupancy ?? 0) - 0.4) < 1e-15)
  }

  @Test("Nobody turns everybody away, also where nobody comes")
  func nobody() {
    #expect(ErlangB(load: 3, agents: 0).blocking == 1)
    #expect(ErlangB(load: 0, agents: 0).blocking == 1)
    #expect(ErlangB(load: 0, agents: 0).occupancy == nil)
    #expect(ErlangB(load: 0, agents: 5).blocking == 0)
    #expect(ErlangB(load: 0, agents: 5).occupancy == 0)
  }

  @Test("The recursion over agents gives the same as the series")
  func recursion() {
    forEvery(seed: 0..<100) { seed in
      var generator = Generator(seed: seed)
      let load = 0.05 + 60 * generator.uniform()
      let agents = 1 + generator.index(below: 100)
      // B(0) = 1, B(n) = A B(n-1) / (n + A B(n-1)).
      var blocking = 1.0
      for busy in 1...agents {
        blocking = load * blocking / (Double(busy) + load * blocking)
      }
      let answer = ErlangB(load: load, agents: agents)
      return close(answer.blocking, blocking) && close(answer.carried, load * (1 - blocking))
    }
  }

  @Test("What cannot be written as a number is 0, not a NaN")
  func farTail() {
    // About e^-40,000: the load of one contact in a thousand years for 10,000 agents.
    #expect(ErlangB(load: 1, agents: 10_000).blocking == 0)
    #expect(ErlangB(load: 1e-200, agents: 2).blocking == 0)
    #expect(ErlangB(load: 1e-200, agents: 2).carried == 0)
  }
}

/// Equal but for rounding: 1e-12 of the greater, or of 1 for differences of shares.
func close(_ left: Double, _ right: Double, within tolerance: Double = 1e-12) -> Bool {
  abs(left - right) <= tolerance * max(abs(left), abs(right), 1e-3)
}
