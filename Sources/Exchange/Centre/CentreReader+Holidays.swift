import Timeline
import Workforce

/// The calendars of `calendar/holidays.csv`.
struct HolidayCalendars {
  static let file = "calendar/holidays.csv"

  let byName: [HolidayCalendarName: HolidayCalendar]
  let isReadable: Bool

  /// The name of a calendar that has at least one day.
  var reference: Notation<HolidayCalendarName> {
    let known = byName.keys.map(\.rawValue)
    return Notation("a calendar of \(HolidayCalendars.file)") {
      text throws(Notation<HolidayCalendarName>.Complaint) in
      guard isReadable, !known.contains(text) else { return Identifier(text) }
      throw .init(
        message: "\"\(text)\" is not a calendar of \(HolidayCalendars.file)",
        hint: Spelling.hint(for: text, among: known))
    }
  }
}

extension CentreReader {
  func holidayCalendars() -> HolidayCalendars {
    let table = table(
      of: HolidayCalendars.file, required: ["calendar", "date", "name"], optional: ["kind"],
      isOptional: true)
    var holidays: [HolidayCalendarName: [Holiday]] = [:]
    for row in table?.rows ?? [] {
      let record = record("the holiday", row)
      let calendar = record.required("calendar", .identifier)
      let day = record.required("date", .date)
      let name = record.required("name", .text)
      let kind = record.optional("kind", .word) ?? Holiday.Kind.public
      guard let calendar else { continue }
      let days = day.flatMap { day in name.map { Holiday(day: day, name: $0, kind: kind) } }
      holidays[Identifier(calendar), default: []] += [days].compactMap(\.self)
    }
    return HolidayCalendars(
      byName: holidays.mapValues { HolidayCalendar($0) }, isReadable: table?.isComplete ?? false)
  }
}
