package import Timeline

/// How dates and times are written: in planner's words, by one zone's clock.
package struct WeekClock: Hashable, Sendable {
  package let zone: Zone

  package init(zone: Zone) {
    self.zone = zone
  }

  /// `06:15`; where the clock goes back and shows a time twice, `02:15 CEST` and `02:15 CET`.
  package func time(_ instant: Instant) -> String {
    let reading = zone.reading(at: instant)
    guard isNearChange(instant), case .twice = zone.occurrence(of: reading) else {
      return "\(reading.time)"
    }
    return "\(reading.time) \(zone.abbreviation(at: instant))"
  }

  /// Whether the offset changes within a day or so, outside of which no time comes twice: far cheaper
  /// than to search for the occurrences of every time on a page.
  private func isNearChange(_ instant: Instant) -> Bool {
    zone.offset(at: instant - .hours(26)) != zone.offset(at: instant + .hours(26))
  }

  /// `Mon 06:15`.
  package func weekdayTime(_ instant: Instant) -> String {
    "\(zone.day(at: instant).weekday.shortName) \(time(instant))"
  }

  /// The starts of all slots of a grid, as they head the rows of tables: `Mon 06:15`.
  package func slotNames(of grid: Grid) -> [String] {
    grid.indices.map { weekdayTime(grid.start(of: $0)) }
  }

  /// `Mon 7 Dec 06:15`.
  package func dayTime(_ instant: Instant) -> String {
    "\(zone.day(at: instant).shortName) \(time(instant))"
  }

  /// `06:00–14:30`, by the clock alone.
  package func times(_ interval: Interval) -> String {
    "\(time(interval.start))–\(time(interval.end))"
  }

  /// `Mon 7 Dec 06:00–14:30`, or with both days where it ends on another.
  package func span(_ interval: Interval) -> String {
    let end = zone.reading(at: interval.end)
    let sameDay = zone.day(at: interval.start) == end.day
    if sameDay { return "\(dayTime(interval.start))–\(time(interval.end))" }
    guard end.secondOfDay == 0 else {
      return "\(dayTime(interval.start)) – \(dayTime(interval.end))"
    }
    // Midnight is the end of the day before, not the start of one.
    let last = end.day - 1
    let isOneDay = zone.day(at: interval.start) == last
    return "\(dayTime(interval.start))\(isOneDay ? "–" : " – \(last.shortName) ")24:00"
  }

  /// `Europe/Vienna (CET, UTC+01:00)`; with both offsets where the clock changes within.
  package func name(during interval: Interval) -> String {
    var moments = [interval.start]
    moments += zone.transitions(in: interval).map(\.instant).filter { $0 > interval.start }
    let offsets = moments.map { moment in
      "\(zone.abbreviation(at: moment)), \(Self.offset(zone.offset(at: moment)))"
    }
    return "\(zone) (\(offsets.joined(separator: ", then ")))"
  }

  /// `UTC+05:30`.
  package static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    let sign = seconds < 0 ? "−" : "+"
    return "UTC\(sign)\(Figures.padded(minutes / 60)):\(Figures.padded(minutes % 60))"
  }
}

extension Weekday {
  /// `Mon`.
  package var shortName: String { abbreviation.prefix(1).uppercased() + abbreviation.dropFirst() }
}

extension LocalDay {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private var monthName: String { Self.months[month - 1] }

  /// `Mon 7 Dec`.
  package var shortName: String { "\(weekday.shortName) \(day) \(monthName.prefix(3))" }

  /// `7 December 2026`.
  package var longName: String { "\(day) \(monthName) \(year)" }
}

extension ClosedRange<LocalDay> {
  /// `7 – 13 December 2026`, with month and year said twice only where they differ.
  package var longName: String {
    let (first, last) = (lowerBound.longName, upperBound.longName)
    if lowerBound.year != upperBound.year { return "\(first) – \(last)" }
    if lowerBound.month != upperBound.month {
      return "\(first.prefix { $0 != " " }) \(first.split(separator: " ")[1]) – \(last)"
    }
    return "\(lowerBound.day) – \(last)"
  }
}
