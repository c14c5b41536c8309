/// What a wall clock and calendar show together, to the second; an instant only with a ``Zone``.
package struct LocalReading: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00 on the same clock.
  package let secondsSince1970: Int

  package init(secondsSince1970 seconds: Int) {
    secondsSince1970 = seconds
  }

  /// A time of a day in seconds after its midnight.
  ///
  /// More than a day reaches into the next ones: 24:00 is the next day's 00:00, and a shift that
  /// starts at 25:30 of its day starts at 01:30 of the next.
  package init(day: LocalDay, secondOfDay: Int) {
    self.init(secondsSince1970: 86_400 * day.daysSince1970 + secondOfDay)
  }

  package init(_ day: LocalDay, _ time: LocalTime) {
    self.init(day: day, secondOfDay: 60 * time.minutes)
  }

  package var day: LocalDay {
    LocalDay(daysSince1970: secondsSince1970.flooredQuotient(by: 86_400))
  }

  /// 0 to 86,399.
  package var secondOfDay: Int { secondsSince1970.flooredRemainder(by: 86_400) }

  /// The minute shown, seconds dropped; never 24:00.
  package var time: LocalTime { LocalTime(minutes: secondOfDay / 60) }

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
