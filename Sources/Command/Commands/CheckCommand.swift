import ArgumentParser
import Exchange
import Planning
import Report
import Timeline
import Workforce

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check every file of the workspace and say all that is wrong at once.",
    discussion: """
      EXAMPLE: nobat -C acme check

      Each finding says file:line:column, what is wrong and what to do. Published
      shifts that newer rules of time zones move are among them, one by one. Nothing
      is written.
      """)

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Of what was published, look at the weeks that end after this day. Default: at all.",
      valueName: "2026-12-07"))
  var since: LocalDay?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  /// A finding, and with one about a published shift that moves, the shift.
  private struct Entry: Encodable {
    let finding: Finding
    let shift: MovedShift?

    private enum CodingKeys: CodingKey {
      case movedShift
    }

    func encode(to encoder: any Encoder) throws {
      try finding.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encodeIfPresent(shift.map(MovedShiftSummary.init), forKey: .movedShift)
    }
  }

  func run() throws {
    let console = general.console
    let inspection = Inspected(
      in: workspace.folder, zones: workspace.zones, publishedSince: since)
    if general.json {
      try console.json(
        inspection.findings.map { Entry(finding: $0, shift: inspection.movedShifts[$0]) })
    } else {
      for finding in inspection.findings { console.result("\(finding)") }
      if let centre = inspection.centre, inspection.isSound(strictly: strict) {
        console.result(
          """
          \(centre.name): \(count(centre.agents.count, "agent")), \
          \(count(centre.sites.count, "site")), \(count(centre.queues.count, "queue")), \
          \(count(inspection.observations, "observation")); no error
          """)
      }
    }
    guard inspection.isSound(strictly: strict) else {
      throw Stop(status: .workspaceInvalid, message: "")
    }
  }

  private func count(_ number: Int, _ thing: String) -> String {
    "\(Figures.number(number)) \(thing)\(number == 1 ? "" : "s")"
  }
}

extension LocalDay: ExpressibleByArgument {
  /// Reads `2026-12-07`.
  public init?(argument: String) { self.init(argument) }
}
