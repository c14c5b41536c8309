import Workforce

/// The plan in one screen of text: what it costs, how good it is, what customers can expect, and
/// where agents are missing.
package func summary(_ content: ReportContent, style: Style = .plain) -> String {
  let totals = Totals(content.coverage)
  let parts = [
    headline(content, style: style),
    keyFigures(content, totals, style: style),
    services(content, style: style),
    holes(content, style: style),
    list("hard violations", content.violations.map(\.description), ink: .bad, style: style),
    list("notes", content.roster.notes, ink: nil, style: style),
  ]
  return parts.filter { !$0.isEmpty }.joined(separator: "\n")
}

/// How many lines of a list a terminal shows.
private let longestList = 8

private func headline(_ content: ReportContent, style: Style) -> String {
  let week = content.week
  let clock = WeekClock(zone: week.zone)
  let title = "\(content.centre.name.inert) · \(week.id) · \(week.days.longName)"
  let zone = "times in \(clock.name(during: week.interval))"
  return "\(style.paint(title, .strong))\n\(style.paint(zone, .dim))\n"
}

private func keyFigures(_ content: ReportContent, _ totals: Totals, style: Style) -> String {
  let roster = content.roster
  let currency = content.centre.currency
  let broken = content.violations.count
  let use = totals.use.map { Figures.percent($0) } ?? Figures.unknown
  var table = Table("Key figures", columns: [.words(""), .figures(""), .words("")])
  table.add([
    "cost", Table.Cell(Figures.money(roster.cost.total, in: currency), .strong),
    "bound \(Figures.money(roster.bound, in: currency)), gap \(Figures.percent(roster.gap, decimals: 2))",
  ])
  table.add([
    "hard violations", Table.Cell(Figures.number(broken), broken == 0 ? .good : .bad),
    broken == 0 ? "every rule is kept" : "listed below",
  ])
  table.add([
    "required", Table.Cell(Figures.hours(totals.required)),
    "\(Figures.percent(totals.cover)) of it served",
  ])
  table.add(["missing", Table.Cell(Figures.hours(totals.missing)), "agent-hours"])
  table.add([
    "on duty", Table.Cell(Figures.hours(totals.onDuty)), "\(use) of it needed",
  ])
  table.add(["idle", Table.Cell(Figures.hours(totals.idle)), "on duty, but needed by no queue"])
  return table.text(style: style, isHeaded: false)
}

private func services(_ content: ReportContent, style: Style) -> String {
  let weeks = WeeklyService.all(of: content)
  guard !weeks.isEmpty else { return "" }
  var table = Table(
    "Service of the week",
    columns: [
      .words("queue"), .figures("contacts"), .figures("service"), .figures("goal"), .words(""),
      .figures("occupancy"), .figures("required"), .figures("missing"),
    ])
  for week in weeks {
    let hours = content.coverage.hours(of: week.queue)
    let verdict = week.verdict
    let ink: Style.Ink? = verdict == .met ? .good : verdict == .missed ? .bad : nil
    table.add([
      Table.Cell(week.queue.rawValue),
      Table.Cell(Figures.number(week.contacts)),
      Table.Cell(week.serviceLevel.map { Figures.percent($0) } ?? Figures.unknown),
      Table.Cell(week.goal.map { Figures.percent($0, decimals: 0) } ?? Figures.unknown),
      Table.Cell(verdict.words, ink),
      Table.Cell(week.occupancy.map { Figures.percent($0) } ?? Figures.unknown),
      Table.Cell(Figures.hours(hours.required)),
      Table.Cell(Figures.hours(hours.missing)),
    ])
  }
  return table.text(style: style)
}

private func holes(_ content: ReportContent, style: Style) -> String {
  let all = Hole.all(in: content.coverage)
  guard !all.isEmpty else { return "" }
  let clock = WeekClock(zone: content.week.zone)
  var table = Table(
    "Holes",
    columns: [
      .words("worst holes"), .words("when"), .figures("most missing"), .figures("in all"),
    ])
  for hole in all.prefix(longestList) {
    table.add([
      Table.Cell(hole.queue.rawValue),
      Table.Cell(clock.span(hole.interval)),
      Table.Cell("\(Figures.number(hole.depth, decimals: 1)) agents"),
      Table.Cell(Figures.hours(hole.hours)),
    ])
  }
  return table.text(style: style) + rest(of: all.count, style: style)
}

private func list(_ title: String, _ lines: [String], ink: Style.Ink?, style: Style) -> String {
  guard !lines.isEmpty else { return "" }
  let shown = lines.prefix(longestList).map { "  \(style.paint($0.inert, ink))\n" }.joined()
  return "  \(style.paint(title, .dim))\n\(shown)\(rest(of: lines.count, style: style))"
}

private func rest(of count: Int, style: Style) -> String {
  guard count > longestList else { return "" }
  return "  \(style.paint("and \(Figures.number(count - longestList)) more in the report", .dim))\n"
}
