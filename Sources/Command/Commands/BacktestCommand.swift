import ArgumentParser
import Exchange
import Planning
import Report
import Timeline
import Workforce

struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Forecast times of the past from what was known before them, and show how it did.",
    discussion: """
      EXAMPLE: nobat -C acme backtest --queue es-voice

      Shows for each queue how the ways to forecast did on its own history and what
      they weigh (the league), and how Nobat did against what came, beside the average
      of six weeks and the last week. WAPE is the sum of absolute errors over the sum
      of contacts. Nothing is written.

      A bare file needs no workspace:

        nobat backtest calls.csv --series sales --zone Europe/Vienna \\
          --holidays days.csv --origin 2026-06-08T07:00 --weeks 4 -o out.csv

      It has the columns timestamp_local or timestamp_utc, series and volume, in any
      order; others are ignored, and an empty volume is one that nobody knows. Of
      several origins each is forecast from what lies before it alone. What is written
      has the columns series,origin,start,mean,q025,q10,q50,q90,q975.
      """)

  @Argument(
    help: ArgumentHelp(
      "A CSV of stamps and volumes. Default: the history of the workspace.", valueName: "file"))
  var file: String?

  @Option(help: "Weeks that are forecast each time, 1 to 18.")
  var weeks = 4

  @Option(help: "How many times are forecast, ten weeks apart, 1 to 20. Default: 5.")
  var folds: Int?

  @Option(help: "Of a workspace: only this queue.")
  var queue: String?

  @Option(
    help: ArgumentHelp(
      "Of a file: forecast from here (may be repeated), in place of --folds.",
      valueName: "2026-06-08T07:00"))
  var origin: [Origin] = []

  @Option(help: "Seed of what is drawn at random.")
  var seed: UInt64 = 1

  @OptionGroup var bare: BareOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    guard (1...18).contains(weeks) else {
      throw ValidationError("--weeks lies between 1 and 18")
    }
    guard folds.map({ (1...20).contains($0) }) ?? true else {
      throw ValidationError("--folds lies between 1 and 20")
    }
    if file != nil {
      if queue != nil { throw ValidationError("--queue is of a workspace; a file has --series") }
      if folds != nil, !origin.isEmpty {
        throw ValidationError("give --origin or --folds, not both")
      }
    } else if let option = bare.given ?? (origin.isEmpty ? nil : "--origin") {
      throw ValidationError("\(option) is of a bare file; name one, such as calls.csv")
    }
  }

  func run() throws {
    if let file { try runBare(file) } else { try runWorkspace() }
  }

  // MARK: - A bare file

  private func runBare(_ file: String) throws {
    let desk = try BareDesk(try bare.order(for: file), general)
    let backtest = try desk.run { journey throws(JourneyFault) in
      let origins =
        origin.isEmpty
        ? try journey.origins(weeks: weeks, atMost: folds ?? 5) : origin.map(\.reading)
      return try journey.backtest(origins, weeks: weeks, seed: seed)
    }
    guard backtest.isWhole else {
      throw Stop(status: .interrupted, message: "interrupted; nothing was written")
    }
    if let output = bare.output { try desk.write(backtest.forecasts, to: output) }
    if general.json { return try desk.console.json(BareBacktestSummary(backtest)) }
    if let last = backtest.forecasts.last {
      show(last.league, of: "\(last.series) at \(last.origin)", on: desk.console)
      for note in last.notes { desk.console.note(note) }
    }
    show(backtest.scores, origins: backtest.forecasts.count, on: desk.console)
  }

  // MARK: - A workspace

  private func runWorkspace() throws {
    let desk = try Desk(workspace, general)
    let chosen = try desk.queue(queue)
    let backtest = try desk.run { journey throws(JourneyFault) in
      try journey.backtest(chosen, weeks: weeks, folds: folds ?? 5, seed: seed)
    }
    guard backtest.isWhole else { throw Stop(status: .interrupted, message: "interrupted") }
    if general.json { return try desk.console.json(backtest.queues) }
    for queue in backtest.queues {
      show(queue.league, of: queue.queue.rawValue, on: desk.console)
      show(queue.scores, origins: queue.origins.count, on: desk.console)
      for note in queue.notes { desk.console.note("\(queue.queue): \(note)") }
    }
  }

  // MARK: - Showing

  private func show(_ league: League?, of name: String, on console: Console) {
    guard let league, !league.rows.isEmpty else { return }
    let times = league.origins == 1 ? "1 time" : "\(league.origins) times"
    let table = leagueTable(league, caption: "League of \(name)")
    console.result(
      "League of \(name), from \(times) of its past\n" + table.text(style: console.style))
  }

  private func show(_ scores: [ForecastScore], origins: Int, on console: Console) {
    guard !scores.isEmpty else {
      return console.note("nothing is known of what came after, so there is nothing to compare")
    }
    let title = "Against what came after \(origins == 1 ? "1 origin" : "\(origins) origins")"
    console.result(
      "\(title)\n" + scoreTable(scores, caption: title).text(style: console.style))
  }
}

extension Desk {
  /// The queue of an option, if one was given; an unknown one is a wrong word.
  func queue(_ id: String?) throws -> Queue.ID? {
    guard let id else { return nil }
    guard journey.centre.queue(.init(id)) != nil else {
      let known = journey.centre.queues.map(\.id.rawValue).joined(separator: ", ")
      throw Stop(
        status: .usage, message: "--queue \(id): no such queue in queues.yaml; there are \(known)")
    }
    return .init(id)
  }
}
