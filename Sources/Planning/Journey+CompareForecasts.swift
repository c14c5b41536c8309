import Exchange
import Timeline
import Workforce

extension Journey {
  /// Whether a name is that of a forecast.
  package func isForecast(_ name: String) -> Bool { workspace.forecasts.contains(name) }

  /// Whether a name is that of a roster, or of what was published.
  package func isRoster(_ name: String) -> Bool {
    workspace.rosters.contains(name) || name == Journey.published
      || (LocalDay(name) != nil && !isForecast(name))
  }

  /// Compares two forecasts, each named by its id.
  package func compareForecasts(
    _ first: String, with second: String
  ) throws(JourneyFault) -> ForecastComparison {
    let (before, after) = (try storedForecast(first), try storedForecast(second))
    guard let comparison = ForecastComparison(from: before, to: after, in: centre) else {
      throw .differentTimes(first, before.grid.interval, second, after.grid.interval)
    }
    return comparison
  }
}
