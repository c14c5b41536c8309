import Timeline
import Workforce

/// Service level per queue: the week beside its goal, then each day.
func serviceSection(_ content: ReportContent) -> Markup {
  var rows: Markup = ""
  let days = Array(content.week.days)
  for week in WeeklyService.all(of: content) {
    rows += "<tr><th scope='row'>\(Markup.name(week.queue.rawValue))</th>"
    rows += "<td>\(Figures.number(week.contacts))</td>"
    rows += "<td class='w share'>\(levelBar(week))</td>"
    rows += "<td>\(verdictCell(week.serviceLevel, week.goal))</td>"
    rows += "<td>\(goalWords(week, content))</td>"
    rows += "<td>\(week.occupancy.map { Figures.percent($0) } ?? Figures.unknown)</td>"
    rows += "<td>\(week.abandonment.map { Figures.percent($0) } ?? Figures.unknown)</td>"
    for day in days {
      let outlook = content.outlook.first { $0.queue == week.queue && $0.day == day }
      let contacts = outlook.map { "\(Figures.number($0.contacts)) contacts" } ?? "no contacts"
      rows += "<td title='\(contacts)'>"
      rows += "\(verdictCell(outlook?.serviceLevel, outlook?.goal ?? week.goal))</td>"
    }
    rows += "</tr>\n"
  }
  let heads = days.map { day -> Markup in "<th scope='col'>\(day.shortName)</th>" }
  return """
    <section id='service'><h2>Service that customers can expect</h2>
    <p>Share of contacts answered within the threshold, weighted by contacts; for each queue over the \
    week, then day by day. A dash stands where nobody waits on the line or nothing is expected.</p>
    <div class='scroll'><table class='service'><caption>Expected service level of each queue</caption>
    <thead><tr><th scope='col'>Queue</th><th scope='col'>Contacts</th>\
    <th scope='col' class='w'>Week, 0 to 100 %</th><th scope='col'>Expected</th>\
    <th scope='col'>Goal</th><th scope='col'>Occupancy</th><th scope='col'>Abandoned</th>\
    \(heads)</tr></thead>
    <tbody>\(rows)</tbody></table></div></section>
    """
}

private func verdictCell(_ level: Double?, _ goal: Double?) -> Markup {
  guard let level else { return "<span class='none'>\(Figures.unknown)</span>" }
  let verdict = Verdict(level, against: goal)
  let mood: Markup = verdict == .met ? "good" : verdict == .missed ? "bad" : "none"
  return "\(Figures.percent(level))<br/><span class='verdict \(mood)'>\(verdict.words)</span>"
}

/// `80 % in 20 s`, or within what time deferred work is done.
private func goalWords(_ week: WeeklyService, _ content: ReportContent) -> String {
  guard let queue = content.centre.queue(week.queue) else { return Figures.unknown }
  if let goal = week.goal {
    let threshold = Figures.number(queue.goal.threshold)
    return "\(Figures.percent(goal, decimals: 0)) in \(threshold) s"
  }
  return queue.goal.answerWithin.map { "within \($0)" } ?? Figures.unknown
}

/// A bar up to the expected level, with a mark where the goal is.
private func levelBar(_ week: WeeklyService) -> Markup {
  guard let level = week.serviceLevel else { return .empty }
  let mood: Markup = week.verdict == .missed ? "bad" : "good"
  let mark: Markup = week.goal.map { "<path class='goal' d='M\(120 * $0) 0v14'/>" } ?? ""
  return """
    <svg width='122' height='14' aria-hidden='true'><path class='track' d='M0 3h120v8H0z'/>\
    <path class='bar \(mood)' d='M0 3h\(120 * min(1, max(0, level)))v8H0z'/>\(mark)</svg>
    """
}

/// Heat map, worst holes, and the stack of requirements under the agents on duty.
func coverSection(_ content: ReportContent) -> Markup {
  let coverage = content.coverage
  let clock = WeekClock(zone: content.week.zone)
  let axis = TimeAxis.week(content.week)
  let map = HeatMap(coverage)
  let closed = map.rows.map { row -> [Bool]? in
    content.centre.queue(.init(row.name)).map { queue in
      content.centre.openMask(of: queue, on: coverage.grid).map { !$0 }
    }
  }
  let chart = StaffingChart(coverage)
  return """
    <section id='cover'><h2>Cover</h2>
    <h3>Where agents are missing or to spare</h3>
    <p>Agents serving less agents required. Numbers stand where there is room for them; the table has \
    all.</p>
    \(map.legend)<figure>
    \(map.picture(id: "heat", axis: axis, closed: closed).markup)\
    \(map.table(clock: clock).folded("All values of the heat map"))
    </figure>
    \(holesMarkup(content, clock: clock))
    <h3>Agents required and on duty</h3>
    \(chart.legend)<figure>
    \(chart.picture(id: "staff", axis: axis).markup)\
    \(chart.table(clock: clock).folded("All values of the chart"))
    </figure></section>
    """
}

/// How many holes are listed; the heat map's table has every interval.
private let longestHoleList = 12

private func holesMarkup(_ content: ReportContent, clock: WeekClock) -> Markup {
  let holes = Hole.all(in: content.coverage)
  guard !holes.isEmpty else {
    return "<h3>Holes</h3><p>None: every queue has the agents it requires, in every interval.</p>"
  }
  var table = Table(
    "Stretches with agents missing, most missing hours first",
    columns: [
      .words("Queue"), .words("When"), .figures("Most missing"), .figures("Missing in all"),
    ])
  for hole in holes.prefix(longestHoleList) {
    table.add([
      Table.Cell(hole.queue.rawValue), Table.Cell(clock.span(hole.interval)),
      Table.Cell("\(Figures.number(hole.depth, decimals: 1)) agents"),
      Table.Cell(Figures.hours(hole.hours)),
    ])
  }
  let rest = holes.count - min(holes.count, longestHoleList)
  let more: Markup = rest > 0 ? "<p>and \(counted(rest, "smaller one", "smaller ones")).</p>" : ""
  return "<h3>Worst holes</h3>\n<div class='scroll'>\(table.markup)</div>\(more)"
}

/// A chart a queue.
func forecastSection(_ content: ReportContent) -> Markup {
  let clock = WeekClock(zone: content.week.zone)
  let axis = TimeAxis.week(content.week)
  var figures: Markup = ""
  for (index, forecast) in content.forecast.queues.enumerated() {
    guard let queue = content.centre.queue(forecast.queue) else { continue }
    let chart = ForecastChart(forecast, of: queue, grid: content.forecast.grid, content: content)
    let notes = forecast.notes.map { note -> Markup in "<p class='note'>\(note)</p>" }
    figures += """
      <h3>\(Markup.name(queue.id.rawValue)) <span class='kind'>\(queue.channel.rawValue), \
      \(queue.language)</span></h3>
      \(notes)<figure>
      \(chart.picture(id: "forecast\(index)", axis: axis).markup)\
      \(chart.table(clock: clock).folded("All values of the chart"))
      </figure>

      """
  }
  let interval = content.forecast.grid.slot
  return """
    <section id='forecast'><h2>Forecast</h2>
    <p>Contacts offered per interval of \(interval.description).</p>
    <p class='legend'><span class='key'><i class='sw expected'></i>expected</span>\
    <span class='key'><i class='sw band'></i>10 % to 90 %</span>\
    <span class='key'><i class='sw past'></i>the weeks before, as counted</span>\
    <span class='key'><i class='sw closed'></i>closed</span></p>
    \(figures)</section>
    """
}

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
    \(noted)\(wishesMarkup(content))
    <h3>Cost by reason</h3>
    <div class='scroll'>\(table.markup)</div></section>
    """
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
  return "<h3>Wishes</h3>\n<p>\(met)</p>\n<div class='scroll'>\(table.markup)</div>"
}
