/// A date of the Persian calendar (Solar Hijri, Jalali), without a zone: 1405-09-16.
///
/// A year begins with the day on which the sun passes the spring equinox before noon in Iran. From 1178
/// to 1501 (1799-03-21 to 2123-03-20) the rule of eight leap years in 33 gives the same days as the
/// equinox; beyond, the two part, and there is no `PersianDay`.
package struct PersianDay: Hashable, Sendable {
  /// Within ``years``.
  package let year: Int
  /// 1 for Farvardin to 12 for Esfand.
  package let month: Int
  /// 1 to 29, 30 or 31.
  package let day: Int

  /// The years in which leap years follow the rule.
  package static let years = 1178...1501

  /// The day of these numbers, or nil where the calendar has none (1404-12-30) and outside of
  /// ``years``.
  package init?(year: Int, month: Int, day: Int) {
    guard PersianDay.years.contains(year), (1...12).contains(month),
      (1...PersianDay.daysInMonth(month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The Persian date of a Gregorian one, or nil outside of ``years``.
  package init?(_ local: LocalDay) {
    guard PersianDay.gregorianDays.contains(local) else { return nil }
    let days = local - PersianDay.newYear(of: PersianDay.firstOfCycle)
    let cycle = days.flooredQuotient(by: PersianDay.daysInCycle)
    let dayOfCycle = days - cycle * PersianDay.daysInCycle
    // A leap year and three common ones; the last common year of a cycle is a fifth.
    let (group, dayOfGroup) = dayOfCycle.quotientAndRemainder(dividingBy: 1461)
    let yearOfGroup = max(0, dayOfGroup - 1) / 365
    let dayOfYear = dayOfGroup - 365 * yearOfGroup - (yearOfGroup > 0 ? 1 : 0)
    year = PersianDay.firstOfCycle + 33 * cycle + 4 * group + yearOfGroup
    // Six months of 31 days, then months of 30.
    let (rest, isLate) = dayOfYear < 186 ? (dayOfYear, false) : (dayOfYear - 186, true)
    month = isLate ? 7 + rest / 30 : 1 + rest / 31
    day = 1 + (isLate ? rest % 30 : rest % 31)
  }

  /// The same day of the Gregorian calendar.
  package var localDay: LocalDay { PersianDay.newYear(of: year) + (dayOfYear - 1) }

  /// The day's number within its year, 1 for Nowruz.
  package var dayOfYear: Int { 31 * (month - 1) - max(0, month - 7) + day }

  package var weekday: Weekday { localDay.weekday }

  /// The length of a month (1...12): six of 31 days, five of 30, and the last of 30 in leap years, else 29.
  package static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 1...6: 31
    case 7...11: 30
    default: isLeap(year) ? 30 : 29
    }
  }

  /// Whether a year of ``years`` has 366 days.
  package static func isLeap(_ year: Int) -> Bool {
    // The first year of a cycle and every fourth after it but the last, which waits for the next one.
    let yearOfCycle = (year - firstOfCycle).flooredRemainder(by: 33)
    return yearOfCycle.isMultiple(of: 4) && yearOfCycle < 32
  }

  // The reckoning of FarsiWeb's jalali (R. Pournader and M. Toossi, 2001): cycles of 33 years with
  // eight leap years, one of which begins with Nowruz of 979, on 1600-03-20.
  private static let firstOfCycle = 979
  private static let daysInCycle = 33 * 365 + 8
  private static let gregorianDays =
    newYear(of: years.lowerBound)..<newYear(of: years.upperBound + 1)

  /// The Gregorian date of Nowruz.
  private static func newYear(of year: Int) -> LocalDay {
    let first = LocalDay.first(of: 3, 1600) + 19
    let years = year - firstOfCycle
    let cycle = years.flooredQuotient(by: 33)
    let leapDays = 8 * cycle + (years - 33 * cycle + 3) / 4
    return first + (365 * years + leapDays)
  }
}

extension PersianDay: Comparable {
  package static func < (left: PersianDay, right: PersianDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension PersianDay: CustomStringConvertible {
  /// `1405-09-16`.
  package var description: String {
    "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// Reads `1405-09-16`: a year of four digits, nothing else.
  package init?(_ text: some StringProtocol) {
    var scanner = ClockScanner(Array(text.utf8))
    guard let (year, month, day) = scanner.date(), scanner.isAtEnd else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension PersianDay {
  /// The letters of a month's name.
  package enum Letters: Hashable, Sendable {
    case persian, latin
  }

  /// The name of a month (1...12), such as آذر or Azar.
  package static func name(ofMonth month: Int, in letters: Letters) -> String {
    precondition((1...12).contains(month), "a year has months 1 to 12")
    let names = letters == .persian ? persianNames : latinNames
    return names[month - 1]
  }

  /// The name of the day's month.
  package func monthName(in letters: Letters) -> String {
    PersianDay.name(ofMonth: month, in: letters)
  }

  private static let latinNames = [
    "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar",
    "Dey", "Bahman", "Esfand",
  ]

  private static let persianNames = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن",
    "اسفند",
  ]
}
