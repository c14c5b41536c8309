import ArgumentParser
import Planning
import Report
import Timeline
import Workforce

struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff",
    abstract: "Turn a forecast into agents needed, per queue and interval.",
    discussion: """
      EXAMPLE: nobat -C acme staff 2026-W50

      Writes requirements/<forecast>.csv. Needs stay fractional: rounding is left to
      the roster.
      """)

  @Argument(help: "The forecast. Default: the latest.")
  var forecast: String?

  @OptionGroup var caution: CautionOptions

  @Option(help: "What to call the requirement. Default: its forecast's name.")
  var name: String?

  @Flag(name: .customLong("dry-run"), help: "Show the requirement without writing it.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func validate() throws {
    try checkName(name, of: "--name")
  }

  func run() throws {
    let desk = try Desk(workspace, general)
    let requirement = try desk.run { journey throws(JourneyFault) in
      let forecast = try journey.storedForecast(forecast)
      let requirement = try journey.requirement(
        for: forecast, named: name, quantile: caution.quantile)
      if !dryRun { try journey.keep(requirement) }
      return requirement
    }
    if general.json {
      try desk.console.json(requirement)
    } else {
      desk.console.result(table(of: requirement).text(style: desk.console.style))
    }
  }

  private func table(of requirement: Requirement) -> Table {
    var table = Table(
      "Requirement \(requirement.id)",
      columns: [
        .words("queue"), .figures("agent-hours"), .figures("erlang-hours"), .figures("most agents"),
      ])
    let hours = requirement.grid.slot.hours
    for queue in requirement.queues {
      table.add([
        .init(queue.queue.rawValue),
        .init(Figures.number(hours * queue.agents.reduce(0, +), decimals: 1)),
        .init(Figures.number(hours * queue.load.reduce(0, +), decimals: 1)),
        .init(Figures.number(queue.agents.max() ?? 0, decimals: 2)),
      ])
    }
    return table
  }
}
