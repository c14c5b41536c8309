import Timeline

/// Where a zone's clock shows readings twice or never, over the span of a file.
///
/// A zone can answer that for any reading; over millions of rows in order of time a walk along the few
/// changes is far quicker.
struct BareClock {
  let zone: Zone
  /// Half-open stretches of readings in seconds, in order.
  private let skipped: [Range<Int>]
  private let repeated: [Range<Int>]

  /// The changes of the clock among readings of a span, which may be as wide as it likes.
  init(_ zone: Zone, readings span: ClosedRange<Int>) {
    self.zone = zone
    // Local time and absolute time are never further apart than a day.
    let interval = Interval(
      start: Instant(seconds: span.lowerBound - 86_400),
      end: Instant(seconds: span.upperBound + 86_400))
    var skipped: [Range<Int>] = []
    var repeated: [Range<Int>] = []
    for change in zone.transitions(in: interval) {
      let before = change.instant.seconds + change.offsetBefore
      let after = change.instant.seconds + change.offsetAfter
      if before < after { skipped.append(before..<after) }
      if after < before { repeated.append(after..<before) }
    }
    self.skipped = skipped
    self.repeated = repeated
  }

  /// Whether the clock never shows a reading.
  func skips(_ reading: Int) -> Bool { BareClock.holds(skipped, reading) }

  /// Whether the clock shows a reading twice.
  func repeats(_ reading: Int) -> Bool { BareClock.holds(repeated, reading) }

  private static func holds(_ stretches: [Range<Int>], _ reading: Int) -> Bool {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].upperBound <= reading { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && stretches[low].contains(reading)
  }
}
