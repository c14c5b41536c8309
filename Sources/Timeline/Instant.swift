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
    let day = LocalDay(daysSince1970: seconds.flooredQuotient(by: 86_400))
    let second = seconds.flooredRemainder(by: 86_400)
    let time = LocalTime(minutes: second / 60)
    return "\(day)T\(time):\(second % 60 < 10 ? "0" : "")\(second % 60)Z"
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

extension Int {
  /// Division that rounds towards minus infinity, as calendars need it before 1970.
  func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The remainder that goes with ``flooredQuotient(by:)``, never negative.
  func flooredRemainder(by divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
