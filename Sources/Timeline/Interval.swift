/// A stretch of absolute time, `[start, end)`.
package struct Interval: Hashable, Sendable {
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

  /// Whole minutes; a part of a minute is dropped.
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

extension Interval: Codable {
  private enum CodingKeys: CodingKey {
    case start, end
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let start = try container.decode(Instant.self, forKey: .start)
    let end = try container.decode(Instant.self, forKey: .end)
    guard start <= end else {
      throw DecodingError.dataCorruptedError(
        forKey: .end, in: container,
        debugDescription: "an interval that starts at \(start) cannot end at \(end)")
    }
    self.init(start: start, end: end)
  }
}

extension Interval: CustomStringConvertible {
  package var description: String { "\(start)/\(end)" }
}
