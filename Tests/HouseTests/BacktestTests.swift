import FoundationEssentials
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

  static func observed() throws -> ObservedSeries {
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
    ]) { try ObservedSeries(series, in: $0, zones: ZoneDatabase()) }
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
    #expect(try GrowingSeries.observed().origins == [8, 9, 10, 11, 12].map { first + 7 * $0 })
  }

  @Test("An origin's history ends where its forecast begins")
  func historyHidesTheFuture() throws {
    let observed = try GrowingSeries.observed()
    for (week, origin) in zip(8..., observed.origins) {
      let history = observed.history(before: origin).queues[0]
      #expect(history.grid.end == observed.grid(from: origin).start)
      // The last week known is the one before.
      #expect(history.offered.max() == Double(100 + 10 * (week - 1)))
    }
  }

  @Test("The plain methods miss growth by what arithmetic says")
  func plainMethods() throws {
    let backtest = try Backtest(of: GrowingSeries.observed())
    // Origins in weeks 8 to 12 have 200 an hour on average; a week later it is 10 more, and the
    // last six weeks lie 3.5 weeks back on average.
    let naive = backtest.score(of: .seasonalNaive, weeks: 1)
    let average = backtest.score(of: .averageOfSix, weeks: 1)
    #expect(abs(naive.absoluteError - 10.0 / 200) < 1e-12)
    #expect(abs(naive.bias + 10.0 / 200) < 1e-12)
    #expect(abs(average.absoluteError - 35.0 / 200) < 1e-12)
    #expect(average.covered == nil)
    // Over four weeks the naive lacks 10, 20, 30 and 40 of 100 + 10 x (10 + 1.5).
    let later = backtest.score(of: .seasonalNaive, weeks: 4)
    #expect(abs(later.absoluteError - 25.0 / 215) < 1e-12)
  }

  @Test("The forecasts of the CSV have the error and the coverage of the score")
  func csvAgreesWithScore() throws {
    let backtest = try Backtest(of: GrowingSeries.observed())
    var slots: [Substring: [[Double]]] = [:]
    for line in backtest.csv.split(separator: "\n") {
      // Up to the minutes of the start: the two passes of a repeated hour are one slot.
      slots[line.prefix(41), default: []].append(
        line.split(separator: ",").dropFirst(3).compactMap { Double($0) })
    }
    // Five origins of 28 days of 24 slots each.
    #expect(slots.count == 3_360)
    var (error, total, covered) = (0.0, 0.0, 0.0)
    for (key, passes) in slots {
      let day = try #require(LocalDay(key.split(separator: ",")[2].prefix(10)))
      let actual = Double(100 + 10 * ((day - GrowingSeries.firstDay) / 7))
      func mean(_ column: Int) -> Double {
        passes.reduce(0) { $0 + $1[column] } / Double(passes.count)
      }
      error += abs(mean(0) - actual)
      total += actual
      covered += mean(2) <= actual && actual <= mean(3) ? 1 : 0
    }
    let score = backtest.score(of: .nobat, weeks: 4)
    // The CSV has three decimals.
    #expect(abs(score.absoluteError - error / total) < 1e-5)
    #expect(score.covered == covered / 3_360)
  }

  @Test("A day of 25 hours has 25 lines in the CSV, each with its offset")
  func repeatedHour() throws {
    let csv = try Backtest(of: GrowingSeries.observed()).csv
    let lines = csv.split(separator: "\n").filter {
      $0.hasPrefix("growing,2016-03-14T00:00,2016-04-03T")
    }
    #expect(lines.count == 25)
    #expect(lines.count { $0.contains("T02:00+11:00,") } == 1)
    #expect(lines.count { $0.contains("T02:00+10:00,") } == 1)
    // Name, origin, start, mean and four quantiles, which rise from 2.5 % to 97.5 %.
    let header = Backtest.csvHeader.split(separator: ",")
    for line in lines {
      let fields = line.split(separator: ",")
      let values = fields.dropFirst(3).compactMap { Double($0) }
      try #require(fields.count == header.count && values.count == 5)
      #expect(values[1] <= values[2] && values[2] <= values[0])
      #expect(values[0] <= values[3] && values[3] <= values[4])
    }
  }
}

@Suite("Files of public series")
struct SeriesReaderTests {
  private let local = PublicSeries(
    "local", file: "local.csv", label: "a", holidays: "none.csv", zone: "America/Chicago",
    slot: .hours(1))

  @Test("A reading that the clock skips keeps its volume, but has no moment")
  func skippedReading() throws {
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
      try SeriesReader(folder: folder).observations(
        of: local, in: try ZoneDatabase().zone("America/Chicago"))
    }
    #expect(read.map(\.volume) == [3, 4, 5])
    #expect(
      read.map(\.instant) == [Instant("2017-03-12T07:00Z"), nil, Instant("2017-03-12T08:00Z")])
  }

  @Test("A row that cannot be read is named by its line")
  func badRow() throws {
    let text = "timestamp_local,series,volume\n2017-03-12T01:00:00,a,3\nyesterday,a,4\n"
    try inFolder(["local.csv": text]) { folder in
      #expect(throws: SeriesReader.Fault.row(file: "local.csv", line: 3)) {
        try SeriesReader(folder: folder).observations(of: local, in: .utc)
      }
      #expect(throws: SeriesReader.Fault.missing(file: "none.csv", folder: folder)) {
        try SeriesReader(folder: folder).holidays(of: local)
      }
    }
  }
}

@Suite("Tables of local days")
struct DayTableTests {
  @Test("A place that was seen twice has the mean, a hole the week before or the mean of all weeks")
  func means() throws {
    let monday = LocalDay(daysSince1970: 16_818)
    let seen: [DayTable.Seen] = [
      (monday, 0, 4), (monday, 0, 6), (monday + 8, 0, 10), (monday + 15, 0, 20),
    ]
    let table = DayTable(from: monday, days: 21, slotsPerDay: 1, meansOf: seen)
    #expect(table.values[0] == 5)
    #expect(table.values.count { !$0.isNaN } == 3)
    let filled = table.filled
    // Mondays 5, 5, 5; Tuesdays (10 + 20) / 2, 10, 20; the other days were never seen.
    #expect([0, 7, 14].map { filled.values[$0] } == [5, 5, 5])
    #expect([1, 8, 15].map { filled.values[$0] } == [15, 10, 20])
    #expect(filled.values.count { !$0.isNaN } == 6)
    #expect(Array(filled.weeks(1, from: monday + 7).prefix(2)) == [5, 10])
  }
}
