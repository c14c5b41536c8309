import Timeline
package import Workforce

extension Workspace {
  /// Where the totals of a forecast are, the folder of `<id>.csv`.
  ///
  /// It is one of their own, as each file of `forecasts` is a forecast.
  private static func totals(byDay: Bool) -> String {
    byDay ? "forecasts/daily/totals" : "forecasts/totals"
  }

  /// Writes the totals of a forecast of slots.
  package func write(
    _ totals: [ForecastTotal], of forecast: Forecast
  ) throws(ExchangeFault) {
    let starts = forecast.grid.indices.map { "\(forecast.grid.start(of: $0))" }
    try Exchange.write(
      [(name: "\(forecast.id).csv", bytes: totalsText(of: totals, at: starts, column: "start"))],
      into: path(Self.totals(byDay: false)))
  }

  /// Writes the totals of a forecast by day.
  package func write(
    _ totals: [ForecastTotal], of forecast: DailyForecast
  ) throws(ExchangeFault) {
    let dates = forecast.days.map(\.description)
    try Exchange.write(
      [(name: "\(forecast.id).csv", bytes: totalsText(of: totals, at: dates, column: "date"))],
      into: path(Self.totals(byDay: true)))
  }

  /// Takes away totals that were of an earlier forecast of the same name, as they no longer add up.
  func removeTotals(of id: String, byDay: Bool) {
    Writing.remove(path("\(Self.totals(byDay: byDay))/\(id).csv"))
  }
}

/// The rows of totals as CSV: `by,name,start,volume` with five quantiles, and `aht`.
private func totalsText(
  of totals: [ForecastTotal], at times: [String], column: String
) -> [UInt8] {
  var table = CSVText(columns: [
    "by", "name", column, "volume", "volume_p025", "volume_p10", "volume_p50", "volume_p90",
    "volume_p975", "aht",
  ])
  for total in totals {
    for (index, time) in times.enumerated() {
      let volume = total.volume[index]
      table.add(total.kind.rawValue)
      table.add(total.name)
      table.add(time)
      for value in [volume.expected] + volume.quantiles { table.add(value, places: 2) }
      table.add(total.handlingTime[index], places: 2)
      table.endRow()
    }
  }
  return table.bytes
}
