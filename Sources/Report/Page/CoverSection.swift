import Workforce

/// Heat map, worst holes, and the stack of requirements under the agents on duty.
func coverSection(_ content: ReportContent) -> Markup {
  let coverage = content.coverage
  let clock = WeekClock(zone: content.week.zone)
  let axis = TimeAxis.week(content.week)
  let map = HeatMap(coverage)
  let closed = coverage.queues.map { row -> [Bool]? in
    content.centre.queue(row.queue).map { queue in
      content.centre.openMask(of: queue, on: coverage.grid).map { !$0 }
    }
  }
  let chart = StaffingChart(coverage)
  let slotNames = clock.slotNames(of: coverage.grid)
  return """
    <section id='cover'><h2>Cover</h2>
    <h3>Where agents are missing or to spare</h3>
    <p>Agents serving minus agents required. Numbers stand where there is room for them; the table has \
    all.</p>
    \(map.legend)<figure>
    \(map.picture(id: "heat", axis: axis, closed: closed + [nil]).markup)\
    \(map.table(slotNames: slotNames).folded("All values of the heat map"))
    </figure>
    \(holesMarkup(content, clock: clock))
    <h3>Agents required and on duty</h3>
    \(chart.legend)<figure>
    \(chart.picture(id: "staff", axis: axis).markup)\
    \(chart.table(slotNames: slotNames).folded("All values of the chart"))
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
      .words("Queue"), .times("When"), .figures("Most missing"), .figures("Missing in all"),
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
  return
    "<h3>Worst holes</h3>\n<p>Stretches with agents missing, most missing hours first.</p>\n<div class='scroll'>\(table.markup)</div>\(more)"
}
