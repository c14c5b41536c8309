import Timeline
import Workforce

/// The special days of an example: the text of `calendar/holidays.csv` and what it means.
struct HolidayTable: Sendable {
  let file: ExampleFile
  private let calendars: [HolidayCalendarName: HolidayCalendar]

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
    calendars = holidays.mapValues { HolidayCalendar($0) }
  }

  /// The calendar of a name that the table has.
  subscript(name: HolidayCalendarName) -> HolidayCalendar {
    guard let calendar = calendars[name] else { preconditionFailure("no calendar \(name)") }
    return calendar
  }
}
