/// A custom of numbering weeks: the day on which they begin, and which week of a year is its first.
///
/// ``Week`` is the week of ISO 8601, after which rosters are named; this is for people who count
/// otherwise.
package struct WeekNumbering: Hashable, Sendable {
  package let firstWeekday: Weekday
  /// How many days of January the first week holds at least: 1 to 7.
  package let minimumDays: Int

  package init(firstWeekday: Weekday, minimumDays: Int) {
    precondition((1...7).contains(minimumDays), "a first week holds 1 to 7 days of its year")
    self.firstWeekday = firstWeekday
    self.minimumDays = minimumDays
  }

  /// From Monday; the first week is the one of the first Thursday (ISO 8601).
  package static let iso = WeekNumbering(firstWeekday: .monday, minimumDays: 4)
  /// From Sunday; the first week is the one of the first of January (United States, CLDR).
  package static let unitedStates = WeekNumbering(firstWeekday: .sunday, minimumDays: 1)
  /// From Saturday; the first week is the one of the first of January (Egypt and others, CLDR).
  package static let fromSaturday = WeekNumbering(firstWeekday: .saturday, minimumDays: 1)

  /// A week with its place in the count of a year.
  package struct NumberedWeek: Hashable, Sendable {
    /// The year that the week counts for, which its first or last days may not lie in.
    package let year: Int
    /// 1 to 53.
    package let number: Int
    package let firstDay: LocalDay

    package var days: ClosedRange<LocalDay> { firstDay...firstDay + 6 }
  }

  /// The week that holds a date.
  package func week(of day: LocalDay) -> NumberedWeek {
    let start = day.startOfWeek(beginning: firstWeekday)
    // The week counts for the year of the day that decides: the last one of which minimumDays remain.
    let year = (start + (7 - minimumDays)).year
    return NumberedWeek(
      year: year, number: (start - firstDay(of: year)) / 7 + 1, firstDay: start)
  }

  /// A week by its number, or nil where the year (0 to 9999) has no such week.
  package func week(_ number: Int, of year: Int) -> NumberedWeek? {
    guard (0...9999).contains(year), (1...53).contains(number) else { return nil }
    let week = week(of: firstDay(of: year) + 7 * (number - 1))
    return week.year == year ? week : nil
  }

  /// The first day of a year's first week.
  private func firstDay(of year: Int) -> LocalDay {
    (LocalDay.newYear(of: year) + (minimumDays - 1)).startOfWeek(beginning: firstWeekday)
  }
}
