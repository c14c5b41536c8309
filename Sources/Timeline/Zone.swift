/// A place's clock: what its wall clocks show at any moment.
///
/// Answers come from compiled IANA rules that were read from a ``ZoneDatabase``; two zones are equal
/// when they have the same name and the same rules.
package struct Zone: Hashable, Sendable {
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
    rules.observance(at: instant.seconds).offset
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
    // No offset exceeds 26 hours, so the rules in force around the reading are all found in this
    // window, also where two changes follow each other within days.
    let window = local - 93_600..<local + 93_600
    let changes = rules.transitions(in: window)
    var offsets = [rules.observance(at: window.lowerBound).offset]
    offsets += changes.map(\.after.offset)
    var found: [Int] = []
    for offset in offsets where !found.contains(local - offset) {
      if rules.observance(at: local - offset).offset == offset { found.append(local - offset) }
    }
    found.sort()
    if let first = found.first, let last = found.last {
      return first == last
        ? .once(Instant(seconds: first))
        : .twice(first: Instant(seconds: first), second: Instant(seconds: last))
    }
    for change in changes {
      let gap = change.second + change.before.offset..<change.second + change.after.offset
      if gap.contains(local) {
        return .never(
          skippedAt: Instant(seconds: change.second), offsetBefore: change.before.offset)
      }
    }
    preconditionFailure("a reading that no offset explains lies in a gap of \(identifier)")
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
    switch occurrence(of: LocalReading(day, .midnight)) {
    case .once(let instant), .twice(let instant, _): instant
    case .never(let change, _): change
    }
  }

  /// A local date as absolute time: 23, 24 or 25 hours, and none for a date that was skipped.
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
    rules.transitions(in: interval.start.seconds..<interval.end.seconds).map { change in
      Transition(
        instant: Instant(seconds: change.second),
        offsetBefore: change.before.offset,
        offsetAfter: change.after.offset,
        isDaylightAfter: change.after.isDaylight,
        abbreviationAfter: change.after.abbreviation)
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

extension Zone: CustomStringConvertible {
  package var description: String { identifier }
}
