import Forecasting
import TestSupport
import Testing
import Timeline

@Suite("Day signs")
struct DaySignsTests {
  @Test("Days beside holidays are known, and a holiday beside another stays one")
  func signs() {
    let monday = Worlds.monday
    let calendar = HolidayCalendar([
      Holiday(day: monday + 2, name: "First"), Holiday(day: monday + 3, name: "Second"),
      Holiday(day: monday + 5, name: "First (observed)", kind: .observance),
    ])
    let signs = DaySigns(firstDay: monday, count: 8, calendar: calendar)
    #expect(signs.weekdays == [0, 1, 2, 3, 4, 5, 6, 0])
    let first = DaySigns.Kind(name: "First", kind: .public, isWeekend: false)
    let second = DaySigns.Kind(name: "Second", kind: .public, isWeekend: false)
    let saturday = DaySigns.Kind(name: "First", kind: .observance, isWeekend: true)
    // Friday lies between two holidays: before counts.
    #expect(
      signs.signs == [
        .ordinary, .before, .holiday(first), .holiday(second), .before, .holiday(saturday),
        .after, .ordinary,
      ])
    #expect(signs.isHoliday(2) && !signs.isHoliday(4))
  }

  @Test("A holiday just outside the stretch still marks the day beside it")
  func borders() {
    let calendar = HolidayCalendar([
      Holiday(day: Worlds.monday - 1, name: "a"), Holiday(day: Worlds.monday + 3, name: "b"),
    ])
    let signs = DaySigns(firstDay: Worlds.monday, count: 3, calendar: calendar)
    #expect(signs.signs == [.after, .ordinary, .before])
  }

  @Test("A moved working day is apart from other Saturdays, but no holiday to the days beside it")
  func movedWorkdays() {
    let saturday = Worlds.monday + 5
    let calendar = HolidayCalendar([
      Holiday(day: saturday, name: "Working day", kind: .workday)
    ])
    let signs = DaySigns(firstDay: saturday - 1, count: 3, calendar: calendar)
    let moved = DaySigns.Kind(name: "Working day", kind: .workday, isWeekend: true)
    #expect(signs.signs == [.ordinary, .holiday(moved), .ordinary])
    #expect(signs.isHoliday(1) && !signs.isKept(1))
  }
}
