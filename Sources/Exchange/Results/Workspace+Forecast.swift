import Timeline
package import Workforce

extension Workspace {
  private static let forecastColumns = [
    "volume", "volume_p10", "volume_p90", "aht", "aht_p10", "aht_p90",
  ]

  /// Files of earlier versions lack them.
  private static let outerColumns = ["volume_p025", "volume_p50", "volume_p975"]

  /// What was expected before planners changed it; only where they did.
  private static let statisticalColumn = "volume_statistical"

  /// Writes `forecasts/<id>.csv`, a row of two decimals for every queue and slot, and `<id>.yaml`, which
  /// keeps how it was made.
  package func write(_ forecast: Forecast) throws(ExchangeFault) {
    let isAdjusted = forecast.queues.contains { $0.statistical != nil }
    let columns = [
      "queue", "start", "volume", "volume_p025", "volume_p10", "volume_p50", "volume_p90",
      "volume_p975", "aht", "aht_p10", "aht_p90",
    ]
    var table = CSVText(columns: columns + (isAdjusted ? [Workspace.statisticalColumn] : []))
    for queue in forecast.queues {
      for index in forecast.grid.indices {
        let (volume, time) = (queue.volume[index], queue.handlingTime[index])
        let values = [
          volume.expected, volume.lowest, volume.low, volume.median, volume.high, volume.highest,
          time.expected, time.low, time.high,
        ]
        table.add(queue.queue.rawValue)
        table.add(forecast.grid.start(of: index))
        for value in values { table.add(value, places: 2) }
        if isAdjusted { table.add(queue.statistical?[index] ?? .nan, places: 2) }
        table.endRow()
      }
    }
    removeTotals(of: forecast.id, byDay: false)
    try Exchange.write(
      [
        (name: "\(forecast.id).yaml", bytes: Array(MakingText.text(of: forecast).utf8)),
        (name: "\(forecast.id).csv", bytes: table.bytes),
      ], into: path("forecasts"))
  }

  /// Reads a forecast of the centre's queues on slots of its interval.
  package func forecast(_ id: String, of centre: Centre) throws(Findings) -> Forecast {
    let table = try SlotTable.read(
      "forecasts/\(id).csv", of: centre, in: self, madeBy: "nobat forecast",
      columns: Workspace.forecastColumns,
      optional: Workspace.outerColumns + [Workspace.statisticalColumn])
    let making = try making(ofForecast: id)
    let queues = table.queues.map { queue, columns, _ in
      QueueForecast(
        queue: queue,
        volume: table.grid.indices.map { index in
          Workspace.volume(columns.map { $0[index] })
        },
        handlingTime: table.grid.indices.map { index in
          Band(expected: columns[3][index], low: columns[4][index], high: columns[5][index])
        },
        notes: making[queue]?.notes ?? [], league: making[queue]?.league,
        adjustments: making[queue]?.adjustments ?? [],
        statistical: columns[9].allSatisfy(\.isFinite) ? columns[9] : nil)
    }
    return Forecast(id: id, grid: table.grid, queues: queues)
  }

  /// The band of a row's values: those of ``forecastColumns``, then of ``outerColumns`` and others.
  private static func volume(_ values: [Double]) -> Band {
    let (expected, low, high) = (values[0], values[1], values[2])
    let (lowest, median, highest) = (values[6], values[7], values[8])
    guard !lowest.isNaN, !median.isNaN, !highest.isNaN else {
      return Band(expected: expected, low: low, high: high)
    }
    return Band(
      expected: expected, lowest: lowest, low: low, median: median, high: high, highest: highest)
  }

  /// The forecasts that there are, sorted.
  package var forecasts: [String] { names(in: "forecasts", ending: ".csv") }
}
