import ArgumentParser
import Planning
import Report
import Timeline
import Workforce

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two rosters of a week, or two forecasts.",
    discussion: """
      EXAMPLE: nobat -C acme diff published 2026-W50

      Each side is a roster, "published" for what was published last of the other's
      week, or a date in a published week. What is shown leads from the first to the
      second: by cost, agent and hour. With --exit-code the status is 7 where the two
      differ.

      Two forecasts are compared by the contacts of each queue and day:

        nobat -C acme diff 2026-W50 peak

      Names that rosters have as well mean those, unless --forecasts is given.
      """)

  @Argument(help: "The first: a roster, \"published\", a date, or a forecast.")
  var first: String

  @Argument(help: "The second.")
  var second: String

  @Option(
    help: "What to compare by: cost, agent or hour (may be repeated). Default: all, in short.")
  var by: [ComparisonView] = []

  @Flag(help: "Compare forecasts, also where rosters have these names.")
  var forecasts = false

  @Flag(name: .customLong("exit-code"), help: "End with status 7 where the two differ.")
  var exitCode = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let desk = try Desk(workspace, general)
    if forecasts || areForecasts(in: desk.journey) {
      try compareForecasts(at: desk)
      return
    }
    let comparison = try desk.run { journey throws(JourneyFault) in
      try journey.compare(first, with: second)
    }
    let views = by.isEmpty ? ComparisonView.allCases : by
    if general.json {
      try desk.console.json(ComparisonSummary(comparison, by: views))
    } else {
      desk.console.result(
        comparisonText(
          comparison, in: desk.journey.centre, by: views, isWhole: !by.isEmpty,
          style: desk.console.style))
      let requirements = [comparison.before.requirement, comparison.after.requirement]
      if requirements[0] != requirements[1] {
        desk.console.note(
          "the costs are judged by different requirements: \(requirements[0]) and \(requirements[1])"
        )
      }
    }
    if exitCode, views.contains(where: comparison.differs) {
      throw Stop(status: .different, message: "")
    }
  }
}

extension ComparisonView: ExpressibleByArgument {}

/// A comparison as JSON tells it; the views that were not asked for are left out.
private struct ComparisonSummary: Encodable {
  struct Side: Encodable {
    let name: String
    let requirement: String
    let bound: Double
    let gap: Double
  }

  struct Agent: Encodable {
    let agent: Workforce.Agent.ID
    let presenceMinutes: Minutes
    let paidMinutes: Minutes
    let changes: [ChangeSummary]
  }

  struct Hour: Encodable {
    let start: Instant
    let before: Double
    let after: Double
  }

  struct Cost: Encodable {
    let before: Money
    let after: Money
  }

  let before: Side
  let after: Side
  let firstDay: LocalDay
  let differs: Bool
  let agents: [Agent]?
  let hours: [Hour]?
  let cost: [String: Cost]?

  init(_ comparison: RosterComparison, by views: [ComparisonView]) {
    let sides = [comparison.before, comparison.after].map { side in
      Side(
        name: side.name, requirement: side.requirement, bound: side.bound.amount, gap: side.gap)
    }
    before = sides[0]
    after = sides[1]
    firstDay = comparison.week.firstDay
    differs = views.contains(where: comparison.differs)
    let agents = comparison.agents.map { agent in
      Agent(
        agent: agent.agent, presenceMinutes: agent.presence, paidMinutes: agent.paid,
        changes: agent.changes.changes.map(ChangeSummary.init))
    }
    let hours = comparison.hours.map { hour in
      Hour(start: hour.start, before: hour.before, after: hour.after)
    }
    let costs = comparison.costs.map { cost in
      (cost.part.rawValue, Cost(before: cost.before, after: cost.after))
    }
    self.agents = views.contains(.agent) ? agents : nil
    self.hours = views.contains(.hour) ? hours : nil
    cost = views.contains(.cost) ? Dictionary(uniqueKeysWithValues: costs) : nil
  }
}
