import ArgumentParser
import Planning
import Report
import Timeline
import Workforce

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Freeze a roster as what agents are told, and say what is new to each of them.",
    discussion: """
      EXAMPLE: nobat -C acme publish 2026-W50 --dry-run

      Writes calendars/<roster>/ with a calendar an agent, changes.csv, changes.txt and changes/AGENT.txt
      with both times of every change since the week was published last, and freezes the shifts under
      published/<first day>/. Publishing the same once more changes nothing; a run that was stopped is
      finished by the next. Exit status 6: the roster breaks a rule, and nothing was written.
      """)

  @Argument(help: "The roster. Default: the latest.")
  var roster: String?

  @Flag(help: "Publish a roster although it breaks hard rules.")
  var anyway = false

  @Option(
    help: ArgumentHelp(
      "The moment that new and changed events are stamped with. Default: the roster's own.",
      valueName: "2026-11-23T12:00:00Z"))
  var stamp: Instant?

  @Flag(name: .customLong("dry-run"), help: "Show the change list, and write nothing.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  private struct Outcome: Encodable {
    let roster: String
    let firstDay: LocalDay
    let number: Int
    /// Whether this run tells anything that the one before had not.
    let isNew: Bool
    let changes: [ChangeSummary]
    let calendars: [String]
    let cancellations: [String]
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    let prepared = try desk.run { journey throws(JourneyFault) in
      try journey.publication(of: roster, stamp: stamp, accepting: anyway)
    }
    desk.warn(of: prepared.judged)
    let written = try desk.run { journey throws(JourneyFault) in
      dryRun ? nil : try journey.publish(prepared)
    }
    if general.json {
      try desk.console.json(
        Outcome(
          roster: prepared.judged.roster.id, firstDay: prepared.publication.record.firstDay,
          number: prepared.publication.record.number, isNew: prepared.isNew,
          changes: prepared.changes.changes.map(ChangeSummary.init),
          calendars: written?.calendars ?? [], cancellations: written?.cancellations ?? []))
    } else {
      show(prepared, written, desk)
    }
  }

  private func show(
    _ prepared: PreparedPublication, _ written: WrittenPublication?, _ desk: Desk
  ) {
    let record = prepared.publication.record
    if dryRun, prepared.isNew {
      desk.console.result(changeText(prepared.changes, of: record, in: desk.journey.centre))
    }
    desk.console.result(
      "week from \(record.firstDay), publication \(record.number): "
        + (prepared.changes.words ?? "nothing changed"))
    guard let written else { return }
    desk.console.note(
      "\(written.folder)/changes.txt lists what is new; each agent imports AGENT.ics"
        + (written.cancellations.isEmpty ? "" : ", and cancelled/AGENT.ics where there is one"))
  }
}

extension Instant: ExpressibleByArgument {
  /// Reads `2026-11-23T12:00:00Z`.
  public init?(argument: String) { self.init(argument) }
}
