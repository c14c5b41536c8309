import Timeline
import Workforce

/// A chart a queue.
func forecastSection(_ content: ReportContent) -> Markup {
  let clock = WeekClock(zone: content.week.zone)
  let axis = TimeAxis.week(content.week)
  let slots = slotsInWeek(of: content)
  let grid = content.forecast.grid
  let weekGrid = Grid(start: grid.start(of: slots.lowerBound), slot: grid.slot, count: slots.count)
  let slotNames = clock.slotNames(of: weekGrid)
  let twins = PastWeeks(
    before: weekGrid, in: content.week.zone,
    count: content.history == nil ? 0 : ForecastChart.weeksBack)
  var figures: Markup = ""
  for (index, forecast) in content.forecast.queues.enumerated() {
    guard let queue = content.centre.queue(forecast.queue) else { continue }
    let chart = ForecastChart(forecast, of: queue, slots: slots, twins: twins, content: content)
    let notes = forecast.notes.map { note -> Markup in "<p class='note'>\(note)</p>" }.joined()
    figures += """
      <h3>\(Markup.name(queue.id.rawValue)) <span class='kind'>\(queue.channel.rawValue), \
      \(queue.language)</span></h3>
      <figure>
      \(chart.picture(id: "forecast\(index)", axis: axis).markup)\
      \(chart.table(slotNames: slotNames).folded("All values of the chart"))
      </figure>
      \(adjustments(of: forecast))\(league(of: forecast))\(notes)

      """
  }
  return """
    <section id='forecast'><h2>Forecast</h2>
    <p>Contacts offered per interval of \(grid.slot.description).</p>
    <p class='legend'><span class='key'><i class='sw expected'></i>expected</span>\
    <span class='key'><i class='sw core'></i>half of what may come</span>\
    <span class='key'><i class='sw band'></i>80 %</span>\
    <span class='key'><i class='sw outer'></i>95 %</span>\
    \(statisticalKey(content))\
    <span class='key'><i class='sw past'></i>the weeks before, as counted</span>\
    <span class='key'><i class='sw holiday'></i>holiday</span>\
    <span class='key'><i class='sw event'></i>event</span>\
    <span class='key'><i class='sw closed'></i>closed</span></p>
    \(figures)</section>
    """
}

/// The legend's word for what was expected before planners changed it; nothing where they did not.
private func statisticalKey(_ content: ReportContent) -> Markup {
  guard content.forecast.queues.contains(where: { $0.statistical != nil }) else { return .empty }
  return "<span class='key'><i class='sw past'></i>dashed: before planners’ changes</span>"
}

/// Who changed the forecast, why, and what it did.
private func adjustments(of forecast: QueueForecast) -> Markup {
  guard !forecast.adjustments.isEmpty else { return .empty }
  var table = Table(
    "Changes of \(forecast.queue)",
    columns: [
      .words("Row"), .words("Change"), .words("Author"), .words("Reason"), .figures("Contacts"),
    ])
  for applied in forecast.adjustments {
    table.add([
      .init(applied.row), .init(applied.change), .init(applied.author), .init(applied.reason),
      .init(Figures.signed(applied.contacts, decimals: 0)),
    ])
  }
  return """
    <h4>What planners changed</h4>
    <div class='scroll'>\(table.markup)</div>

    """
}

/// How the methods did on the queue's past, and what each weighs; nothing where nobody knows.
private func league(of forecast: QueueForecast) -> Markup {
  guard let league = forecast.league, !league.rows.isEmpty else { return .empty }
  let times = counted(league.origins, "time", "times")
  return """
    <h4>How it was forecast</h4>
    <p class='note'>Each method forecast \(times) of this queue’s past; the better it did, the more it \
    weighs. WAPE is the sum of errors over the sum of contacts.</p>
    <div class='scroll league'>\(leagueTable(league, caption: "League of \(forecast.queue)").markup)</div>

    """
}

/// The slots of the forecast that begin in the week.
private func slotsInWeek(of content: ReportContent) -> Range<Int> {
  let grid = content.forecast.grid
  let week = content.week.interval
  let inWeek = grid.indices.filter { week.contains(grid.start(of: $0)) }
  return (inWeek.first ?? 0)..<((inWeek.last ?? -1) + 1)
}
