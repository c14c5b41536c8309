import Staffing
import Statistics
import TestSupport
import Testing
import Workforce

@Suite("The waiting line")
struct WaitingLineTests {
  @Test("One agent at half load, whose customers wait for ever, is M/M/1")
  func oneAgent() throws {
    let line = try #require(Desk.erlangC(load: 0.5, handlingTime: 100).line(agents: 1))
    // P(wait) = 0.5; wait 100 s x 0.5 / (1 - 0.5) = 100 s; queue 0.5 / 100 x 100 = 0.5;
    // P(wait > 200 s) = 0.5 e^(-0.5 x 200 / 100) = 0.5 e^-1 = 0.183940.
    #expect(close(line.waitShare, 0.5))
    #expect(close(line.meanWait, 100))
    #expect(close(line.meanQueue, 0.5))
    #expect(close(line.miss(within: 200), 0.183_939_720_585_721))
    #expect(close(line.serviceLevel(within: 200), 0.816_060_279_414_279))
    #expect(line.abandonment == 0 && line.meanWaitOfAbandoned == nil)
  }

  @Test("One agent whose customers are as patient as contacts are long")
  func impatientOneAgent() throws {
    let desk = Desk.erlangA(load: 1, handlingTime: 300, patience: 300)
    let line = try #require(desk.line(agents: 1))
    // All n contacts leave at rate n, so n is Poisson of mean 1: P(n = 0) = 1/e is at once,
    // busy 1 - 1/e, so 1/e of the load is lost; 1/e wait on average.
    let e = 2.718_281_828_459_045
    #expect(close(line.freeShare, 1 / e))
    #expect(close(line.occupancy ?? 0, 1 - 1 / e))
    #expect(close(line.abandonment, 1 / e))
    #expect(close(line.meanQueue, 1 / e))
  }

  @Test("Erlang C is Erlang B with a line: C = N B / (N - A (1 - B))")
  func blockingToWaiting() {
    forEvery(seed: 0..<200) { seed in
      let (desk, agents, _) = Self.drawDesk(seed: seed, patience: nil)
      guard let line = desk.line(agents: agents) else { return Double(agents) <= desk.load }
      let blocking = ErlangB(load: desk.load, agents: agents).blocking
      let waiting =
        Double(agents) * blocking / (Double(agents) - desk.load * (1 - blocking))
      return close(line.waitShare, waiting, within: 1e-10)
    }
  }

  @Test("Customers who hardly ever leave wait as those who never do")
  func patienceWithoutEnd() throws {
    let patient = try #require(
      Desk.erlangA(load: 20, handlingTime: 240, patience: 1e12).line(agents: 24))
    let endless = try #require(Desk.erlangC(load: 20, handlingTime: 240).line(agents: 24))
    // They differ by about wait / patience = 1e-10.
    #expect(close(patient.waitShare, endless.waitShare, within: 1e-9))
    #expect(close(patient.meanWait, endless.meanWait, within: 1e-9))
    #expect(close(patient.miss(within: 30), endless.miss(within: 30), within: 1e-9))
    #expect(
      Desk.erlangA(load: 20, handlingTime: 240, patience: .infinity)
        == Desk.erlangC(load: 20, handlingTime: 240))
  }

  @Test("Customers without patience leave at once: Erlang B")
  func noPatience() throws {
    let line = try #require(
      Desk.erlangA(load: 20, handlingTime: 240, patience: 1e-9).line(agents: 24))
    let blocking = ErlangB(load: 20, agents: 24).blocking
    #expect(close(line.abandonment, blocking, within: 1e-9))
  }

  @Test("Nobody gets lost: served, left and their waits add up")
  func conservation() {
    forEvery(seed: 0..<300) { seed in
      let (desk, agents, threshold) = Self.drawDesk(seed: seed, patience: 10...900)
      guard let line = desk.line(agents: agents), let ofServed = line.meanWaitOfServed,
        let ofAbandoned = line.meanWaitOfAbandoned, let patience = desk.patience
      else { return false }
      return close(line.freeShare + line.waitShare, 1)
        && close(line.served + line.abandonment, 1)
        && close(line.serviceLevel(within: threshold) + line.miss(within: threshold), 1)
        && close(
          line.meanWait, line.served * ofServed + line.abandonment * ofAbandoned, within: 1e-10)
        // Those who wait leave at rate queue / patience (Little's law on impatience).
        && close(
          line.abandonment * desk.load / desk.handlingTime, line.meanQueue / patience,
          within: 1e-10)
    }
  }

  @Test("The three service levels are shares of the same contacts")
  func definitions() throws {
    // design figures for 100 erlangs of 180 s, patience 120 s, 96 agents, 20 s.
    let desk = Desk.erlangA(load: 100, handlingTime: 180, patience: 120)
    let line = try #require(desk.line(agents: 96))
    #expect(close(line.serviceLevel(within: 20), 0.8046, within: 1e-4))
    #expect(close(line.serviceLevel(within: 20, as: .served), 0.8623, within: 1e-4))
    let early = ServiceLevelDefinition.excludingEarlyAbandonments
    #expect(close(line.serviceLevel(within: 20, as: early), 0.8539, within: 1e-4))
    forEvery(seed: 0..<200) { seed in
      let (desk, agents, threshold) = Self.drawDesk(seed: seed, patience: 10...900)
      guard let line = desk.line(agents: agents) else { return false }
      let inTime = line.serviceLevel(within: threshold)
      return close(line.serviceLevel(within: threshold, as: .served) * line.served, inTime)
        && close(
          line.serviceLevel(within: threshold, as: early)
            * (1 - line.abandonment(within: threshold)), inTime, within: 1e-10)
    }
  }

  @Test("More time to answer serves more in time, from those served at once to all who are served")
  func threshold() {
    forEvery(seed: 0..<100) { seed in
      let (desk, agents, _) = Self.drawDesk(seed: seed, patience: 10...900)
      guard let line = desk.line(agents: agents) else { return false }
      let levels = [0, 1, 10, 60, 600, 1e9].map { line.serviceLevel(within: $0) }
      return zip(levels, levels.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 }
        && close(levels[0], line.freeShare) && close(levels[5], line.served)
        && line.abandonment(within: 0) == 0
        && close(line.abandonment(within: 1e9), line.abandonment)
    }
  }

  @Test("More agents never serve worse")
  func moreAgents() {
    forEvery(seed: 0..<300) { seed in
      let (desk, agents, threshold) = Self.drawDesk(seed: seed, patience: 10...900)
      guard let few = desk.line(agents: agents), let more = desk.line(agents: agents + 1)
      else { return false }
      return ServiceLevelDefinition.allCases.allSatisfy { definition in
        few.serviceLevel(within: threshold, as: definition)
          <= more.serviceLevel(within: threshold, as: definition) + 1e-12
      } && few.abandonment >= more.abandonment && few.meanWait >= more.meanWait
        && few.occupancy ?? 1 >= more.occupancy ?? 0
    }
  }

  @Test("Without a steady state there is no line, and never a negative wait")
  func unstable() {
    let desk = Desk.erlangC(load: 10, handlingTime: 180)
    #expect(desk.line(agents: 0) == nil)
    #expect(desk.line(agents: 9) == nil)
    #expect(desk.line(agents: 10) == nil)
    #expect((desk.line(agents: 11)?.meanWait ?? -1) > 0)
  }

  @Test("Customers who leave keep any desk stable, also one without agents")
  func noAgents() throws {
    let line = try #require(
      Desk.erlangA(load: 200, handlingTime: 180, patience: 120).line(agents: 0))
    #expect(line.abandonment == 1 && line.served == 0 && line.waitShare == 1)
    #expect(line.serviceLevel(within: 20) == 0)
    #expect(line.serviceLevel(within: 20, as: .served) == 0)
    #expect(line.meanWaitOfServed == nil && line.occupancy == nil)
    // All wait until they leave.
    #expect(close(line.meanWait, 120, within: 1e-10))
  }

  @Test("Where nobody comes, whoever came would be served at once")
  func noLoad() throws {
    for desk in [
      Desk.erlangC(load: 0, handlingTime: 180),
      .erlangA(load: 0, handlingTime: 180, patience: 60),
      .erlangC(load: 1e-300, handlingTime: 180),
    ] {
      let line = try #require(desk.line(agents: 1))
      #expect(line.serviceLevel(within: 0) == 1 && line.miss(within: 20) == 0)
      #expect(line.meanWait == 0 && line.occupancy == 0 && line.abandonment == 0)
    }
  }

  @Test("Every figure of desks of all sizes is a number")
  func finite() {
    let loads = [1e-9, 0.01, 1, 90, 5_000, 50_000]
    for load in loads {
      for share in [0.5, 0.99, 1, 1.01, 1.5] {
        for patience in [1e-9, 0.1, 60, 3_600] {
          let desk = Desk.erlangA(load: load, handlingTime: 300, patience: patience)
          guard let line = desk.line(agents: Int(load * share) + 1) else {
            Issue.record("a desk with patience always has a steady state")
            continue
          }
          let shares = [
            line.freeShare, line.waitShare, line.abandonment, line.served,
            line.serviceLevel(within: 20), line.miss(within: 20), line.occupancy ?? -1,
            line.abandonment(within: 20), line.serviceLevel(within: 20, as: .served),
          ]
          #expect(
            shares.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 }, "\(load) \(share) \(patience)")
          #expect(line.meanWait >= 0 && line.meanWait < .infinity)
        }
      }
    }
  }

  /// A desk with agents around its load, and a threshold; one seed draws the same.
  static func drawDesk(
    seed: UInt64, patience: ClosedRange<Double>?
  ) -> (desk: Desk, agents: Int, threshold: Double) {
    var generator = Generator(seed: seed)
    func draw(_ range: ClosedRange<Double>) -> Double {
      range.lowerBound + (range.upperBound - range.lowerBound) * generator.uniform()
    }
    let load = 0.1 + 80 * generator.uniform() * generator.uniform()
    let handlingTime = draw(30...900)
    let desk =
      patience.map { range in
        Desk.erlangA(load: load, handlingTime: handlingTime, patience: draw(range))
      } ?? Desk.erlangC(load: load, handlingTime: handlingTime)
    return (desk, 1 + Int(load * draw(0.6...1.4)), draw(1...90))
  }
}
