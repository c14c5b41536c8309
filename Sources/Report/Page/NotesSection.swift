import Timeline
import Workforce

/// Wishes, notes of the optimiser and the cost by reason.
func notesSection(_ content: ReportContent) -> Markup {
  let cost = content.roster.cost
  let currency = content.centre.currency
  var table = Table("Cost by reason", columns: [.words("Reason"), .figures("Amount")])
  for (reason, amount) in [
    ("Pay", cost.pay), ("Premiums", cost.premium), ("Wishes not met", cost.wishes),
    ("Missing agents, priced", cost.under), ("Idle agents, priced", cost.over),
    ("Total", cost.total),
  ] {
    table.add([Table.Cell(reason), Table.Cell(Figures.money(amount, in: currency, decimals: 2))])
  }
  let notes = content.roster.notes.map { note -> Markup in "<li>\(note)</li>\n" }
  let noted: Markup = notes.isEmpty ? "" : "<h3>What to know</h3>\n<ul>\(notes)</ul>\n"
  return """
    <section id='notes'><h2>Notes</h2>
    \(noted)\(specialDays(content))\(wishesMarkup(content))
    <h3>Cost by reason</h3>
    <div class='scroll'>\(table.markup)</div></section>
    """
}

/// Holidays and events of the week, by calendar and in order of time.
private func specialDays(_ content: ReportContent) -> Markup {
  let week = content.week
  let clock = WeekClock(zone: week.zone)
  var lines: [String] = []
  for (name, calendar) in content.centre.holidays.sorted(by: { $0.key < $1.key }) {
    for holiday in calendar.holidays where week.days.contains(holiday.day) {
      let kind = "\(holiday.kind)\(holiday.isEstimated ? ", estimated" : "")"
      lines.append("\(holiday.day.shortName): \(holiday.name) (\(kind), calendar \(name))")
    }
  }
  for event in content.centre.events where event.interval.overlaps(week.interval) {
    let note = event.note.isEmpty ? "" : ", \(event.note)"
    lines.append("\(clock.span(event.interval)): \(event.tag)\(note)")
  }
  guard !lines.isEmpty else { return .empty }
  let items = lines.map { line -> Markup in "<li>\(line)</li>\n" }
  return "<h3>Holidays and events</h3>\n<ul>\(items)</ul>\n"
}

private func wishesMarkup(_ content: ReportContent) -> Markup {
  let count = UnmetWish.wishCount(of: content)
  let unmet = UnmetWish.all(in: content)
  guard count > 0 else { return "<h3>Wishes</h3>\n<p>Nobody has a wish for this week.</p>" }
  let met = "\(Figures.number(count - unmet.count)) of \(counted(count, "wish", "wishes")) met."
  guard !unmet.isEmpty else { return "<h3>Wishes</h3>\n<p>\(met)</p>" }
  var table = Table(
    "Wishes that are not met, by each agent's own clock",
    columns: [.words("Agent"), .words("Wished for"), .words("Works")])
  for entry in unmet {
    guard let agent = content.centre.agent(entry.wish.agent) else { continue }
    let clock = WeekClock(zone: agent.zone)
    table.add([
      Table.Cell(agent.name),
      Table.Cell("\(entry.wish.day.shortName): \(entry.wish.content.words)"),
      Table.Cell("\(clock.span(entry.shift.interval)), \(entry.shift.template)"),
    ])
  }
  return
    "<h3>Wishes</h3>\n<p>\(met) Below are the others, by each agent’s own clock.</p>\n<div class='scroll'>\(table.markup)</div>"
}
