import Timeline
import Workforce

extension HeatMap {
  private static let rowHeight = 24.0

  /// The class of a level: `u3` is far under, `o1` a little over, `n` neither.
  static func style(of level: Int) -> Markup {
    level == 0 ? "n" : level < 0 ? "u\(-level)" : "o\(level)"
  }

  /// The map over a week; `closed` has for each row the slots in which its queue is closed, or nil.
  func picture(id: String, axis: TimeAxis, closed: [[Bool]?]) -> Picture {
    let height = Double(rows.count) * Self.rowHeight
    var names: Markup = ""
    var drawing = Self.hatches
    for (index, row) in rows.enumerated() {
      let y = TimeAxis.height + (Double(index) + 0.5) * Self.rowHeight
      let name = row.name.fitted(to: 19)
      names += "<text x='0' y='\(y + 4)'>\(name)<title>\(row.name)</title></text>\n"
      drawing += cells(of: row, y: y, axis: axis, closed: closed[index])
    }
    drawing += axis.markup(height: height)
    return Picture(
      id: id, title: "Cover of each queue over the week",
      description: """
        A row for each queue and a cell for each interval: hatched orange where agents are missing, \
        plain blue where there are more than required. The table below has every value.
        """,
      width: axis.width + 1, height: TimeAxis.height + height + 1, names: names, drawing: drawing,
      hover: .init(
        slot: coverage.grid.slot.hours * axis.pixelsPerHour, band: Self.rowHeight,
        top: TimeAxis.height))
  }

  /// One stroke a level: runs are dashes of it, as wide as the row is high.
  private func cells(of row: Row, y: Double, axis: TimeAxis, closed: [Bool]?) -> Markup {
    let grid = coverage.grid
    func x(_ index: Int) -> Double { axis.x(grid.start(of: index)) }
    var svg: Markup = "<path class='cell n' d='M0 \(y)h\(axis.width)'/>"
    if let closed {
      var path = Path()
      for slots in closed.runs(ofAlike: ==) where closed[slots.lowerBound] {
        path.move(x(slots.lowerBound), y)
        path.line(x(slots.upperBound), y)
      }
      if closed.contains(true) { svg += "<path class='cell shut' d='\(path.data)'/>" }
    }
    for level in -4...4 where level != 0 {
      var path = Path()
      for run in row.runs where run.level == level {
        path.move(x(run.slots.lowerBound), y)
        path.line(x(run.slots.upperBound), y)
      }
      guard row.runs.contains(where: { $0.level == level }) else { continue }
      svg += "<path class='cell \(Self.style(of: level))' d='\(path.data)'/>"
    }
    for run in row.runs where run.level != 0 {
      let width = x(run.slots.upperBound) - x(run.slots.lowerBound)
      let text = Figures.signed(run.peak, decimals: abs(run.peak) < 10 ? 1 : 0)
      guard width >= Double(6 * text.count + 4) else { continue }
      let middle = x(run.slots.lowerBound) + width / 2
      svg +=
        "<text class='peak p\(Self.style(of: run.level))' x='\(middle)' y='\(y + 3.5)'>\(text)</text>"
    }
    return svg + "\n"
  }

  /// Oblique lines over orange, closer the more is missing.
  private static var hatches: Markup {
    var svg: Markup = "<defs>"
    for level in 1...4 {
      let pitch = 8 - level
      svg += """
        <pattern id='h\(level)' patternUnits='userSpaceOnUse' width='\(pitch)' height='\(pitch)' \
        patternTransform='rotate(45)'><path class='fu\(level)' d='M0 0h\(pitch)v\(pitch)h-\(pitch)z'/>\
        <path class='hatch' d='M0 0V\(pitch)'/></pattern>
        """
    }
    return svg + "</defs>\n"
  }

  /// Colours and hatches with the numbers they stand for.
  var legend: Markup {
    var html: Markup = "<p class='legend'><span class='side'>agents missing</span>"
    for level in -4...4 {
      if level == 0 {
        html += "<span class='key'><i class='sw n'></i>\(meaning(of: 0))</span>"
        continue
      }
      let style = Self.style(of: level)
      html += "<span class='key'><i class='sw \(style)'></i>\(meaning(of: level))</span>"
    }
    return html + "<span class='side'>agents to spare</span>"
      + "<span class='key'><i class='sw shut'></i>closed</span></p>\n"
  }

  /// Every value: a row an interval, a column a queue.
  func table(slotNames: [String]) -> Table {
    let columns = [.times("Interval")] + rows.map { Table.Column.figures($0.name) }
    var table = Table(
      "Agents serving minus agents required, and agents idle, per interval", columns: columns)
    for slot in coverage.grid.indices {
      table.add(
        [Table.Cell(slotNames[slot])]
          + rows.map { Table.Cell(Figures.signed($0.differences[slot], decimals: 2)) })
    }
    return table
  }
}
