import ArgumentParser
import Exchange
import Planning
import Timeline

/// What commands take that work on a bare file of stamps and volumes.
struct BareOptions: ParsableArguments {
  @Option(help: "Of a file: the series. Default: the only one that it has.")
  var series: String?

  @Option(
    help: ArgumentHelp(
      "Of a file: the clock by which people call. Default: UTC, for stamps without offset.",
      valueName: "Europe/Vienna"))
  var zone: String?

  @Option(
    help: ArgumentHelp("Of a file: holidays, a CSV of date,name.", valueName: "file"))
  var holidays: String?

  @Option(
    help: ArgumentHelp(
      "Of a file: what two rows of one slot mean: refuse, sum, mean or last.",
      valueName: "what"))
  var duplicates: BareOrder.Duplicates?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Of a file: where to write the forecasts (CSV).", valueName: "file"))
  var output: String?

  /// The options that say nothing without a file, if any of them was given.
  var given: String? {
    [
      ("--series", series != nil), ("--zone", zone != nil), ("--holidays", holidays != nil),
      ("--duplicates", duplicates != nil), ("--output", output != nil),
    ].first { $0.1 }?.0
  }

  func order(for file: String) throws -> BareOrder {
    BareOrder(
      file: file, series: series, zone: try chosenZone(), holidays: holidays,
      duplicates: duplicates ?? .refuse)
  }

  private func chosenZone() throws -> Zone? {
    guard let zone else { return nil }
    do throws(ZoneDatabase.Fault) {
      return try WorkspaceOptions.zones(in: ".").zone(zone)
    } catch {
      throw Stop(status: .usage, message: "--zone: \(error)")
    }
  }
}

extension BareOrder.Duplicates: ExpressibleByArgument {}

/// A time by the wall clock as an option: `2003-06-09T07:00`, or `2003-06-09` for its midnight.
struct Origin: ExpressibleByArgument {
  let reading: LocalReading

  init?(argument: String) {
    if let day = LocalDay(argument) {
      reading = LocalReading(day, .midnight)
    } else if let reading = LocalReading(argument), reading.secondOfDay.isMultiple(of: 60) {
      self.reading = reading
    } else {
      return nil
    }
  }
}

/// What a command on a bare file has at hand.
struct BareDesk {
  let console: Console
  let journey: BareJourney
  private let reporter: ProgressReporter

  /// Reads the file; all that is wrong with it is said at once.
  init(
    _ order: BareOrder, _ general: GeneralOptions,
    forecasting forecaster: @escaping BareJourney.Forecaster = BareJourney.forecast,
    byDay isByDay: Bool = false
  ) throws {
    console = general.console
    let reporter = ProgressReporter(console: console)
    self.reporter = reporter
    Interruption.listen()
    let watcher = reporter.watcher
    defer { reporter.finish() }
    journey = try stopping { () throws(JourneyFault) in
      try BareJourney(order, watching: watcher, forecasting: forecaster, byDay: isByDay)
    }
    for warning in journey.history.warnings { console.note("\(warning)") }
  }

  /// Runs a step; its fault becomes the program's ending.
  func run<Result>(_ step: (BareJourney) throws(JourneyFault) -> Result) throws -> Result {
    defer { reporter.finish() }
    let journey = journey
    return try stopping { () throws(JourneyFault) in try step(journey) }
  }

  /// Writes forecasts to a file, all or nothing.
  func write(_ forecasts: [BareForecast], to path: String) throws {
    do throws(ExchangeFault) {
      try Exchange.write(forecasts, to: path)
    } catch {
      throw Stop(status: .unexpected, message: "\(error)")
    }
    console.note("wrote \(path)")
  }
}
