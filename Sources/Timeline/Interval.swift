/// A stretch of absolute time, `[start, end)`.
package struct Interval: Hashable, Sendable, Codable {
  package let start: Instant
  package let end: Instant

  package init(start: Instant, end: Instant) {
    precondition(start <= end, "an interval does not end before it starts")
    self.start = start
    self.end = end
  }

  package init(start: Instant, length: Minutes) {
    self.init(start: start, end: start + length)
  }

  package var length: Minutes { end - start }
  package var isEmpty: Bool { start == end }

  package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

  package func overlaps(_ other: Interval) -> Bool { start < other.end && other.start < end }

  /// The common part, or nil where the two only touch or lie apart.
  package func intersection(_ other: Interval) -> Interval? {
    guard overlaps(other) else { return nil }
    return Interval(start: max(start, other.start), end: min(end, other.end))
  }
}

extension Interval: CustomStringConvertible {
  package var description: String { "\(start)/\(end)" }
}
