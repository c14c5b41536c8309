import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Months ahead")
struct LongRangeTests {
  private static let monday = LocalDay(daysSince1970: 20_794 - 7 * 260)

  /// Feasts that move: as far from the same date as Easter and Eid do.
  private static func holidays(years: Int) -> [Holiday] {
    (0..<years).map { year in
      Holiday(day: monday + (365 * year + 100 - 11 * year), name: "Moving Feast")
    }
  }

  /// Truth: 400 a day, half on Sundays, a wave of 20 % a year, some growth, a feast of 40 %.
  private static func mean(_ day: LocalDay, growth: Double, feasts: Set<LocalDay>) -> Double {
    let years = Double(day - monday) / 365.2425
    let season = 1 + 0.2 * sin(2 * Double.pi * years)
    let week = day.weekday == .sunday ? 0.5 : 1.0
    return 400 * pow(1 + growth, years) * season * week * (feasts.contains(day) ? 0.4 : 1)
  }

  private static func series(
    weeks: Int, growth: Double = 0, seed: UInt64, scale: Double = 1, holidays: [Holiday] = [],
    isDrawn: Bool = true
  ) -> WallClockSeries {
    let feasts = Set(holidays.map(\.day))
    var generator = Generator(seed: seed, stream: "long")
    let readings = (0..<7 * weeks).map { index in
      let day = monday + index
      let mean = mean(day, growth: growth, feasts: feasts)
      let count =
        isDrawn ? Double(generator.negativeBinomial(mean: mean, dispersion: 0.004)) : mean
      return WallClockSeries.Reading(day: day, minute: 0, volume: scale * count)
    }
    return WallClockSeries(
      name: "planted", zone: .utc, slot: Minutes(1440), readings: readings,
      holidays: HolidayCalendar(holidays))
  }

  @Test("Season, weekdays and a feast that moves are found a year and a half ahead")
  func planted() throws {
    let holidays = Self.holidays(years: 6)
    let series = Self.series(weeks: 208, seed: 1, holidays: holidays)
    let first = Self.monday + 7 * 208
    let forecast = try #require(dailyForecast(series, from: first, days: 546, seed: 1))
    #expect(forecast.rows.count == 546)
    let feasts = Set(holidays.map(\.day))
    let truth = forecast.rows.map { Self.mean($0.day, growth: 0, feasts: feasts) }
    let error = Scores.weightedAbsoluteError(
      of: forecast.rows.map(\.volume.expected), against: truth)
    // The level of 4 to 16 weeks is known to 1 %, the season to 2 %.
    #expect(try #require(error) < 0.04)
    // Both feasts ahead: four seen, each drawn to no effect by a few hundredths of its logarithm.
    let found = forecast.rows.filter { feasts.contains($0.day) }
    #expect(found.count == 2)
    for row in found {
      let plain = Self.mean(row.day, growth: 0, feasts: [])
      #expect(abs(row.volume.expected / plain - 0.4) < 0.08)
    }
  }

  @Test("Steady growth of years goes on, damped")
  func trend() throws {
    let series = Self.series(weeks: 208, growth: 0.15, seed: 2)
    let first = Self.monday + 7 * 208
    let forecast = try #require(dailyForecast(series, from: first, days: 364, seed: 1))
    let total = forecast.rows.reduce(0) { $0 + $1.volume.expected }
    let truth = forecast.rows.reduce(0) { $0 + Self.mean($1.day, growth: 0.15, feasts: []) }
    // Half a year of growth lies between now and the mean day to come, 7 %: without any it would all be
    // missed; the trend for two years misses an eighth, that for half a year 2 of 7.
    #expect(abs(total / truth - 1) < 0.04)
  }

  @Test("A planner's growth takes the place of the trend")
  func growth() throws {
    let series = Self.series(weeks: 208, seed: 3)
    let first = Self.monday + 7 * 208
    let level = try #require(dailyForecast(series, from: first, days: 546, growth: 0, seed: 1))
    let grown = try #require(dailyForecast(series, from: first, days: 546, growth: 0.08, seed: 1))
    for index in [0, 200, 545] {
      let ratio = grown.rows[index].volume.expected / level.rows[index].volume.expected
      #expect(abs(ratio - pow(1.08, Double(index) / 365.2425)) < 1e-9)
    }
  }

  @Test("Bands grow with the days ahead, and are wide without a whole year behind")
  func bands() throws {
    func widths(_ weeks: Int) throws -> [Double] {
      let first = Self.monday + 7 * weeks
      let forecast = try #require(
        dailyForecast(Self.series(weeks: weeks, seed: 4), from: first, days: 540, seed: 1))
      return forecast.rows.filter { $0.day.weekday != .sunday }.map {
        ($0.volume.high - $0.volume.low) / $0.volume.expected
      }
    }
    let old = try widths(208)
    let young = try widths(30)
    // The first 50 days without Sundays, and the same of the season a year later: 313 working days.
    #expect(mean(of: old[..<50]) < mean(of: old[313..<363]))
    #expect(young[200] > 2 * old[200])
  }

  private func mean(of values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  @Test("Bands hold four of five days, over many pasts")
  func coverage() {
    var inside = 0
    var all = 0
    for seed in UInt64(0)..<12 {
      let series = Self.series(weeks: 260, seed: 100 + seed)
      let first = Self.monday + 7 * 208
      let forecast = dailyForecast(series, from: first, days: 364, seed: 1)
      for (row, reading) in zip(forecast?.rows ?? [], series.readings[(7 * 208)...]) {
        all += 1
        if row.volume.low <= reading.volume, reading.volume <= row.volume.high { inside += 1 }
      }
    }
    // A level that never drifts is not promised: the band is a little wide for it.
    let share = Double(inside) / Double(all)
    #expect(all == 12 * 364)
    #expect(share > 0.78 && share < 0.97)
  }

  @Test("k times the contacts are k times the forecast, and whole weeks later is the same later")
  func scaling() throws {
    let first = Self.monday + 7 * 120
    let plain = Self.series(weeks: 120, seed: 5, scale: 1.5)
    let one = try #require(dailyForecast(plain, from: first, days: 200, seed: 1))
    let times = WallClockSeries(
      name: "planted", zone: .utc, slot: Minutes(1440),
      readings: plain.readings.map {
        .init(day: $0.day, minute: 0, volume: 1000 * $0.volume)
      }, holidays: HolidayCalendar())
    let other = try #require(dailyForecast(times, from: first, days: 200, seed: 1))
    for (left, right) in zip(one.rows, other.rows) {
      #expect(abs(right.volume.expected / left.volume.expected - 1000) < 1e-3)
    }
  }

  @Test("Any past gives finite numbers that are not negative, quantiles in order")
  func anyPast() {
    forEvery(seed: 0..<60) { seed in
      var generator = Generator(seed: seed, stream: "any")
      let weeks = 1 + generator.index(below: 130)
      let size = pow(10, 5 * generator.uniform() - 1)
      let readings = (0..<7 * weeks).compactMap { index -> WallClockSeries.Reading? in
        guard generator.index(below: 10) > 0 else { return nil }
        let volume =
          generator.index(below: 6) == 0
          ? 0 : Double(generator.negativeBinomial(mean: size, dispersion: 0.3))
        return .init(day: Self.monday + index, minute: 0, volume: volume)
      }
      let series = WallClockSeries(
        name: "any", zone: .utc, slot: Minutes(1440), readings: readings,
        holidays: HolidayCalendar(Self.holidays(years: 6)))
      guard
        let forecast = dailyForecast(series, from: Self.monday + 7 * weeks, days: 546, seed: seed)
      else { return readings.isEmpty }
      return forecast.rows.allSatisfy { row in
        let values = row.volume.quantiles
        return row.volume.expected.isFinite && row.volume.expected >= 0
          && values.allSatisfy { $0.isFinite && $0 >= 0 }
          && zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
      }
    }
  }

  @Test("What the history cannot tell is said: no year, no second year, no holidays to come")
  func notes() throws {
    func notes(weeks: Int, holidays: [Holiday] = []) throws -> String {
      let series = Self.series(weeks: weeks, seed: 6, holidays: holidays)
      let first = Self.monday + 7 * weeks
      let forecast = try #require(dailyForecast(series, from: first, days: 364, seed: 1))
      return forecast.notes.joined(separator: "; ")
    }
    #expect(try notes(weeks: 40).contains("40 weeks of history do not show the season"))
    #expect(try notes(weeks: 80).contains("do not tell growth from season"))
    #expect(try notes(weeks: 150).isEmpty)
    let known = Self.holidays(years: 3)
    #expect(
      try notes(weeks: 150, holidays: known).contains(
        "no holidays are known after \(known[2].day)"))
  }

  @Test("Nothing but zeros: none are expected; no history: a fault that names the queue")
  func nothing() throws {
    let zeros = Self.series(weeks: 20, seed: 7, scale: 0)
    let forecast = try #require(
      dailyForecast(zeros, from: Self.monday + 140, days: 30, seed: 1))
    #expect(forecast.rows.allSatisfy { $0.volume == .zero })
    let centre = Centre.ofOneQueue(opening: .daily(from: 8, to: 20, in: .utc))
    #expect(throws: ForecastFault.noHistory(queues: ["q"])) {
      try dailyForecast(
        History([]), over: Self.monday...Self.monday + 6, named: "x", in: centre, seed: 1)
    }
  }

  @Test("A queue's days are those of its hours, its holidays and events")
  func queue() throws {
    var planted = PlantedHistory()
    planted.weeks = 30
    planted.rate = { _, _ in 60 }
    let feast = planted.nextDay + 10
    let sale = planted.nextDay + 15
    let zone = planted.zone
    let centre = Centre.ofOneQueue(
      opening: .daily(from: 8, to: 20, in: zone), closedOnHolidays: true,
      events: [
        Event(
          interval: Interval(start: zone.start(of: sale), end: zone.start(of: sale + 1)),
          queues: ["q"], tag: "sale", effect: .factor(2))
      ], holidays: [Holiday(day: feast, name: "Feast")])
    let days = planted.nextDay...planted.nextDay + 27
    let forecast = try dailyForecast(
      planted.exact(), over: days, named: "x", in: centre, growth: 0, seed: 1)
    let volume = forecast.queues[0].volume.map(\.expected)
    #expect(forecast.dayCount == 28)
    // 12 hours of 60 contacts, twice as many in the sale, none on the feast.
    #expect(abs(volume[3] - 720) < 1)
    #expect(abs(volume[15] / volume[16] - 2) < 0.01)
    #expect(volume[10] == 0)
  }

  @Test("Weeks 5 to 18 by slot keep the season of the year")
  func weeksByInterval() throws {
    let series = Self.series(weeks: 208, seed: 8)
    let first = Self.monday + 7 * 208
    let found = Forecasting.forecast(series, from: first, days: 126, seed: 1)
    let forecast = try #require(found)
    let truth = forecast.rows.map { Self.mean($0.day, growth: 0, feasts: []) }
    let expected = forecast.rows.map(\.volume.expected)
    let far = Scores.weightedAbsoluteError(
      of: Array(expected[56...]), against: Array(truth[56...]))
    // The season moves by up to 40 % in that time; what is left is the error of the level.
    #expect(try #require(far) < 0.05)
  }
}
