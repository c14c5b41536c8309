import Exchange
import Planning
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Forecasts of bare files")
struct BareJourneyTests {
  /// Says 10 for every hour of the wall clock, in a band from 8 to 12 and from 6 to 14.
  private static let ten: BareJourney.Forecaster = { series, day, minute, days, _ in
    let band = Band(expected: 10, lowest: 6, low: 8, median: 10, high: 12, highest: 14)
    let slot = series.slot.count
    let rows = (0..<days).flatMap { offset in
      stride(from: offset == 0 ? minute : 0, to: 1440, by: slot).map { start in
        WallClockForecast.Row(day: day + offset, minute: start, volume: band)
      }
    }
    return series.readings.isEmpty
      ? nil : WallClockForecast(rows: rows, league: League(rows: [], origins: 0), notes: [])
  }

  /// Hourly rows of 10 contacts from a day on, by the wall clock of a zone.
  private func journey(
    from first: LocalDay, hours: Int, zone: String = "Australia/Melbourne",
    volume: (Int) -> Double = { _ in 10 },
    forecasting forecaster: @escaping BareJourney.Forecaster = BareJourneyTests.ten
  ) throws -> BareJourney {
    let folder = try TemporaryFolder()
    let zone = try Worlds.zone(zone)
    var text = "timestamp_utc,volume\n"
    let start = zone.start(of: first)
    for hour in 0..<hours { text += "\(start + .hours(hour)),\(volume(hour))\n" }
    try folder.write(text, to: "calls.csv")
    return try BareJourney(
      BareOrder(file: folder.path("calls.csv"), zone: zone), watching: { _ in .goOn },
      forecasting: forecaster)
  }

  private func day(_ text: String) throws -> LocalDay { try #require(LocalDay(text)) }

  @Test("The spring night of Melbourne has 23 hours, its offsets change, and 02:00 is not there")
  func springNight() throws {
    let journey = try journey(from: day("2016-09-01"), hours: 24)
    let origin = LocalReading(try day("2016-10-02"), .midnight)
    let forecast = try journey.forecast(from: origin, over: .days(1), seed: 1)
    let starts = forecast.rows.map(\.startText)
    #expect(starts.count == 23)
    #expect(
      starts[..<4] == [
        "2016-10-02T00:00:00+10:00", "2016-10-02T01:00:00+10:00", "2016-10-02T03:00:00+11:00",
        "2016-10-02T04:00:00+11:00",
      ])
  }

  @Test("The autumn night of Melbourne has 25 hours: 02:00 stands there twice, each time whole")
  func autumnNight() throws {
    let journey = try journey(from: day("2016-03-01"), hours: 24)
    let origin = LocalReading(try day("2016-04-03"), .midnight)
    let forecast = try journey.forecast(from: origin, over: .days(1), seed: 1)
    #expect(forecast.rows.count == 25)
    let repeated = forecast.rows.filter { $0.reading.secondOfDay == 7200 }
    #expect(
      repeated.map(\.startText) == ["2016-04-03T02:00:00+11:00", "2016-04-03T02:00:00+10:00"])
    #expect(repeated.allSatisfy { $0.volume.expected == 10 })
  }

  @Test("The next 48 hours of a file that ends at 03:00 begin at 04:00")
  func hoursAhead() throws {
    // 28 hours from midnight: the last row is of 03:00 of the second day.
    let journey = try journey(from: day("2016-06-06"), hours: 28)
    let forecast = try journey.forecast(over: .hours(48), seed: 1)
    #expect(forecast.originText == "2016-06-07T04:00:00")
    #expect(forecast.rows.count == 48)
    #expect(forecast.rows.first?.startText == "2016-06-07T04:00:00+10:00")
    #expect(forecast.rows.last?.startText == "2016-06-09T03:00:00+10:00")
  }

  @Test("Weeks reach to the same time of the same weekday")
  func weeksAhead() throws {
    let journey = try journey(from: day("2016-06-06"), hours: 28)
    let origin = LocalReading(day: try day("2016-06-07"), secondOfDay: 4 * 3600)
    let forecast = try journey.forecast(from: origin, over: .weeks(2), seed: 1)
    #expect(forecast.rows.count == 2 * 168)
    #expect(forecast.rows.last?.startText == "2016-06-21T03:00:00+10:00")
  }

  @Test("Nothing from the origin on is handed to the forecaster")
  func onlyThePast() throws {
    let spy: BareJourney.Forecaster = { series, day, minute, days, seed in
      let origin = 1440 * day.daysSince1970 + minute
      let isPast = series.readings.allSatisfy { 1440 * $0.day.daysSince1970 + $0.minute < origin }
      return isPast ? BareJourneyTests.ten(series, day, minute, days, seed) : nil
    }
    let journey = try journey(from: day("2016-06-06"), hours: 6 * 168, forecasting: spy)
    let origin = LocalReading(day: try day("2016-06-20"), secondOfDay: 7 * 3600)
    let backtest = try journey.backtest([origin], weeks: 2, seed: 1)
    #expect(backtest.forecasts.count == 1)
  }

  @Test("Scores are sums over all origins; the plain methods know whole weeks before")
  func scores() throws {
    // 10 an hour for two weeks, then 14 an hour for one, forecast as 10: error and bias are 4 / 14. The
    // 14 lies beyond 12 and at the end of 6 to 14, which counts as within.
    let journey = try journey(
      from: day("2016-06-06"), hours: 3 * 168, volume: { $0 < 336 ? 10 : 14 })
    let origin = LocalReading(try day("2016-06-20"), .midnight)
    let scores = try journey.backtest([origin], weeks: 1, seed: 1).scores
    #expect(scores.map(\.method) == ["Nobat", "average of six weeks", "last week"])
    for score in scores {
      #expect(score.slots == 168)
      #expect(abs((score.error ?? 0) - 4.0 / 14) < 1e-12)
      #expect(abs((score.bias ?? 0) + 4.0 / 14) < 1e-12)
    }
    #expect(scores[0].covered80 == 0)
    #expect(scores[0].covered95 == 1)
    #expect(scores[1].covered80 == nil)
  }

  @Test(
    "Origins of their own lie ten weeks apart, the last so many weeks before the last whole day")
  func ownOrigins() throws {
    // 30 weeks and half a day from Monday 2016-01-04 end with Sunday 2016-07-31.
    let journey = try journey(from: day("2016-01-04"), hours: 30 * 168 + 12, zone: "Etc/UTC")
    // Four weeks before Monday 2016-08-01 is 2016-07-04; ten and twenty weeks earlier; thirty are too many.
    #expect(
      try journey.origins(weeks: 4, atMost: 5).map { "\($0.day)" }
        == ["2016-02-15", "2016-04-25", "2016-07-04"])
    #expect(try journey.origins(weeks: 4, atMost: 1).map { "\($0.day)" } == ["2016-07-04"])
  }

  @Test("Too short a history, and an origin before it or long after, are faults that name the file")
  func strangeOrigins() throws {
    let journey = try journey(from: day("2016-06-06"), hours: 72)
    func message(_ work: () throws -> Void) -> String {
      do {
        try work()
        return ""
      } catch {
        return "\(error)"
      }
    }
    let short = message { _ = try journey.origins(weeks: 4, atMost: 5) }
    #expect(
      short.contains("calls.csv: error: 3 days of history are too few for a backtest of 4 weeks"))
    let before = LocalReading(try day("2016-06-06"), .midnight)
    #expect(
      message { _ = try journey.forecast(from: before, over: .weeks(1), seed: 1) }
        .contains("the origin 2016-06-06 00:00 is not after the first row"))
    let after = LocalReading(try day("2018-01-01"), .midnight)
    #expect(
      message { _ = try journey.forecast(from: after, over: .weeks(1), seed: 1) }
        .contains("the origin 2018-01-01 00:00 is 572 days after the last row"))
  }

  @Test("A daily series has one line a day, with the offset of its beginning")
  func daily() throws {
    let folder = try TemporaryFolder()
    try folder.write("timestamp_local,volume\n2026-03-01,5\n2026-03-02,6\n", to: "days.csv")
    let journey = try BareJourney(
      BareOrder(file: folder.path("days.csv"), zone: try Worlds.zone("Europe/Vienna")),
      watching: { _ in .goOn }, forecasting: Self.ten)
    let origin = LocalReading(try day("2026-03-28"), .midnight)
    let forecast = try journey.forecast(from: origin, over: .days(3), seed: 1)
    #expect(
      forecast.rows.map(\.startText) == [
        "2026-03-28T00:00:00+01:00", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00",
      ])
  }

  @Test("The file has a line a slot with fixed decimals; tiny volumes get more of them")
  func text() throws {
    let journey = try journey(from: day("2016-06-06"), hours: 28)
    let forecast = try journey.forecast(over: .hours(1), seed: 1)
    #expect(
      bareText(of: [forecast]) == """
        series,origin,start,mean,q025,q10,q50,q90,q975
        calls,2016-06-07T04:00:00,2016-06-07T04:00:00+10:00,10.0000,6.0000,8.0000,10.0000,12.0000,14.0000

        """)
    let tiny = try self.journey(from: day("2016-06-06"), hours: 28, volume: { _ in 0.001 })
    let text = bareText(of: [try tiny.forecast(over: .hours(1), seed: 1)])
    #expect(text.contains(",10.0000000,"))
  }
}
