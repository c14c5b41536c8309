/// A day that is not like the others: staff may be off or dearer, and customers call otherwise.
package struct Holiday: Hashable, Sendable, Codable {
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// A public holiday.
    case `public`
    /// Half of the day is worked.
    case half
    /// Kept by many, but not a day off by law.
    case observance
  }

  package let day: LocalDay
  package let name: String
  package let kind: Kind

  package init(day: LocalDay, name: String, kind: Kind = .public) {
    self.day = day
    self.name = name
    self.kind = kind
  }
}

/// The special days of a place, by date.
package struct HolidayCalendar: Hashable, Sendable {
  /// In order of date; of several on one day the first in the file comes first.
  package let holidays: [Holiday]

  package init(_ holidays: [Holiday] = []) {
    self.holidays = holidays.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  /// The holidays of a day, mostly none.
  package func holidays(on day: LocalDay) -> ArraySlice<Holiday> {
    var low = 0
    var high = holidays.count
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return holidays[low...].prefix { $0.day == day }
  }

  /// The holiday of a day, if it is one; of several the first.
  package func holiday(on day: LocalDay) -> Holiday? { holidays(on: day).first }

  /// Whether work on this day earns the holiday premium.
  package func isPublicHoliday(_ day: LocalDay) -> Bool {
    holidays(on: day).contains { $0.kind == .public }
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
