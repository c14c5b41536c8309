import Timeline

/// Dates with times as iCalendar writes them (RFC 5545, 3.3.5).
enum CalendarStamp {
  /// `20261207T070000Z`.
  static func utc(_ instant: Instant) -> String {
    compact(LocalReading(secondsSince1970: instant.seconds)) + "Z"
  }

  /// `20261207T080000`: a reading of some clock.
  static func compact(_ reading: LocalReading) -> String {
    let (year, month, day) = reading.day.civil
    let second = reading.secondOfDay
    return "\(padded(year, 4))\(padded(month, 2))\(padded(day, 2))T"
      + "\(padded(second / 3600, 2))\(padded(second / 60 % 60, 2))\(padded(second % 60, 2))"
  }

  /// Reads `20261207T070000`, with or without a `Z`, as a reading.
  static func reading(_ text: some StringProtocol) -> LocalReading? {
    let bytes = Array(text.utf8)
    let length = bytes.last == UInt8(ascii: "Z") ? bytes.count - 1 : bytes.count
    guard length == 15, bytes[8] == UInt8(ascii: "T") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        let digit = byte &- .zero
        guard digit < 10 else { return nil }
        value = 10 * value + Int(digit)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(4..<6), let date = number(6..<8),
      let hour = number(9..<11), let minute = number(11..<13), let second = number(13..<15),
      hour < 24, minute < 60, second < 60,
      let day = LocalDay(year: year, month: month, day: date)
    else { return nil }
    return LocalReading(day: day, secondOfDay: 3600 * hour + 60 * minute + second)
  }

  /// Reads `20261207T070000Z`; nothing without the `Z`.
  static func instant(_ text: some StringProtocol) -> Instant? {
    guard text.hasSuffix("Z") else { return nil }
    return reading(text).map { Instant(seconds: $0.secondsSince1970) }
  }

  /// `+0530`, with seconds only where there are any.
  static func offset(_ seconds: Int) -> String {
    let size = abs(seconds)
    let rest = size % 60 > 0 ? padded(size % 60, 2) : ""
    return "\(seconds < 0 ? "-" : "+")\(padded(size / 3600, 2))\(padded(size / 60 % 60, 2))\(rest)"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
