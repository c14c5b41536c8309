import Timeline
package import Workforce

/// What two rosters can be compared by.
package enum ComparisonView: String, CaseIterable, Hashable, Sendable, Codable {
  case cost, agent, hour
}

extension RosterComparison {
  /// Whether the two differ in what a view shows.
  package func differs(by view: ComparisonView) -> Bool {
    switch view {
    case .cost: costDiffers
    case .agent: !agents.isEmpty
    case .hour: !hours.isEmpty
    }
  }
}

/// Two rosters side by side, for a terminal.
///
/// Lists are cut after some lines unless `isWhole`.
package func comparisonText(
  _ comparison: RosterComparison, in centre: Centre, by views: [ComparisonView], isWhole: Bool,
  style: Style = .plain
) -> String {
  guard views.contains(where: comparison.differs) else { return "no difference\n" }
  let parts = views.map { view in
    switch view {
    case .cost: costs(comparison, in: centre.currency, style)
    case .agent: agents(comparison, isWhole ? .max : longestList, style)
    case .hour: hours(comparison, isWhole ? .max : longestList, style)
    }
  }
  return parts.joined(separator: "\n")
}

/// How many lines of a list are shown where it is one of several.
private let longestList = 8

private func costs(_ comparison: RosterComparison, in currency: String, _ style: Style) -> String {
  var table = Table(
    "Cost",
    columns: [
      .words("cost, \(currency)"), .figures(comparison.before.name.inert),
      .figures(comparison.after.name.inert), .figures("difference"),
    ])
  func money(_ money: Money) -> String { Figures.number(money.amount, decimals: 2) }
  for cost in comparison.costs {
    table.add([
      Table.Cell(cost.part.words), Table.Cell(money(cost.before)), Table.Cell(money(cost.after)),
      Table.Cell(Figures.signed(cost.difference.amount, decimals: 2)),
    ])
  }
  let gaps = [comparison.before.gap, comparison.after.gap]
  table.add([
    "gap", Table.Cell(Figures.percent(gaps[0], decimals: 2)),
    Table.Cell(Figures.percent(gaps[1], decimals: 2)),
    Table.Cell(Figures.signed(100 * (gaps[1] - gaps[0]), decimals: 2)),
  ])
  return table.text(style: style)
}

private func agents(_ comparison: RosterComparison, _ limit: Int, _ style: Style) -> String {
  guard !comparison.agents.isEmpty else { return "  every agent works the same\n" }
  var table = Table(
    "Agents",
    columns: [
      .words("agent"), .figures("added"), .figures("moved"), .figures("changed"),
      .figures("removed"), .figures("presence"), .figures("paid"),
    ])
  for agent in comparison.agents.prefix(limit) {
    let counts = [ShiftChange.Kind.added, .moved, .changed, .cancelled].map { kind in
      Table.Cell(Figures.number(agent.changes.count(kind)))
    }
    table.add(
      [Table.Cell(agent.agent.rawValue)] + counts
        + [Table.Cell(signed(agent.presence)), Table.Cell(signed(agent.paid))])
  }
  return table.text(style: style) + rest(of: comparison.agents.count, limit, by: .agent, style)
}

private func hours(_ comparison: RosterComparison, _ limit: Int, _ style: Style) -> String {
  guard !comparison.hours.isEmpty else { return "  every hour has as many agents on duty\n" }
  let clock = WeekClock(zone: comparison.week.zone)
  var table = Table(
    "Hours",
    columns: [
      .times("on duty"), .figures(comparison.before.name.inert),
      .figures(comparison.after.name.inert), .figures("difference"),
    ])
  for hour in comparison.greatestHours(limit) {
    table.add([
      Table.Cell(clock.dayTime(hour.start)), Table.Cell(Figures.number(hour.before, decimals: 2)),
      Table.Cell(Figures.number(hour.after, decimals: 2)),
      Table.Cell(Figures.signed(hour.difference, decimals: 2)),
    ])
  }
  return table.text(style: style) + rest(of: comparison.hours.count, limit, by: .hour, style)
}

private func rest(
  of count: Int, _ limit: Int, by view: ComparisonView, _ style: Style
) -> String {
  guard count > limit else { return "" }
  let words = "and \(Figures.number(count - limit)) more; --by \(view.rawValue) lists all"
  return "  \(style.paint(words, .dim))\n"
}

/// `+8h30m`, `−30m`, `0m`.
private func signed(_ minutes: Minutes) -> String {
  minutes.count > 0 ? "+\(minutes)" : minutes.count < 0 ? "−\(Minutes(-minutes.count))" : "0m"
}

extension RosterComparison {
  /// The hours that differ most, in order of time.
  fileprivate func greatestHours(_ limit: Int) -> [HourDifference] {
    hours.sorted { (-abs($0.difference), $0.start) < (-abs($1.difference), $1.start) }
      .prefix(limit).sorted { $0.start < $1.start }
  }
}

extension RosterComparison.CostPart {
  /// As `nobat verify` names the part.
  fileprivate var words: String {
    switch self {
    case .pay: "pay"
    case .premium: "premiums"
    case .wishes: "wishes"
    case .under: "missing hours"
    case .over: "idle hours"
    case .total: "total"
    }
  }
}
