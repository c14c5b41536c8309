import Testing
import Timeline

@Suite("LocalDay")
struct LocalDayTests {
  @Test("Every day of 1800 to 2200 has the numbers that counting day by day gives")
  func everyDay() throws {
    // Independent of the formula: months from a list, a leap day every fourth year but for the
    // centuries 1800, 1900, 2100 and 2200, weekdays in turn. 1800-01-01 was a Wednesday, and
    // 62,091 days before 1970-01-01: 170 * 365 days and 41 leap days (1804 to 1968 without 1900).
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let centuries = [1800, 1900, 2100, 2200]
    var number = -(170 * 365 + 41)
    var weekday = 2
    for year in 1800...2200 {
      let isLeap = year % 4 == 0 && !centuries.contains(year)
      var ofYear = 1
      for month in 1...12 {
        for day in 1...lengths[month - 1] + (month == 2 && isLeap ? 1 : 0) {
          let local = LocalDay(daysSince1970: number)
          let isRight =
            local.civil == (year, month, day)
            && LocalDay(year: year, month: month, day: day) == local
            && local.dayOfYear == ofYear && local.weekday == Weekday.allCases[weekday]
          guard isRight else {
            Issue.record("\(year)-\(month)-\(day) is read as \(local), \(local.weekday)")
            return
          }
          number += 1
          ofYear += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
  }

  @Test("The calendar repeats itself after 400 years, also before year 0")
  func cycle() throws {
    for number in stride(from: -800_000, through: 800_000, by: 997) {
      let day = LocalDay(daysSince1970: number)
      let later = day + 146_097
      #expect(later.civil == (day.year + 400, day.month, day.day))
      #expect(later.weekday == day.weekday)
      #expect(LocalDay(year: day.year, month: day.month, day: day.day) == day)
    }
  }

  @Test(
    "Days that no calendar has are refused",
    arguments: [
      (2026, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
      (2026, 1, 32), (.max, 1, 1), (.min, 12, 31), (2026, .max, 1), (2026, 1, .min),
    ])
  func refused(year: Int, month: Int, day: Int) {
    #expect(LocalDay(year: year, month: month, day: day) == nil)
  }

  @Test("The twenty-ninth of February comes in 2000, 2024 and 2400")
  func leapDays() {
    for year in [2000, 2024, 2400] {
      #expect(LocalDay(year: year, month: 2, day: 29)?.dayOfYear == 60)
    }
  }

  @Test("Known dates fall on their weekdays")
  func weekdays() throws {
    #expect(try date("1970-01-01").weekday == .thursday)
    #expect(try date("2000-02-29").weekday == .tuesday)
    #expect(try date("2026-12-07").weekday == .monday)
    #expect(try date("1969-07-20").weekday == .sunday)
  }

  @Test(
    "A week's first day holds the day and falls on the asked weekday", arguments: Weekday.allCases)
  func startOfWeek(beginning: Weekday) {
    for number in -20...20 {
      let day = LocalDay(daysSince1970: 20_794 + number)
      let start = day.startOfWeek(beginning: beginning)
      #expect(start.weekday == beginning)
      #expect((0...6).contains(day - start))
    }
  }

  @Test("A date is printed and read back")
  func text() throws {
    for number in stride(from: -719_528, through: 2_932_896, by: 1009) {
      let day = LocalDay(daysSince1970: number)
      guard LocalDay(day.description) == day else {
        Issue.record("\(day) is not read back")
        return
      }
    }
    #expect(LocalDay(daysSince1970: -719_528).description == "0000-01-01")
    #expect(LocalDay(daysSince1970: 2_932_896).description == "9999-12-31")
    #expect(LocalDay(year: -44, month: 3, day: 15)?.description == "-0044-03-15")
    #expect(try throughJSON([date("2026-12-07")]) == [date("2026-12-07")])
  }

  @Test(
    "Other texts are not dates",
    arguments: [
      "", "2026-12-7", "2026-2-29", "26-12-07", "2026/12/07", "2026-12-07 ", " 2026-12-07",
      "20261207", "2026-13-01", "2026-02-29", "-026-12-07", "+026-12-07", "2026-12-07T00:00",
    ])
  func badText(text: String) {
    #expect(LocalDay(text) == nil)
    #expect(throws: DecodingError.self) { try fromJSON([LocalDay].self, "[\"\(text)\"]") }
  }

  @Test("Dates are counted like numbers")
  func arithmetic() throws {
    let start = try date("2026-02-27")
    #expect(start + 3 == (try date("2026-03-02")))
    #expect(try date("2026-03-02") - start == 3)
    #expect((start...start + 6).count == 7)
    #expect(start < start + 1)
  }
}
