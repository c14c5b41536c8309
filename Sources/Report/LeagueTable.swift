package import Workforce

/// How the ways to forecast did on a past, best first for each stretch ahead.
package func leagueTable(_ league: League, caption: String) -> Table {
  var table = Table(
    caption,
    columns: [
      .words("method"), .times("ahead"), .figures("weight"), .figures("WAPE"), .figures("bias"),
      .figures("within 10–90 %"),
    ])
  for row in league.rows {
    table.add([
      Table.Cell(row.method), Table.Cell(weeksAhead(row.weeks)),
      Table.Cell(row.weight.map { Figures.percent($0, decimals: 0) } ?? ""),
      Table.Cell(Figures.percent(row.error)), Table.Cell(Figures.signedPercent(row.bias)),
      Table.Cell(row.covered.map { Figures.percent($0, decimals: 0) } ?? ""),
    ])
  }
  return table
}

/// `1 week`, `4 weeks`.
package func weeksAhead(_ weeks: Int) -> String { weeks == 1 ? "1 week" : "\(weeks) weeks" }

extension Figures {
  /// A difference as a percentage, with its sign: `+0.8 %`.
  package static func signedPercent(_ share: Double, decimals: Int = 1) -> String {
    share.isFinite ? "\(signed(100 * share, decimals: decimals)) %" : unknown
  }
}
