import Statistics
import TestSupport
import Testing

@testable import Forecasting

@Suite("The drift of days")
struct DayDriftTests {
  /// Days whose level walks by `steps` a day, as logarithms, with noise about it.
  private func days(
    _ count: Int, noise: Double, seed: UInt64, step: (Int) -> Double
  ) -> [Double] {
    var generator = Generator(seed: seed, stream: "drift")
    var level = log(500.0)
    return (0..<count).map { day in
      level += step(day) * generator.normal()
      return exp(level + noise * generator.normal()) * (day % 7 < 5 ? 1 : 0.6)
    }
  }

  private func drift(_ volumes: [Double]) -> DayDrift? {
    let table = DayTable.planted(volumes)
    return DayDrift(of: table, columns: CalendarColumns(of: table), through: table.pastDays)
  }

  @Test("A level that stays is missed by as much in four weeks as tomorrow")
  func steady() throws {
    let drift = try #require(self.drift(days(700, noise: 0.05, seed: 1) { _ in 0 }))
    #expect(drift.sizes[5] / drift.sizes[0] < 1.15)
    // The mean size of normal noise is 0.80 of its deviation: 0.04, and a little for the level.
    #expect(abs(drift.sizes[0] - 0.04) < 0.006)
    // 80 % lie within 1.28 deviations, 1.61 mean sizes; 95 % within 1.96, 2.46.
    #expect(abs(drift.reach.inner - 1.61) < 0.15)
    #expect(abs(drift.reach.outer - 2.46) < 0.25)
  }

  @Test("A level that walks is missed the more the further ahead")
  func walk() throws {
    // A walk of 0.03 a day without noise: 25 days ahead 0.15, five times tomorrow's 0.03. A smoothing lags
    // a little, so that tomorrow's is more.
    let ratios = try (UInt64(0)..<5).map { seed in
      let sizes = try #require(self.drift(days(900, noise: 0, seed: seed) { _ in 0.03 })).sizes
      #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 <= $1 })
      return sizes[5] / sizes[0]
    }
    let mean = ratios.reduce(0, +) / 5
    #expect(mean > 3 && mean < 6)
  }

  @Test("Too short a past tells nothing, nor one of zeros")
  func nothing() {
    #expect(drift(days(83, noise: 0.1, seed: 4) { _ in 0 }) == nil)
    #expect(drift(days(84, noise: 0.1, seed: 4) { _ in 0 }) != nil)
    #expect(drift(Array(repeating: 0, count: 200)) == nil)
    // Nothing is ever missed where every week is the same.
    #expect(drift((0..<200).map { $0 % 7 < 5 ? 10 : 5 }) == nil)
  }
}
