import Workforce

/// Service level per queue: the week beside its goal, then each day.
func serviceSection(_ content: ReportContent) -> Markup {
  var rows: Markup = ""
  let days = Array(content.week.days)
  for week in WeeklyService.all(of: content) {
    rows += "<tr><th>\(Markup.name(week.queue.rawValue))<br/>"
    rows += "<span class='goalwords'>\(goalWords(week, content))</span></th>"
    rows += "<td>\(Figures.number(week.contacts))</td>"
    rows += "<td class='w share'>\(levelBar(week))</td>"
    rows += "<td>\(verdictCell(week.serviceLevel, week.goal))</td>"
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
    <thead><tr><th scope='col'>Queue and goal</th><th scope='col'>Contacts</th>\
    <th scope='col' class='w'>0 to 100 %</th><th scope='col'>Week</th>\
    <th scope='col'>Occupancy</th><th scope='col'>Abandoned</th>\
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
    let definition = queue.goal.definition.words
    return "\(Figures.percent(goal, decimals: 0)) in \(threshold) s \(definition)"
  }
  return queue.goal.answerWithin.map { "within \($0)" } ?? Figures.unknown
}

/// A bar up to the expected level, with a mark where the goal is.
private func levelBar(_ week: WeeklyService) -> Markup {
  guard let level = week.serviceLevel else { return .empty }
  let mood: Markup = week.verdict == .missed ? "bad" : "good"
  let mark: Markup = week.goal.map { "<path class='goal' d='M\(100 * $0) 0v14'/>" } ?? ""
  return """
    <svg width='102' height='14' aria-hidden='true'><path class='track' d='M0 3h100v8H0z'/>\
    <path class='bar \(mood)' d='M0 3h\(100 * min(1, max(0, level)))v8H0z'/>\(mark)</svg>
    """
}
