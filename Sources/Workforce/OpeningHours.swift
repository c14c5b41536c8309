package import Timeline

/// When a queue is open: hours of a local week.
package struct OpeningHours: Hashable, Sendable {
  /// A stretch of the local clock on one weekday; `to` may be 24:00.
  package struct Span: Hashable, Sendable {
    package let weekday: Weekday
    package let from: LocalTime
    package let to: LocalTime

    package init(weekday: Weekday, from: LocalTime, to: LocalTime) {
      self.weekday = weekday
      self.from = from
      self.to = to
    }
  }

  package let zone: Zone
  package let spans: [Span]

  package init(zone: Zone, spans: [Span]) {
    self.zone = zone
    self.spans = spans
  }

  package static func always(in zone: Zone) -> OpeningHours {
    OpeningHours(
      zone: zone,
      spans: Weekday.allCases.map { Span(weekday: $0, from: .midnight, to: .endOfDay) })
  }

  /// Open on every weekday around the clock.
  package var isAlways: Bool {
    Weekday.allCases.allSatisfy { day in
      spans.contains { $0.weekday == day && $0.from == .midnight && $0.to == .endOfDay }
    }
  }

  /// The open stretches of a local date in absolute time, in order.
  ///
  /// A stretch up to 24:00 reaches the start of the next date, whatever the clock does in between.
  package func intervals(on day: LocalDay) -> [Interval] {
    spans.filter { $0.weekday == day.weekday }
      .sorted { $0.from < $1.from }
      .compactMap { span in
        let start = span.from == .midnight ? zone.start(of: day) : zone.instant(day, span.from)
        let end = span.to == .endOfDay ? zone.start(of: day + 1) : zone.instant(day, span.to)
        return start < end ? Interval(start: start, end: end) : nil
      }
  }

  /// Whether the start of each slot of a grid lies within the opening hours, except on `closedDays`
  /// (local dates of this zone).
  package func mask(on grid: Grid, closedOn isClosed: (LocalDay) -> Bool = { _ in false }) -> [Bool]
  {
    var mask = Array(repeating: false, count: grid.count)
    guard grid.count > 0 else { return mask }
    for day in zone.day(at: grid.start) - 1...zone.day(at: grid.end) + 1 where !isClosed(day) {
      for interval in intervals(on: day) {
        // The first slot that starts at or after the opening, up to the last before the closing.
        let first = grid.firstIndex(startingAtOrAfter: interval.start)
        let last = grid.firstIndex(startingAtOrAfter: interval.end)
        for index in first..<max(first, last) { mask[index] = true }
      }
    }
    return mask
  }
}

extension Grid {
  /// The first slot that starts at or after a moment, ``count`` where none does.
  fileprivate func firstIndex(startingAtOrAfter instant: Instant) -> Int {
    let seconds = instant.seconds - start.seconds
    let slotSeconds = 60 * slot.count
    return min(count, max(0, (seconds + slotSeconds - 1) / slotSeconds))
  }
}
