import Timeline
package import Workforce

extension Workspace {
  /// Writes `forecasts/daily/<id>.csv`, a row of two decimals for every queue and date, and `<id>.yaml`,
  /// which keeps how it was made.
  package func write(_ forecast: DailyForecast) throws(ExchangeFault) {
    // The same notes and league as a forecast of slots has.
    let making = Forecast(
      id: "daily/\(forecast.id)",
      grid: Grid(start: Instant(seconds: 0), slot: Minutes(1440), count: 0),
      queues: forecast.queues.map {
        QueueForecast(
          queue: $0.queue, volume: [], handlingTime: [], notes: $0.notes, league: $0.league,
          adjustments: $0.adjustments, statistical: $0.statistical)
      })
    removeTotals(of: forecast.id, byDay: true)
    try Exchange.write(
      [
        (name: "\(forecast.id).yaml", bytes: Array(MakingText.text(of: making).utf8)),
        (name: "\(forecast.id).csv", bytes: dailyText(of: forecast)),
      ], into: path("forecasts/daily"))
  }
}

/// The rows of a daily forecast as CSV: `queue,date,volume` with five quantiles, and `aht`; where planners
/// changed it, also `volume_statistical`.
private func dailyText(of forecast: DailyForecast) -> [UInt8] {
  let isAdjusted = forecast.queues.contains { $0.statistical != nil }
  let columns = [
    "queue", "date", "volume", "volume_p025", "volume_p10", "volume_p50", "volume_p90",
    "volume_p975", "aht",
  ]
  var table = CSVText(columns: columns + (isAdjusted ? ["volume_statistical"] : []))
  for queue in forecast.queues {
    for (index, day) in forecast.days.enumerated() {
      let volume = queue.volume[index]
      table.add(queue.queue.rawValue)
      table.add(day.description)
      for value in [volume.expected] + volume.quantiles { table.add(value, places: 2) }
      table.add(queue.handlingTime[index], places: 2)
      if isAdjusted { table.add(queue.statistical?[index] ?? .nan, places: 2) }
      table.endRow()
    }
  }
  return table.bytes
}
