import ArgumentParser
import Exchange
import Planning
import Report
import Timeline
import Workforce

struct IntradayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intraday",
    abstract: "Forecast the rest of a day anew, by what came so far.",
    discussion: """
      EXAMPLE: nobat -C acme intraday --at 2026-12-07T11:00 --actuals today.csv

      What came by the moment against what was expected moves the rest of the day,
      soon slots most, and the next days a little; how much, the queue's own past
      says. Bands narrow as the day gets known, and handling times follow likewise.
      The rows of today are those of the history, and of --actuals FILE, which is not
      brought into it: an ACD's file (--format, --map, --tz as in nobat import), or a
      table of the columns queue, start, offered, and handled and aht if you like (or
      series, timestamp_local or timestamp_utc, volume).

      Writes forecasts/<forecast>-intraday.csv, which nobat staff takes: known slots
      as they came, the others anew. A long silence is taken for a dead line and not
      for a quiet day, unless --as-counted.
      """)

  @Argument(help: "The forecast. Default: the latest that holds the moment.")
  var forecast: String?

  @Option(
    help: ArgumentHelp(
      "The moment, by the centre's clock. Default: the end of the last slot counted.",
      valueName: "2026-12-07T11:00"))
  var at: Origin?

  @Option(help: ArgumentHelp("A CSV with today's rows.", valueName: "file"))
  var actuals: String?

  @Option(help: ArgumentHelp("Layout of --actuals.", valueName: "layout"))
  var format = HistoryFormat.generic

  @Option(name: .customLong("map"), help: "The mapping of names and columns of --actuals (YAML).")
  var mapping: String?

  @Option(help: "The time zone of --actuals, for times without an offset.")
  var tz: String?

  @Option(help: "The queue of all rows of --actuals.")
  var queue: String?

  @Flag(
    name: .customLong("as-counted"), help: "Take a long silence for a quiet day.")
  var asCounted = false

  @Option(help: "What to call the result. Default: the forecast's name and -intraday.")
  var name: String?

  @Flag(help: "Write over a forecast of that name.")
  var replace = false

  @Option(help: ArgumentHelp("Draw the day into this file as well.", valueName: "day.html"))
  var html: String?

  @Option(help: "Seed of what is drawn at random.")
  var seed: UInt64 = 1

  @Flag(name: .customLong("dry-run"), help: "Show the reforecast without writing it.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    try checkName(name, of: "--name")
    let strangers = [
      ("--format", format != .generic), ("--map", mapping != nil), ("--tz", tz != nil),
      ("--queue", queue != nil),
    ]
    if actuals == nil, let stranger = strangers.first(where: { $0.1 }) {
      throw ValidationError("\(stranger.0) is of a file of today's rows; name it with --actuals")
    }
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    let order = IntradayOrder(
      forecast: forecast, moment: at?.reading, source: try source(desk), name: name,
      isReplacing: replace || dryRun, isAsCounted: asCounted, seed: seed)
    let intraday = try desk.run { journey throws(JourneyFault) in
      let intraday = try journey.intraday(order)
      if !dryRun { try journey.keep(intraday.forecast) }
      if let html, !dryRun { try journey.writePicture(of: intraday, to: html) }
      return intraday
    }
    for finding in intraday.findings { desk.console.note("\(finding)") }
    if general.json {
      try desk.console.json(
        IntradaySummary(intraday, isWritten: !dryRun))
    } else {
      desk.console.result(table(of: intraday, desk).text(style: desk.console.style))
      for queue in intraday.queues {
        for note in queue.notes { desk.console.note("\(queue.queue): \(note)") }
      }
      if !dryRun { desk.console.note("wrote forecasts/\(intraday.forecast.id).csv") }
      if let html, !dryRun { desk.console.note("wrote \(html)") }
    }
  }

  private func source(_ desk: Desk) throws -> IntradayOrder.Source? {
    guard let actuals else { return nil }
    var zone: Zone?
    if let tz {
      do throws(ZoneDatabase.Fault) {
        zone = try workspace.zones.zone(tz)
      } catch {
        throw Stop(status: .usage, message: "--tz: \(error)")
      }
    }
    return IntradayOrder.Source(
      file: actuals, format: format, mapping: mapping, zone: zone, queue: try desk.queue(queue))
  }

  private func table(of intraday: Intraday, _ desk: Desk) -> Table {
    let clock = WeekClock(zone: desk.journey.centre.zone)
    var table = Table(
      "Forecast \(intraday.base.id) at \(clock.dayTime(intraday.moment))",
      columns: [
        .words("queue"), .figures("expected"), .figures("came"), .figures("rest before"),
        .figures("80 %"), .figures("factor"), .figures("rest"), .figures("80 %"),
        .figures("day"), .figures("AHT factor"),
      ])
    for queue in intraday.queues {
      let before = queue.restBefore
      table.add([
        .init(queue.queue.rawValue), .init(Figures.number(queue.expected, decimals: 1)),
        .init(Figures.number(queue.came)), .init(Figures.number(before.expected, decimals: 1)),
        .init(span(before)), .init(Figures.number(queue.factor, decimals: 2)),
        .init(Figures.number(queue.rest.expected, decimals: 1)), .init(span(queue.rest)),
        .init(Figures.number(queue.dayTotal, decimals: 1)),
        .init(queue.handlingTime.map { Figures.number($0.factor, decimals: 2) } ?? ""),
      ])
    }
    return table
  }

  private func span(_ band: Band) -> String {
    "\(Figures.number(band.low))–\(Figures.number(band.high))"
  }
}

/// A reforecast as JSON tells it.
private struct IntradaySummary: Encodable {
  let at: String
  let base: String
  /// Nil where nothing was written.
  let written: String?
  let queues: [IntradayQueue]
  let findings: [Finding]

  init(_ intraday: Intraday, isWritten: Bool) {
    at = intraday.moment.description
    base = intraday.base.id
    written = isWritten ? "forecasts/\(intraday.forecast.id).csv" : nil
    queues = intraday.queues
    findings = intraday.findings
  }
}
