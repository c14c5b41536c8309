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
          queue: $0.queue, volume: [], handlingTime: [], notes: $0.notes, league: $0.league)
      })
    try Exchange.write(
      [
        (name: "\(forecast.id).yaml", bytes: Array(MakingText.text(of: making).utf8)),
        (name: "\(forecast.id).csv", bytes: Array(dailyText(of: forecast).utf8)),
      ], into: path("forecasts/daily"))
  }
}

/// The rows of a daily forecast as CSV: `queue,date,volume` with five quantiles, and `aht`.
package func dailyText(of forecast: DailyForecast) -> String {
  var table = CSVText(columns: [
    "queue", "date", "volume", "volume_p025", "volume_p10", "volume_p50", "volume_p90",
    "volume_p975", "aht",
  ])
  for queue in forecast.queues {
    for (index, day) in forecast.days.enumerated() {
      let volume = queue.volume[index]
      let values = [volume.expected] + volume.quantiles + [queue.handlingTime[index]]
      table.append(
        [queue.queue.rawValue, day.description] + values.map { Decimals.fixed($0, 2) })
    }
  }
  return table.text
}
