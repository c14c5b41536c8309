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
  guard let local = LocalTable(series, before: day, minute: minute) else { return nil }
  let table = DayTable(
    local, isOpen: Array(repeating: true, count: 7 * local.slotsPerDay), before: day + days,
    calendar: series.holidays)
  let origin = table.days.firstIndex { $0 >= day } ?? table.days.count
  let known = min(origin, table.pastDays)
  let ahead = table.days.count - known
  guard ahead > 0 else { return nil }
  let blend = Blend(of: table, from: known, days: ahead, seed: seed)
  var rows: [WallClockForecast.Row] = []
  for index in origin..<table.days.count {
    for slot in 0..<table.slotsPerDay {
      let start = table.slots[slot] * series.slot.count
      guard (table.days[index], start) >= (day, minute) else { continue }
      let mean = blend.expected[(index - known) * table.slotsPerDay + slot]
      rows.append(
        WallClockForecast.Row(
          day: table.days[index], minute: start,
          volume: blend.spread.band(around: mean, week: (index - known) / table.week, doubt: 0)
        ))
    }
  }
  return WallClockForecast(rows: rows, league: League(rows: [], origins: 0), notes: [])
}
