import Holidays
import Timeline
import Workforce

/// The special days of an example: the text of `calendar/holidays.csv`, and what it means beside the
/// built-in calendars.
struct HolidayTable: Sendable {
  let file: ExampleFile
  private let rows: [HolidayCalendarName: [Holiday]]

  /// Rows of `calendar,date,name,kind`, in the order of the file.
  init(_ rows: String) {
    let lines = rows.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    file = ExampleFile(
      path: "calendar/holidays.csv", header: "calendar,date,name,kind", rows: lines)
    var holidays: [HolidayCalendarName: [Holiday]] = [:]
    for fields in lines {
      guard let day = LocalDay(fields[1]), let kind = Holiday.Kind(rawValue: fields[3]) else {
        preconditionFailure("\(fields) is not a holiday")
      }
      holidays[HolidayCalendarName(fields[0]), default: []].append(
        Holiday(day: day, name: fields[2], kind: kind))
    }
    self.rows = holidays
  }

  /// The calendar of a country with the rows of its code, or of rows alone.
  ///
  /// It says what the workspace's reader makes of the same file.
  subscript(name: HolidayCalendarName) -> HolidayCalendar {
    let own = rows[name] ?? []
    guard let region = WorldHolidays.knownRegion(name.rawValue) else {
      precondition(!own.isEmpty, "no calendar \(name)")
      return HolidayCalendar(own)
    }
    let replaced = Set(own.map(\.day))
    let known = WorldHolidays.calendar(of: region).only([.public, .half, .workday]).holidays
    return HolidayCalendar(known.filter { !replaced.contains($0.day) } + own)
  }
}
