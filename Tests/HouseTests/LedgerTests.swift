import FoundationEssentials
import TestSupport
import Planning
import Testing
import Timeline

@testable import Benchmarks

/// The ledger Forecasts/README.md, and the figures of its newest block.
private enum Ledger {
  static let path = "\(House.root)/Forecasts/README.md"

  /// The folder of the public series, or nil where it is not there.
  static let data: String? = House.data.map { "\($0)/forecasting" }
    .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

  /// The thirteen cells of the first row that begins with a series and a horizon, blanks left out.
  static func row(_ series: String, _ ahead: String) throws -> [String]? {
    try House.text(path).split(separator: "\n").lazy
      .map { line in
        line.split(separator: "|").map { $0.filter { $0 != " " } }
      }
      .first { $0.count == 13 && $0[0] == series && $0[1] == ahead }
  }
}

@Suite("The ledger of forecasts")
struct LedgerTests {
  @Test("The ledger has a row for every series and horizon", arguments: PublicSeries.all)
  func isComplete(series: PublicSeries) throws {
    for ahead in ["1w", "4w"] {
      #expect(try Ledger.row(series.name, ahead) != nil, "\(series.name) \(ahead) has no row")
    }
  }

  /// The smallest series, and the one whose clock changes.
  @Test(
    "Forecasts made anew have the ledger's figures",
    .enabled(if: Ledger.data != nil, "the public series are not there; name them with NOBAT_DATA"),
    arguments: PublicSeries.all.filter { ["bank", "pedSouth"].contains($0.name) })
  func isTrue(series: PublicSeries) throws {
    let data = try #require(Ledger.data)
    let backtest = try Backtest(of: JudgedSeries(series, in: data, zones: ZoneDatabase()))
    let peers = Peers(file: "\(House.root)/Forecasts/peers.csv")
    for weeks in [1, 4] {
      let row = try #require(try Ledger.row(series.name, "\(weeks)w"))
      let nobat = backtest.score(weeks: weeks)
      let average = backtest.score(.averageOfSixWeeks, weeks: weeks)
      let measured = [
        nobat.absoluteError, peers.leastError(of: series.name, weeks: weeks),
        average.absoluteError, nobat.quantileLoss, peers.leastLoss(of: series.name, weeks: weeks),
        nobat.bias, nobat.inner, nobat.outer, nobat.specialError, average.specialError,
      ]
      // Half a unit of the last of two decimals, in percent.
      for (share, cell) in zip(measured, row[2...11]) {
        let value = 100 * (try #require(share))
        let figure = try #require(Double(cell.replacing("−", with: "-")))
        #expect(
          abs(value - figure) < 0.0051,
          "\(series.name) \(weeks)w: \(value), not \(cell): run Scripts/backtest and note it")
      }
    }
  }
}
