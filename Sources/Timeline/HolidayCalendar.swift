/// The special days of a place, by date.
package struct HolidayCalendar: Hashable, Sendable {
  /// In order of date; of several on one day the first in the source comes first.
  package let holidays: [Holiday]

  package init(_ holidays: [Holiday] = []) {
    self.holidays = holidays.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  /// The special days of a day, mostly none.
  package func holidays(on day: LocalDay) -> ArraySlice<Holiday> {
    var low = 0
    var high = holidays.count
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return holidays[low...].prefix { $0.day == day }
  }

  /// What sets a day apart, a moved working day too; of several the first.
  package func holiday(on day: LocalDay) -> Holiday? { holidays(on: day).first }

  /// Whether a day is kept in any way; a moved working day is not.
  package func isHoliday(_ day: LocalDay) -> Bool {
    let holidays = holidays(on: day)
    return !holidays.isEmpty && !holidays.contains { $0.kind == .workday }
  }

  /// Whether work on this day earns the holiday premium.
  package func isPublicHoliday(_ day: LocalDay) -> Bool {
    isHoliday(day) && holidays(on: day).contains { $0.kind == .public }
  }

  /// The days of some kinds alone.
  package func only(_ kinds: Set<Holiday.Kind>) -> HolidayCalendar {
    HolidayCalendar(holidays.filter { kinds.contains($0.kind) })
  }
}

extension HolidayCalendar: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try [Holiday](from: decoder))
  }

  package func encode(to encoder: any Encoder) throws {
    try holidays.encode(to: encoder)
  }
}
