import ArgumentParser
import Forecasting
import Report
import Statistics
import Timeline
import Workforce

/// What reforecasting within the day is worth, on the public series.
struct IntradayBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intraday",
    abstract: "Forecast the rests of many days, with and without what came by some hours.",
    discussion: """
      EXAMPLE: nobat-bench intraday --data series

      Weeks are forecast of what was known at their start, two weeks apart, and on each of their days
      the rest is forecast anew at 8, 11, 14 and 17 o'clock. WAPE and wQL are those of the slots of
      the rests, beside them their share of the ones without; the total is the WAPE of the rests'
      sums; coverage is that of the middle 80 % and 95 % of slots, and of the sums' 80 %.
      """)

  @Option(help: "The folder of the public series.")
  var data: String

  @Option(help: "One series only.")
  var series: String?

  @Option(help: "Weeks that are forecast.")
  var weeks = 20

  @Flag(help: "Take the usual pattern of days instead of what each series shows.")
  var usual = false

  private static let hours = [8, 11, 14, 17]

  func run() throws {
    let zones = ZoneDatabase()
    var table = Table(
      "Rests of days",
      columns: [
        .words("series"), .figures("hour"), .figures("slots"), .figures("WAPE"), .figures("after"),
        .figures("share"), .figures("wQL"), .figures("after"), .figures("share"), .figures("total"),
        .figures("after"), .figures("80/95 %"), .figures("after"), .figures("sum's 80 %"),
        .figures("after"),
      ])
    for found in PublicSeries.all where found.slot.count < 1440 {
      guard series.map({ $0 == found.name }) ?? true else { continue }
      let rests = try RestsOfDays(
        of: JudgedSeries(found, in: data, zones: zones), weeks: weeks, hours: Self.hours,
        isUsual: usual)
      for (hour, rest) in zip(Self.hours, rests.byHour) {
        table.add(([found.name, "\(hour)"] + rest.cells).map { Table.Cell($0) })
      }
    }
    print(table.text(style: .plain), terminator: "")
  }
}

/// The rests of a series' days, before and after what came, gathered by the hour of asking.
private struct RestsOfDays {
  struct Rest {
    var actual: [Double] = []
    var before: [Band] = []
    var after: [Band] = []
    var sums: [(actual: Double, before: Band, after: Band)] = []
  }

  var byHour: [Rest]

  init(of judged: JudgedSeries, weeks: Int, hours: [Int], isUsual: Bool) throws {
    byHour = hours.map { _ in Rest() }
    let series = judged.series
    guard let last = judged.origins.last, let first = series.readings.first else { return }
    // A bank of 33 weeks has no room for so many two weeks apart.
    let apart = judged.origins.count > 1 && last - judged.origins[0] < 200 ? 7 : 14
    let origins = (0..<weeks).reversed().map { last + 21 - apart * $0 }
      .filter { $0 - first.day >= 70 }
    for origin in origins {
      guard let made = forecast(series, from: origin, days: 7, seed: 1) else { continue }
      let pattern = isUsual ? .usual : dayPattern(of: series, before: origin, seed: 1)
      add(made, of: judged, from: origin, hours: hours, by: pattern)
    }
  }

  private mutating func add(
    _ made: WallClockForecast, of judged: JudgedSeries, from origin: LocalDay, hours: [Int],
    by pattern: DayPattern
  ) {
    let series = judged.series
    let perDay = 1440 / series.slot.count
    // The wall clock as if it never changed.
    let grid = Grid(start: Zone.utc.start(of: origin), slot: series.slot, count: 7 * perDay)
    var volume = Array(repeating: Band.zero, count: grid.count)
    for row in made.rows where row.day < origin + 7 {
      volume[(row.day - origin) * perDay + row.minute / series.slot.count] = row.volume
    }
    let seen = series.readings.filter { origin <= $0.day && $0.day < origin + 7 }
    // The two passes of a repeated hour are one slot with their mean.
    let passes = Dictionary(grouping: seen) {
      ($0.day - origin) * perDay + $0.minute / series.slot.count
    }
    let actuals = grid.indices.map { index in
      passes[index].map { $0.reduce(0) { $0 + $1.volume } / Double($0.count) } ?? .nan
    }
    let forecast = QueueForecast(queue: "series", volume: volume, handlingTime: volume)
    for day in 0..<7 {
      for (position, hour) in hours.enumerated() {
        let now = grid.start + .days(day) + .hours(hour)
        let after = reforecast(forecast, on: grid, in: .utc, given: actuals, at: now, by: pattern)
        let rest = (day * perDay..<(day + 1) * perDay).filter {
          grid.start(of: $0) >= now && volume[$0].expected > 0 && actuals[$0].isFinite
        }
        guard !rest.isEmpty else { continue }
        for index in rest {
          byHour[position].actual.append(actuals[index])
          byHour[position].before.append(volume[index])
          byHour[position].after.append(after.forecast.volume[index])
        }
        byHour[position].sums.append(
          (rest.reduce(0) { $0 + actuals[$1] }, after.restBefore, after.rest))
      }
    }
  }
}

extension RestsOfDays.Rest {
  /// The row of the table after series and hour.
  fileprivate var cells: [String] {
    let (old, new) = (SlotScore(before, actual), SlotScore(after, actual))
    let all = sums.reduce(0) { $0 + $1.actual }
    func total(_ side: ((actual: Double, before: Band, after: Band)) -> Band) -> String {
      Figures.percent(
        sums.reduce(0) { $0 + abs($1.actual - side($1).expected) } / all, decimals: 2)
    }
    func held(_ side: ((actual: Double, before: Band, after: Band)) -> Band) -> String {
      let inside = sums.count { side($0).low <= $0.actual && $0.actual <= side($0).high }
      return Figures.percent(Double(inside) / Double(sums.count), decimals: 0)
    }
    func share(_ new: Double, _ old: Double) -> String {
      Figures.number(new / old, decimals: 3)
    }
    func cover(_ score: SlotScore) -> String {
      [score.inner, score.outer].map { Figures.number(100 * $0, decimals: 1) }
        .joined(separator: "/")
    }
    return [
      Figures.number(actual.count), Figures.percent(old.absoluteError, decimals: 2),
      Figures.percent(new.absoluteError, decimals: 2),
      share(new.absoluteError, old.absoluteError),
      Figures.percent(old.quantileLoss, decimals: 2),
      Figures.percent(new.quantileLoss, decimals: 2),
      share(new.quantileLoss, old.quantileLoss), total(\.before), total(\.after), cover(old),
      cover(new), held(\.before), held(\.after),
    ]
  }
}

/// How far the bands of slots were off.
private struct SlotScore {
  let absoluteError: Double
  let quantileLoss: Double
  /// The shares of slots within the bands of 80 % and 95 %.
  let inner: Double
  let outer: Double

  init(_ bands: [Band], _ actual: [Double]) {
    func covered(_ low: (Band) -> Double, _ high: (Band) -> Double) -> Double {
      Scores.coverage(low: bands.map(low), high: bands.map(high), against: actual) ?? .nan
    }
    absoluteError =
      Scores.weightedAbsoluteError(of: bands.map(\.expected), against: actual) ?? .nan
    quantileLoss = Score.quantileLoss(of: bands, against: actual) ?? .nan
    inner = covered(\.low, \.high)
    outer = covered(\.lowest, \.highest)
  }
}
