import Timeline
import Workforce

extension Backtest {
  /// The columns that outside scorers read.
  static let csvHeader = "dataset,origin,start,mean,q025,q10,q50,q90,q975\n"

  /// The forecasts of all origins, a line for each slot that can have contacts.
  ///
  /// `origin` is the first slot's local reading, `start` the slot's with its offset from UTC. The two
  /// passes of a repeated hour are one line with the offset of the first.
  var csv: String {
    let zone = judged.series.zone
    var text = ""
    for attempt in attempts {
      let origin = "\(attempt.origin)T\(judged.from)"
      for row in attempt.rows {
        let time = LocalTime(minutes: row.minute)
        let offset = offset(zone.offset(at: zone.instant(row.day, time)))
        text += "\(judged.name),\(origin),\(row.day)T\(time)\(offset)"
        let band = row.volume
        let values = [
          band.expected, band.lowest, band.low, band.median, band.high, band.highest,
        ]
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
