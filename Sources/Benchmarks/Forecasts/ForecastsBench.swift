import ArgumentParser
import FoundationEssentials
import Report
import Timeline

/// Forecast errors on public and on made series: the figures of the ledger.
struct ForecastsBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecasts",
    abstract: "Forecast series from five origins each and say how far off that was.",
    discussion: """
      EXAMPLE: nobat-bench forecasts --data series --write results
      EXAMPLE: nobat-bench forecasts --made

      From each origin four weeks are forecast of what was known then. 1w scores the first of them,
      4w all. WAPE is the sum of absolute errors over the sum of what came, wQL twice the mean loss
      of five quantiles over it; beside them stand the least of all other forecasters that the ledger
      knows, and the average of six weeks. Special are holidays, the days beside them and December 22
      to January 2. The seconds are processor time to forecast once.
      """)

  @Option(help: "The folder of the public series.")
  var data: String?

  @Flag(help: "Judge by the made series instead of the public ones.")
  var made = false

  @Option(help: "One series only.")
  var series: String?

  @Option(help: "The figures of other forecasters.")
  var peers = "Forecasts/peers.csv"

  @Option(help: "A folder to write the forecasts to, as forecasts.csv.")
  var write: String?

  @Flag(help: "Print the rows as the ledger has them.")
  var ledger = false

  func validate() throws {
    if made == (data != nil) {
      throw ValidationError("name the folder of the public series with --data, or say --made")
    }
  }

  func run() throws {
    var sheet = ScoreSheet(peers: Peers(file: peers))
    var csv = Backtest.csvHeader
    for judge in try chosen() {
      let backtest = try Backtest(of: judge())
      sheet.add(backtest)
      csv += backtest.csv
    }
    print(ledger ? sheet.ledger : sheet.table.text(style: .plain), terminator: "")
    if let write {
      let folder = URL(filePath: write)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(csv.utf8).write(to: folder.appending(path: "forecasts.csv"), options: .atomic)
    }
  }

  /// The series to judge by, each read or made only when its turn comes.
  private func chosen() throws -> [() throws -> JudgedSeries] {
    let zones = ZoneDatabase()
    var all: [(name: String, judge: () throws -> JudgedSeries)] = []
    if let data {
      all = PublicSeries.all.map { found in
        (found.name, { try JudgedSeries(found, in: data, zones: zones) })
      }
    } else {
      all = MadeRecipe.all.map { recipe in
        (recipe.name, { JudgedSeries(try MadeSeries(recipe), zone: try zones.zone(recipe.zone)) })
      }
    }
    guard let series else { return all.map(\.judge) }
    guard let found = all.first(where: { $0.name == series }) else {
      let names = all.map(\.name).joined(separator: ", ")
      throw ValidationError("there is no series \(series); there are \(names)")
    }
    return [found.judge]
  }
}
