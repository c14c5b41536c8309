import Timeline
import Workforce

extension CentreReader {
  /// The calendars that `calendar/holidays.csv` names, as a start.
  func holidayCalendars() -> HolidayCalendars {
    let table = table(
      of: HolidayCalendars.file, required: ["calendar", "date", "name"], optional: ["kind", "to"],
      isOptional: true)
    var isComplete = table?.isComplete ?? false
    var rows: [HolidayCalendarName: [HolidayRow]] = [:]
    for row in table?.rows ?? [] {
      let record = record("the holiday", row)
      guard let calendar = record.required("calendar", .calendarName) else {
        isComplete = false
        continue
      }
      rows[calendar, default: []] += [holidayRow(record)].compactMap(\.self)
    }
    return HolidayCalendars(rows: rows, isComplete: isComplete)
  }

  private func holidayRow(_ record: Record) -> HolidayRow? {
    let first = record.required("date", .date)
    let last = record.optional("to", .date)
    let kind = record.optional("kind", Notation<HolidayRow.Kind>.word)
    // To take away all that a day is needs no name.
    let isNamed = kind != HolidayRow.Kind.none
    let name = isNamed ? record.required("name", .text) : record.optional("name", .text)
    guard let first, name != nil || !isNamed, !record.has("kind") || kind != nil,
      !record.has("to") || last != nil
    else { return nil }
    let end = last ?? first
    guard first <= end else {
      record.error("to", "it ends on \(end), before it begins on \(first)", hint: "swap the dates")
      return nil
    }
    guard end - first < HolidayRow.mostDays else {
      record.error(
        "to", "it lasts \(end - first + 1) days", hint: "write a row for every stretch of days")
      return nil
    }
    return HolidayRow(
      place: record.place, days: first...end, name: name ?? "", kind: kind ?? .public)
  }
}
