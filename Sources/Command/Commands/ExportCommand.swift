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

      Writes calendars/<roster>/. Exporting again after a change updates events by their UID; what \
      the change has called off is in cancelled/ as well, to be mailed.

      How calendars look by default stands in nobat.yaml:

        language: de
        calendar: {times: local, breaks: described, alarm: 30m}

      FORMATS
      \(ExportFormat.explanation)

      Without --format these are ics, csv and what the folder holds of other formats; with it, files of \
      other formats stay as they are. A program that has no column for the zone gets a file a zone, named for it. Times that a \
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

  @OptionGroup(title: "Calendars") var look: CalendarOptions

  @Flag(name: .customLong("dry-run"), help: "Say what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  private struct Written: Encodable {
    let calendars: [String]
    let tables: [String]
    let cancellations: [String]
    let withoutShifts: [Agent.ID]
    let withoutAddress: [Agent.ID]
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    let chosen = agents.map { Agent.ID($0) }
    if let unknown = chosen.first(where: { desk.journey.centre.agent($0) == nil }) {
      throw Stop(status: .usage, message: "--agent \(unknown): no such agent in agents.csv")
    }
    let written = try calendars(of: chosen, at: desk)
    if general.json {
      try desk.console.json(
        Written(
          calendars: written.calendars, tables: written.tables,
          cancellations: written.cancellations, withoutShifts: written.withoutShifts,
          withoutAddress: written.withoutAddress))
    } else {
      desk.console.result(
        "\(written.words) \(dryRun ? "would go to" : "in") \(written.folder)")
      if !written.cancellations.isEmpty {
        desk.console.note(
          "what was called off is in \(written.folder)/cancelled too, for "
            + "\(written.cancellations.count) \(written.cancellations.count == 1 ? "agent" : "agents")"
        )
      }
      desk.noteDraft(written)
      if !written.withoutShifts.isEmpty {
        let names = written.withoutShifts.map(\.rawValue).joined(separator: ", ")
        desk.console.note("without a shift, so without a calendar: \(names)")
      }
      if !written.withoutAddress.isEmpty {
        let names = written.withoutAddress.map(\.rawValue).joined(separator: ", ")
        desk.console.note(
          "without an email in agents.csv, so unknown to deputy and teams: \(names)")
      }
    }
  }

  /// Writes calendars of some agents, or of all.
  private func calendars(of chosen: [Agent.ID], at desk: Desk) throws -> ExportedCalendars {
    let style = try look.applied(
      to: desk.run { journey throws(JourneyFault) in
        try journey.calendarStyle()
      })
    return try desk.run { journey throws(JourneyFault) in
      let (judged, run) = try journey.storedRoster(roster)
      desk.warn(of: judged)
      return try journey.export(
        judged.roster, stamp: run.stamp, style: style, only: chosen.isEmpty ? nil : chosen,
        to: folder, as: ExportFormats(formats), writing: !dryRun)
    }
  }
}
