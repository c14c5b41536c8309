import ArgumentParser
import Planning
import Report

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a week: forecast, staff, roster, verify, export and report in one go.",
    discussion: """
      EXAMPLE: nobat -C acme plan --week 2026-W50

      Every step leaves its result in the workspace; see the commands of the same
      names.
      """)

  @OptionGroup var week: WeekOptions
  @OptionGroup var options: RosterOptions

  @OptionGroup var caution: CautionOptions

  @Flag(name: .customLong("dry-run"), help: "Show the plan without writing anything.")
  var dryRun = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let desk = try Desk(workspace, general)
    let plan = try desk.run { journey throws(JourneyFault) in
      try journey.plan(
        week.week ?? .next, quantile: caution.quantile, settings: options.settings,
        writing: !dryRun)
    }
    if general.json {
      try desk.console.json(PlanSummary(plan))
    } else {
      desk.console.result(summary(plan.content, style: desk.console.style))
      let verb = dryRun ? "would be in " : ""
      desk.console.result(
        "calendars  \(verb)\(plan.exported.folder) (\(plan.exported.calendars.count))")
      desk.console.result("report     \(verb)\(plan.report)")
      desk.noteMaking(of: plan.content.forecast)
      desk.noteDraft(plan.exported)
    }
    if plan.judged.isInterrupted { throw Stop.interrupted(isWritten: !dryRun) }
  }
}
