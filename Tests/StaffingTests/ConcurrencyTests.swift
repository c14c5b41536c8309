import Staffing
import Statistics
import TestSupport
import Testing

@Suite("Chats at once")
struct ConcurrencyTests {
  /// Completions of an agent with 1 to 5 chats at once against one chat alone: the factors in use
  /// among chat planners (callcentrehelper.com, "Erlang C for Chat").
  private let factors = [1, 1.7, 2.5, 2.9, 3.5]

  @Test("A slowdown grows evenly up to the limit")
  func curve() {
    // 1, 1.1 and 1.2 times as long: 1 / 1, 2 / 1.1, 3 / 1.2 = 2.5.
    let three = Concurrency(limit: 3, slowdown: 1.2)
    #expect(zip(three.throughput, [1, 2 / 1.1, 2.5]).allSatisfy { close($0, $1) })
    #expect(Concurrency(limit: 1, slowdown: 1.4) == .single)
    #expect(Concurrency(limit: 2, slowdown: 1).throughput == [1, 2])
  }

  @Test("An agent puts aside a chat that would slow the others down too much")
  func levelCurve() {
    #expect(Concurrency(limit: 2, slowdown: 4).throughput == [1, 1])
    #expect(Concurrency(throughput: [1, 1.5, 1.2]).throughput == [1, 1.5, 1.5])
  }

  @Test(
    "60 and 240 chats in half an hour of 600 s, 80 % in 30 s",
    arguments: [
      (chats: 60, atOnce: 2, agents: 15), (chats: 60, atOnce: 3, agents: 10),
      (chats: 240, atOnce: 2, agents: 52), (chats: 240, atOnce: 3, agents: 35),
    ])
  func ownFigures(chats: Int, atOnce: Int, agents: Int) {
    // 60 x 600 / 1800 = 20 erlangs. Erlang C for the load / 1.7 says 16 (60 chats, 2 at once),
    // for the load / 2 it says 13.
    let desk = Desk.chat(
      load: Double(chats) * 600 / 1800, handlingTime: 600,
      concurrency: Concurrency(throughput: Array(factors.prefix(atOnce))))
    #expect(desk.leastAgents(meeting: ServiceTarget(serviceLevel: 0.8, within: 30)) == agents)
  }

  @Test("One chat at a time is Erlang C, and Erlang A with patience")
  func single() {
    let one = Concurrency(limit: 1, slowdown: 1)
    #expect(
      Desk.chat(load: 9, handlingTime: 500, concurrency: one)
        == Desk.erlangC(load: 9, handlingTime: 500))
    #expect(
      Desk.chat(load: 9, handlingTime: 500, patience: 80, concurrency: one)
        == Desk.erlangA(load: 9, handlingTime: 500, patience: 80))
  }

  @Test("Chats that do not slow each other are as many agents with one each")
  func withoutSlowdown() {
    forEvery(seed: 0..<60) { seed in
      var generator = Generator(seed: seed)
      let load = 0.2 + 40 * generator.uniform()
      let atOnce = 2 + generator.index(below: 4)
      let agents = 1 + Int(load * (0.8 + generator.uniform()) / Double(atOnce))
      let patience = 20 + 600 * generator.uniform()
      let chat = Desk.chat(
        load: load, handlingTime: 600, patience: patience,
        concurrency: Concurrency(limit: atOnce, slowdown: 1))
      let calls = Desk.erlangA(load: load, handlingTime: 600, patience: patience)
      guard let left = chat.line(agents: agents), let right = calls.line(agents: atOnce * agents)
      else { return false }
      return close(left.waitShare, right.waitShare, within: 1e-10)
        && close(left.serviceLevel(within: 30), right.serviceLevel(within: 30), within: 1e-10)
        && close(left.abandonment, right.abandonment, within: 1e-10)
    }
  }

  @Test("One agent with two chats at once, by hand")
  func byHand() throws {
    // 1 erlang, 1.6 of two at once: p1 = p0 / 1, p2 = p1 / 1.6, then each state 1 / 1.6 of the one
    // before: weights 1, 1 and 0.625 / (1 - 0.625) = 5/3. Wait: (5/3) / (11/3) = 5/11.
    let desk = Desk.chat(
      load: 1, handlingTime: 100, concurrency: Concurrency(throughput: [1, 1.6]))
    let line = try #require(desk.line(agents: 1))
    #expect(close(line.waitShare, 5.0 / 11))
    #expect(close(line.occupancy ?? 0, 1 / 1.6))
    // The line empties at 1.6 - 1 chats per 100 s: waits of 100 / 0.6 s in the mean.
    #expect(close(line.meanWait, 5.0 / 11 * 100 / 0.6))
  }

  @Test("More chats at once never need more agents")
  func moreAtOnce() {
    let target = ServiceTarget(serviceLevel: 0.8, within: 30)
    forEvery(seed: 0..<60) { seed in
      var generator = Generator(seed: seed)
      let load = 0.2 + 100 * generator.uniform()
      let needs = (1...5).compactMap { atOnce in
        Desk.chat(
          load: load, handlingTime: 600,
          concurrency: Concurrency(throughput: Array(factors.prefix(atOnce)))
        ).fractionalAgents(meeting: target)
      }
      return needs.count == 5 && zip(needs, needs.dropFirst()).allSatisfy { $0 >= $1 }
    }
  }
}
