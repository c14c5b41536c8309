import Staffing
import Statistics
import Testing
import Timeline
import Workforce

@Suite("Staffing for whole days")
struct RequirementDaysTests {
  private let goal = Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20)

  /// 100 contacts a half hour, 10 more or less at 10 and 90 %.
  private var forecast: Forecast {
    let band = Band(expected: 100, low: 90, high: 110)
    return SmallCentre.forecast(bands: Array(repeating: band, count: 48), handlingTime: 180)
  }

  /// Futures in which a day is busy or quiet throughout, or each slot goes its own way.
  private func futures(together: Bool) -> (QueueForecast) -> [[Int]] {
    { queue in
      var generator = Generator(seed: 5)
      return (0..<400).map { _ in
        let day = generator.normal()
        return queue.volume.map { band in
          Int(band.value(atNormalScore: together ? day : generator.normal()).rounded())
        }
      }
    }
  }

  private func agents(_ probability: Double, together: Bool) throws -> Double {
    let centre = try SmallCentre.centre(SmallCentre.queue(goal))
    let need = try requirement(
      for: forecast, named: "r", in: centre, keepingDaysWith: probability,
      futures: futures(together: together))
    return try #require(need["q"]).agents[0]
  }

  private func agents(quantile: Double) throws -> Double {
    let centre = try SmallCentre.centre(SmallCentre.queue(goal))
    return try #require(
      try requirement(for: forecast, named: "r", in: centre, quantile: quantile)["q"]
    ).agents[0]
  }

  @Test("Where whole days are busy or quiet, the probability is the quantile")
  func together() throws {
    // 400 futures: a probability of 0.9 is known to within 0.015, three of them 0.045.
    let found = try agents(0.9, together: true)
    let range = try agents(quantile: 0.85)...agents(quantile: 0.95)
    #expect(range.contains(found))
  }

  @Test("Where slots err apart, good hours make up for bad ones and less is needed")
  func apart() throws {
    let (found, together) = (try agents(0.9, together: false), try agents(quantile: 0.8))
    #expect(found < together)
  }

  @Test("A greater probability never needs fewer agents")
  func monotony() throws {
    let needs = try [0.1, 0.5, 0.8, 0.95].map { try agents($0, together: true) }
    #expect(zip(needs, needs.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(needs[0] < needs[3])
  }

  @Test("No probability, or a certain one, is a sentence", arguments: [0, 1, -1, .nan])
  func faults(probability: Double) throws {
    #expect(throws: StaffingFault.self) { try agents(probability, together: true) }
  }

  @Test("Without futures or contacts nothing is lost")
  func nothing() throws {
    let centre = try SmallCentre.centre(SmallCentre.queue(goal))
    let silent = SmallCentre.forecast(volumes: [0, 0], handlingTime: 180)
    let need = try requirement(for: silent, named: "r", in: centre, keepingDaysWith: 0.9) { _ in []
    }
    #expect(need["q"]?.agents == [0, 0])
  }
}
