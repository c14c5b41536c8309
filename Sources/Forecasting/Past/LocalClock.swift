package import Timeline
package import Workforce

/// A queue's wall clock, cut into equal slots of the local day.
///
/// People call at nine by their own clock, whatever the sun or the log file says, so all patterns
/// are learnt and applied in slots of the local day. The slots are so short that each is wholly open
/// or closed and that slots of the history begin with one of them, also after a change of the clock.
package struct LocalClock: Sendable {
  /// A part of a stretch of time that lies within one slot of one local day.
  package struct Piece {
    package let day: LocalDay
    /// 0 for the slot that begins at midnight.
    package let slot: Int
    package let start: Instant
    package let seconds: Int
  }

  package let zone: Zone
  package let slot: Minutes
  /// Whether a slot is open, by `7 x slotsPerDay` with Monday first, holidays not considered.
  package let isOpen: [Bool]
  private let segments: [Segment]

  /// A stretch without change of the clock.
  private struct Segment {
    let start: Int
    let end: Int
    let offset: Int
  }

  package var slotsPerDay: Int { 1440 / slot.count }

  /// Slots shorter than this, in minutes, are learnt from together: they hold too little each.
  static let leastSlot = 15

  /// The clock of opening hours, good for the moments of a span, for a history on `source`.
  package init(of opening: OpeningHours, over span: Interval, source: Grid) {
    zone = opening.zone
    var segments: [Segment] = []
    var start = span.start
    for change in zone.transitions(in: span) where change.instant > start {
      segments.append(
        Segment(
          start: start.seconds, end: change.instant.seconds, offset: zone.offset(at: start)))
      start = change.instant
    }
    segments.append(
      Segment(start: start.seconds, end: span.end.seconds, offset: zone.offset(at: start)))
    self.segments = segments

    let alignments = segments.map { ($0.offset + source.start.seconds) / 60 }
    let edges = opening.spans.flatMap { [$0.from.minutes, $0.to.minutes] }
    let wanted =
      Self.leastSlot.isMultiple(of: source.slot.count) ? Self.leastSlot : source.slot.count
    let common = (alignments + edges).reduce(greatestCommonDivisor(60, wanted)) {
      greatestCommonDivisor($0, $1)
    }
    // Finer than five minutes a slot holds next to nothing; what is not aligned is split in shares.
    let slot = common >= 5 ? common : 5
    self.slot = Minutes(slot)
    let perDay = 1440 / slot
    var isOpen = Array(repeating: false, count: 7 * perDay)
    for span in opening.spans {
      let first = (span.from.minutes + slot - 1) / slot
      let last = (span.to.minutes + slot - 1) / slot
      for index in first..<max(first, last) {
        isOpen[span.weekday.index * perDay + index] = true
      }
    }
    self.isOpen = isOpen
  }

  /// Cuts an interval at the borders of local slots and at changes of the clock, in order of time.
  package func forEachPiece(of interval: Interval, _ body: (Piece) -> Void) {
    let slotSeconds = 60 * slot.count
    var second = interval.start.seconds
    while second < interval.end.seconds {
      let segment = segments.last { $0.start <= second } ?? segments[0]
      let local = LocalReading(secondsSince1970: second + segment.offset)
      var end = min(interval.end.seconds, second + slotSeconds - local.secondOfDay % slotSeconds)
      if segment.end > second { end = min(end, segment.end) }
      body(
        Piece(
          day: local.day, slot: local.secondOfDay / slotSeconds, start: Instant(seconds: second),
          seconds: end - second))
      second = end
    }
  }

  /// How many slots of a date are open, holidays not considered; at least 1.
  package func openSlots(on day: LocalDay) -> Int {
    let first = day.weekday.index * slotsPerDay
    return max(1, isOpen[first..<first + slotsPerDay].count { $0 })
  }

  package func isOpen(_ piece: Piece) -> Bool {
    isOpen[piece.day.weekday.index * slotsPerDay + piece.slot]
  }
}

extension Weekday {
  /// 0 for Monday to 6 for Sunday.
  var index: Int { number - 1 }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (abs(a), abs(b))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
