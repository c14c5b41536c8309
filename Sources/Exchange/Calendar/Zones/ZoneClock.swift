import Timeline

/// A zone's clock in one week: as a rule of one offset all the while, which answers at once.
struct ZoneClock {
  let zone: Zone
  /// The seconds in which the offset holds and no reading comes twice.
  private let calm: Range<Int>
  private let offset: Int

  init(_ zone: Zone, weekFrom firstDay: LocalDay) {
    self.zone = zone
    let midnight = 86_400 * firstDay.daysSince1970
    // Shifts begin and end some days around the week. A reading that comes twice is within a day of a
    // change of the clock, so that a change two days off does no harm.
    let span = midnight - 6 * 86_400..<midnight + 13 * 86_400
    let isCalm = zone.transitions(
      in: Interval(start: Instant(seconds: span.lowerBound), end: Instant(seconds: span.upperBound))
    ).isEmpty
    calm = isCalm ? span.lowerBound + 2 * 86_400..<span.upperBound - 2 * 86_400 : 0..<0
    offset = zone.offset(at: Instant(seconds: midnight))
  }

  /// What the clock shows at a moment.
  func reading(at instant: Instant) -> LocalReading {
    calm.contains(instant.seconds)
      ? LocalReading(secondsSince1970: instant.seconds + offset) : zone.reading(at: instant)
  }

  /// A local date as absolute time.
  func interval(of day: LocalDay) -> Interval {
    let start = 86_400 * day.daysSince1970 - offset
    return calm.contains(start) && calm.contains(start + 86_400)
      ? Interval(start: Instant(seconds: start), end: Instant(seconds: start + 86_400))
      : zone.interval(of: day)
  }

  /// Whether a reading means this moment and no other, for everybody.
  ///
  /// It does not where the clock shows it twice: clients disagree which of the two is meant. Nor does it
  /// where the rules have changed since the moment was told.
  func isPlain(_ reading: LocalReading, at instant: Instant) -> Bool {
    calm.contains(instant.seconds)
      ? instant.seconds + offset == reading.secondsSince1970
      : zone.occurrence(of: reading) == .once(instant)
  }
}
