/// A place's clock: what its wall clocks show at any moment.
///
/// Answers come from compiled IANA rules that were read from a ``ZoneDatabase``; two zones are equal
/// when they have the same name and the same rules.
package struct Zone: Sendable {
  /// The IANA name, such as `Europe/Vienna`.
  package let identifier: String
  let rules: ZoneRules

  init(identifier: String, rules: ZoneRules) {
    self.identifier = identifier
    self.rules = rules
  }

  /// Greenwich time, the same everywhere and without any file.
  package static let utc = Zone(
    identifier: "Etc/UTC", rules: .fixed(offset: 0, abbreviation: "UTC"))

  /// Seconds east of Greenwich at a moment.
  package func offset(at instant: Instant) -> Int {
    rules.offset(at: instant.seconds)
  }

  /// What the wall clock shows at a moment.
  package func reading(at instant: Instant) -> LocalReading {
    LocalReading(secondsSince1970: instant.seconds + offset(at: instant))
  }

  /// The local date at a moment.
  package func day(at instant: Instant) -> LocalDay { reading(at: instant).day }
}

extension Zone {
  /// The moments at which a wall clock shows one reading.
  package enum Occurrence: Hashable, Sendable {
    case once(Instant)
    /// The clock goes back and shows the reading twice.
    case twice(first: Instant, second: Instant)
    /// The clock is put forward past the reading, at this moment.
    case never(skippedAt: Instant, offsetBefore: Int)
  }

  /// Which of two equal readings is meant.
  package enum Repetition: Hashable, Sendable {
    case first, second
  }

  /// When the wall clock shows a reading: once, twice or never.
  package func occurrence(of reading: LocalReading) -> Occurrence {
    let local = reading.secondsSince1970
    let arrival = rules.arrival(at: local)
    var first: Int?
    if arrival.contains(local - arrival.offset) { first = local - arrival.offset }
    // The clock may go back to before the reading, and show it once more.
    var period = arrival
    while period.end <= local + ZoneRules.reach {
      period = rules.period(at: period.end)
      let second = local - period.offset
      guard period.contains(second) else { continue }
      if let first {
        return .twice(first: Instant(seconds: first), second: Instant(seconds: second))
      }
      first = second
    }
    if let first { return .once(Instant(seconds: first)) }
    return .never(
      skippedAt: Instant(seconds: arrival.start),
      offsetBefore: rules.offset(at: arrival.start - 1))
  }

  /// The moment of a wall-clock reading, by the rule of RFC 5545, section 3.3.5.
  ///
  /// Of two equal readings the first is meant unless asked otherwise; a reading that is skipped is
  /// taken with the offset before the gap, so 02:30 in a gap from 02:00 to 03:00 means 03:30.
  package func instant(
    of reading: LocalReading, whenRepeated repetition: Repetition = .first
  ) -> Instant {
    switch occurrence(of: reading) {
    case .once(let instant): instant
    case .twice(let first, let second): repetition == .first ? first : second
    case .never(_, let offset): Instant(seconds: reading.secondsSince1970 - offset)
    }
  }

  /// The moment of a time on a date; see ``instant(of:whenRepeated:)``.
  package func instant(_ day: LocalDay, _ time: LocalTime) -> Instant {
    instant(of: LocalReading(day, time))
  }

  /// The first moment of a date: midnight, or the end of the gap that swallows it.
  package func start(of day: LocalDay) -> Instant {
    let midnight = LocalReading(day, .midnight).secondsSince1970
    let arrival = rules.arrival(at: midnight)
    return Instant(seconds: max(arrival.start, midnight - arrival.offset))
  }

  /// A local date as absolute time, from its start to the next one's: mostly 24 hours, 23 or 25 where
  /// the clock changes, and empty for a date that was skipped.
  ///
  /// The dates of a zone follow each other without a hole. Where a clock goes back over midnight and
  /// shows it twice, the new date begins with the first time.
  package func interval(of day: LocalDay) -> Interval {
    Interval(start: start(of: day), end: start(of: day + 1))
  }
}

extension Zone {
  /// A change of the clock.
  package struct Transition: Hashable, Sendable {
    package let instant: Instant
    package let offsetBefore: Int
    package let offsetAfter: Int
    package let isDaylightAfter: Bool
    package let abbreviationAfter: String
  }

  /// The changes of the clock within an interval, in order.
  package func transitions(in interval: Interval) -> [Transition] {
    rules.transitions(in: interval.start.seconds..<interval.end.seconds).map { before, after in
      let observance = rules.observance(of: after)
      return Transition(
        instant: Instant(seconds: after.start),
        offsetBefore: before.offset,
        offsetAfter: after.offset,
        isDaylightAfter: observance.isDaylight,
        abbreviationAfter: observance.abbreviation)
    }
  }

  /// The abbreviation in use at a moment, such as `CET`.
  package func abbreviation(at instant: Instant) -> String {
    rules.observance(at: instant.seconds).abbreviation
  }

  /// Whether the zone keeps daylight-saving time at a moment.
  package func isDaylight(at instant: Instant) -> Bool {
    rules.observance(at: instant.seconds).isDaylight
  }
}

extension Zone: Hashable {
  package static func == (left: Zone, right: Zone) -> Bool {
    left.identifier == right.identifier && left.rules == right.rules
  }

  package func hash(into hasher: inout Hasher) {
    // One name seldom has two sets of rules at a time, so the name spreads well enough.
    hasher.combine(identifier)
  }
}

extension Zone: CustomStringConvertible {
  package var description: String { identifier }
}
