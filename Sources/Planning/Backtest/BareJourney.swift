package import Exchange
import Forecasting
package import Timeline
package import Workforce

/// From a bare file to forecasts, without a workspace.
package struct BareJourney: Sendable {
  /// Forecasts a series from a day and minute on, for so many days and with a seed; nil where nothing is
  /// known before.
  package typealias Forecaster =
    @Sendable (WallClockSeries, LocalDay, _ minute: Int, _ days: Int, _ seed: UInt64) ->
    WallClockForecast?

  package let history: BareHistory
  private let file: String
  private let watcher: Progress.Watcher
  private let forecaster: Forecaster
  /// Whether whole days are forecast, whatever the slots of the file.
  private let isByDay: Bool

  /// How far ahead is forecast.
  package enum Span: Hashable, Sendable {
    case weeks(Int), days(Int)
    /// Of absolute time.
    case hours(Int)
  }

  /// Reads the file; all that is wrong with it is the fault.
  package init(
    _ order: BareOrder, watching watcher: @escaping Progress.Watcher,
    forecasting forecaster: @escaping Forecaster = BareJourney.forecast, byDay isByDay: Bool = false
  ) throws(JourneyFault) {
    _ = watcher(Progress(step: "read \(order.file)", share: 0))
    do throws(Findings) {
      history = try BareHistory.read(order)
    } catch {
      throw .workspace(error)
    }
    file = order.file
    self.watcher = watcher
    self.forecaster = forecaster
    self.isByDay = isByDay
  }

  package static let forecast: Forecaster = { series, day, minute, days, seed in
    Forecasting.forecast(series, from: day, minute: minute, days: days, seed: seed)
  }

  private var series: WallClockSeries { history.series }

  // MARK: - Forecasting

  /// Forecasts from an origin, or from where the file ends.
  package func forecast(
    from origin: LocalReading? = nil, over span: Span, seed: UInt64
  ) throws(JourneyFault) -> BareForecast {
    _ = watcher(Progress(step: "forecast", share: 0))
    var start = origin.map(start(of:)) ?? history.end
    var first = origin ?? series.zone.reading(at: start)
    if isByDay {
      first = firstWholeDay(from: first)
      start = self.start(of: first)
    }
    let forecast = try forecast(from: first, start, over: span, seed: seed)
    _ = watcher(Progress(step: "forecast", share: 1))
    return forecast
  }

  /// Forecasts from each origin, of what lies before it, and judges by what came after.
  package func backtest(
    _ origins: [LocalReading], weeks: Int, seed: UInt64
  ) throws(JourneyFault) -> BareBacktest {
    var forecasts: [BareForecast] = []
    var judge = Judge(series.readings, weeks: weeks)
    for (index, origin) in origins.enumerated() {
      let progress = Progress(
        step: "forecast from \(origin)", share: Double(index) / Double(origins.count))
      guard watcher(progress) == .goOn else {
        return BareBacktest(forecasts: forecasts, scores: judge.scores, isWhole: false)
      }
      let forecast = try forecast(from: origin, start(of: origin), over: .weeks(weeks), seed: seed)
      judge.add(
        forecast.rows.map {
          Judge.Expected(minute: $0.reading.secondsSince1970 / 60, volume: $0.volume)
        }, from: origin.secondsSince1970 / 60)
      forecasts.append(forecast)
    }
    _ = watcher(Progress(step: "forecast", share: 1))
    return BareBacktest(forecasts: forecasts, scores: judge.scores, isWhole: true)
  }

  private func forecast(
    from origin: LocalReading, _ start: Instant, over span: Span, seed: UInt64
  ) throws(JourneyFault) -> BareForecast {
    try check(origin)
    let known = series.before(origin)
    let end = end(of: span, from: origin, start)
    // A day after the last one is needed where the day of the origin has slots before it.
    let last = series.zone.reading(at: Instant(seconds: max(start.seconds, end.seconds - 1)))
    let isMorningSlot = series.readings.contains { 60 * $0.minute < origin.secondOfDay }
    let days =
      last.day - origin.day + (last.secondOfDay < origin.secondOfDay && !isMorningSlot ? 0 : 1)
    guard
      !known.readings.isEmpty,
      let forecast = forecaster(
        known, origin.day, origin.secondOfDay / 60, max(1, days), seed)
    else { throw fault("nothing was observed before the origin \(origin)", hint: originHint) }
    return BareForecast(
      forecast, of: isByDay ? known.byDay : known, origin: origin,
      within: Interval(start: start, end: end))
  }

  /// The midnight from which on nothing is known: that of the next day where some of a day has come.
  private func firstWholeDay(from origin: LocalReading) -> LocalReading {
    let isBegun = series.readings.contains { reading in
      reading.day == origin.day && 60 * reading.minute < origin.secondOfDay
    }
    return LocalReading(day: origin.day + (isBegun ? 1 : 0), secondOfDay: 0)
  }

  /// The moment of an origin; the first where the clock shows it twice, and the start of a day that
  /// has no midnight.
  private func start(of origin: LocalReading) -> Instant {
    origin.secondOfDay == 0 ? series.zone.start(of: origin.day) : series.zone.instant(of: origin)
  }

  private func end(of span: Span, from origin: LocalReading, _ start: Instant) -> Instant {
    switch span {
    case .hours(let count): start + .hours(count)
    case .days(let count):
      max(
        start,
        self.start(
          of: LocalReading(day: origin.day + count, secondOfDay: origin.secondOfDay)))
    case .weeks(let count): end(of: .days(7 * count), from: origin, start)
    }
  }

  // MARK: - Origins

  /// Origins for a backtest that names none: ten weeks apart, the last one so many weeks before the end
  /// of the last whole day; only such as have two weeks of history behind them.
  package func origins(weeks: Int, atMost count: Int) throws(JourneyFault) -> [LocalReading] {
    let minutes = series.readings.map(\.minute)
    guard let first = series.readings.first, let last = series.readings.last,
      let earliest = minutes.min(), let latest = minutes.max()
    else { return [] }
    let end = last.minute == latest ? last.day + 1 : last.day
    let origins = (0..<count).reversed().map { index in
      LocalReading(
        day: end - 7 * weeks - 70 * index,
        secondOfDay: 60 * (series.slot == Minutes(1440) ? 0 : earliest))
    }
    let usable = origins.filter { $0.day - first.day >= 7 * BareJourney.leastWeeks }
    guard !usable.isEmpty else {
      throw fault(
        "\(end - first.day) days of history are too few for a backtest of \(weeks) week\(weeks == 1 ? "" : "s")",
        hint:
          "two weeks are needed before the first origin; take fewer --weeks, or name an --origin")
    }
    return usable
  }

  private static let leastWeeks = 2
  /// A forecast from farther away than this says nothing.
  private static let mostDaysBehind = 366

  private func check(_ origin: LocalReading) throws(JourneyFault) {
    guard let first = series.readings.first, let last = series.readings.last else { return }
    let begin = LocalReading(day: first.day, secondOfDay: 60 * first.minute)
    guard begin < origin else {
      throw fault("the origin \(origin) is not after the first row, of \(begin)", hint: originHint)
    }
    guard origin.day - last.day <= BareJourney.mostDaysBehind else {
      throw fault(
        "the origin \(origin) is \(origin.day - last.day) days after the last row, of \(last.day)",
        hint: originHint)
    }
  }

  private var originHint: String {
    "name an origin within the history, such as 2026-12-07T00:00"
  }

  private func fault(_ message: String, hint: String) -> JourneyFault {
    .workspace(Findings(Finding(.error, file: file, message: message, hint: hint)))
  }
}

/// Forecasts of a bare series from several origins, and how they did.
package struct BareBacktest: Sendable {
  package let forecasts: [BareForecast]
  /// Of all origins together; empty where nothing is known of what came after.
  package let scores: [ForecastScore]
  /// Whether no origin was left out by the planner's wish to stop.
  package let isWhole: Bool
}

extension WallClockSeries {
  /// What was read before a reading of the wall clock.
  fileprivate func before(_ origin: LocalReading) -> WallClockSeries {
    let limit = origin.secondsSince1970
    let known = readings.prefix { reading in
      86_400 * reading.day.daysSince1970 + 60 * reading.minute < limit
    }
    return WallClockSeries(
      name: name, zone: zone, slot: slot, readings: Array(known), holidays: holidays)
  }
}
