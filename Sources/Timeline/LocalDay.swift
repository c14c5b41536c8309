/// A date on the wall calendar (proleptic Gregorian), without a zone.
package struct LocalDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let daysSince1970: Int

  package init(daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// The day of these numbers, or nil where the calendar has none (2026-02-29) and beyond the year
  /// 999,999 either way.
  package init?(year: Int, month: Int, day: Int) {
    guard (-999_999...999_999).contains(year), (1...12).contains(month),
      (1...LocalDay.daysInMonth(month, of: year)).contains(day)
    else { return nil }
    self = LocalDay.first(of: month, year) + (day - 1)
  }

  /// The first day of a month (1...12).
  static func first(of month: Int, _ year: Int) -> LocalDay {
    // Days from civil: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", section
    // days_from_civil. Years begin in March, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.flooredQuotient(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return LocalDay(daysSince1970: era * 146_097 + dayOfEra - 719_468)
  }

  /// The first of January.
  package static func newYear(of year: Int) -> LocalDay { first(of: 1, year) }

  /// Year, month (1...12) and day of the month (1...31); the inverse of ``init(year:month:day:)``.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }

  /// The day's number within its year, 1 for the first of January.
  package var dayOfYear: Int { self - LocalDay.newYear(of: year) + 1 }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(daysAfterMonday: (daysSince1970 + 3).flooredRemainder(by: 7))
  }

  package static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The first day of the week that holds this day, for weeks that begin on `weekday`.
  package func startOfWeek(beginning weekday: Weekday) -> LocalDay {
    self - (self.weekday.number - weekday.number).flooredRemainder(by: 7)
  }

  package static func < (left: LocalDay, right: LocalDay) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }
  package static func + (day: LocalDay, count: Int) -> LocalDay {
    LocalDay(daysSince1970: day.daysSince1970 + count)
  }
  package static func - (day: LocalDay, count: Int) -> LocalDay {
    LocalDay(daysSince1970: day.daysSince1970 - count)
  }
  package static func - (later: LocalDay, earlier: LocalDay) -> Int {
    later.daysSince1970 - earlier.daysSince1970
  }
}

extension LocalDay: Strideable {
  package func distance(to other: LocalDay) -> Int { other - self }
  package func advanced(by count: Int) -> LocalDay { self + count }
}

extension LocalDay: CustomStringConvertible {
  /// `2026-12-07`.
  package var description: String {
    let (year, month, day) = civil
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// Reads `2026-12-07`: years of four digits, nothing else.
  package init?(_ text: some StringProtocol) {
    var scanner = ClockScanner(Array(text.utf8))
    guard let day = scanner.day(), scanner.isAtEnd else { return nil }
    self = day
  }
}

extension LocalDay: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = LocalDay(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not a date such as 2026-12-07")
    }
    self = day
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
