import Holidays
import Timeline
import Workforce

/// A row of `calendar/holidays.csv`: a change to the calendar that it names.
struct HolidayRow {
  /// What a row can say of its days: what they are, or that they are nothing special.
  enum Kind: String, CaseIterable, Sendable {
    case `public`, bank, half, government, optional, observance, workday, none
  }

  /// The longest stretch that one row may name, so that a slip in a year is noticed.
  static let mostDays = 366

  let place: Place
  /// The days that the row names, the last one included.
  let days: ClosedRange<LocalDay>
  /// Empty where `none` means all that the days are.
  let name: String
  /// Nil for `none`: the days lose what they have.
  let kind: Holiday.Kind?

  init(place: Place, days: ClosedRange<LocalDay>, name: String, kind: Kind) {
    self.place = place
    self.days = days
    self.name = name
    self.kind = Holiday.Kind(rawValue: kind.rawValue)
  }

  /// What the row adds.
  var holidays: [Holiday] {
    guard let kind else { return [] }
    return days.map { Holiday(day: $0, name: name, kind: kind) }
  }

  /// Whether the row takes a holiday away.
  func removes(_ holiday: Holiday) -> Bool {
    kind == nil && days.contains(holiday.day)
      && (name.isEmpty || name == holiday.name || name == holiday.localName)
  }
}

extension Region {
  /// The name under which the workspace's files know the region's calendar: `at-9`.
  var calendarName: HolidayCalendarName {
    HolidayCalendarName(code.lowercased().replacing(" ", with: "-"))
  }
}

extension Notation where Value == HolidayCalendarName {
  /// The calendar that a row belongs to: the code of a place, in capital or small letters, or a name
  /// of the planner's own.
  static var calendarName: Notation {
    Notation("the code of a country such as at-9, or a name of your own in small letters") { text in
      if let region = WorldHolidays.knownRegion(text) { return region.calendarName }
      return (try? Notation<String>.identifier.read(text)).map { HolidayCalendarName($0) }
    }
  }
}
