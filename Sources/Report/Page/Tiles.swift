import Workforce

/// The figures that a planner looks at first.
func tiles(_ content: ReportContent) -> Markup {
  let totals = Totals(content.coverage)
  let roster = content.roster
  let currency = content.centre.currency
  let broken = content.violations.count
  let share = Figures.percent(totals.cover)
  let use = totals.use.map { Figures.percent($0) } ?? Figures.unknown
  let all: [Markup] = [
    tile("Cost", Figures.money(roster.cost.total, in: currency), "pay, premiums and shortcomings"),
    tile("Bound", Figures.money(roster.bound, in: currency), "no roster can cost less"),
    tile(
      "Gap", Figures.percent(roster.gap, decimals: 2), "the most that a better roster could save"),
    tile(
      "Hard violations", Figures.number(broken),
      broken == 0 ? "✓ every rule is kept" : "✗ listed below", broken == 0 ? "good" : "bad"),
    goalsTile(content),
    tile("Required", Figures.hours(totals.required), "agent-hours, all queues"),
    tile("Served", Figures.hours(totals.served), "\(share) of the required hours"),
    tile(
      "Missing", Figures.hours(totals.missing), "required, with nobody to serve",
      totals.missing > Hole.tolerance ? "bad" : "good"),
    tile("Idle", Figures.hours(totals.idle), "on duty, but needed by no queue"),
    tile("Efficiency", use, "of \(Figures.hours(totals.onDuty)) on duty are needed"),
  ]
  return "<section class='tiles' aria-label='Key figures'>\n\(all)</section>"
}

/// How many queues keep their goal over the week.
private func goalsTile(_ content: ReportContent) -> Markup {
  let verdicts = WeeklyService.all(of: content).map(\.verdict).filter { $0 != .open }
  let met = verdicts.count { $0 == .met }
  let isGood = met == verdicts.count
  return tile(
    "Goals met", "\(Figures.number(met)) of \(Figures.number(verdicts.count))",
    isGood ? "✓ service levels of the week" : "✗ service levels of the week",
    isGood ? "good" : "bad")
}

private func tile(_ name: String, _ value: String, _ note: String, _ mood: Markup = "") -> Markup {
  """
  <div class='tile \(mood)'><h2>\(name)</h2><p class='figure'>\(value)</p><p>\(note)</p></div>

  """
}
