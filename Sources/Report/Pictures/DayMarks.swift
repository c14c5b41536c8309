import Timeline
import Workforce

/// What sets times of a picture apart: holidays by their days, events by their hours.
///
/// Each is a tinted stripe over the plot with its name in a line below; names also show under the
/// pointer, and a name that has no room is only there.
struct DayMarks {
  enum Kind: String {
    case holiday, event
  }

  struct Mark {
    let kind: Kind
    let interval: Interval
    let name: String
  }

  /// Holidays, then events, each in order of time.
  let marks: [Mark]

  /// Pixels of a line of names.
  static let lineHeight = 15.0
  /// About what a letter of that size takes.
  private static let letter = 5.6

  /// The special days and events of a queue within an interval.
  init(of queue: Queue, in content: ReportContent, during interval: Interval) {
    let zone = queue.opening.zone
    let calendar = content.centre.calendar(queue.market)
    let holidays = calendar.holidays.compactMap { holiday -> Mark? in
      guard let shown = zone.interval(of: holiday.day).intersection(interval) else { return nil }
      return Mark(kind: .holiday, interval: shown, name: holiday.name)
    }
    let events = content.centre.events.filter { $0.queues.contains(queue.id) }
      .sorted { $0.interval.start < $1.interval.start }
      .compactMap { event -> Mark? in
        guard let shown = event.interval.intersection(interval) else { return nil }
        return Mark(kind: .event, interval: shown, name: Self.name(of: event))
      }
    marks = holidays + events
  }

  /// Lines of names below the plot: one for holidays and one for events, where there are any.
  var lines: [Kind] {
    [Kind.holiday, .event].filter { kind in marks.contains { $0.kind == kind } }
  }

  var height: Double { Self.lineHeight * Double(lines.count) }

  /// The stripes, to stand behind the values.
  func stripes(_ axis: TimeAxis, from top: Double, to bottom: Double) -> Markup {
    marks.map { mark -> Markup in
      let (start, end) = ends(of: mark, axis)
      return """
        <path class='\(mark.kind.rawValue)' d='M\(start) \(top)H\(end)V\(bottom)H\(start)z'>\
        <title>\(mark.name)</title></path>

        """
    }
    .joined()
  }

  /// The names, each at the start of its stripe, where the name before it leaves room.
  func names(_ axis: TimeAxis, below top: Double) -> Markup {
    var svg: Markup = ""
    for (line, kind) in lines.enumerated() {
      let y = top + Self.lineHeight * (Double(line) + 0.75)
      let own = marks.filter { $0.kind == kind }
      var free = 0.0
      for (index, mark) in own.enumerated() {
        let start = max(0, ends(of: mark, axis).start) + 2
        let next = index + 1 < own.count ? ends(of: own[index + 1], axis).start : axis.width
        guard start >= free, let name = Self.fitting(mark.name, next - start) else { continue }
        free = start + Self.letter * Double(name.displayWidth)
        svg += """
          <text class='mark' x='\(start)' y='\(y)'>\(name)<title>\(mark.name)</title></text>

          """
      }
    }
    return svg
  }

  /// What is marked, for those who do not see it; empty where nothing is.
  func sentence(by clock: WeekClock) -> String {
    guard !marks.isEmpty else { return "" }
    let words = marks.map { "\($0.name) (\(clock.span($0.interval)))" }
    return " Marked are \(words.joined(separator: ", "))."
  }

  private func ends(of mark: Mark, _ axis: TimeAxis) -> (start: Double, end: Double) {
    let start = axis.x(mark.interval.start)
    // An event of a quarter of an hour shall be seen as well.
    return (start, max(start + 2, axis.x(mark.interval.end)))
  }

  /// As much of a name as has room, nil where that is next to nothing.
  private static func fitting(_ name: String, _ room: Double) -> String? {
    let columns = Int(room / letter)
    if name.displayWidth <= columns { return name }
    return columns >= 6 ? name.fitted(to: columns) : nil
  }

  /// `sale +20 %: the spring catalogue`.
  private static func name(of event: Event) -> String {
    let effect =
      switch event.effect {
      case .exclude, .learn: ""
      case .factor(let factor): " \(Figures.signedPercent(factor - 1, decimals: 0))"
      }
    return event.tag + effect + (event.note.isEmpty ? "" : ": \(event.note)")
  }
}
