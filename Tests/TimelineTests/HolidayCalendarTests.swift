import Testing
import Timeline

@Suite("HolidayCalendar")
struct HolidayCalendarTests {
  private let calendar: HolidayCalendar

  init() throws {
    calendar = HolidayCalendar([
      Holiday(day: try date("2026-12-25"), name: "Christmas Day"),
      Holiday(day: try date("2026-12-24"), name: "Christmas Eve", kind: .half),
      Holiday(day: try date("2026-03-20"), name: "Spring Equinox", kind: .observance),
      Holiday(day: try date("2026-03-20"), name: "Eid al-Fitr"),
    ])
  }

  @Test("Holidays are found by date, in whatever order they came")
  func found() throws {
    #expect(calendar.holiday(on: try date("2026-12-25"))?.name == "Christmas Day")
    #expect(calendar.holiday(on: try date("2026-12-24"))?.kind == .half)
    for text in ["2026-03-19", "2026-03-21", "2026-12-23", "2026-12-26", "2025-12-25"] {
      #expect(calendar.holiday(on: try date(text)) == nil)
      #expect(calendar.holidays(on: try date(text)).isEmpty)
    }
    #expect(calendar.holidays.map(\.day) == calendar.holidays.map(\.day).sorted())
  }

  @Test("Of two holidays on one day the first is named, and either can make it a public holiday")
  func twoOnOneDay() throws {
    let day = try date("2026-03-20")
    #expect(calendar.holiday(on: day)?.name == "Spring Equinox")
    #expect(calendar.holidays(on: day).map(\.name) == ["Spring Equinox", "Eid al-Fitr"])
    #expect(calendar.isPublicHoliday(day))
  }

  @Test("Half holidays and observances earn no holiday premium")
  func kinds() throws {
    #expect(!calendar.isPublicHoliday(try date("2026-12-24")))
    #expect(calendar.isPublicHoliday(try date("2026-12-25")))
    let observed = HolidayCalendar([
      Holiday(day: try date("2026-02-14"), name: "Valentine's Day", kind: .observance)
    ])
    #expect(!observed.isPublicHoliday(try date("2026-02-14")))
  }

  @Test("No day of an empty calendar is a holiday")
  func empty() throws {
    #expect(HolidayCalendar().holiday(on: try date("2026-12-25")) == nil)
  }

  @Test("A calendar from a file is put in order")
  func coding() throws {
    #expect(try throughJSON(calendar) == calendar)
    let text = """
      [{"day": "2026-12-26", "name": "b", "kind": "public"},
       {"day": "2026-12-25", "name": "a", "kind": "public"}]
      """
    let read = try fromJSON(HolidayCalendar.self, text)
    #expect(read.holidays.map(\.name) == ["a", "b"])
    #expect(read.isPublicHoliday(try date("2026-12-25")))
  }

  @Test("A moved working day is no holiday, even where the same day is one")
  func movedWorkdays() throws {
    let day = try date("2026-10-10")
    let moved = Holiday(day: day, name: "Working day", kind: .workday)
    let both = HolidayCalendar([Holiday(day: day, name: "Fair"), moved])
    for calendar in [HolidayCalendar([moved]), both] {
      #expect(!calendar.isHoliday(day))
      #expect(!calendar.isPublicHoliday(day))
    }
    #expect(both.only([.public]).isPublicHoliday(day))
    #expect(HolidayCalendar([moved]).holiday(on: day) == moved)
  }
}
