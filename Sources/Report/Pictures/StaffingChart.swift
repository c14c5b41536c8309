import Timeline
import Workforce

/// Agents required by all queues, stacked, under the line of agents on duty.
struct StaffingChart {
  let coverage: Coverage
  /// Sums of the first queues' requirements, a line a queue: the upper edges of the stack.
  private let edges: [[Double]]

  private static let height = 140.0
  /// How many fills there are; further queues use them again, lighter.
  static let fills = 8

  init(_ coverage: Coverage) {
    self.coverage = coverage
    var sum = Array(repeating: 0.0, count: coverage.grid.count)
    edges = coverage.queues.map { queue in
      for slot in sum.indices { sum[slot] += queue.required[slot] }
      return sum
    }
  }

  /// The part of the chart that an axis shows.
  ///
  /// It is hovering where the table of the same slots stands below it, for the script to read.
  func picture(id: String, axis: TimeAxis, isHovering: Bool = true) -> Picture {
    let grid = coverage.grid
    let slots = grid.indices.filter { grid.interval(of: $0).overlaps(axis.interval) }
    let greatest = max(edges.last?.max() ?? 0, coverage.onDuty.max() ?? 0)
    let values = ValueAxis(
      greatest: greatest, height: Self.height, offset: TimeAxis.height + 8)
    func steps(_ series: [Double]) -> Path {
      .steps(
        slots.map { slot in
          (
            from: max(0, axis.x(grid.start(of: slot))),
            to: min(axis.width, axis.x(grid.start(of: slot + 1))), y: values.y(series[slot])
          )
        })
    }
    // The whole stack first, then what is left of it without the last queue, and so on.
    var drawing: Markup = ""
    for (index, edge) in edges.enumerated().reversed() where !slots.isEmpty {
      var path = steps(edge)
      path.line(axis.width, values.y(0))
      path.line(0, values.y(0))
      path.close()
      drawing += "<path class='fill q\(index % Self.fills)' d='\(path.data)'/>\n"
    }
    drawing += values.lines(width: axis.width) + axis.markup(height: Self.height + 8)
    drawing += "<path class='duty' d='\(steps(coverage.onDuty).data)'/>\n"
    return Picture(
      id: id, title: "Agents required and on duty",
      description: """
        Agents required, stacked by queue, and agents on duty, breaks not counted, as a line. The \
        table below has every value.
        """,
      width: axis.width + 1, height: TimeAxis.height + Self.height + 12, names: values.labels,
      drawing: drawing,
      hover: isHovering
        ? .init(slot: grid.slot.hours * axis.pixelsPerHour, band: nil, top: TimeAxis.height) : nil)
  }

  /// Fills in the order of the stack.
  var legend: Markup {
    var html: Markup = "<p class='legend'><span class='key'><i class='sw duty'></i>on duty</span>"
    html += "<span class='side'>required, from the bottom:</span>"
    for (index, queue) in coverage.queues.enumerated() {
      html += "<span class='key'><i class='sw q\(index % Self.fills)'></i>"
      html += "\(Markup.name(queue.queue.rawValue))</span>"
    }
    return html + "</p>\n"
  }

  /// Every value: a row an interval.
  func table(slotNames: [String]) -> Table {
    let columns = coverage.queues.map { Table.Column.figures($0.queue.rawValue) }
    var table = Table(
      "Agents required by each queue and agents on duty, per interval",
      columns: [.times("Interval"), .figures("On duty"), .figures("Required")] + columns)
    for slot in coverage.grid.indices {
      let figures = [coverage.onDuty[slot], edges.last?[slot] ?? 0]
      let values = figures + coverage.queues.map { $0.required[slot] }
      table.add(
        [Table.Cell(slotNames[slot])] + values.map { Table.Cell(Figures.number($0, decimals: 2)) })
    }
    return table
  }
}
