import ArgumentParser
import CalDAV
import FoundationEssentials
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

      Writes calendars/<roster>/ with a calendar an agent, and with both times of
      every change since the week was published last in changes.csv, changes.txt and,
      for each agent alone, changes/AGENT.csv and .txt; then freezes the shifts under
      published/<first day>/. Publishing the same once more changes nothing; a run
      that was stopped is finished by the next. Exit status 6: the roster breaks a
      rule, and nothing was written.

      With --caldav every shift goes to the calendar of its agent on a server:
      {agent} in the address stands for the agent's id, and is taken to be the last
      folder where the address has none. User and password come from
      NOBAT_CALDAV_USER and NOBAT_CALDAV_PASSWORD, or from --credentials. Exit status
      1: something is left to push, and the same command goes on from there.
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

  @Option(
    help: ArgumentHelp(
      "Push the calendars to this CalDAV server.",
      valueName: "https://example.org/calendars/{agent}/shifts/"))
  var caldav: String?

  @Option(
    help: ArgumentHelp(
      "A file with user and password on two lines, that only you may open.", valueName: "file"))
  var credentials: String?

  @Flag(name: .customLong("dry-run"), help: "Show the change list, and write nothing.")
  var dryRun = false

  @OptionGroup(title: "Calendars") var look: CalendarOptions
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
    /// Absent where nothing was to be pushed.
    let pushed: [PushSummary]?
  }

  private struct PushSummary: Encodable {
    let agent: Agent.ID
    let created: Int
    let updated: Int
    let deleted: Int
    let unchanged: Int
    let failures: [String]
  }

  func validate() throws {
    guard credentials == nil || caldav != nil else {
      throw ValidationError("--credentials are for a server; name it with --caldav")
    }
  }

  func run() throws {
    // A wrong address or password file is told before anything is frozen.
    let server = try calendarServer()
    let desk = try Desk(workspace, general)
    let prepared = try desk.run { journey throws(JourneyFault) in
      try journey.publication(of: roster, stamp: stamp, accepting: anyway)
    }
    desk.warn(of: prepared.judged)
    let style = try look.applied(
      to: desk.run { journey throws(JourneyFault) in
        try journey.calendarStyle()
      })
    let written = try desk.run { journey throws(JourneyFault) in
      dryRun ? nil : try journey.publish(prepared, style: style)
    }
    if !general.json { show(prepared, written, desk) }
    let pushed = try desk.run { journey throws(JourneyFault) -> [PushedCalendar]? in
      guard let server, let written else { return nil }
      return try journey.push(written, to: server)
    }
    if general.json {
      try desk.console.json(outcome(prepared, written, pushed))
    } else if let pushed {
      desk.console.result(pushed.words)
    }
    try finish(pushed ?? [])
  }

  /// The server with the credentials for it, nil where nothing is to be pushed.
  private func calendarServer() throws -> CalendarServer? {
    guard let caldav else { return nil }
    do throws(CalDAVFault) {
      let read: Credentials?
      if let credentials {
        read = try Credentials(file: credentials)
      } else {
        read = try Credentials(environment: ProcessInfo.processInfo.environment)
      }
      return try CalendarServer(caldav, credentials: read)
    } catch {
      throw Stop(status: .usage, message: "\(error)")
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
    if let left = prepared.folderLeft {
      desk.console.note(
        "\(left) still holds the calendars of the publication before; whoever reads them there is to "
          + "be sent to the new folder")
    }
    desk.console.note(
      "\(written.folder)/changes.txt lists what is new; each agent imports AGENT.ics"
        + (written.cancellations.isEmpty ? "" : ", and cancelled/AGENT.ics where there is one"))
  }

  private func outcome(
    _ prepared: PreparedPublication, _ written: WrittenPublication?, _ pushed: [PushedCalendar]?
  ) -> Outcome {
    Outcome(
      roster: prepared.judged.roster.id, firstDay: prepared.publication.record.firstDay,
      number: prepared.publication.record.number, isNew: prepared.isNew,
      changes: prepared.changes.changes.map(ChangeSummary.init),
      calendars: written?.calendars ?? [], cancellations: written?.cancellations ?? [],
      pushed: pushed?.map { calendar in
        PushSummary(
          agent: calendar.agent, created: calendar.created, updated: calendar.updated,
          deleted: calendar.deleted, unchanged: calendar.unchanged, failures: calendar.failures)
      })
  }

  /// Says what could not be pushed, all of it, and how to go on.
  private func finish(_ pushed: [PushedCalendar]) throws {
    let left = pushed.filter { !$0.failures.isEmpty }
    guard !left.isEmpty else { return }
    let lines = left.flatMap { calendar in calendar.failures.map { "\(calendar.agent): \($0)" } }
    let isStopped = Interruption.isRaised
    throw Stop(
      status: isStopped ? .interrupted : .unexpected,
      message: """
        \(lines.joined(separator: "\n"))
        \(left.count) of \(pushed.count) calendars are not as they should be; the publication stands, \
        run it again to finish
        """)
  }
}

extension [PushedCalendar] {
  /// `12 calendars pushed: 54 events created, 0 updated, 0 deleted, 0 unchanged`.
  fileprivate var words: String {
    func sum(_ count: (PushedCalendar) -> Int) -> Int { reduce(0) { $0 + count($1) } }
    return
      "\(count { $0.failures.isEmpty }) of \(count) calendars pushed: \(sum(\.created)) events "
      + "created, \(sum(\.updated)) updated, \(sum(\.deleted)) deleted, \(sum(\.unchanged)) unchanged"
  }
}

extension Instant: ExpressibleByArgument {
  /// Reads `2026-11-23T12:00:00Z`.
  public init?(argument: String) { self.init(argument) }
}
