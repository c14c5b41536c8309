import Planning
import Report
import Statistics

/// The scores of backtests beside those of other forecasters, two rows a series.
struct ScoreSheet {
  let peers: Peers
  private(set) var table = Table(
    "Forecast errors",
    columns: [
      .words("series"), .words("ahead"), .figures("WAPE %"), .figures("best peer %"),
      .figures("average of six %"), .figures("wQL %"), .figures("best peer wQL %"),
      .figures("bias %"), .figures("in 80 %"), .figures("in 95 %"), .figures("special %"),
      .figures("average of six there %"), .figures("seconds"),
    ])

  init(peers: Peers) {
    self.peers = peers
  }

  mutating func add(_ backtest: Backtest) {
    for weeks in [1, JudgedSeries.horizon] {
      let name = backtest.judged.name
      let nobat = backtest.score(weeks: weeks)
      let average = backtest.score(.averageOfSixWeeks, weeks: weeks)
      let shares: [Double?] = [
        nobat.absoluteError, peers.leastError(of: name, weeks: weeks), average.absoluteError,
        nobat.quantileLoss, peers.leastLoss(of: name, weeks: weeks), nobat.bias, nobat.inner,
        nobat.outer, nobat.specialError, average.specialError,
      ]
      let figures = shares.map { share in
        Table.Cell(share.map { Figures.number(100 * $0, decimals: 2) } ?? Figures.unknown)
      }
      let seconds = Table.Cell(Figures.number(backtest.seconds, decimals: 3))
      table.add([Table.Cell(name), Table.Cell("\(weeks)w")] + figures + [seconds])
    }
  }

  /// The table as it stands in the ledger.
  var ledger: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rules = table.columns.map { $0.alignment == .figures ? "---:" : "---" }
    let heads = line(table.columns.map(\.title)) + "|" + rules.joined(separator: "|") + "|\n"
    return heads + table.rows.map { row in line(row.map(\.text)) }.joined()
  }
}
