import Timeline
import Workforce

extension Gantt {
  private static let rowHeight = 20.0
  private static let headingHeight = 22.0
  private static let barHeight = 13.0
  private static let barTop = 3.5
  /// Letters of a name for which there is room.
  private static let nameLength = 19

  func picture(id: String, title: String, axis: TimeAxis) -> Picture {
    var y = TimeAxis.height
    var names: Markup = ""
    var headings: Markup = ""
    var bars: Markup = ""
    for group in groups {
      // The heading starts over the names and runs on above the bars.
      headings += "<path class='group' d='M0 \(y)h\(axis.width)v\(Self.headingHeight)H0z'/>\n"
      names += "<path class='group' d='M0 \(y)h\(Picture.namesWidth)v\(Self.headingHeight)H0z'/>"
      names += "<text class='grouplabel' x='0' y='\(y + 15)'>"
      let heading = group.team.map { "\(group.site) · \($0)" } ?? group.site.rawValue
      names += "\(heading.fitted(to: Self.nameLength))<title>\(group.heading)</title></text>\n"
      let about =
        "\(group.clockName(during: week.interval)), \(counted(group.rows.count, "agent", "agents"))"
      headings += "<text class='zonelabel' x='6' y='\(y + 15)'>\(about)</text>\n"
      y += Self.headingHeight
      for row in group.rows {
        names += "<text x='0' y='\(y + 14)'>\(shortName(of: row.agent, in: group))"
        names += "<title>\(row.label(in: group)), \(row.agent.id.rawValue)</title></text>\n"
        bars += "<g transform='translate(0 \(y + Self.barTop))'>"
        bars += "<path class='row' d='M0 \(Self.rowHeight - Self.barTop)h\(axis.width)'/>\n"
        bars += timeOff(of: row.agent, axis: axis)
        for shift in row.shifts { bars += bar(shift, of: row.agent, axis: axis) }
        bars += "</g>\n"
        y += Self.rowHeight
      }
    }
    return Picture(
      id: id, title: title,
      description: """
        A row for each agent and a bar for each shift, with the breaks cut into it, by the clock of \
        \(axis.clock.zone). The table below has the shifts by each agent's own clock.
        """,
      width: axis.width + 1, height: y + 1, names: names,
      drawing: headings + axis.markup(height: y - TimeAxis.height) + bars)
  }

  /// The name, with the abbreviation of the agent's zone where it is not the group's.
  private func shortName(of agent: Agent, in group: Group) -> String {
    guard agent.zone != group.zone else { return agent.name.fitted(to: Self.nameLength) }
    let zone = " (\(agent.zone.abbreviation(at: week.interval.start)))"
    return agent.name.fitted(to: Self.nameLength - zone.count) + zone
  }

  /// A shift; where it reaches past the edge of the picture, an arrow says so.
  private func bar(_ shift: Shift, of agent: Agent, axis: TimeAxis) -> Markup {
    guard let inView = shift.interval.intersection(axis.interval) else { return .empty }
    let (left, right) = (axis.x(inView.start), axis.x(inView.end))
    let sentences = broken(by: shift).map(\.sentence)
    var classes: Markup = shift.touchesNight(in: agent.zone) ? "work night" : "work"
    if !sentences.isEmpty { classes += " broken" }
    let title = ([shift.words(for: agent)] + sentences).joined(separator: " — ")
    var svg: Markup = "<g><title>\(title)</title>"
    svg += "<path class='\(classes)' d='\(Self.block(from: left, to: right))'/>"
    for kind in Activity.Kind.allCases {
      let parts = shift.breaks.filter { $0.kind == kind }
        .compactMap { $0.interval.intersection(axis.interval) }
      guard !parts.isEmpty else { continue }
      // A rest takes the lower half of the bar, so that it is not told from a meal by colour alone.
      let top = kind == .rest ? Self.barHeight / 2 : 0
      let blocks = parts.map { Self.block(from: axis.x($0.start), to: axis.x($0.end), top: top) }
      svg += "<path class='\(kind.style)' d='\(blocks)'/>"
    }
    svg += label(shift, of: agent, inView: inView, axis: axis)
    if shift.interval.start < axis.interval.start {
      svg += "<path class='more' d='M\(left + 5) 2l-4 4.5 4 4.5z'/>"
    }
    if shift.interval.end > axis.interval.end {
      svg += "<path class='more' d='M\(right - 5) 2l4 4.5-4 4.5z'/>"
    }
    return svg + "</g>\n"
  }

  /// The outline of a block of the bar's height, or of what is left of it below `top`.
  private static func block(from left: Double, to right: Double, top: Double = 0) -> Markup {
    "M\(left) \(top)H\(right)V\(barHeight)H\(left)z"
  }

  /// Start and end by the agent's own clock, where there is room before the first break.
  private func label(
    _ shift: Shift, of agent: Agent, inView: Interval, axis: TimeAxis
  ) -> Markup {
    let text = WeekClock(zone: agent.zone).times(shift.interval)
    let isCut = shift.interval.start < inView.start
    let left = axis.x(inView.start) + (isCut ? 9 : 4)
    let firstBreak = shift.breaks.first { $0.interval.end > inView.start }
    let room = axis.x(min(inView.end, firstBreak?.interval.start ?? inView.end)) - left
    guard room >= Double(6 * text.count) else { return .empty }
    return "<text class='times' x='\(left)' y='10'>\(text)</text>"
  }

  private func timeOff(of agent: Agent, axis: TimeAxis) -> Markup {
    let entries = centre.timeOff.filter {
      $0.agent == agent.id && $0.state == .approved && $0.from <= $0.to
    }
    var svg: Markup = ""
    for entry in entries {
      let days = Interval(
        start: agent.zone.start(of: entry.from), end: agent.zone.start(of: entry.to + 1))
      guard let part = days.intersection(axis.interval) else { continue }
      let (left, right) = (axis.x(part.start) + 1, axis.x(part.end) - 1)
      guard left < right else { continue }
      svg += "<path class='off' d='\(Self.block(from: left, to: right))'/>"
      svg += "<text class='offlabel' x='\(left + 4)' y='10'>\(entry.kind.rawValue)</text>\n"
    }
    return svg
  }

  private func broken(by shift: Shift) -> [Violation] {
    violations.filter { violation in
      violation.agent == shift.agent
        && (violation.interval.map { $0.overlaps(shift.interval) } ?? false)
    }
  }

  static var legend: Markup {
    """
    <p class='legend'><span class='key'><i class='sw work'></i>shift</span>\
    <span class='key'><i class='sw work night'></i>shift that touches the night (00:00–05:00)</span>\
    <span class='key'><i class='sw meal'></i>meal</span>\
    <span class='key'><i class='sw rest'></i>rest</span>\
    <span class='key'><i class='sw meeting'></i>meeting, training</span>\
    <span class='key'><i class='sw off'></i>time off</span>\
    <span class='key'><i class='sw work broken'></i>breaks a hard rule</span></p>

    """
  }

  /// Every shift by its agent's own clock: a row an agent, a column a day.
  var table: Table {
    let days = week.days.map { Table.Column.words($0.shortName) }
    var table = Table(
      "Shifts and breaks by each agent's own clock",
      columns: [.words("Agent"), .words("Id"), .words("Site"), .words("Clock"), .figures("Paid")]
        + days)
    for row in groups.flatMap(\.rows) {
      let clock = WeekClock(zone: row.agent.zone)
      let paid = row.shifts.reduce(0) { $0 + $1.paid.hours }
      let cells = week.days.map { day -> Table.Cell in
        let shifts = row.shifts.filter { $0.day == day }
        if shifts.isEmpty {
          let off = centre.timeOff.first {
            $0.agent == row.agent.id && $0.state == .approved && $0.covers(day)
          }
          return Table.Cell(off?.kind.rawValue ?? Figures.unknown)
        }
        return Table.Cell(shifts.map { $0.times(by: clock) }.joined(separator: "; "))
      }
      table.add(
        [
          Table.Cell(row.agent.name), Table.Cell(row.agent.id.rawValue),
          Table.Cell(row.agent.site.rawValue), Table.Cell(row.agent.zone.identifier),
          Table.Cell(Figures.hours(paid)),
        ] + cells)
    }
    return table
  }
}

extension Shift {
  /// `06:00–14:30, meal 10:00–10:30`.
  func times(by clock: WeekClock) -> String {
    let pauses = breaks.map { "\($0.kind.rawValue) \(clock.times($0.interval))" }
    return ([clock.times(interval)] + pauses).joined(separator: ", ")
  }

  /// `Ada Lovelace, Mon 7 Dec 06:00–14:30 (Europe/Vienna), meal 10:00–10:30`.
  fileprivate func words(for agent: Agent) -> String {
    let clock = WeekClock(zone: agent.zone)
    let pauses = breaks.map { ", \($0.kind.rawValue) \(clock.times($0.interval))" }
    return "\(agent.name), \(clock.span(interval)) (\(agent.zone))\(pauses.joined())"
  }

  /// Whether some of it lies between 00:00 and 05:00 on the agent's clock, as contracts count nights.
  fileprivate func touchesNight(in zone: Zone) -> Bool {
    let night = LocalTime(minutes: 5 * 60)
    let days = zone.day(at: interval.start)...zone.day(at: interval.end)
    return days.contains { day in
      let (midnight, morning) = (zone.start(of: day), zone.instant(day, night))
      return midnight < morning && interval.overlaps(Interval(start: midnight, end: morning))
    }
  }
}

extension Activity.Kind {
  fileprivate var style: Markup {
    switch self {
    case .work: "work"
    case .rest: "rest"
    case .meal: "meal"
    case .meeting, .training: "meeting"
    }
  }
}
