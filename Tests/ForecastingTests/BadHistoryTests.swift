import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

/// Histories as sources deliver them at their worst: a sensible answer, a wide band, a word to the planner.
///
/// Three days, all zeros and a queue that fell silent are in `ForecastTests`, days of 23 and 25 hours in
/// `ClockChangeTests`, stamps that are alike or out of order in `BareHistoryTests` of the reader.
@Suite("Forecast, bad histories")
struct BadHistoryTests {
  private static let monday = LocalDay(daysSince1970: 20_794)

  /// Days before a Monday of drawn counts around a mean, weekends at half; NaN is not observed.
  private func days(
    _ count: Int, seed: UInt64 = 1, until day: LocalDay = monday, holidays: [Holiday] = [],
    _ mean: (Int) -> Double
  ) -> WallClockSeries {
    var generator = Generator(seed: seed, stream: "bad")
    let readings = (0..<count).compactMap { index -> WallClockSeries.Reading? in
      let date = day - count + index
      let mean = mean(index) * (date.weekday.number < 6 ? 1 : 0.5)
      guard !mean.isNaN else { return nil }
      return WallClockSeries.Reading(
        day: date, minute: 0,
        volume: Double(generator.negativeBinomial(mean: mean, dispersion: 0.01)))
    }
    return WallClockSeries(
      name: "bad", zone: .utc, slot: Minutes(1440), readings: readings,
      holidays: HolidayCalendar(holidays))
  }

  private func made(_ series: WallClockSeries, days: Int = 28) throws -> WallClockForecast {
    try #require(forecast(series, from: Self.monday, days: days, seed: 1))
  }

  private func total(_ forecast: WallClockForecast) -> Double {
    forecast.rows.reduce(0) { $0 + $1.volume.expected }
  }

  /// The mean width of bands over what is expected.
  private func width(_ rows: some Collection<WallClockForecast.Row>) -> Double {
    rows.reduce(0) { $0 + ($1.volume.high - $1.volume.low) / $1.volume.expected }
      / Double(rows.count)
  }

  @Test(
    "After a tenfold jump the new level goes on, wider, and the planner is told", arguments: 0..<3)
  func jump(seed: UInt64) throws {
    let jumped = try made(days(280, seed: seed) { $0 < 252 ? 100 : 1000 })
    // Four weeks of 5 + 2 x 0.5 = 6 days of 1000. Four weeks of the new level, each of whose days scatters by
    // 10 %, know it to 2 %.
    #expect(abs(total(jumped) / 24_000 - 1) < 0.1)
    let told = ["9", "10", "11"].map {
      "the level jumped on \(Self.monday - 28) to about \($0) times of what it was"
    }
    #expect(jumped.notes.contains { note in told.contains { note.hasPrefix($0) } })
    let settled = try made(days(280, seed: seed) { _ in 1000 })
    #expect(width(jumped.rows) > 1.05 * width(settled.rows))
    #expect(!settled.notes.contains { $0.hasPrefix("the level jumped") })
  }

  @Test("A level that fell to a tenth goes on there")
  func fall() throws {
    let fallen = try made(days(280) { $0 < 245 ? 2000 : 200 })
    #expect(abs(total(fallen) / 4800 - 1) < 0.1)
    #expect(fallen.notes.contains { $0.contains("to about 10 % of what it was") })
  }

  @Test("A jump is carried months ahead too")
  func jumpFar() throws {
    let series = days(280) { $0 < 252 ? 100 : 1000 }
    let far = try #require(dailyForecast(series, from: Self.monday, days: 180, seed: 1))
    let last = far.rows.suffix(28).reduce(0) { $0 + $1.volume.expected }
    #expect(abs(last / 24_000 - 1) < 0.15)
    #expect(far.notes.contains { $0.hasPrefix("the level jumped on \(Self.monday - 28)") })
  }

  @Test("A contact or two a week are expected as they come, on the mean of many queues")
  func sparse() throws {
    // A quarter of a contact on five days and an eighth on two: 1.5 a week, 6 in four weeks.
    let totals = try (UInt64(0)..<8).map { seed in
      try total(made(days(210, seed: seed) { _ in 0.25 }))
    }
    // 45 contacts seen: each known to 15 %, the mean of eight to 5 %.
    #expect(totals.allSatisfy { $0 > 3 && $0 < 10 })
    let mean: Double = totals.reduce(0, +) / 8
    #expect(abs(mean / 6 - 1) < 0.15)
  }

  @Test("Months without contacts, or not observed, leave the level of the weeks after them")
  func months() throws {
    for hole in [0, Double.nan] {
      let back = try made(days(280) { (100..<210).contains($0) ? hole : 100 })
      #expect(abs(total(back) / 2400 - 1) < 0.1)
    }
  }

  @Test("One giant day changes little, and is named")
  func giant() throws {
    let plain = days(210) { _ in 100 }
    let readings = plain.readings.enumerated().map { index, reading in
      WallClockSeries.Reading(
        day: reading.day, minute: 0, volume: index == 190 ? 100_000 : reading.volume)
    }
    let series = WallClockSeries(
      name: "giant", zone: .utc, slot: Minutes(1440), readings: readings,
      holidays: HolidayCalendar())
    let forecast = try made(series)
    let usual = try made(plain)
    #expect(abs(total(forecast) / total(usual) - 1) < 0.03)
    #expect(width(forecast.rows) < 1.3 * width(usual.rows))
    #expect(
      forecast.notes.contains { $0.hasPrefix("\(Self.monday - 20) is unlike other days") })
  }

  @Test("Negative volumes teach nothing: as if they had not been observed")
  func negative() throws {
    let planted = PlantedHistory(weeks: 8)
    var generator = Generator(seed: 9)
    let drawn = planted.draws(on: planted.grid, seed: 9, dispersion: 0.02)
    let isBad = drawn.map { _ in generator.index(below: 20) == 0 }
    func made(_ bad: Double) throws -> Forecast {
      try forecast(
        planted.history(zip(drawn, isBad).map { $1 ? bad : $0 }), over: planted.nextWeek,
        named: "f", in: .ofOneQueue(opening: .always(in: .utc)), seed: 1)
    }
    #expect(isBad.contains(true))
    #expect(try made(-50) == made(.nan))
  }

  @Test("Fractions are forecast as fractions, in proportion")
  func fractions() throws {
    let whole = days(210) { _ in 100 }
    func scaled(_ factor: Double) -> WallClockSeries {
      WallClockSeries(
        name: "parts", zone: .utc, slot: Minutes(1440),
        readings: whole.readings.map {
          .init(day: $0.day, minute: 0, volume: factor * $0.volume)
        }, holidays: HolidayCalendar())
    }
    let (small, large) = try (made(scaled(0.0037)), made(scaled(3.7)))
    #expect(abs(total(small) / 8.88 - 1) < 0.1)
    for (one, thousand) in zip(small.rows, large.rows) {
      #expect(abs(1000 * one.volume.expected - thousand.volume.expected) < 1e-6)
      #expect(abs(1000 * one.volume.low - thousand.volume.low) < 1e-6)
      #expect(one.volume.low < one.volume.high)
    }
  }

  @Test(
    "A zone that changed its rules within the history keeps the local nine o'clock peak",
    arguments: [
      // From +4 for good to +3 for good; the last summer time, kept ever since; a day that never was.
      ("Europe/Moscow", "2014-10-26"), ("Europe/Istanbul", "2016-10-30"),
      ("Pacific/Apia", "2011-12-30"),
    ])
  func rules(name: String, change: String) throws {
    var planted = PlantedHistory(zone: try Worlds.zone(name), weeks: 14)
    let day = try #require(LocalDay(change))
    planted.firstDay = day.startOfWeek(beginning: .monday) - 7 * 8
    planted.rate = { _, hour in hour >= 9 && hour < 10 ? 200 : 40 }
    let forecast = try forecast(
      planted.exact(), over: planted.nextWeek, named: "f",
      in: .ofOneQueue(opening: .always(in: planted.zone)), seed: 1)
    #expect(greatestGap(forecast.expected, planted.expected(on: planted.nextWeek)) < 1e-6)
  }

  @Test("A holiday never seen is taken as a usual one, with a wider band")
  func unseenHoliday() throws {
    let feast = Holiday(day: Self.monday + 2, name: "New Feast")
    let forecast = try made(days(210, holidays: [feast]) { _ in 100 }, days: 7)
    let widths = forecast.rows.map { ($0.volume.high - $0.volume.low) / $0.volume.expected }
    // What nobody knows of it: a relative variance of its own beside that of any day.
    #expect(widths[2] > 1.5 * widths[3])
    #expect(forecast.rows[2].volume.expected > 50 && forecast.rows[2].volume.expected < 130)
  }

  @Test("A horizon longer than the history keeps the level, ever wider, and says what it is")
  func farHorizon() throws {
    let forecast = try made(days(35) { _ in 100 }, days: 126)
    let weeks = (0..<18).map { forecast.rows[7 * $0..<7 * $0 + 7] }
    // Beyond what trials judge no autoregression runs on from its own figures.
    for week in weeks[8...] {
      let total: Double = week.reduce(0) { $0 + $1.volume.expected }
      #expect(abs(total / 600 - 1) < 0.2)
    }
    #expect(width(weeks[17]) > 1.05 * width(weeks[0]))
    #expect(
      forecast.notes.contains {
        $0.hasPrefix("the forecast reaches 126 days beyond the history's 35: ")
      })
  }

  @Test("A series that ended a year ago goes on from its last level, wider, and its age is told")
  func ended() throws {
    let fresh = try made(days(280) { _ in 100 })
    let old = try made(days(280, until: Self.monday - 364) { _ in 100 })
    #expect(abs(total(old) / 2400 - 1) < 0.15)
    #expect(width(old.rows) > 1.2 * width(fresh.rows))
    #expect(old.notes.contains { $0.hasPrefix("the history ends 364 days before the forecast") })
    #expect(!fresh.notes.contains { $0.hasPrefix("the history ends") })
  }

  /// Days with holes, silence, a jump and a giant, wherever chance puts them.
  private func wreck(seed: UInt64, scale: Double = 1, weeksLater: Int = 0) -> WallClockSeries {
    var generator = Generator(seed: seed, stream: "wreck")
    let count = 3 + generator.index(below: 200)
    let level = pow(10, 4 * generator.uniform() - 1)
    var volumes = (0..<count).map { _ in
      Double(generator.negativeBinomial(mean: level, dispersion: 0.1))
    }
    let jump = generator.index(below: count)
    if generator.index(below: 3) == 0 {
      for day in jump..<count { volumes[day] *= 10 }
    }
    volumes[generator.index(below: count)] *= 1000
    let hole = generator.index(below: count)
    let bad = generator.index(below: 2) == 0 ? 0 : Double.nan
    for day in hole..<min(count, hole + 90) where generator.index(below: 3) > 0 {
      volumes[day] = bad
    }
    volumes[0] = 1
    let first = Self.monday + 7 * weeksLater - count
    return WallClockSeries(
      name: "wreck", zone: .utc, slot: Minutes(1440),
      readings: volumes.enumerated().filter { !$1.isNaN }.map {
        .init(day: first + $0, minute: 0, volume: scale * $1)
      }, holidays: HolidayCalendar())
  }

  @Test("Whatever the wreck: finite, not negative, no quantiles that cross")
  func sane() {
    forEvery(seed: 0..<30) { seed in
      let made = forecast(wreck(seed: seed), from: Self.monday, days: 40, seed: 1)
      return made?.rows.isEmpty == false
        && made?.rows.allSatisfy { row in
          let band = row.volume
          let values = [band.lowest, band.low, band.median, band.high, band.highest]
          return values[0] >= 0 && band.expected >= 0 && band.expected.isFinite
            && values[4].isFinite && zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
        } == true
    }
  }

  @Test(
    "Whatever the wreck: eight times as much is eight times the forecast, weeks earlier the same")
  func laws() throws {
    try forEvery(seed: 0..<15) { seed in
      let plain = try #require(
        forecast(wreck(seed: seed), from: Self.monday, days: 14, seed: 1))
      // A power of two leaves no rounding.
      let eight = try #require(
        forecast(wreck(seed: seed, scale: 8), from: Self.monday, days: 14, seed: 1))
      let earlier = try #require(
        forecast(
          wreck(seed: seed, weeksLater: -10), from: Self.monday - 70, days: 14, seed: 1))
      let most = 1 + (plain.rows.map(\.volume.expected).max() ?? 0)
      return plain.rows.indices.allSatisfy { index in
        let expected = plain.rows[index].volume.expected
        return abs(eight.rows[index].volume.expected - 8 * expected) < 1e-6 * most
          && abs(earlier.rows[index].volume.expected - expected) < 1e-6 * most
      }
    }
  }
}
