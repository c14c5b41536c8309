import ArgumentParser
import Planning
import Report
import Timeline
import Workforce

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Find times of the history that say nothing about days to come.",
    discussion: """
      EXAMPLE: nobat -C acme clean --apply

      Shows outages, outliers, gaps, duplicates and contacts of closed hours, each
      with its reason. --apply adds them to calendar/exclusions.csv, and from then on
      forecasts leave them out. Rows that are there stay as they are: write yes under
      keep to overrule one, and it will count again and not be proposed anew.
      """)

  @Option(help: "Only this queue.")
  var queue: String?

  @Flag(help: "Add what is new to calendar/exclusions.csv.")
  var apply = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let desk = try Desk(workspace, general)
    let chosen = try desk.queue(queue)
    let proposals = try desk.run { journey throws(JourneyFault) in
      try journey.clean(chosen, applying: apply)
    }
    let new = proposals.count { $0.state == .new }
    if general.json {
      try desk.console.json(proposals.map(CleaningRow.init))
    } else if proposals.isEmpty {
      desk.console.result("nothing to leave out was found")
    } else {
      desk.console.result(table(of: proposals, desk).text(style: desk.console.style))
    }
    if apply {
      let row = new == 1 ? "1 time" : "\(new) times"
      desk.console.note(
        new == 0
          ? "nothing is new; calendar/exclusions.csv stays as it is"
          : "\(row) went to calendar/exclusions.csv")
    } else if new > 0 {
      desk.console.note("--apply leaves out what is new")
    }
  }

  private func table(of proposals: [CleaningProposal], _ desk: Desk) -> Table {
    var table = Table(
      "Proposals",
      columns: [
        .words("queue"), .times("when"), .words("kind"), .figures("counted"), .figures("usual"),
        .words("state"), .words("why"),
      ])
    for proposal in proposals {
      let exclusion = proposal.exclusion
      let zone = desk.journey.centre.queue(exclusion.queue)?.opening.zone
      let clock = WeekClock(zone: zone ?? desk.journey.centre.zone)
      let year = clock.zone.day(at: exclusion.interval.start).year
      table.add([
        .init(exclusion.queue.rawValue), .init("\(year) \(clock.span(exclusion.interval))"),
        .init(exclusion.kind.rawValue), .init(Figures.number(exclusion.volume)),
        .init(Figures.number(exclusion.usual)), .init(proposal.state.rawValue),
        .init(exclusion.reason),
      ])
    }
    return table
  }
}

/// A proposal as JSON tells it.
private struct CleaningRow: Encodable {
  let queue: String
  let start: String
  let end: String
  let kind: String
  let volume: Double?
  let usual: Double?
  let state: String
  let reason: String

  init(_ proposal: CleaningProposal) {
    let exclusion = proposal.exclusion
    queue = exclusion.queue.rawValue
    start = "\(exclusion.interval.start)"
    end = "\(exclusion.interval.end)"
    kind = exclusion.kind.rawValue
    // JSON knows no NaN.
    volume = exclusion.volume.isFinite ? exclusion.volume : nil
    usual = exclusion.usual.isFinite ? exclusion.usual : nil
    state = proposal.state.rawValue
    reason = exclusion.reason
  }
}
