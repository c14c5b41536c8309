import Timeline
package import Workforce

extension Workspace {
  private static let forecastColumns = [
    "volume", "volume_p10", "volume_p90", "aht", "aht_p10", "aht_p90",
  ]

  /// Writes `forecasts/<id>.csv`: a row for every queue and slot, two decimals; the notes are not kept.
  package func write(_ forecast: Forecast) throws(ExchangeFault) {
    var table = CSVText(columns: ["queue", "start"] + Workspace.forecastColumns)
    for queue in forecast.queues {
      for index in forecast.grid.indices {
        let (volume, time) = (queue.volume[index], queue.handlingTime[index])
        let values = [
          volume.expected, volume.low, volume.high, time.expected, time.low, time.high,
        ]
        table.append(
          [queue.queue.rawValue, forecast.grid.start(of: index).description]
            + values.map { Decimals.fixed($0, 2) })
      }
    }
    try Exchange.write(table.text, to: path("forecasts/\(forecast.id).csv"))
  }

  /// Reads a forecast of the centre's queues on slots of its interval.
  package func forecast(_ id: String, of centre: Centre) throws(Findings) -> Forecast {
    let table = try SlotTable.read(
      "forecasts/\(id).csv", of: centre, in: self, madeBy: "nobat forecast",
      columns: Workspace.forecastColumns)
    let queues = table.queues.map { queue, columns in
      QueueForecast(
        queue: queue,
        volume: table.grid.indices.map { index in
          Band(expected: columns[0][index], low: columns[1][index], high: columns[2][index])
        },
        handlingTime: table.grid.indices.map { index in
          Band(expected: columns[3][index], low: columns[4][index], high: columns[5][index])
        })
    }
    return Forecast(id: id, grid: table.grid, queues: queues)
  }

  /// The forecasts that there are, sorted.
  package var forecasts: [String] { names(in: "forecasts", ending: ".csv") }
}
