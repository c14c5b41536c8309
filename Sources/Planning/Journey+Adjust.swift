import Exchange
import Forecasting
import Timeline
package import Workforce

/// What planners change of a statistical forecast.
package enum ForecastChanges: Hashable, Sendable {
  /// Nothing: the forecast as the history tells it.
  case none
  /// The rows of `overrides.csv` that are for it.
  case overrides
  /// The rows for the forecast of a name, and on top those of another file with the same columns.
  case whatIf(file: String, of: String)
}

extension Journey {
  /// The forecast with the changes that are for it; its queues tell which, and what each did.
  package func adjusted(
    _ forecast: Forecast, by changes: ForecastChanges, from history: History
  ) throws(JourneyFault) -> Forecast {
    let rows = try rows(of: changes, for: forecast.id)
    var adjusted = forecast.adjusted(by: rows.map(\.adjustment), in: centre, history: history)
    for row in rows where row.isIdle(over: forecast.grid.interval) {
      adjusted = Forecast(
        id: adjusted.id, grid: adjusted.grid,
        queues: adjusted.queues.map {
          $0.queue == row.adjustment.queue ? $0.noting(row.idleNote) : $0
        })
    }
    return adjusted
  }

  /// The forecast by day with the changes that are for it.
  package func adjusted(
    _ forecast: DailyForecast, by changes: ForecastChanges
  ) throws(JourneyFault) -> DailyForecast {
    let rows = try rows(of: changes, for: forecast.id)
    var adjusted = forecast.adjusted(by: rows.map(\.adjustment), in: centre)
    for row in rows {
      let zone = centre.queue(row.adjustment.queue)?.opening.zone ?? centre.zone
      let whole = Interval(
        start: zone.start(of: forecast.days.lowerBound),
        end: zone.start(of: forecast.days.upperBound))
      guard row.isIdle(over: whole) else { continue }
      adjusted = adjusted.noting(row.idleNote, of: row.adjustment.queue)
    }
    return adjusted
  }

  /// What planners wrote that is for a forecast.
  private func rows(
    of changes: ForecastChanges, for id: String
  ) throws(JourneyFault) -> [Override] {
    switch changes {
    case .none: return []
    case .overrides: return try overrides(of: [id])
    case .whatIf(let file, let base):
      let names = base == id ? [base] : [base, id]
      let own = try overrides(of: names)
      let centre = centre
      return try own
        + reading { () throws(Findings) in
          try Workspace.overrides(at: file, of: names, in: centre)
        }
    }
  }

  /// The rows of `overrides.csv` that are for forecasts of these names.
  private func overrides(of names: [String]) throws(JourneyFault) -> [Override] {
    let (workspace, centre) = (workspace, centre)
    return try reading { () throws(Findings) in try workspace.overrides(in: centre) }
      .filter { row in row.forecast.map(names.contains) ?? true }
  }
}

extension Override {
  /// Whether it names a forecast and yet lies outside of its time.
  fileprivate func isIdle(over whole: Interval) -> Bool {
    forecast != nil && !adjustment.interval.overlaps(whole)
  }

  fileprivate var idleNote: String {
    "\(adjustment.row): its time lies outside of this forecast"
  }
}
