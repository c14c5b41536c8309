import ArgumentParser
import Exchange
import Planning
import Workforce

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write one calendar (.ics) an agent, and tables of the shifts.",
    discussion: """
      EXAMPLE: nobat -C acme export 2026-W50

      Writes calendars/<roster>/. Exporting again after a change updates events by their UID.

      FORMATS
      \(ExportFormat.explanation)

      Without --format the folder holds ics and csv and nothing else; with it, files of other formats \
      stay. A program that has no column for the zone gets a file a zone, named for it. Times that a \
      clock shows twice stand in the file of Etc-UTC (google, outlook).
      """)

  @Argument(help: "The roster. Default: the latest.")
  var roster: String?

  @Option(name: .customLong("agent"), help: "Only these agents (may be repeated).")
  var agents: [String] = []

  @Option(
    name: .customLong("format"),
    help: "What to write (may be repeated). Default: ics and csv.")
  var formats: [ExportFormat] = []

  @Option(name: [.customShort("o"), .customLong("output")], help: "Another folder to write to.")
  var folder: String?

  @Flag(name: .customLong("dry-run"), help: "Say what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  private struct Written: Encodable {
    let calendars: [String]
    let tables: [String]
    let withoutShifts: [Agent.ID]
    let withoutAddress: [Agent.ID]
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    let chosen = agents.map { Agent.ID($0) }
    if let unknown = chosen.first(where: { desk.journey.centre.agent($0) == nil }) {
      throw Stop(status: .usage, message: "--agent \(unknown): no such agent in agents.csv")
    }
    let formats = ExportFormats(formats)
    let only = chosen.isEmpty ? nil : chosen
    let (written, withoutAddress) = try desk.run { journey throws(JourneyFault) in
      let (judged, run) = try journey.storedRoster(roster)
      desk.warn(of: judged)
      let written = try journey.export(
        judged.roster, stamp: run.stamp, only: only, to: folder, as: formats, writing: !dryRun)
      return (written, journey.agentsWithoutAddress(in: judged.roster, for: formats, only: only))
    }
    if general.json {
      try desk.console.json(
        Written(
          calendars: written.calendars, tables: written.tables,
          withoutShifts: written.withoutShifts, withoutAddress: withoutAddress))
    } else {
      desk.console.result(
        "\(written.words) \(dryRun ? "would go to" : "in") \(written.folder)")
      if !withoutAddress.isEmpty {
        let names = withoutAddress.map(\.rawValue).joined(separator: ", ")
        desk.console.note(
          "without an email in agents.csv, so unknown to deputy and teams: \(names)")
      }
      if !written.withoutShifts.isEmpty {
        let names = written.withoutShifts.map(\.rawValue).joined(separator: ", ")
        desk.console.note("without a shift, so without a calendar: \(names)")
      }
    }
  }
}
