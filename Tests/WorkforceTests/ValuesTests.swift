import TestSupport
import Testing
import Timeline
import Workforce

/// The smallest nouns: names, amounts and choices.
@Suite("Identifier, Money, Prices, Channel")
struct ValuesTests {
  @Test("Ids are ordered by their text and kept as text in files")
  func identifiers() throws {
    let ids: [Queue.ID] = ["fr", "de", "de-2"]
    #expect(ids.sorted() == ["de", "de-2", "fr"])
    #expect(try throughJSON(ids) == ids)
    #expect(ids.map(\.description) == ["fr", "de", "de-2"])
  }

  @Test("Money is added, scaled and kept to the last bit")
  func money() throws {
    #expect(Money(3) + Money(4) - Money(2) == Money(5))
    #expect(0.5 * Money(3) == Money(1.5))
    #expect(Money(1) < Money(2))
    #expect(try throughJSON([Money(0.1 + 0.2)]) == [Money(0.1 + 0.2)])
  }

  @Test("A missing hour of voice is the measure of the others")
  func prices() throws {
    let prices = Prices(chatFactor: 0.7, emailFactor: 0.2)
    #expect(Channel.allCases.map { prices.factor(of: $0) } == [1, 0.7, 0.2, 0.2])
    #expect(try throughJSON(prices) == prices)
  }

  @Test("Only e-mail and calls of our own can wait for hours")
  func channels() {
    #expect(Channel.allCases.filter(\.isDeferred) == [.email, .outbound])
  }

  @Test("Contracts, goals, premiums and coverage go through a file")
  func coding() throws {
    #expect(try throughJSON(Worlds.fullTime) == Worlds.fullTime)
    let goal = Goal(model: .backlog, maximumOccupancy: 0.85, answerWithin: .hours(4))
    #expect(try throughJSON(goal) == goal)
    let premiums = Premiums(night: 0.25, nightFrom: try time("20:00"), sunday: 0.5, holiday: 1)
    #expect(try throughJSON(premiums) == premiums)
    let coverage = Coverage(
      grid: Grid(start: try moment("2026-12-07T00:00Z"), slot: Minutes(15), count: 1),
      queues: [QueueCoverage(queue: "de", required: [2.5], serving: [1 / 3])], idle: [0],
      onDuty: [3])
    #expect(try throughJSON(coverage) == coverage)
  }
}
