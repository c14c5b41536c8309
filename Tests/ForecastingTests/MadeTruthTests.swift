import Forecasting
import Statistics
import Testing
import Timeline
import Workforce

/// What was planted in made days is recovered by the bare door within the error of what was drawn.
@Suite("Bare forecast, planted truth")
struct MadeTruthTests {
  /// Monday 2017-01-02.
  private static let firstDay = LocalDay(daysSince1970: 17_168)

  /// Days of drawn counts around a mean a day, and the forecast of the four weeks after them.
  private func rows(
    days: Int, seed: UInt64, dispersion: Double = 0, holidays: [Holiday] = [],
    _ mean: (Int) -> Double
  ) throws -> [WallClockForecast.Row] {
    var chance = Generator(seed: seed, stream: "made truth")
    let readings = (0..<days).map { day in
      WallClockSeries.Reading(
        day: Self.firstDay + day, minute: 0,
        volume: Double(chance.negativeBinomial(mean: mean(day), dispersion: dispersion)))
    }
    let series = WallClockSeries(
      name: "made", zone: .utc, slot: .days(1), readings: readings,
      holidays: HolidayCalendar(holidays))
    return try #require(
      forecast(series, from: Self.firstDay + days, days: 28, seed: 1)
    ).rows
  }

  @Test("Weekday factors are recovered", arguments: 0..<4)
  func weekdays(seed: UInt64) throws {
    let factors: [Double] = [1.4, 1.1, 1, 1, 0.9, 0.5, 0.3]
    let rows = try rows(days: 7 * 104, seed: seed) { 1000 * factors[$0 % 7] }
    try #require(rows.count == 28)
    // A weekday seen 12 weeks deep (half-life) counts about 17 days: Sundays of 300 are known to
    // 1 / sqrt(17 x 300) = 1.4 %, the others better; three times that.
    for (index, row) in rows.enumerated() {
      #expect(abs(row.volume.expected / (1000 * factors[index % 7]) - 1) < 0.042)
    }
  }

  @Test("The lift of a holiday is recovered by its name", arguments: 0..<4)
  func holiday(seed: UInt64) throws {
    let days = 7 * 104
    // A Wednesday of the second week ahead, and six before it 16 weeks apart.
    let at = (0...6).map { days + 9 - 112 * $0 }
    let holidays = at.map { Holiday(day: Self.firstDay + $0, name: "Founders' Day") }
    let rows = try rows(days: days, seed: seed, holidays: holidays) { at.contains($0) ? 400 : 1000 }
    // Ridges of 0.3 and 0.2 leave the log of 0.4 with some 3 % of its size to others: 400 x 1.03; six
    // days of 400 are known to 1 / sqrt(2400) = 2 %. Both three times over make 9 %.
    #expect(abs(rows[9].volume.expected / 400 - 1) < 0.09)
    // An ordinary Wednesday keeps its own.
    #expect(abs(rows[16].volume.expected / 1000 - 1) < 0.03)
  }

  @Test("A trend is followed", arguments: 0..<4)
  func trend(seed: UInt64) throws {
    let days = 7 * 104
    // Growth of 20 % a year.
    func mean(_ day: Int) -> Double { 1000 * exp(0.1823 * Double(day) / 365.25) }
    let rows = try rows(days: days, seed: seed, mean)
    let bias = try #require(
      Scores.bias(
        of: rows.map(\.volume.expected), against: (0..<28).map { mean(days + $0) }))
    // A level that stood still would stay 6 weeks behind (four of looking back, two ahead): 2.1 %.
    #expect(abs(bias) < 0.021)
  }

  @Test("The dispersion of days shows in the width of the band", arguments: [0.0025, 0.01, 0.04])
  func dispersion(planted: Double) throws {
    let rows = try rows(days: 7 * 104, seed: 7, dispersion: planted) { _ in 1000 }
    let widths = rows.map { ($0.volume.high - $0.volume.low) / $0.volume.expected }
    let width = widths.reduce(0, +) / Double(widths.count)
    // From 10 % to 90 % lie 2 x 1.2816 deviations of sqrt(1 / 1000 + dispersion). Some 200 days of
    // backtests know it to 1 / sqrt(400) = 5 %, the blend's own error adds up to 10 %; twice both.
    let truth = 2 * 1.2816 * (0.001 + planted).squareRoot()
    #expect(abs(width / truth - 1) < 0.3)
  }
}
