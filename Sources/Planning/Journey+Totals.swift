import Exchange
import Forecasting
package import Timeline
package import Workforce

extension Journey {
  /// The totals of a forecast, of what was known before a day; nil uses all before the forecast.
  package func totals(
    of forecast: Forecast, from history: History, knownBefore day: LocalDay?, seed: UInt64
  ) -> [ForecastTotal] {
    Forecasting.totals(of: forecast, from: known(history, day), in: centre, seed: seed)
  }

  /// The totals of a forecast by day.
  package func totals(
    of forecast: DailyForecast, growth: Double?, from history: History,
    knownBefore day: LocalDay?, seed: UInt64
  ) -> [ForecastTotal] {
    Forecasting.totals(
      of: forecast, from: known(history, day), in: centre, growth: growth, seed: seed)
  }

  /// Writes `forecasts/totals/<id>.csv`.
  package func keep(
    _ totals: [ForecastTotal], of forecast: Forecast
  ) throws(JourneyFault) {
    try writing { () throws(ExchangeFault) in try workspace.write(totals, of: forecast) }
  }

  /// Writes `forecasts/daily/totals/<id>.csv`.
  package func keep(
    _ totals: [ForecastTotal], of forecast: DailyForecast
  ) throws(JourneyFault) {
    try writing { () throws(ExchangeFault) in try workspace.write(totals, of: forecast) }
  }

  private func known(_ history: History, _ day: LocalDay?) -> History {
    guard let end = day.map({ centre.zone.start(of: $0) }) else { return history }
    return History(history.queues.compactMap { $0.before(end) })
  }
}
