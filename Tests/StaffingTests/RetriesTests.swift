import Staffing
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Callers who try again, and calls that the centre makes")
struct RetriesTests {
  private let desk = Desk.erlangA(load: 20, handlingTime: 180, patience: 60)

  @Test("All calls are the first ones and those of the ones who hung up and came back")
  func balance() {
    forEvery(seed: 0..<40) { seed in
      let share = Double(seed % 10) / 10
      let agents = 5 + Double(seed)
      let all = desk.withRetries(share, agents: agents)
      let lost = all.expectation(of: agents, within: 0).abandonment
      return close(all.load, 20 + share * lost * all.load, within: 1e-7) && all.load >= 20
    }
  }

  @Test("Who tries again makes more work, and more agents are needed the more do")
  func need() throws {
    let target = ServiceTarget(serviceLevel: 0.8, within: 20)
    let needs = try [0, 0.3, 0.6, 0.9].map {
      try #require(desk.need(meeting: target, retries: $0)).agents
    }
    #expect(zip(needs, needs.dropFirst()).allSatisfy { $0 < $1 })
    #expect(needs[0] == desk.fractionalAgents(meeting: target))
    // The need keeps the target for all calls.
    let all = desk.withRetries(0.6, agents: needs[2])
    #expect(abs(all.expectation(of: needs[2], within: 20).serviceLevel - 0.8) < 1e-6)
  }

  @Test("Hopelessly few agents, and callers who all come back for ever, end")
  func hopeless() {
    #expect(desk.withRetries(1, agents: 1).load.isFinite)
    #expect(desk.withRetries(1, agents: 0).load.isFinite)
    #expect(Desk.erlangC(load: 5, handlingTime: 60).withRetries(0.5, agents: 6).load == 5)
  }

  // 100 attempts: 30 % talk for 300 s, 70 % ring for 40 s in vain: 90 + 28 = 118 s each;
  // 100 x 118 / 1800 = 6.5556 erlangs.
  @Test("An attempt costs its talk where somebody answers, and its ringing where nobody does")
  func outbound() throws {
    let queue = Queue(
      id: "q", channel: .outbound, language: "de", opening: .always(in: .utc),
      goal: Goal(model: .backlog, maximumOccupancy: 1, answerWithin: .hours(1)),
      dialing: Dialing(connectRate: 0.3, attemptTime: 40))
    let forecast = SmallCentre.forecast(volumes: [100, 0], handlingTime: 300)
    let need = try #require(
      try requirement(for: forecast, named: "r", in: SmallCentre.centre(queue))["q"])
    #expect(need.handlingTime == [118, 118])
    // Within the hour, half of it in each half hour.
    #expect(need.agents == [3.28, 3.28])
  }
}
