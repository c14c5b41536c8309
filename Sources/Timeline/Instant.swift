/// A moment in absolute time, to the second.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time).
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  package static func + (instant: Instant, minutes: Minutes) -> Instant {
    Instant(seconds: instant.seconds + 60 * minutes.count)
  }
  package static func - (instant: Instant, minutes: Minutes) -> Instant {
    Instant(seconds: instant.seconds - 60 * minutes.count)
  }

  /// Whole minutes from one moment to another, rounded towards the past.
  package static func - (later: Instant, earlier: Instant) -> Minutes {
    Minutes((later.seconds - earlier.seconds).flooredQuotient(by: 60))
  }
}

extension Instant: CustomStringConvertible {
  /// The machine's form: `2026-12-07T07:00:00Z`.
  package var description: String {
    let reading = LocalReading(secondsSince1970: seconds)
    return "\(reading.day)T\(reading.time):\((reading.secondOfDay % 60).padded(to: 2))Z"
  }
}

extension Instant {
  /// Reads ISO 8601 with `Z` or an offset: `2026-12-07T07:00Z`, `2026-12-07 07:00:00+01:00`.
  ///
  /// Seconds and their fraction may be absent; a fraction is dropped. Text without `Z` or an offset
  /// is a local reading (``LocalReading``), not an instant, and gives nil here.
  package init?(_ text: some StringProtocol) {
    var scanner = ClockScanner(Array(text.utf8))
    guard let reading = scanner.localReading(), let offset = scanner.offset(), scanner.isAtEnd
    else { return nil }
    self.init(seconds: reading.secondsSince1970 - offset)
  }
}

extension Instant: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not a moment such as 2026-12-07T07:00:00Z")
    }
    self = instant
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
