import Planning
import Report
import Rostering
import Workforce

/// A roster as JSON tells it: what it costs, what is proven, and what is left open.
struct RosterSummary: Encodable {
  let roster: String
  let cost: Roster.Cost
  let total: Double
  let bound: Double
  let gap: Double
  let hardViolations: Int
  let requiredHours: Double
  let missingHours: Double
  let idleHours: Double
  let shifts: Int
  let notes: [String]
  let effort: Roster.Effort

  init(_ judged: JudgedRoster) {
    let roster = judged.roster
    let totals = Totals(judged.verdict.coverage)
    self.roster = roster.id
    cost = judged.verdict.cost
    total = judged.verdict.cost.total.amount
    bound = roster.bound.amount
    gap = roster.gap
    hardViolations = judged.verdict.violations.count
    requiredHours = totals.required
    missingHours = totals.missing
    idleHours = totals.idle
    shifts = roster.shifts.count
    notes = roster.notes
    effort = roster.effort
  }
}

/// A planned week as JSON tells it.
struct PlanSummary: Encodable {
  /// What a planner should know of how the forecast was made, by queue.
  let forecastNotes: [String: [String]]
  /// What planners changed of it, by queue; those without any are absent.
  let adjustments: [String: [AppliedAdjustment]]
  let roster: RosterSummary
  let outlook: [ServiceOutlook]
  let calendars: [String]
  let tables: [String]
  let report: String

  init(_ plan: Plan) {
    forecastNotes = Dictionary(
      uniqueKeysWithValues: plan.content.forecast.queues.map { ($0.queue.rawValue, $0.notes) })
    adjustments = Dictionary(
      uniqueKeysWithValues: plan.content.forecast.queues.filter { !$0.adjustments.isEmpty }
        .map { ($0.queue.rawValue, $0.adjustments) })
    roster = RosterSummary(plan.judged)
    outlook = plan.content.outlook
    calendars = plan.exported.calendars
    tables = plan.exported.tables
    report = plan.report
  }
}

extension Desk {
  /// Says that a stored roster breaks rules, before anybody hands it out.
  func warn(of judged: JudgedRoster) {
    let count = judged.verdict.violations.count
    guard count > 0 else { return }
    console.warn(
      "warning: roster \(judged.roster.id) breaks \(count == 1 ? "a hard rule" : "\(count) hard rules"); "
        + "nobat verify \(judged.roster.id) lists what is broken")
  }

  /// Says what a planner should know of how a forecast was made.
  func noteMaking(of forecast: Forecast) {
    for queue in forecast.queues {
      for note in queue.notes + queue.adjustments.map(\.sentence) {
        console.note("\(queue.queue): \(note)")
      }
    }
  }

  /// Shows a roster's figures, as text or JSON.
  func show(_ judged: JudgedRoster, _ general: GeneralOptions) throws {
    let summary = RosterSummary(judged)
    if general.json {
      try console.json(summary)
      return
    }
    let currency = journey.centre.currency
    let figures = [
      ("cost", Figures.money(Money(summary.total), in: currency)),
      ("bound", Figures.money(Money(summary.bound), in: currency)),
      ("gap", Figures.percent(summary.gap, decimals: 2)),
      ("hard violations", Figures.number(summary.hardViolations)),
      ("required", Figures.hours(summary.requiredHours)),
      ("missing", Figures.hours(summary.missingHours)),
      ("idle", Figures.hours(summary.idleHours)),
      ("shifts", Figures.number(summary.shifts)),
    ]
    var table = Table(
      "Roster \(summary.roster)", columns: [.words("roster"), .figures(summary.roster)])
    for (name, value) in figures { table.add([.init(name), .init(value)]) }
    console.result(table.text(style: console.style))
    for note in summary.notes { console.note(note) }
  }
}
