package import Timeline
package import Workforce

/// The horizontal axis of a picture: absolute time to the right, labelled by a zone's clock.
///
/// An hour has the same width all along, so that a day of 23 or 25 hours is as much narrower or
/// wider, and its labels skip an hour or show it twice.
package struct TimeAxis: Hashable, Sendable {
  package let interval: Interval
  package let clock: WeekClock
  package let pixelsPerHour: Double
  /// Local hours that get a mark and a label.
  let labelledHours: Set<Int>

  /// Height of the labels, above which nothing else is drawn.
  static let height = 30.0

  /// Seven days side by side; 1,008 pixels where no clock changes.
  package static func week(_ week: PlanningWeek) -> TimeAxis {
    TimeAxis(
      interval: week.interval, clock: WeekClock(zone: week.zone), pixelsPerHour: 6,
      labelledHours: [6, 12, 18])
  }

  /// One local day, wide enough to see a break of a quarter of an hour.
  package static func day(_ day: LocalDay, in zone: Zone) -> TimeAxis {
    TimeAxis(
      interval: zone.interval(of: day), clock: WeekClock(zone: zone), pixelsPerHour: 42,
      labelledHours: Set(0..<24))
  }

  package var width: Double { interval.length.hours * pixelsPerHour }

  /// Pixels from the left edge, also for moments outside.
  package func x(_ instant: Instant) -> Double {
    Double(instant.seconds - interval.start.seconds) / 3600 * pixelsPerHour
  }

  /// The local dates that the axis shows, each with the part of it that is in view.
  package var days: [(day: LocalDay, interval: Interval)] {
    guard !interval.isEmpty else { return [] }
    let zone = clock.zone
    let last = zone.day(at: Instant(seconds: interval.end.seconds - 1))
    return (zone.day(at: interval.start)...last).compactMap { day in
      zone.interval(of: day).intersection(interval).map { (day, $0) }
    }
  }

  /// The moments at which the local clock shows a labelled full hour, with that hour.
  package var hours: [(hour: Int, instant: Instant)] {
    // Offsets are multiples of a quarter of an hour wherever people work in shifts.
    Grid(covering: interval, slot: Minutes(15)).indices.compactMap { index in
      let instant = interval.start + index * Minutes(15)
      let second = clock.zone.reading(at: instant).secondOfDay
      guard second.isMultiple(of: 3600), labelledHours.contains(second / 3600) else { return nil }
      return (second / 3600, instant)
    }
  }

  /// Labels on top, and lines of the given height below them.
  func markup(height: Double) -> Markup {
    let bottom = Self.height + height
    var svg: Markup = ""
    for (hour, instant) in hours {
      let x = x(instant)
      svg += "<path class='hour' d='M\(x) \(Self.height)V\(bottom)'/>"
      if pixelsPerHour > 20 || hour == 12 {
        svg += "<text class='tick' x='\(max(7, x))' y='25'>\(Figures.padded(hour))</text>"
      }
    }
    svg += "\n"
    for (day, interval) in days {
      let (x, middle) = (x(interval.start), (x(interval.start) + self.x(interval.end)) / 2)
      svg += "<path class='day' d='M\(x) 0V\(bottom)'/>"
      svg += "<text class='daylabel' x='\(middle)' y='11'>\(day.shortName)</text>\n"
    }
    return svg + "<path class='day' d='M\(width) 0V\(bottom)'/>\n"
  }
}
