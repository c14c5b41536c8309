import Statistics
import TestSupport
import Testing
import Workforce

@testable import Forecasting

@Suite("Spread by days ahead")
struct SpreadTests {
  /// Misses of eight trials of four weeks of days of slots of 100, as fractions by days ahead.
  ///
  /// All slots of a day have the deviation `common` together, and each one its `own`.
  private func residuals(
    slots: Int = 24, common: (Int) -> Double, own: Double, seed: UInt64
  ) -> [Spread.Residual] {
    var generator = Generator(seed: seed, stream: "spread")
    return (0..<8).flatMap { trial in
      (0..<28).flatMap { day -> [Spread.Residual] in
        let miss = common(day) * generator.normal()
        return (0..<slots).map { slot in
          Spread.Residual(
            expected: 100, actual: max(0, 100 * (1 + miss + own * generator.normal())),
            lead: day * slots + slot, day: 1000 * trial + day)
        }
      }
    }
  }

  private func spread(
    _ residuals: [Spread.Residual], slots: Int = 24, drift: DayDrift? = nil
  ) -> Spread {
    Spread(
      of: residuals, slotsPerDay: slots, week: 7, isShort: false, isYoung: false,
      isCounted: false, drift: drift, seed: 1)
  }

  private func width(_ spread: Spread, day: Int, slots: Int = 24, around mean: Double = 100)
    -> Double
  {
    let band = spread.band(around: mean, lead: day * slots, doubt: 0)
    return band.high - band.low
  }

  /// The drift of 700 days that walk by a share a day.
  private func drift(step: Double) throws -> DayDrift {
    var generator = Generator(seed: 7)
    var level = 6.0
    let table = DayTable.planted(
      (0..<700).map { _ in
        level += step * generator.normal()
        return exp(level + 0.02 * generator.normal())
      })
    return try #require(
      DayDrift(of: table, columns: CalendarColumns(of: table), through: table.pastDays))
  }

  @Test("Bands are as wide as what was missed, the same at any distance where misses are")
  func steady() {
    let spread = self.spread(residuals(common: { _ in 0 }, own: 0.1, seed: 1))
    // 80 % of normal misses of 10 lie within 2 x 12.8.
    for day in [0, 10, 27] { #expect(abs(width(spread, day: day) - 25.6) < 2) }
  }

  @Test("Where misses grow with the days ahead, bands do, and go on to")
  func growing() {
    let spread = self.spread(
      residuals(common: { 0.03 + 0.006 * Double($0) }, own: 0.02, seed: 2))
    let widths = [0, 1, 4, 10, 17, 25, 60, 120].map { width(spread, day: $0) }
    #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    // Half of what was seen is believed: 0.036 tomorrow, 0.19 in the fourth week.
    #expect(widths[5] > 1.5 * widths[0])
    #expect(widths[7] > 1.2 * widths[5])
  }

  @Test("Without a trial nobody knows: wide at once, wider later")
  func untried() {
    let spread = self.spread([])
    // A quarter: 2 x 1.28 x 25.
    #expect(abs(width(spread, day: 0) - 64) < 0.5)
    #expect(abs(width(spread, day: 25) / width(spread, day: 0) - 1.45) < 0.01)
    #expect(width(spread, day: 120) > 1.5 * width(spread, day: 25))
  }

  @Test(
    "A level that walks widens whole days by its drift, and slots only by what they share of it")
  func drifting() throws {
    let drift = try self.drift(step: 0.04)
    let whole = spread(
      residuals(slots: 1, common: { _ in 0.1 }, own: 0, seed: 3), slots: 1, drift: drift)
    let ratio = width(whole, day: 25, slots: 1) / width(whole, day: 0, slots: 1)
    #expect(abs(ratio - drift.sizes[5] / drift.sizes[0]) < 1e-6)
    #expect(ratio > 2)
    let chance = spread(residuals(common: { _ in 0 }, own: 0.1, seed: 4), drift: drift)
    #expect(width(chance, day: 25) / width(chance, day: 0) < 1.1)
    let half = spread(residuals(common: { _ in 0.07 }, own: 0.07, seed: 5), drift: drift)
    let part = width(half, day: 25) / width(half, day: 0)
    #expect(part > 1.2 && part < ratio)
  }

  @Test("Quantiles never cross, whatever was missed and however far ahead")
  func order() throws {
    let drift = try self.drift(step: 0.05)
    forEvery(seed: 0..<10) { seed in
      let misses = residuals(slots: 4, common: { 0.02 * Double($0) }, own: 0.5, seed: seed)
      return [nil, drift].allSatisfy { drift in
        [true, false].allSatisfy { isCounted in
          let spread = Spread(
            of: misses, slotsPerDay: 4, week: 7, isShort: seed % 2 == 0, isYoung: seed % 3 == 0,
            isCounted: isCounted, drift: drift, seed: seed)
          return [1e-9, 0.01, 0.4, 1.9, 2, 7, 90, 1e6].allSatisfy { mean in
            [0, 5, 30, 100, 2000].allSatisfy { lead in
              let band = spread.band(around: mean, lead: lead, doubt: 0.1)
              let values = [band.lowest, band.low, band.median, band.high, band.highest]
              return values[0] >= 0 && values[4].isFinite
                && zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
            }
          }
        }
      }
    }
  }
}
