import Timeline
import Workforce

/// Who works when: the week at a glance, then each day with breaks and the cover below.
func rosterSection(_ content: ReportContent) -> Markup {
  let gantt = Gantt(content)
  let week = TimeAxis.week(content.week)
  let chart = StaffingChart(content.coverage)
  let days = content.week.days.enumerated().map { index, day in
    daySection(day, index: index, gantt: gantt, chart: chart, zone: content.week.zone)
  }
  return """
    <section id='roster'><h2>Roster</h2>
    <p>By site and team, then by first start. The bars lie where the centre’s clock has them; times \
    written on them, in the table and in the tips are by each agent’s own clock.</p>
    \(Gantt.legend)<h3>The week</h3>
    <figure>
    \(pictures(of: gantt, id: "week", title: "Shifts of the week", axis: week))\
    \(gantt.table.folded("All shifts and breaks"))
    </figure>
    <h3>Day by day</h3>
    \(days)</section>
    """
}

/// A hundred agents a picture.
private func pictures(of gantt: Gantt, id: String, title: String, axis: TimeAxis) -> Markup {
  let pages = gantt.pages
  guard !pages.isEmpty else { return "<p>Nobody works.</p>" }
  return pages.enumerated().map { index, page -> Markup in
    let first = index * Gantt.pageLength + 1
    let range = "\(first)–\(first + page.agentCount - 1) of \(gantt.agentCount)"
    let name = pages.count > 1 ? "\(title), agents \(range)" : title
    let heading: Markup = pages.count > 1 ? "<h4>Agents \(range)</h4>\n" : ""
    return heading
      + page.picture(id: "\(id)-\(index)", title: name, axis: axis).markup
  }
  .joined()
}

private func daySection(
  _ day: LocalDay, index: Int, gantt: Gantt, chart: StaffingChart, zone: Zone
) -> Markup {
  let axis = TimeAxis.day(day, in: zone)
  let part = gantt.part(in: axis.interval)
  let agents =
    part.agentCount == 0 ? "nobody works" : "\(counted(part.agentCount, "agent", "agents"))"
  let hours = Figures.number(axis.interval.length.hours)
  let change = hours == "24" ? "" : ", a day of \(hours) hours: the clock changes"
  return """
    <details class='day'\(index == 0 ? " open='open'" : "" as Markup)>\
    <summary>\(day.shortName): \(agents)\(change)</summary>
    <figure>
    \(pictures(of: part, id: "day\(index)", title: "Shifts of \(day.shortName)", axis: axis))\
    \(chart.picture(id: "staff\(index)", axis: axis, isHovering: false).markup)</figure></details>

    """
}
