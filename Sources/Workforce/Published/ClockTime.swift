package import Timeline

/// What the clock of a place showed for a moment, kept beside the moment itself.
///
/// Rules of time zones change, and then the two no longer belong together: people live by the first,
/// plans by the second.
package struct ClockTime: Hashable, Sendable {
  package let reading: LocalReading
  /// Which of the two is meant where the clock showed the reading twice.
  package let pass: Zone.Repetition?

  package init(reading: LocalReading, pass: Zone.Repetition? = nil) {
    self.reading = reading
    self.pass = pass
  }

  /// What a zone's clock shows at a moment.
  package init(at instant: Instant, in zone: Zone) {
    let reading = zone.reading(at: instant)
    var pass: Zone.Repetition?
    if case .twice(let first, _) = zone.occurrence(of: reading) {
      pass = instant == first ? .first : .second
    }
    self.init(reading: reading, pass: pass)
  }

  /// The moment at which a zone's clock shows this, by the rules that the zone has now.
  ///
  /// Where the clock has come to show the reading twice and it was not said which is meant, it is the
  /// one nearer to the moment that was promised. A reading that has come to be skipped is taken with
  /// the offset before the gap (RFC 5545, section 3.3.5).
  package func instant(in zone: Zone, near promised: Instant) -> Instant {
    guard case .twice(let first, let second) = zone.occurrence(of: reading) else {
      return zone.instant(of: reading)
    }
    switch pass {
    case .first: return first
    case .second: return second
    case nil:
      let isFirstNearer =
        abs(first.seconds - promised.seconds) <= abs(second.seconds - promised.seconds)
      return isFirstNearer ? first : second
    }
  }
}
