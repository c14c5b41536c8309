import Statistics
import Timeline
import Workforce

extension Backtest {
  /// The columns that outside scorers read.
  static let csvHeader = "dataset,origin,start,mean,q025,q10,q90,q975\n"

  /// The forecasts of all origins, a line for each open slot.
  ///
  /// `origin` is the first open slot's local reading, `start` the slot's with its offset from UTC,
  /// so that the two passes of a repeated hour are two lines. A forecast of Nobat has the quantiles
  /// of 10 % and 90 %; those of 2.5 % and 97.5 % are the same distances stretched as a normal
  /// distribution's are, at the least 0, only to fill the form.
  var csv: String {
    let series = observed.series
    let zone = observed.centre.zone
    let normal = NormalDistribution.standard
    let stretch = normal.quantile(0.975) / normal.quantile(0.9)
    var text = ""
    for attempt in attempts {
      let origin = "\(attempt.origin)T\(series.from)"
      for index in attempt.grid.indices {
        let start = attempt.grid.start(of: index)
        let reading = zone.reading(at: start)
        guard series.weekdays.contains(reading.day.weekday), series.slot(of: reading.time) != nil
        else { continue }
        let band = attempt.volume[index]
        let outerLow = max(0, band.expected - stretch * (band.expected - band.low))
        let outerHigh = band.expected + stretch * (band.high - band.expected)
        let values = [band.expected, outerLow, band.low, band.high, outerHigh]
        text += "\(series.name),\(origin),\(reading.day)T\(reading.time)"
        text += offset(zone.offset(at: start))
        for value in values { text += ",\(thousandths(value))" }
        text += "\n"
      }
    }
    return text
  }
}

/// Seconds east of Greenwich as `+11:00`.
private func offset(_ seconds: Int) -> String {
  let minutes = abs(seconds) / 60
  return (seconds < 0 ? "-" : "+") + "\(LocalTime(minutes: minutes))"
}

/// A number of 0 or more with three decimals and a point: `12.340`.
func thousandths(_ value: Double) -> String {
  let units = Int((1000 * value).rounded())
  return "\(units / 1000).\(String(units % 1000 + 1000).dropFirst())"
}
