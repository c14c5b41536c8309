import Report
import Workforce

/// A forecast as JSON tells it, with its totals beside the queues where they were asked for.
struct ForecastWithTotals<Forecast: Encodable>: Encodable {
  let forecast: Forecast
  /// Nil where nobody asked.
  let totals: [ForecastTotal]?

  private enum CodingKeys: CodingKey {
    case totals
  }

  func encode(to encoder: any Encoder) throws {
    try forecast.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(totals, forKey: .totals)
  }
}

/// Totals as a table, each with its busiest row and the band of that.
func totalsTable(_ totals: [ForecastTotal], of id: String, row: String) -> Table {
  var table = Table(
    "Totals of \(id)",
    columns: [
      .words("by"), .words("name"), .figures("queues"), .figures("contacts"),
      .figures("busiest \(row)"), .figures("10 %"), .figures("90 %"), .figures("AHT"),
    ])
  for total in totals {
    let contacts = total.volume.reduce(0) { $0 + $1.expected }
    let work = zip(total.volume, total.handlingTime).reduce(0) { $0 + $1.0.expected * $1.1 }
    let busiest = total.volume.max { $0.expected < $1.expected } ?? .zero
    table.add([
      .init(total.kind.rawValue), .init(total.name), .init(Figures.number(total.queues.count)),
      .init(Figures.number(contacts)), .init(Figures.number(busiest.expected, decimals: 1)),
      .init(Figures.number(busiest.low, decimals: 1)),
      .init(Figures.number(busiest.high, decimals: 1)),
      .init(contacts > 0 ? Figures.number(work / contacts) + " s" : Figures.unknown),
    ])
  }
  return table
}
