import Exchange
import Forecasting
import Timeline
import Workforce

extension Journey {
  /// Forecasts the rest of a day, and the days after it, anew by what came so far; nothing is written.
  package func intraday(_ order: IntradayOrder) throws(JourneyFault) -> Intraday {
    report("read the history", 0)
    let stored = try storedHistory()
    let actuals = try order.source.map { source throws(JourneyFault) in try read(source) }
    let moment = try moment(of: order, stored, actuals?.history)
    let base = try base(of: order, at: moment)
    let id = order.name ?? base.id + Journey.intradaySuffix
    try checkFree(id, replacing: order.isReplacing, base: base)
    report("reforecast", 0)
    let desk = IntradayDesk(
      centre: centre, base: base, moment: moment, history: stored, actuals: actuals?.history,
      isAsCounted: order.isAsCounted, seed: order.seed)
    let made = desk.reforecasts()
    report("reforecast", 1)
    return Intraday(
      moment: moment, base: base,
      forecast: Forecast(id: id, grid: base.grid, queues: made.map(\.forecast)).asFiled,
      queues: made.map(\.queue), actuals: made.map(\.offered), findings: actuals?.findings ?? [])
  }

  /// The history; nil where there is none of any queue, which is no fault as a file may tell of today.
  private func storedHistory() throws(JourneyFault) -> History? {
    let (history, findings) = workspace.readHistory(of: centre)
    guard let history else {
      throw .workspace(Findings(findings.filter { $0.severity == .error }) ?? .unexplained)
    }
    return history.queues.isEmpty ? nil : history
  }

  /// What the name of a reforecast ends with, so that it is not taken for a forecast to begin with.
  static let intradaySuffix = "-intraday"
  /// What the notes of a reforecast begin with.
  static let intradayNote = "reforecast at "

  private func read(_ source: IntradayOrder.Source) throws(JourneyFault) -> Actuals {
    try reading { () throws(Findings) in
      let isPlain = source.mapping == nil && source.format == .generic
      let mapping =
        isPlain
        ? nil
        : try HistoryMapping.read(
          source.mapping, format: source.format, zone: source.zone, zones: zones, centre: centre)
      return try workspace.actuals(
        source.file, by: mapping, of: centre, queue: source.queue, zone: source.zone)
    }
  }

  /// The moment that is asked for, else the end of the last slot that is known of any queue.
  private func moment(
    of order: IntradayOrder, _ stored: History?, _ actuals: History?
  ) throws(JourneyFault) -> Instant {
    if let reading = order.moment { return centre.zone.instant(of: reading) }
    let ends = [actuals, stored].compactMap { history in
      history?.queues.map(\.grid.end).max()
    }
    guard let end = ends.max() else {
      throw Journey.fault(
        "history", "nothing was counted yet",
        hint: "bring today's rows with nobat import or --actuals FILE, or name a moment with --at")
    }
    return end
  }

  /// The forecast that is named, else the last by name that holds the moment and is no reforecast.
  private func base(of order: IntradayOrder, at moment: Instant) throws(JourneyFault) -> Forecast {
    if let id = order.forecast {
      let forecast = try storedForecast(id)
      try check(forecast, holds: moment, isNamed: order.moment != nil)
      return forecast
    }
    let ids = workspace.forecasts.filter { !$0.hasSuffix(Journey.intradaySuffix) }
    var last: Forecast?
    for id in ids.reversed() {
      let forecast = try storedForecast(id)
      if forecast.isReforecast { continue }
      if forecast.grid.interval.contains(moment) { return forecast }
      last = last ?? forecast
    }
    guard let last else { return try storedForecast(nil) }
    try check(last, holds: moment, isNamed: order.moment != nil)
    return last
  }

  private func check(
    _ forecast: Forecast, holds moment: Instant, isNamed: Bool
  ) throws(JourneyFault) {
    let file = "forecasts/\(forecast.id).csv"
    if forecast.isReforecast {
      throw Journey.fault(
        file, "this is a reforecast itself, and what came is in it already",
        hint: "name the forecast that it was made from")
    }
    guard !forecast.grid.interval.contains(moment) else { return }
    let zone = centre.zone
    let (start, end) = (zone.reading(at: forecast.grid.start), zone.reading(at: forecast.grid.end))
    let reading = zone.reading(at: moment)
    let what = isNamed ? "the moment \(reading)" : "what was counted ends at \(reading), which"
    throw Journey.fault(
      file, "it is of \(start) to \(end), and \(what) is not in it",
      hint: isNamed
        ? "name a moment within with --at, or another forecast"
        : "bring the day's rows with nobat import or --actuals FILE, or name another forecast")
  }

  private func checkFree(
    _ id: String, replacing isReplacing: Bool, base: Forecast
  ) throws(JourneyFault) {
    guard id != base.id else {
      throw Journey.fault(
        "forecasts/\(id).csv", "the forecast that is begun with is not replaced by its reforecast",
        hint: "give another --name")
    }
    guard !isReplacing, workspace.forecasts.contains(id) else { return }
    throw Journey.fault(
      "forecasts/\(id).csv", "there is a forecast of that name already",
      hint: "write over it with --replace, give another --name, or only look with --dry-run")
  }

  private static func fault(_ file: String, _ message: String, hint: String) -> JourneyFault {
    .workspace(Findings(Finding(.error, file: file, message: message, hint: hint)))
  }
}

extension Forecast {
  /// Whether it was made within a day from another.
  fileprivate var isReforecast: Bool {
    queues.contains { queue in
      queue.notes.contains { $0.hasPrefix(Journey.intradayNote) }
    }
  }
}
