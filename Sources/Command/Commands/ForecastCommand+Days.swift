import ArgumentParser
import Exchange
import Planning
import Report
import Timeline
import Workforce

/// What a row of a forecast is.
enum ForecastStep: String, ExpressibleByArgument, CaseIterable {
  case slot, day
}

/// A growth a year as an option: `5%` or `-3%`.
struct YearlyGrowth: ExpressibleByArgument {
  /// 0.05 for 5 %.
  let aYear: Double

  /// From a fall to a hundredth to growth by ten; all contacts cannot go.
  static let bounds = -0.99...10.0

  init?(argument: String) {
    guard argument.hasSuffix("%"), argument.dropLast().utf8.allSatisfy(Self.isPlain),
      let percent = Double(argument.dropLast()), Self.bounds.contains(percent / 100)
    else { return nil }
    aYear = percent / 100
  }

  /// Digits, a sign and a point; no `nan`, no `1e3`.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }
}

extension ForecastCommand {
  /// A workspace's months ahead, by day.
  func runByDay(_ desk: Desk, _ chosen: Queue.ID?, isWritten: Bool) throws {
    let history = try desk.run { journey throws(JourneyFault) in try journey.history() }
    let first = from ?? desk.journey.week(week.week ?? .next, after: history).days.lowerBound
    let weeks = weeks ?? 78
    let usual = "\(first)-\(weeks)w"
    let order = ForecastOrder(
      id: name ?? usual, days: first...first + (7 * weeks - 1), queue: chosen, knownBefore: asOf)
    let changes = try changes.changes(of: usual, named: name)
    let (forecast, totals) = try desk.run {
      journey throws(JourneyFault) -> (DailyForecast, [ForecastTotal]?) in
      let forecast = try journey.dailyForecast(
        order, growth: growth?.aYear, from: history, changes: changes, seed: seed)
      let totals =
        self.totals
        ? journey.totals(
          of: forecast, growth: growth?.aYear, from: history, knownBefore: asOf, seed: seed) : nil
      if isWritten {
        try journey.keep(forecast)
        if let totals { try journey.keep(totals, of: forecast) }
      }
      return (forecast, totals)
    }
    if general.json {
      try desk.console.json(ForecastWithTotals(forecast: forecast, totals: totals))
    } else {
      desk.console.result(dailyTable(of: forecast).text(style: desk.console.style))
      show(totals, of: forecast.id, row: "day", on: desk)
    }
    for queue in forecast.queues {
      for note in queue.notes + queue.adjustments.map(\.sentence) {
        desk.console.note("\(queue.queue): \(note)")
      }
    }
    if isWritten { desk.console.note("wrote forecasts/daily/\(forecast.id).csv") }
  }

  /// A queue's quarters ahead: contacts a day, and the band of their last day.
  private func dailyTable(of forecast: DailyForecast) -> Table {
    var table = Table(
      "Forecast \(forecast.id), by day",
      columns: [
        .words("queue"), .times("from"), .figures("contacts"), .figures("a day"),
        .figures("busiest day"), .figures("10 %"), .figures("90 %"), .figures("AHT"),
      ])
    for queue in forecast.queues {
      for start in stride(from: 0, to: forecast.dayCount, by: 91) {
        let range = start..<min(start + 91, forecast.dayCount)
        let bands = queue.volume[range]
        let total = bands.reduce(0) { $0 + $1.expected }
        let busiest = bands.max { $0.expected < $1.expected } ?? .zero
        let work = range.reduce(0) {
          $0 + queue.volume[$1].expected * queue.handlingTime[$1]
        }
        table.add([
          .init(start == 0 ? queue.queue.rawValue : ""), .init("\(forecast.firstDay + start)"),
          .init(Figures.number(total)),
          .init(Figures.number(total / Double(range.count), decimals: 1)),
          .init(Figures.number(busiest.expected, decimals: 1)),
          .init(Figures.number(busiest.low, decimals: 1)),
          .init(Figures.number(busiest.high, decimals: 1)),
          .init(total > 0 ? Figures.number(work / total) + " s" : Figures.unknown),
        ])
      }
    }
    return table
  }
}
