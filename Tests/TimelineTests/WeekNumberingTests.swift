import Foundation
import Testing
import Timeline

@Suite("WeekNumbering")
struct WeekNumberingTests {
  private static let all: [WeekNumbering] = Weekday.allCases.flatMap { weekday in
    (1...7).map { WeekNumbering(firstWeekday: weekday, minimumDays: $0) }
  }

  @Test("The custom of ISO 8601 counts as Week does")
  func iso() {
    for day in LocalDay(daysSince1970: -1000)...LocalDay(daysSince1970: 30_000) {
      let week = WeekNumbering.iso.week(of: day)
      guard Week(of: day) == Week(year: week.year, number: week.number),
        Week(of: day).monday == week.firstDay
      else {
        Issue.record("\(day) is in week \(week)")
        return
      }
    }
  }

  @Test("Every custom counts as ICU does, on every day about the turns of 90 years")
  func icu() throws {
    for numbering in WeekNumberingTests.all {
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = .gmt
      // ICU's Sunday is 1.
      calendar.firstWeekday = numbering.firstWeekday.number % 7 + 1
      calendar.minimumDaysInFirstWeek = numbering.minimumDays
      for year in 1970...2060 {
        let turn = LocalDay.newYear(of: year)
        for day in turn - 9...turn + 9 {
          let noon = Date(timeIntervalSince1970: Double(day.daysSince1970) * 86_400 + 43_200)
          let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: noon)
          let week = numbering.week(of: day)
          guard week.year == parts.yearForWeekOfYear, week.number == parts.weekOfYear else {
            Issue.record("\(day) under \(numbering) is in week \(week), for ICU in \(parts)")
            return
          }
        }
      }
    }
  }

  @Test("Weeks begin on their day, follow each other, and are found by their numbers")
  func succession() {
    for numbering in WeekNumberingTests.all {
      var previous = numbering.week(of: LocalDay(daysSince1970: -7))
      for number in stride(from: 0, to: 15_000, by: 7) {
        let day = LocalDay(daysSince1970: number)
        let week = numbering.week(of: day)
        let isNext =
          week.firstDay == previous.firstDay + 7 && week.days.contains(day)
          && week.firstDay.weekday == numbering.firstWeekday
          && (week.year == previous.year
            ? week.number == previous.number + 1
            : week.number == 1 && week.year == previous.year + 1)
          && numbering.week(week.number, of: week.year) == week
        guard isNext else {
          Issue.record("\(week) comes after \(previous)")
          return
        }
        previous = week
      }
    }
  }

  @Test("Weeks that a year does not have are none")
  func refused() {
    // 2026 begins on a Thursday: its 53rd ISO week exists; a 53rd week from Sunday with the first of
    // January begins on 2026-12-27 and counts for 2027, whose first of January it holds.
    #expect(WeekNumbering.iso.week(53, of: 2026) != nil)
    #expect(WeekNumbering.unitedStates.week(53, of: 2026) == nil)
    #expect(WeekNumbering.iso.week(53, of: 2027) == nil)
    for (number, year) in [(0, 2026), (54, 2026), (.max, 2026), (1, .max), (1, -1), (.min, .min)] {
      #expect(WeekNumbering.iso.week(number, of: year) == nil)
    }
  }

  @Test("The week of 2026-12-07 is the 50th in Vienna, New York and Cairo alike")
  func known() throws {
    let day = try date("2026-12-07")
    #expect(WeekNumbering.iso.week(of: day).number == 50)
    // 2026-01-01 is a Thursday, so the first week from Sunday begins on 2025-12-28, 344 days before
    // 2026-12-07: 344 / 7 = 49 full weeks.
    #expect(WeekNumbering.unitedStates.week(of: day).number == 50)
    // From Saturday 2025-12-27: 345 days.
    #expect(WeekNumbering.fromSaturday.week(of: day).number == 50)
    #expect(WeekNumbering.fromSaturday.week(of: day).firstDay == (try date("2026-12-05")))
  }
}
