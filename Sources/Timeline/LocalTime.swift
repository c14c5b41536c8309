/// A time on the wall clock, in whole minutes after local midnight: 0 to 1440.
///
/// 24:00 is the end of a day; it reads as 00:00 of the next one.
package struct LocalTime: Hashable, Comparable, Sendable {
  package let minutes: Int

  package init(minutes: Int) {
    precondition((0...1440).contains(minutes), "a local time lies between 00:00 and 24:00")
    self.minutes = minutes
  }

  package static let midnight = LocalTime(minutes: 0)
  package static let endOfDay = LocalTime(minutes: 1440)

  package static func < (left: LocalTime, right: LocalTime) -> Bool { left.minutes < right.minutes }
}

extension LocalTime: CustomStringConvertible {
  /// `07:05`.
  package var description: String {
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return "\(hour.padded(to: 2)):\(minute.padded(to: 2))"
  }

  /// Reads `07:05` up to `24:00`; whole minutes only.
  package init?(_ text: some StringProtocol) {
    var scanner = ClockScanner(Array(text.utf8))
    guard let second = scanner.secondOfDay(), scanner.isAtEnd, second % 60 == 0 else { return nil }
    self.init(minutes: second / 60)
  }
}

extension LocalTime: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let time = LocalTime(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not a time of day such as 07:05")
    }
    self = time
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
