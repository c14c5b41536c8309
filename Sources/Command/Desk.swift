import Exchange
import Planning
import Timeline
import Workforce

/// What a command that works in a workspace has at hand.
struct Desk {
  let console: Console
  let reporter: ProgressReporter
  let journey: Journey

  /// Opens a workspace; all that is wrong with it is said at once.
  init(_ workspace: WorkspaceOptions, _ general: GeneralOptions) throws {
    console = general.console
    reporter = ProgressReporter(console: console)
    Interruption.listen()
    let watcher = reporter.watcher
    let folder = workspace.folder
    let zones = workspace.zones
    journey = try stopping {
      () throws(JourneyFault) in
      try Journey(in: folder, zones: zones, watching: watcher)
    }
    warn(of: journey.warnings)
  }

  /// Says which warnings the workspace has, or how many.
  private func warn(of warnings: [Finding]) {
    if console.isVerbose {
      for warning in warnings { console.note("\(warning)") }
    } else if !warnings.isEmpty {
      console.note(
        "\(warnings.count) \(warnings.count == 1 ? "warning" : "warnings") in the workspace; "
          + "nobat check shows them")
    }
  }

  /// Says that calendars were written that agents were not told of.
  func noteDraft(_ exported: ExportedCalendars) {
    guard let number = exported.differsFromPublication else { return }
    console.note(
      "these calendars are a draft: publication \(number) of the week told agents other shifts, and "
        + "nobat publish tells them these")
  }

  /// Runs a step of the line; its fault becomes the program's ending.
  func run<Result>(_ step: (Journey) throws(JourneyFault) -> Result) throws -> Result {
    defer { reporter.finish() }
    let journey = journey
    return try stopping { () throws(JourneyFault) in try step(journey) }
  }
}

/// Runs work of the line; its fault becomes the program's ending.
func stopping<Result>(_ work: () throws(JourneyFault) -> Result) throws -> Result {
  do throws(JourneyFault) {
    return try work()
  } catch {
    throw Stop(status: ExitStatus(after: error), message: "\(error)")
  }
}

extension ExitStatus {
  /// The ending that a fault of the line asks for.
  init(after fault: JourneyFault) {
    switch fault {
    case .seats: self = .noRoster
    case .broken: self = .verificationFailed
    case .differentWeeks, .differentTimes: self = .usage
    default: self = fault.isAboutInput ? .workspaceInvalid : .unexpected
    }
  }
}
