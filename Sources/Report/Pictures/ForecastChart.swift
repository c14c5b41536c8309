import Timeline
import Workforce

/// Contacts expected of one queue over a week, with the bands that hold 50 %, 80 % and 95 % of what may
/// come, over what was offered in the weeks before; holidays and events are marked.
struct ForecastChart {
  let queue: Queue
  let grid: Grid
  /// The slots of the forecast that lie in the week.
  let slots: Range<Int>
  let volume: [Band]
  /// What was expected before planners changed it; nil where they did not.
  let statistical: [Double]?
  /// Per week back, as many values as ``slots``; NaN where nothing was observed.
  let past: [(back: Int, offered: [Double])]
  let closed: [Bool]
  let marks: DayMarks

  private static let height = 108.0

  /// The chart of the given slots of the forecast's grid, over their twins of the weeks before.
  init(
    _ forecast: QueueForecast, of queue: Queue, slots: Range<Int>, twins: PastWeeks,
    content: ReportContent
  ) {
    let grid = content.forecast.grid
    let history = content.history?[queue.id]
    self.queue = queue
    self.grid = grid
    self.slots = slots
    volume = forecast.volume
    statistical = forecast.statistical
    closed = content.centre.openMask(of: queue, on: grid).map { !$0 }
    marks = DayMarks(
      of: queue, in: content,
      during: Interval(
        start: grid.start(of: slots.lowerBound), end: grid.start(of: slots.upperBound)))
    let past = twins.weeks.map { week in
      (back: week.back, offered: week.twins.map { history?.offered(in: $0) ?? .nan })
    }
    self.past = past.filter { $0.offered.contains { $0.isFinite } }
  }

  /// How many weeks before are drawn.
  static let weeksBack = 2

  func picture(id: String, axis: TimeAxis) -> Picture {
    let shown =
      slots.map { max(volume[$0].highest, statistical?[$0] ?? 0) }
      + past.flatMap(\.offered).filter(\.isFinite)
    let values = ValueAxis(
      greatest: shown.max() ?? 0, height: Self.height, offset: TimeAxis.height + 8)
    let bottom = TimeAxis.height + Self.height + 12
    let stripes = marks.stripes(axis, from: TimeAxis.height, to: bottom)
    let bands =
      band("outer", axis, values, from: { $0.lowest }, to: { $0.highest })
      + band("band", axis, values, from: { $0.low }, to: { $0.high })
      + band("core", axis, values, from: { $0.quantile(0.25) }, to: { $0.quantile(0.75) })
    let drawing =
      shut(axis, height: bottom) + stripes + values.lines(width: axis.width)
      + axis.markup(height: Self.height + 8) + bands + pastLines(axis, values)
      + statisticalLine(axis, values) + line(axis, values) + marks.names(axis, below: bottom)
    return Picture(
      id: id, title: "Forecast of \(queue.id)",
      description: """
        Contacts offered per interval of \(grid.slot): the expected number as a line, the ranges that \
        hold half, 80 % and 95 % of what may come as bands, earlier weeks as thin lines.\
        \(sum(by: axis.clock))\(marks.sentence(by: axis.clock)) The table below has every value.
        """,
      width: axis.width + 1, height: bottom + marks.height + 1, names: values.labels,
      drawing: drawing,
      // The script counts the table's rows from the left edge.
      hover: grid.start(of: slots.lowerBound) == axis.interval.start
        ? .init(slot: grid.slot.hours * axis.pixelsPerHour, band: nil, top: TimeAxis.height) : nil)
  }

  /// What a glance at the picture tells, in words.
  private func sum(by clock: WeekClock) -> String {
    let total = slots.reduce(0) { $0 + volume[$1].expected }
    guard total > 0, let busiest = slots.max(by: { volume[$0].expected < volume[$1].expected })
    else { return " No contacts are expected." }
    let band = volume[busiest]
    return
      " Expected in all: \(Figures.number(total)). Busiest at \(clock.weekdayTime(grid.start(of: busiest))): "
      + "\(Figures.number(band.expected, decimals: 1)), in four of five cases "
      + "\(Figures.number(band.low, decimals: 1)) to \(Figures.number(band.high, decimals: 1))."
  }

  private func middle(of index: Int, _ axis: TimeAxis) -> Double {
    (axis.x(grid.start(of: index)) + axis.x(grid.start(of: index + 1))) / 2
  }

  private func shut(_ axis: TimeAxis, height: Double) -> Markup {
    let closed = Array(closed[slots])
    return closed.runs(ofAlike: ==).filter { closed[$0.lowerBound] }.map { run -> Markup in
      let start = axis.x(grid.start(of: slots.lowerBound + run.lowerBound))
      let end = axis.x(grid.start(of: slots.lowerBound + run.upperBound))
      return """
        <path class='closed' d='M\(start) \(TimeAxis.height)H\(end)V\(height)H\(start)z'/>

        """
    }
    .joined()
  }

  private func band(
    _ name: String, _ axis: TimeAxis, _ values: ValueAxis, from low: (Band) -> Double,
    to high: (Band) -> Double
  ) -> Markup {
    var path = Path()
    for index in slots {
      let (x, y) = (middle(of: index, axis), values.y(high(volume[index])))
      if index == slots.lowerBound { path.move(x, y) } else { path.line(x, y) }
    }
    for index in slots.reversed() {
      path.line(middle(of: index, axis), values.y(low(volume[index])))
    }
    if !slots.isEmpty { path.close() }
    return "<path class='\(name)' d='\(path.data)'/>\n"
  }

  private func line(_ axis: TimeAxis, _ values: ValueAxis) -> Markup {
    "<path class='expected' d='\(path(of: { volume[$0].expected }, axis, values).data)'/>\n"
  }

  /// A thin dashed line beside the expected one.
  private func statisticalLine(_ axis: TimeAxis, _ values: ValueAxis) -> Markup {
    guard let statistical else { return .empty }
    let path = path(of: { statistical[$0] }, axis, values)
    return "<path class='past' stroke-dasharray='4 3' d='\(path.data)'/>\n"
  }

  private func path(of value: (Int) -> Double, _ axis: TimeAxis, _ values: ValueAxis) -> Path {
    var path = Path()
    for index in slots {
      let (x, y) = (middle(of: index, axis), values.y(value(index)))
      if index == slots.lowerBound { path.move(x, y) } else { path.line(x, y) }
    }
    return path
  }

  /// Thin lines, with a gap wherever nothing was observed.
  private func pastLines(_ axis: TimeAxis, _ values: ValueAxis) -> Markup {
    past.reversed().map { week -> Markup in
      var path = Path()
      for (offset, offered) in week.offered.enumerated() where offered.isFinite {
        let (x, y) = (middle(of: slots.lowerBound + offset, axis), values.y(offered))
        let isFirst = offset == 0 || !week.offered[offset - 1].isFinite
        if isFirst { path.move(x, y) } else { path.line(x, y) }
      }
      return "<path class='past' d='\(path.data)'/>\n"
    }
    .joined()
  }

  /// Every value: a row an interval.
  func table(slotNames: [String]) -> Table {
    let weeks = past.map { week in
      Table.Column.figures(week.back == 1 ? "Week before" : "\(week.back) weeks before")
    }
    var table = Table(
      "Contacts of \(queue.id) per interval",
      columns: [
        .times("Interval"), .figures("Expected"), .figures("2.5 %"), .figures("10 %"),
        .figures("50 %"), .figures("90 %"), .figures("97.5 %"),
      ] + weeks)
    for (offset, index) in slots.enumerated() {
      let band = volume[index]
      var row: [Table.Cell] = [Table.Cell(slotNames[offset])]
      row += ([band.expected] + band.quantiles).map {
        Table.Cell(Figures.number($0, decimals: 1))
      }
      row += past.map { Table.Cell(Figures.number($0.offered[offset])) }
      table.add(row)
    }
    return table
  }
}
