package import Timeline

/// A shift as its agent was told of it: its moments, the agent's zone, and what the clock there was
/// to show by the rules of that time.
package struct PublishedShift: Hashable, Sendable {
  package let shift: Shift
  /// The IANA name; a name only, since its rules may be others by now.
  package let zone: String
  package let start: ClockTime
  package let end: ClockTime

  package init(_ shift: Shift, zone: String, start: ClockTime, end: ClockTime) {
    self.shift = shift
    self.zone = zone
    self.start = start
    self.end = end
  }

  /// A shift by the rules that its agent's zone has now.
  package init(_ shift: Shift, in zone: Zone) {
    self.init(
      shift, zone: zone.identifier, start: ClockTime(at: shift.interval.start, in: zone),
      end: ClockTime(at: shift.interval.end, in: zone))
  }

  package var agent: Agent.ID { shift.agent }

  /// The moments at which the agent's clock shows the published times by the rules of now.
  ///
  /// Nil where the new rules leave nothing of the shift: its end no longer follows its start.
  package func interval(in zone: Zone) -> Interval? {
    let start = start.instant(in: zone, near: shift.interval.start)
    let end = end.instant(in: zone, near: shift.interval.end)
    return start < end ? Interval(start: start, end: end) : nil
  }

  /// Whether two shifts take the same time, by the calendar, the clock and in truth.
  func isSameTime(as other: PublishedShift) -> Bool {
    shift.day == other.shift.day && shift.interval == other.shift.interval
      && start == other.start && end == other.end
  }
}
