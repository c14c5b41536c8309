import ArgumentParser
import Planning
import Report
import Workforce

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast contacts and handling time of a week, per queue, with 10-90 % bands.",
    discussion: """
      EXAMPLE: nobat -C acme forecast --week 2026-W50

      Writes forecasts/<week>.csv.
      """)

  @OptionGroup var week: WeekOptions

  @Option(help: "What to call the forecast. Default: its week.")
  var name: String?

  @Option(help: "Seed of what is drawn at random.")
  var seed: UInt64 = 1

  @Flag(name: .customLong("dry-run"), help: "Show the forecast without writing it.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    try checkName(name, of: "--name")
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    let forecast = try desk.run { journey throws(JourneyFault) in
      let history = try journey.history()
      let week = journey.week(week.week ?? .next, after: history)
      let forecast = try journey.forecast(week, from: history, named: name, seed: seed)
      if !dryRun { try journey.keep(forecast) }
      return forecast
    }
    if general.json {
      try desk.console.json(forecast)
    } else {
      desk.console.result(table(of: forecast).text(style: desk.console.style))
      desk.noteMaking(of: forecast)
    }
  }

  private func table(of forecast: Forecast) -> Table {
    var table = Table(
      "Forecast \(forecast.id)",
      columns: [
        .words("queue"), .figures("contacts"), .figures("busiest slot"), .figures("10 %"),
        .figures("90 %"), .figures("AHT"),
      ])
    for queue in forecast.queues {
      let total = queue.volume.reduce(0) { $0 + $1.expected }
      let busiest = queue.volume.max { $0.expected < $1.expected } ?? .zero
      let work = zip(queue.volume, queue.handlingTime).reduce(0) {
        $0 + $1.0.expected * $1.1.expected
      }
      table.add([
        .init(queue.queue.rawValue), .init(Figures.number(total)),
        .init(Figures.number(busiest.expected, decimals: 1)),
        .init(Figures.number(busiest.low, decimals: 1)),
        .init(Figures.number(busiest.high, decimals: 1)),
        .init(total > 0 ? Figures.number(work / total) + " s" : Figures.unknown),
      ])
    }
    return table
  }
}
