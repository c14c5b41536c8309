package import Timeline
package import Workforce

/// Forecasts a bare series by its wall clock, of what lies before the origin only.
///
/// - Parameters:
///   - series: what was counted; later readings are not looked at.
///   - day: the day of the first slot to forecast.
///   - minute: its minute of the day; slots of the day before it are known.
///   - days: how many days to forecast, the first included.
///   - seed: the seed of all draws.
/// - Returns: nil where no reading lies before the origin.
package func forecast(
  _ series: WallClockSeries, from day: LocalDay, minute: Int = 0, days: Int, seed: UInt64
) -> WallClockForecast? {
  nil
}
