import ArgumentParser
import GLPK
import Planning
import Timeline

/// The command line: one command a verb of the line from history to calendars.
@main
struct Nobat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nobat",
    abstract: "Workforce management for contact centres.",
    discussion: """
      EXAMPLE: plan the example centre, from its history to calendars and a report:

        nobat init acme --example first-week
        nobat -C acme plan

      The line, step by step: import, clean, forecast, staff, roster, verify, export,
      publish, report. All files are plain text in one folder; nothing leaves this
      machine.
      """,
    version: version,
    subcommands: [
      InitCommand.self, CheckCommand.self, ImportCommand.self, CleanCommand.self,
      ForecastCommand.self, BacktestCommand.self, IntradayCommand.self, StaffCommand.self,
      RosterCommand.self,
      VerifyCommand.self, DiffCommand.self,
      ExportCommand.self, PublishCommand.self, ReportCommand.self, PlanCommand.self,
      HolidaysCommand.self,
    ])

  /// Program, optimiser and time-zone rules (those of a workspace that one stands in): what decides
  /// a result besides the planner's files.
  private static var version: String {
    let zones = WorkspaceOptions.zones(in: ".")
    return """
      nobat \(Planning.version)
      GLPK \(GLPK.libraryVersion)
      time zones \(zones.edition) from \(zones.path)
      """
  }

  /// Parses and runs, and turns every ending into its exit status (see ``ExitStatus``).
  static func main() {
    let arguments = leadingWorkspaceMoved(Array(CommandLine.arguments.dropFirst()))
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let stop as Stop {
      finish(stop)
    } catch {
      // The parser's: a wish for help or a wrong word. What else there may be was not foreseen.
      let status: ExitStatus =
        switch exitCode(for: error) {
        case .success: .done
        case .validationFailure: .usage
        default: .unexpected
        }
      let text = fullMessage(for: error)
      let console = Console(allowsColor: false)
      if status == .done { console.result(text) } else { console.warn(text) }
      status.exit()
    }
  }

  private static func finish(_ stop: Stop) {
    let console = Console(allowsColor: true)
    if !stop.message.isEmpty { console.warn(stop.message) }
    stop.status.exit()
  }
}
