import ArgumentParser
import Exchange
import Planning
import Report
import Timeline
import Workforce

struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast contacts and handling time, per queue, with bands.",
    discussion: """
      EXAMPLE: nobat -C acme forecast --week 2026-W50

      Writes forecasts/<week>.csv, and beside it <week>.yaml with how it was made.
      With --from it is up to 18 weeks from any day. A forecast of one queue or of
      what was known on another day is a study: it is written only under a --name of
      its own.

      What planners know better stands in overrides.csv, and is put on every forecast
      that a row is for; take the row out, and it is undone. To try a campaign, growth
      or a queue that moves without touching the plan, write such rows to a file:

        nobat -C acme forecast --week 2026-W50 --what-if peak.csv --name peak
        nobat -C acme diff 2026-W50 peak

      Months ahead are forecast by day, up to 78 weeks of them, with bands that grow:

        nobat -C acme forecast --by day --weeks 78 --growth 5%

      That writes forecasts/daily/<name>.csv. The growth a year takes the place of the
      trend that the history has. Overrides change days too: those with * or the name
      of the forecast, but for the shape of a day.

      With --totals the queues are also added up, by channel, language, market and
      all, in forecasts/totals/<name>.csv (by day in forecasts/daily/totals). A total
      is the sum of its queues; its band comes from its own past and is narrower than
      their bands added up.

      A bare file needs no workspace:

        nobat forecast calls.csv --zone Europe/Vienna --holidays days.csv --weeks 4

      It has the columns timestamp_local or timestamp_utc, series and volume, in any
      order; others are ignored, and an empty volume is one that nobody knows. The
      forecast begins where the file ends, or at --origin, and goes to standard output
      or to --output: series,origin,start,mean,q025,q10,q50,q90,q975.
      """)

  @Argument(
    help: ArgumentHelp(
      "A CSV of stamps and volumes. Default: the history of the workspace.", valueName: "file"))
  var file: String?

  @OptionGroup var week: WeekOptions

  @Option(
    help: ArgumentHelp(
      "Of a workspace: the first day, in place of --week.", valueName: "2026-12-07"))
  var from: LocalDay?

  @Option(
    help: "Weeks ahead, 1 to 18, by day to 78. Default: 1 from a day, 4 of a file, 78 by day.")
  var weeks: Int?

  @Option(help: "Of a file: days ahead, in place of --weeks.")
  var days: Int?

  @Option(help: "What a row is: slot, or day for up to 78 weeks. Default: slot.")
  var by: ForecastStep?

  @Option(help: ArgumentHelp("By day: the growth a year, such as 5%.", valueName: "percent"))
  var growth: YearlyGrowth?

  @Option(help: "Of a file: hours ahead, in place of --weeks.")
  var hours: Int?

  @Option(help: "Of a workspace: only this queue.")
  var queue: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Of a workspace: use only history before this day.", valueName: "2026-11-30"))
  var asOf: LocalDay?

  @Option(
    help: ArgumentHelp(
      "Of a file: forecast from here. Default: where the file ends.",
      valueName: "2026-06-08T07:00"))
  var origin: Origin?

  @Option(help: "What to call the forecast. Default: its week, or its first day and weeks.")
  var name: String?

  @Option(help: "Seed of what is drawn at random.")
  var seed: UInt64 = 1

  @Flag(help: "Of a workspace: also totals by channel, language, market and of all.")
  var totals = false

  @Flag(name: .customLong("dry-run"), help: "Show the forecast without writing it.")
  var dryRun = false

  @OptionGroup var changes: WhatIfOptions
  @OptionGroup var bare: BareOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    try checkName(name, of: "--name")
    let most = by == .day ? 78 : 18
    guard weeks.map({ (1...most).contains($0) }) ?? true else {
      let more = by == .day ? "" : "; --by day goes to 78"
      throw ValidationError("--weeks lies between 1 and \(most)\(more)")
    }
    guard days.map({ (1...7 * most).contains($0) }) ?? true else {
      throw ValidationError("--days lies between 1 and \(7 * most)")
    }
    guard growth == nil || by == .day else {
      throw ValidationError("--growth is of months ahead; add --by day")
    }
    guard hours == nil || by != .day else {
      throw ValidationError("--hours is of slots; with --by day give --weeks or --days")
    }
    guard hours.map({ (1...3024).contains($0) }) ?? true else {
      throw ValidationError("--hours lies between 1 and 3024")
    }
    if file == nil { try validateWorkspace() } else { try validateBare() }
  }

  private func validateBare() throws {
    let strangers = [
      ("--week", week.week != nil), ("--from", from != nil), ("--queue", queue != nil),
      ("--as-of", asOf != nil), ("--name", name != nil), ("--totals", totals),
    ]
    if let stranger = changes.given ?? strangers.first(where: { $0.1 })?.0 {
      throw ValidationError("\(stranger) is of a workspace; a file has --series and --origin")
    }
    guard [weeks, days, hours].count(where: { $0 != nil }) < 2 else {
      throw ValidationError("give one of --weeks, --days and --hours")
    }
  }

  private func validateWorkspace() throws {
    let strangers = [
      ("--origin", origin != nil), ("--days", days != nil), ("--hours", hours != nil),
    ]
    if let stranger = bare.given ?? strangers.first(where: { $0.1 })?.0 {
      throw ValidationError("\(stranger) is of a bare file; name one, such as calls.csv")
    }
    guard !totals || queue == nil else {
      throw ValidationError("--totals adds queues up; take out --queue")
    }
    guard from == nil || week.week == nil else {
      throw ValidationError("give --week or --from, not both")
    }
    guard weeks == nil || from != nil || by == .day else {
      throw ValidationError("--weeks needs --from, the first day to forecast")
    }
  }

  func run() throws {
    if let file { try runBare(file) } else { try runWorkspace() }
  }

  // MARK: - A bare file

  private func runBare(_ file: String) throws {
    let order = try bare.order(for: file)
    let desk =
      by == .day
      ? try BareDesk(
        order, general, forecasting: BareJourney.byDay(growth: growth?.aYear), byDay: true)
      : try BareDesk(order, general)
    let span: BareJourney.Span =
      days.map { .days($0) } ?? hours.map { .hours($0) } ?? .weeks(weeks ?? (by == .day ? 78 : 4))
    let forecast = try desk.run { journey throws(JourneyFault) in
      try journey.forecast(from: origin?.reading, over: span, seed: seed)
    }
    let isWritten = bare.output != nil && !dryRun
    if let output = bare.output, isWritten { try desk.write([forecast], to: output) }
    if general.json {
      try desk.console.json(BareForecastSummary(forecast, withSlots: !isWritten))
    } else if !isWritten {
      desk.console.result(bareText(of: [forecast]))
    } else if !forecast.league.rows.isEmpty {
      let title = "League of \(forecast.series) at \(forecast.origin)"
      desk.console.result(
        "\(title)\n" + leagueTable(forecast.league, caption: title).text(style: desk.console.style)
      )
    }
    for note in forecast.notes { desk.console.note(note) }
  }

  // MARK: - A workspace

  private func runWorkspace() throws {
    let desk = try Desk(workspace, general)
    let chosen = try desk.queue(queue)
    let isStudy = chosen != nil || asOf != nil
    let isWritten = !dryRun && (!isStudy || name != nil)
    if by == .day {
      try runByDay(desk, chosen, isWritten: isWritten)
      if isStudy, !isWritten, !dryRun {
        desk.console.note("shown only; --name NAME writes it")
      }
      return
    }
    let history = try desk.run { journey throws(JourneyFault) in try journey.history() }
    let order = ordered(chosen, in: desk.journey, from: history)
    let changes = try changes.changes(of: order.usual, named: name)
    let (forecast, totals) = try desk.run {
      journey throws(JourneyFault) -> (Forecast, [ForecastTotal]?) in
      let forecast = try order.make(journey, changes)
      let totals =
        self.totals
        ? journey.totals(of: forecast, from: history, knownBefore: asOf, seed: seed) : nil
      if isWritten {
        try journey.keep(forecast)
        if let totals { try journey.keep(totals, of: forecast) }
      }
      return (forecast, totals)
    }
    if general.json {
      try desk.console.json(ForecastWithTotals(forecast: forecast, totals: totals))
    } else {
      desk.console.result(table(of: forecast).text(style: desk.console.style))
      show(totals, of: forecast.id, row: "slot", on: desk)
      desk.noteMaking(of: forecast)
    }
    if isStudy, !isWritten, !dryRun {
      desk.console.note("shown only; --name NAME writes it")
    }
  }

  /// What is to be forecast, the name that it usually has, and how it is made.
  private typealias Order = (
    usual: String, make: (Journey, ForecastChanges) throws(JourneyFault) -> Forecast
  )

  private func ordered(_ chosen: Queue.ID?, in journey: Journey, from history: History) -> Order {
    let week = journey.week(week.week ?? .next, after: history)
    guard from != nil || chosen != nil || asOf != nil else {
      return (
        week.id,
        { journey, changes throws(JourneyFault) in
          try journey.forecast(week, from: history, named: name, changes: changes, seed: seed)
        }
      )
    }
    let usual = from.map { "\($0)-\(weeks ?? 1)w" } ?? week.id
    let days = from.map { $0...$0 + (7 * (weeks ?? 1) - 1) } ?? week.days
    let order = ForecastOrder(id: name ?? usual, days: days, queue: chosen, knownBefore: asOf)
    return (
      usual,
      { journey, changes throws(JourneyFault) in
        try journey.forecast(order, from: history, changes: changes, seed: seed)
      }
    )
  }

  func show(_ totals: [ForecastTotal]?, of id: String, row: String, on desk: Desk) {
    guard let totals else { return }
    let table = totalsTable(totals, of: id, row: row)
    desk.console.result("\n" + table.text(style: desk.console.style))
    for total in totals {
      for note in total.notes { desk.console.note("\(total.kind) \(total.name): \(note)") }
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
