package import Timeline
package import Workforce

/// A bare series as it is expected from an origin on.
package struct BareForecast: Hashable, Sendable {
  /// A slot by the wall clock; where the clock shows it twice there are two.
  package struct Row: Hashable, Sendable {
    package let start: Instant
    package let reading: LocalReading
    package let volume: Band
  }

  package let series: String
  /// What the wall clock shows where the forecast begins.
  package let origin: LocalReading
  /// In order of time.
  package let rows: [Row]
  package let league: League
  package let notes: [String]
  /// Decimals of volumes: enough for four digits of a mean one.
  let places: Int

  /// Places a forecast on absolute time: its slots that begin within a span.
  ///
  /// A slot that the clock shows twice stands there twice, each time whole; one that it skips does not.
  /// Slots of the week that the series has and the forecast has not are closed: 0 is expected of them.
  package init(
    _ forecast: WallClockForecast, of series: WallClockSeries, origin: LocalReading,
    within span: Interval
  ) {
    let zone = series.zone
    let isDaily = series.slot == Minutes(1440)
    var rows: [Row] = []
    rows.reserveCapacity(forecast.rows.count)
    func add(_ instant: Instant, _ reading: LocalReading, _ volume: Band) {
      guard span.contains(instant) else { return }
      rows.append(Row(start: instant, reading: reading, volume: volume))
    }
    for row in forecast.rows + BareForecast.closed(forecast, of: series, from: origin, within: span)
    {
      let reading = LocalReading(day: row.day, secondOfDay: 60 * row.minute)
      // A day that begins with a gap in its clock is a day.
      if isDaily {
        add(zone.start(of: row.day), reading, row.volume)
        continue
      }
      switch zone.occurrence(of: reading) {
      case .once(let instant): add(instant, reading, row.volume)
      case .twice(let first, let second):
        add(first, reading, row.volume)
        add(second, reading, row.volume)
      case .never: continue
      }
    }
    self.series = series.name
    self.origin = origin
    self.rows = rows.sorted { $0.start < $1.start }
    league = forecast.league
    notes = forecast.notes
    places = BareForecast.places(for: series)
  }

  /// Rows of nothing for slots of the week that were ever seen and are not forecast.
  private static func closed(
    _ forecast: WallClockForecast, of series: WallClockSeries, from origin: LocalReading,
    within span: Interval
  ) -> [WallClockForecast.Row] {
    var isSeen = Array(repeating: false, count: 7 * 1440)
    for reading in series.readings {
      isSeen[1440 * (reading.day.weekday.number - 1) + reading.minute] = true
    }
    let minutes = isSeen.indices.filter { isSeen[$0] }
    let last = series.zone.day(at: span.end)
    let forecast = Set(forecast.rows.map { 1440 * $0.day.daysSince1970 + $0.minute })
    var rows: [WallClockForecast.Row] = []
    for day in origin.day...max(origin.day, last) {
      let first = 1440 * (day.weekday.number - 1)
      for minute in minutes where (first..<first + 1440).contains(minute) {
        let start = minute - first
        guard !forecast.contains(1440 * day.daysSince1970 + start) else { continue }
        rows.append(WallClockForecast.Row(day: day, minute: start, volume: .zero))
      }
    }
    return rows
  }

  /// Four decimals, and as many more as a mean volume below 1 has noughts.
  private static func places(for series: WallClockSeries) -> Int {
    let sum = series.readings.reduce(0) { $0 + $1.volume }
    var mean = sum / Double(max(1, series.readings.count))
    var places = 4
    while mean > 0, mean < 1, places < 12 {
      mean *= 10
      places += 1
    }
    return places
  }
}

/// Writes `series,origin,start,mean,q025,q10,q50,q90,q975`: an origin is what the wall clock shows, a start
/// has its offset behind it.
package func write(_ forecasts: [BareForecast], to path: String) throws(ExchangeFault) {
  try write(bareTable(of: forecasts).bytes, to: path)
}

/// The rows of forecasts as CSV, a forecast after the other.
package func bareText(of forecasts: [BareForecast]) -> String {
  bareTable(of: forecasts).text
}

private func bareTable(of forecasts: [BareForecast]) -> CSVText {
  var table = CSVText(
    columns: ["series", "origin", "start", "mean", "q025", "q10", "q50", "q90", "q975"])
  for forecast in forecasts {
    for row in forecast.rows {
      let band = row.volume
      let values = [
        band.expected, band.lowest, band.low, band.median, band.high, band.highest,
      ]
      table.add(forecast.series)
      table.add(forecast.origin)
      table.add(row.startText)
      for value in values { table.add(value, places: forecast.places) }
      table.endRow()
    }
  }
  return table
}

extension BareForecast {
  /// What the wall clock shows at the origin: `2016-10-02T03:00:00`.
  package var originText: String { stamp(origin) }
}

extension BareForecast.Row {
  /// What the wall clock shows at the start, with its offset: `2016-10-02T03:00:00+11:00`.
  package var startText: String {
    // Of a repeated reading each pass has an offset of its own.
    stamp(reading) + offsetText(reading.secondsSince1970 - start.seconds)
  }
}

private func stamp(_ reading: LocalReading) -> String { "\(reading.day)T\(reading.time):00" }

/// `+11:00`, `-03:30`.
private func offsetText(_ seconds: Int) -> String {
  let minutes = abs(seconds) / 60
  let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
  return (seconds < 0 ? "-" : "+") + parts.joined(separator: ":")
}
