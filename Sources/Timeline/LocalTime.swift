/// A time on the wall clock, in whole minutes after local midnight: 0 to 1440.
///
/// 24:00 is the end of a day; it reads as 00:00 of the next one.
package struct LocalTime: Hashable, Comparable, Sendable, Codable {
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
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// Reads `07:05` up to `24:00`; whole minutes only.
  package init?(_ text: some StringProtocol) {
    var scanner = ClockScanner(Array(text.utf8))
    guard let second = scanner.secondOfDay(), scanner.isAtEnd, second % 60 == 0 else { return nil }
    self.init(minutes: second / 60)
  }
}

/// What a wall clock and calendar show together, to the second; an instant only with a ``Zone``.
package struct LocalReading: Hashable, Comparable, Sendable {
  package let day: LocalDay
  /// 0 to 86,400.
  package let secondOfDay: Int

  package init(day: LocalDay, secondOfDay: Int) {
    self.day = day
    self.secondOfDay = secondOfDay
  }

  package init(_ day: LocalDay, _ time: LocalTime) {
    self.init(day: day, secondOfDay: 60 * time.minutes)
  }

  /// The minute shown, seconds dropped.
  package var time: LocalTime { LocalTime(minutes: secondOfDay / 60) }

  /// Seconds since 1970-01-01 00:00 on the same clock.
  package var secondsSince1970: Int { day.daysSince1970 * 86_400 + secondOfDay }

  package init(secondsSince1970 seconds: Int) {
    self.init(
      day: LocalDay(daysSince1970: seconds.flooredQuotient(by: 86_400)),
      secondOfDay: seconds.flooredRemainder(by: 86_400))
  }

  package static func < (left: LocalReading, right: LocalReading) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}

extension LocalReading: CustomStringConvertible {
  /// `2026-12-07 07:05`.
  package var description: String { "\(day) \(time)" }

  /// Reads a stamp without zone: `2026-12-07T07:05`, `2026-12-07 07:05:00`.
  package init?(_ text: some StringProtocol) {
    var scanner = ClockScanner(Array(text.utf8))
    guard let reading = scanner.localReading(), scanner.isAtEnd else { return nil }
    self = reading
  }
}
