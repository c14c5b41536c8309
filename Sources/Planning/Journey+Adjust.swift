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
    let rows: [Override]
    switch changes {
    case .none: return forecast
    case .overrides:
      rows = try overrides(of: [forecast.id])
    case .whatIf(let file, let base):
      let names = base == forecast.id ? [base] : [base, forecast.id]
      let own = try overrides(of: names)
      let centre = centre
      rows =
        try own
        + reading { () throws(Findings) in
          try Workspace.overrides(at: file, of: names, in: centre)
        }
    }
    return
      forecast
      .adjusted(by: rows.map(\.adjustment), in: centre, history: history)
      .notingIdle(rows)
  }

  /// The rows of `overrides.csv` that are for forecasts of these names.
  private func overrides(of names: [String]) throws(JourneyFault) -> [Override] {
    let (workspace, centre) = (workspace, centre)
    return try reading { () throws(Findings) in try workspace.overrides(in: centre) }
      .filter { row in row.forecast.map(names.contains) ?? true }
  }
}

extension Forecast {
  /// Tells of rows that name the forecast and yet lie outside of its time.
  fileprivate func notingIdle(_ rows: [Override]) -> Forecast {
    let idle = rows.filter { row in
      row.forecast != nil && !row.adjustment.interval.overlaps(grid.interval)
    }
    return Forecast(
      id: id, grid: grid,
      queues: queues.map { queue in
        idle.filter { $0.adjustment.queue == queue.queue }.reduce(queue) { queue, row in
          queue.noting("\(row.adjustment.row): its time lies outside of this forecast")
        }
      })
  }
}
