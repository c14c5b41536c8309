/// Equal slots of absolute time, one after the other: the time line of a forecast, a requirement
/// or a roster.
package struct Grid: Hashable, Sendable {
  package let start: Instant
  package let slot: Minutes
  package let count: Int

  package init(start: Instant, slot: Minutes, count: Int) {
    precondition(slot.count > 0, "a slot lasts at least a minute")
    precondition(count >= 0, "a grid has no negative number of slots")
    self.start = start
    self.slot = slot
    self.count = count
  }

  /// The slots that cover an interval from its start; the last may reach past its end.
  package init(covering interval: Interval, slot: Minutes) {
    precondition(slot.count > 0, "a slot lasts at least a minute")
    let seconds = interval.end.seconds - interval.start.seconds
    let slotSeconds = 60 * slot.count
    self.init(
      start: interval.start, slot: slot, count: (seconds + slotSeconds - 1) / slotSeconds)
  }

  package var indices: Range<Int> { 0..<count }
  package var end: Instant { start + count * slot }
  package var interval: Interval { Interval(start: start, end: end) }

  /// The start of slot `index`, which may lie outside the grid.
  package func start(of index: Int) -> Instant { start + index * slot }

  package func interval(of index: Int) -> Interval {
    Interval(start: start(of: index), length: slot)
  }

  /// The slot that holds a moment, or nil outside the grid.
  package func index(of instant: Instant) -> Int? {
    let index = (instant.seconds - start.seconds).flooredQuotient(by: 60 * slot.count)
    return indices.contains(index) ? index : nil
  }
}

extension Grid: Codable {
  private enum CodingKeys: CodingKey {
    case start, slot, count
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let start = try container.decode(Instant.self, forKey: .start)
    let slot = try container.decode(Minutes.self, forKey: .slot)
    let count = try container.decode(Int.self, forKey: .count)
    // Slots of up to a year and a thousand years of minutes: far beyond any plan, and far from
    // numbers that overflow.
    guard (1...527_040).contains(slot.count), (0...525_960_000).contains(count) else {
      throw DecodingError.dataCorruptedError(
        forKey: .slot, in: container,
        debugDescription: "a time line cannot have \(count) slots of \(slot)")
    }
    self.init(start: start, slot: slot, count: count)
  }
}
