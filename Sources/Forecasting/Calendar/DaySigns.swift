package import Timeline

/// What sets the days of a stretch apart for a queue's customers: weekday, holiday, a holiday
/// beside it.
package struct DaySigns: Sendable {
  /// A holiday as it is learnt: by name, and apart where it falls on a weekend.
  package struct Kind: Hashable, Sendable {
    package let name: String
    package let kind: Holiday.Kind
    package let isWeekend: Bool

    package init(name: String, kind: Holiday.Kind, isWeekend: Bool) {
      self.name = name
      self.kind = kind
      self.isWeekend = isWeekend
    }
  }

  package enum Sign: Hashable, Sendable {
    case ordinary
    case holiday(Kind)
    /// The day before a holiday, itself none.
    case before
    /// The day after a holiday, itself none, and not the day before another.
    case after
  }

  package let firstDay: LocalDay
  /// 0 for Monday to 6 for Sunday.
  package let weekdays: [Int]
  package let signs: [Sign]

  package init(firstDay: LocalDay, count: Int, calendar: HolidayCalendar) {
    self.firstDay = firstDay
    let first = firstDay.weekday.index
    let weekdays = (0..<count).map { (first + $0) % 7 }
    self.weekdays = weekdays
    signs = (0..<count).map { index in
      let day = firstDay + index
      if let holiday = calendar.holiday(on: day) {
        return .holiday(
          Kind(
            name: Self.commonName(holiday.name), kind: holiday.kind,
            isWeekend: weekdays[index] >= 5))
      }
      if calendar.isHoliday(day + 1) { return .before }
      return calendar.isHoliday(day - 1) ? .after : .ordinary
    }
  }

  package func isHoliday(_ day: Int) -> Bool {
    if case .holiday = signs[day] { true } else { false }
  }

  /// Whether a day has the hours of a holiday; a moved working day has those of its weekday.
  package func isKept(_ day: Int) -> Bool {
    if case .holiday(let kind) = signs[day] { kind.kind != .workday } else { false }
  }

  /// A holiday that is moved to a working day is the same holiday.
  private static func commonName(_ name: String) -> String {
    let suffix = " (observed)"
    return name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
  }
}
