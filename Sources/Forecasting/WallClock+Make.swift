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
  let all = DayTable(
    local, isOpen: Array(repeating: true, count: 7 * local.slotsPerDay), before: day + days,
    calendar: series.holidays)
  let columns = CalendarColumns(of: all)
  let past = TaughtPast(all, columns: columns)
  let table = past.table
  var notes = ForecastNotes()
  notes.addHistory(of: local, forecastFrom: day)
  notes.addHorizon(until: day + days - 1, of: local)
  notes.addSilence(of: table)
  notes.addShifts(past.shifts, in: table)
  notes.addOdd(past.oddDays.map { table.days[$0] })
  guard
    let forecast = LocalForecast(
      of: table, columns: columns, from: day, slot: minute / series.slot.count,
      doubt: past.doubt, seed: seed)
  else {
    notes.addNothing()
    return WallClockForecast(
      rows: [], league: League(rows: [], origins: 0), notes: notes.sentences)
  }
  var rows: [WallClockForecast.Row] = []
  for date in table.days where date >= day {
    guard let volumes = forecast.volumes(on: date) else { continue }
    for (slot, volume) in zip(table.slots, volumes) {
      let start = slot * series.slot.count
      guard (date, start) >= (day, minute) else { continue }
      rows.append(
        WallClockForecast.Row(
          day: date, minute: start, volume: forecast.band(around: volume, on: date, slot: slot)))
    }
  }
  return WallClockForecast(rows: rows, league: forecast.blend.league, notes: notes.sentences)
}
