import ArgumentParser
import FoundationEssentials
import Report
import Timeline

/// Forecast errors on public series: the figures of the ledger.
struct ForecastsBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecasts",
    abstract: "Forecast public series from five origins each and say how far off that was.",
    discussion: """
      EXAMPLE: nobat-bench forecasts --data series --write results

      From each origin four weeks are forecast of what was known then. 1w scores the first of them,
      4w all. WAPE is the sum of absolute errors over the sum of what came, also of the two plain
      methods beside it; bias and band (10 % to 90 %) are Nobat's; the seconds are processor time to
      forecast once.
      """)

  @Option(help: "The folder of the public series.")
  var data: String

  @Option(help: "One series only.")
  var series: String?

  @Option(help: "A folder to write the forecasts to, as forecasts.csv.")
  var write: String?

  func run() throws {
    var table = Table(
      "Forecast errors",
      columns: [
        .words("series"), .words("ahead"), .figures("WAPE %"), .figures("average of six %"),
        .figures("seasonal naive %"), .figures("bias %"), .figures("in band %"),
        .figures("seconds"),
      ])
    var csv = Backtest.csvHeader
    for series in try chosen() {
      let observed = try ObservedSeries(series, in: data, zones: ZoneDatabase())
      let backtest = try Backtest(of: observed)
      for weeks in [1, ObservedSeries.horizon] { table.add(row(of: backtest, weeks: weeks)) }
      csv += backtest.csv
    }
    print(table.text(style: .plain), terminator: "")
    if let write {
      let folder = URL(filePath: write)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(csv.utf8).write(to: folder.appending(path: "forecasts.csv"), options: .atomic)
    }
  }

  private func chosen() throws -> [PublicSeries] {
    guard let name = series else { return PublicSeries.all }
    guard let found = PublicSeries.all.first(where: { $0.name == name }) else {
      let names = PublicSeries.all.map(\.name).joined(separator: ", ")
      throw ValidationError("there is no series \(name); there are \(names)")
    }
    return [found]
  }

  private func row(of backtest: Backtest, weeks: Int) -> [Table.Cell] {
    func percent(_ share: Double?) -> Table.Cell {
      Table.Cell(share.map { Figures.number(100 * $0, decimals: 2) } ?? Figures.unknown)
    }
    let nobat = backtest.score(of: .nobat, weeks: weeks)
    return [
      Table.Cell(backtest.observed.series.name), Table.Cell("\(weeks)w"),
      percent(nobat.absoluteError),
      percent(backtest.score(of: .averageOfSix, weeks: weeks).absoluteError),
      percent(backtest.score(of: .seasonalNaive, weeks: weeks).absoluteError),
      percent(nobat.bias), percent(nobat.covered),
      Table.Cell(Figures.number(backtest.seconds, decimals: 3)),
    ]
  }
}
