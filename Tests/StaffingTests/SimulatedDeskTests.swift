import Staffing
import Testing

@Suite("The formulas against a simulation")
struct SimulatedDeskTests {
  @Test("Erlang A", arguments: [(load: 10.0, agents: 11), (load: 30.0, agents: 29)])
  func erlangA(load: Double, agents: Int) throws {
    let simulated = SimulatedDesk(
      load: load, handlingTime: 180, patience: 120, agents: agents, threshold: 20)
    let desk = Desk.erlangA(load: load, handlingTime: 180, patience: 120)
    expectAgreement(try #require(desk.line(agents: agents)), with: simulated)
  }

  @Test(
    "Chat",
    arguments: [(throughput: [1, 1.7], agents: 15), (throughput: [1, 1.7, 2.5], agents: 10)])
  func chat(throughput: [Double], agents: Int) throws {
    // 60 chats of 600 s in half an hour.
    let simulated = SimulatedDesk(
      load: 20, handlingTime: 600, agents: agents, throughput: throughput, threshold: 30)
    let desk = Desk.chat(
      load: 20, handlingTime: 600, concurrency: Concurrency(throughput: throughput))
    expectAgreement(try #require(desk.line(agents: agents)), with: simulated)
  }

  /// Each figure within 3 standard errors of 200,000 contacts.
  private func expectAgreement(_ line: WaitingLine, with simulated: SimulatedDesk) {
    let batches = simulated.batches(40, of: 5_000, seed: 1)
    let figures: [(String, Double, (SimulatedDesk.Batch) -> Double)] = [
      ("waited", line.waitShare, \.waited),
      ("in time", line.serviceLevel(within: simulated.threshold), \.inTime),
      ("abandoned", line.abandonment, \.abandoned),
      ("wait", line.meanWait, \.wait),
    ]
    for (name, formula, figure) in figures {
      let (mean, error) = estimate(batches, figure)
      #expect(
        abs(formula - mean) <= 3 * error, "\(name): \(formula) against \(mean) +- \(error)")
    }
  }
}
