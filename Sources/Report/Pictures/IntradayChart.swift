import Timeline
import Workforce

/// A queue's day: what came until now, and what is expected of the rest, before and after.
struct IntradayChart {
  let content: IntradayContent
  let queue: IntradayContent.Queue
  let axis: TimeAxis
  private let slots: [Int]

  private static let height = 150.0

  init(of queue: IntradayContent.Queue, in content: IntradayContent) {
    self.content = content
    self.queue = queue
    let zone = queue.zone
    axis = TimeAxis.day(zone.day(at: content.moment), in: zone)
    let interval = axis.interval
    slots = content.grid.indices.filter { interval.contains(content.grid.start(of: $0)) }
  }

  /// Slots that are not over, of which the rest of the day is made.
  private var rest: [Int] { slots.filter { content.grid.start(of: $0 + 1) > content.moment } }

  func picture(id: String) -> Picture {
    let shown =
      slots.flatMap { [queue.before[$0].high, queue.after[$0].high, queue.actual[$0]] }
      .filter(\.isFinite)
    let values = ValueAxis(
      greatest: shown.max() ?? 0, height: Self.height, offset: TimeAxis.height + 8)
    let bottom = TimeAxis.height + Self.height + 12
    let now = min(axis.width, max(0, axis.x(content.moment)))
    let drawing: Markup = """
      \(values.lines(width: axis.width))\(axis.markup(height: Self.height + 8))\
      \(band("outer", slots, of: queue.before, values))\(band("band", rest, of: queue.after, values))\
      \(line("before", slots, values) { queue.before[$0].expected })\
      \(line("expected", rest, values) { queue.after[$0].expected })\
      \(line("duty", slots, values) { queue.actual[$0] })\
      <path class='now' d='M\(now) \(TimeAxis.height)V\(bottom)'/>
      <text class='mark' x='\(now + 4)' y='\(TimeAxis.height + 12)'>\(axis.clock.time(content.moment))</text>

      """
    return Picture(
      id: id, title: "\(queue.id) on \(axis.clock.zone.day(at: content.moment).shortName)",
      description: """
        Contacts per interval of \(content.grid.slot): what came until \
        \(axis.clock.time(content.moment)) as a line, what was expected as a broken line in a pale \
        band, what is expected of the rest of the day now as a line in a darker band. Bands hold four \
        of five cases. The table below has every value.
        """,
      width: axis.width + 1, height: bottom + 1, names: values.labels, drawing: drawing,
      hover: .init(
        slot: content.grid.slot.hours * axis.pixelsPerHour, band: nil, top: TimeAxis.height))
  }

  private func middle(of index: Int) -> Double {
    (axis.x(content.grid.start(of: index)) + axis.x(content.grid.start(of: index + 1))) / 2
  }

  private func band(_ name: String, _ slots: [Int], of bands: [Band], _ values: ValueAxis)
    -> Markup
  {
    var path = Path()
    for (position, index) in slots.enumerated() {
      let (x, y) = (middle(of: index), values.y(bands[index].high))
      if position == 0 { path.move(x, y) } else { path.line(x, y) }
    }
    for index in slots.reversed() { path.line(middle(of: index), values.y(bands[index].low)) }
    if !slots.isEmpty { path.close() }
    return "<path class='\(name)' d='\(path.data)'/>\n"
  }

  /// With a gap wherever nothing is known.
  private func line(
    _ name: String, _ slots: [Int], _ values: ValueAxis, _ value: (Int) -> Double
  ) -> Markup {
    var path = Path()
    var isDrawing = false
    for index in slots {
      guard value(index).isFinite else {
        isDrawing = false
        continue
      }
      let (x, y) = (middle(of: index), values.y(value(index)))
      if isDrawing { path.line(x, y) } else { path.move(x, y) }
      isDrawing = true
    }
    return "<path class='\(name)' d='\(path.data)'/>\n"
  }

  /// Every value: a row an interval.
  func table() -> Table {
    var table = Table(
      "Contacts of \(queue.id) per interval",
      columns: [
        .times("Interval"), .figures("Came"), .figures("Before"), .figures("10 %"),
        .figures("90 %"), .figures("Now"), .figures("10 %"), .figures("90 %"),
      ])
    for index in slots {
      let (before, after) = (queue.before[index], queue.after[index])
      let isRest = content.grid.start(of: index + 1) > content.moment
      let now = isRest ? [after.expected, after.low, after.high] : [.nan, .nan, .nan]
      table.add(
        [
          Table.Cell(axis.clock.time(content.grid.start(of: index))),
          Table.Cell(Figures.number(queue.actual[index])),
        ]
          + ([before.expected, before.low, before.high] + now).map {
            Table.Cell(Figures.number($0, decimals: 1))
          })
    }
    return table
  }
}
