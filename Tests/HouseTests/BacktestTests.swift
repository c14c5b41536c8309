import FoundationEssentials
import Planning
import Testing
import Timeline
import Workforce

@testable import Benchmarks

/// A made-up series of sixteen weeks in Melbourne, whose clock goes back on 2016-04-03.
///
/// Every hour of week w (0 for the first) has 100 + 10 w contacts; origins are weeks 8 to 12.
private enum GrowingSeries {
  static let firstDay = LocalDay(daysSince1970: 16_818)  // Monday 2016-01-18
  static let weeks = 16

  static let series = PublicSeries(
    "growing", file: "growing.csv", label: "g", holidays: "holidays.csv",
    zone: "Australia/Melbourne", slot: .hours(1), weeksBetweenOrigins: 1)

  static func judged() throws -> JudgedSeries {
    let zone = try ZoneDatabase().zone(series.zone)
    let span = Interval(
      start: zone.start(of: firstDay), end: zone.start(of: firstDay + 7 * weeks))
    let grid = Grid(covering: span, slot: series.slot)
    let rows = grid.indices.map { index in
      let start = grid.start(of: index)
      let week = (zone.day(at: start) - firstDay) / 7
      return "\(start),g,\(100 + 10 * week)\n\(start),other,7\n"
    }
    return try inFolder([
      "growing.csv": "timestamp_utc,series,volume\n" + rows.joined(),
      "holidays.csv": "date,name\n2016-01-26,Australia Day\n",
    ]) { try JudgedSeries(series, in: $0, zones: ZoneDatabase()) }
  }
}

/// Lends a folder with some files.
private func inFolder<Result>(
  _ files: [String: String], _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "nobat-\(UInt64.random(in: .min ... .max))")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  return try body(folder.path())
}

@Suite("Backtests on public series")
struct BacktestTests {
  @Test("The last of five origins has its four weeks at the end of the series")
  func origins() throws {
    let first = GrowingSeries.firstDay
    #expect(try GrowingSeries.judged().origins == [8, 9, 10, 11, 12].map { first + 7 * $0 })
  }

  @Test("Nothing that comes after an origin changes its forecast")
  func forecastsHideTheFuture() throws {
    let judged = try GrowingSeries.judged()
    let later = judged.series.readings.map { reading in
      // From the third origin on everything is tenfold.
      WallClockSeries.Reading(
        day: reading.day, minute: reading.minute,
        volume: reading.day < judged.origins[2] ? reading.volume : 10 * reading.volume)
    }
    let series = WallClockSeries(
      name: "growing", zone: judged.series.zone, slot: judged.series.slot, readings: later,
      holidays: judged.series.holidays)
    let changed = try Backtest(of: JudgedSeries(series, weeksBetweenOrigins: 1))
    let attempts = try Backtest(of: judged).attempts
    #expect(!attempts[0].rows.isEmpty)
    for index in 0...2 { #expect(attempts[index].rows == changed.attempts[index].rows) }
    #expect(attempts[4].rows != changed.attempts[4].rows)
  }

  @Test("The plain methods miss growth by what arithmetic says")
  func plainMethods() throws {
    let backtest = try Backtest(of: GrowingSeries.judged())
    // Origins in weeks 8 to 12 have 200 an hour on average; a week later it is 10 more, and the
    // last six weeks lie 3.5 weeks back on average.
    let naive = backtest.score(.lastWeek, weeks: 1)
    let average = backtest.score(.averageOfSixWeeks, weeks: 1)
    #expect(abs(naive.absoluteError - 10.0 / 200) < 1e-12)
    #expect(abs(naive.bias + 10.0 / 200) < 1e-12)
    #expect(abs(average.absoluteError - 35.0 / 200) < 1e-12)
    #expect(average.inner == nil && average.quantileLoss == nil)
    // Over four weeks the naive lacks 10, 20, 30 and 40 of 100 + 10 x (10 + 1.5).
    let later = backtest.score(.lastWeek, weeks: 4)
    #expect(abs(later.absoluteError - 25.0 / 215) < 1e-12)
  }

  @Test("The forecasts of the CSV have the errors and the coverage of the score")
  func csvAgreesWithScore() throws {
    let backtest = try Backtest(of: GrowingSeries.judged())
    var (error, total, inner, outer, loss) = (0.0, 0.0, 0.0, 0.0, 0.0)
    let lines = backtest.csv.split(separator: "\n")
    // Five origins of 28 days of 24 slots each; the two passes of a repeated hour are one.
    #expect(lines.count == 3_360)
    for line in lines {
      let fields = line.split(separator: ",")
      let day = try #require(LocalDay(fields[2].prefix(10)))
      let actual = Double(100 + 10 * ((day - GrowingSeries.firstDay) / 7))
      let values = fields.dropFirst(3).compactMap { Double($0) }
      try #require(values.count == 6)
      let (mean, lowest, low, high, highest) = (
        values[0], values[1], values[2], values[4], values[5]
      )
      error += abs(mean - actual)
      total += actual
      inner += low <= actual && actual <= high ? 1 : 0
      outer += lowest <= actual && actual <= highest ? 1 : 0
      for (p, quantile) in [
        (0.025, lowest), (0.1, low), (0.5, mean), (0.9, high), (0.975, highest),
      ] {
        loss += 2 * max(p * (actual - quantile), (p - 1) * (actual - quantile)) / 5
      }
    }
    let score = backtest.score(weeks: 4)
    // The CSV has three decimals.
    #expect(abs(score.absoluteError - error / total) < 1e-5)
    #expect(abs(try #require(score.quantileLoss) - loss / total) < 1e-5)
    #expect(abs(try #require(score.inner) - inner / 3_360) < 1e-3)
    #expect(abs(try #require(score.outer) - outer / 3_360) < 1e-3)
  }

  @Test("Holidays, the days beside them and the days round Christmas are special")
  func specialDays() throws {
    let judged = try GrowingSeries.judged()
    // Australia Day is the 26th of January 2016.
    let january = (24...28).map { judged.isSpecial(LocalDay(daysSince1970: 16_800 + $0)) }
    #expect(LocalDay(daysSince1970: 16_826) == LocalDay("2016-01-26"))
    #expect(january == [false, true, true, true, false])
    let christmas = try ["2016-12-21", "2016-12-22", "2017-01-02", "2017-01-03"].map {
      judged.isSpecial(try #require(LocalDay($0)))
    }
    #expect(christmas == [false, true, true, false])
  }

  @Test("A day of the clock's change has one line for each reading, with its offset")
  func repeatedHour() throws {
    let csv = try Backtest(of: GrowingSeries.judged()).csv
    let lines = csv.split(separator: "\n").filter {
      $0.hasPrefix("growing,2016-03-14T00:00,2016-04-03T")
    }
    #expect(lines.count == 24)
    #expect(lines.count { $0.contains("T02:00+11:00,") } == 1)
    #expect(lines.count { $0.contains("T03:00+10:00,") } == 1)
    // Name, origin, start, mean and five quantiles, which never fall from 2.5 % to 97.5 %.
    let header = Backtest.csvHeader.split(separator: ",")
    for line in lines {
      let fields = line.split(separator: ",")
      let values = fields.dropFirst(3).compactMap { Double($0) }
      try #require(fields.count == header.count && values.count == 6)
      #expect(values.dropFirst().sorted() == Array(values.dropFirst()))
    }
  }
}

@Suite("Figures of other forecasters")
struct PeersTests {
  @Test("The best peer is the least of its column, and an empty figure is none")
  func least() {
    let peers = Peers(
      "series,ahead,method,wape,wql\na,1w,x,5.00,\na,1w,y,4.00,3.00\na,4w,x,1.00,\nb,1w,x,2.00,1.00\n"
    )
    #expect(peers.leastError(of: "a", weeks: 1) == 0.04)
    #expect(peers.leastLoss(of: "a", weeks: 1) == 0.03)
    #expect(peers.leastError(of: "a", weeks: 4) == 0.01)
    #expect(peers.leastLoss(of: "a", weeks: 4) == nil)
    #expect(peers.leastError(of: "c", weeks: 1) == nil)
  }
}

@Suite("Files of public series")
struct SeriesReaderTests {
  private let local = PublicSeries(
    "local", file: "local.csv", label: "a", holidays: "none.csv", zone: "America/Chicago",
    slot: .hours(1))

  @Test("Stamps of the wall clock stay as they are, those of UTC are read by the zone")
  func stamps() throws {
    // Chicago's clock went from 02:00 to 03:00 on 2017-03-12, at 08:00 UTC.
    let text = """
      timestamp_local,series,volume
      2017-03-12T01:00:00,a,3
      2017-03-12T02:00:00,a,4
      2017-03-12T03:00:00,a,5
      2017-03-12T04:00:00,a,
      2017-03-12T04:00:00,b,9

      """
    let read = try inFolder(["local.csv": text]) { folder in
      try SeriesReader(folder: folder).readings(of: local, zones: ZoneDatabase())
    }
    #expect(read.map(\.volume) == [3, 4, 5])
    #expect(read.map(\.minute) == [60, 120, 180])
    let utc = text.replacing("_local", with: "_utc").replacing(":00,", with: ":00Z,")
      .replacing("12T0", with: "12T1")
    let moved = try inFolder(["local.csv": utc]) { folder in
      try SeriesReader(folder: folder).readings(of: local, zones: ZoneDatabase())
    }
    // 11:00 UTC is 06:00 by then.
    #expect(moved.map(\.minute) == [360, 420, 480])
  }

  @Test("A row that cannot be read is named by its line")
  func badRow() throws {
    let text = "timestamp_local,series,volume\n2017-03-12T01:00:00,a,3\nyesterday,a,4\n"
    try inFolder(["local.csv": text]) { folder in
      #expect(throws: SeriesReader.Fault.row(file: "local.csv", line: 3)) {
        try SeriesReader(folder: folder).readings(of: local, zones: ZoneDatabase())
      }
      #expect(throws: SeriesReader.Fault.missing(file: "none.csv", folder: folder)) {
        try SeriesReader(folder: folder).holidays(of: local)
      }
    }
  }
}
