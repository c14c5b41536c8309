import ArgumentParser
import Planning
import Report

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a week: forecast, staff, roster, verify, export and report in one go.",
    discussion: """
      EXAMPLE: nobat -C acme plan --week 2026-W50

      Every step leaves its result in the workspace; see the commands of the same names.
      """)

  @OptionGroup var week: WeekOptions
  @OptionGroup var options: RosterOptions

  @OptionGroup var caution: CautionOptions

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let desk = try Desk(workspace, general)
    let plan = try desk.run { journey throws(JourneyFault) in
      try journey.plan(
        week.week ?? .next, quantile: caution.quantile, settings: options.settings)
    }
    if general.json {
      try desk.console.json(PlanSummary(plan))
    } else {
      desk.console.result(summary(plan.content, style: desk.console.style))
      desk.console.result("calendars  \(plan.exported.folder) (\(plan.exported.calendars.count))")
      desk.console.result("report     \(plan.report)")
      desk.noteMaking(of: plan.forecast)
    }
    if plan.judged.isInterrupted { throw Stop.interrupted(isWritten: true) }
  }
}
