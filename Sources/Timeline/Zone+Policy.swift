extension Zone {
  /// What to do with a wall-clock reading that does not name one moment.
  package enum Policy: Hashable, Sendable {
    /// Of two moments the first is meant; a skipped reading counts with the offset before the gap (RFC
    /// 5545, section 3.3.5, and `fold=0` of Python).
    case first
    /// Of two moments the second is meant; a skipped reading counts as with ``first``.
    case second
    /// Neither is guessed: the reading is an error.
    case refuse
  }

  /// Why a reading is no moment: it comes twice, or never.
  package struct UnclearReading: Error, Hashable, CustomStringConvertible {
    package let zone: Zone
    package let reading: LocalReading
    /// ``Occurrence/twice(first:second:)`` or ``Occurrence/never(skippedAt:offsetBefore:)``.
    package let occurrence: Occurrence

    package var description: String {
      switch occurrence {
      case .once(let instant):
        return "\(reading) in \(zone) is \(instant)"
      case .twice(let first, let second):
        return "\(reading) comes twice in \(zone), at \(first) and again at \(second); "
          + "say which is meant"
      case .never(let instant, let offset):
        let before = LocalReading(secondsSince1970: instant.seconds + offset)
        let after = zone.reading(at: instant)
        return "\(reading) never comes in \(zone), where clocks are put forward from \(before) to "
          + "\(after); write a time outside of this gap"
      }
    }
  }

  /// The moment of a wall-clock reading by a policy; only ``Policy/refuse`` throws.
  package func instant(
    of reading: LocalReading, by policy: Policy
  ) throws(UnclearReading) -> Instant {
    switch policy {
    case .first: return instant(of: reading)
    case .second: return instant(of: reading, whenRepeated: .second)
    case .refuse:
      let occurrence = occurrence(of: reading)
      guard case .once(let instant) = occurrence else {
        throw UnclearReading(zone: self, reading: reading, occurrence: occurrence)
      }
      return instant
    }
  }
}
