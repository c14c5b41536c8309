import Testing
import Timeline

@Suite("Week")
struct WeekTests {
  @Test(
    "Dates fall into the weeks that ISO 8601 gives them",
    arguments: [
      // The standard's own examples and the turns of years around them.
      ("2005-01-01", "2004-W53"), ("2005-01-02", "2004-W53"), ("2005-01-03", "2005-W01"),
      ("2005-12-31", "2005-W52"), ("2006-01-01", "2005-W52"), ("2006-01-02", "2006-W01"),
      ("2007-01-01", "2007-W01"), ("2007-12-31", "2008-W01"), ("2008-12-28", "2008-W52"),
      ("2008-12-29", "2009-W01"), ("2009-12-31", "2009-W53"), ("2010-01-03", "2009-W53"),
      ("2020-12-31", "2020-W53"), ("2026-12-07", "2026-W50"), ("2026-12-31", "2026-W53"),
      ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"), ("1981-01-01", "1981-W01"),
    ])
  func known(day: String, week: String) throws {
    #expect(Week(of: try date(day)).description == week)
    #expect(Week(week) == Week(of: try date(day)))
  }

  @Test("Exactly the 71 known years of 400 have 53 weeks")
  func longYears() {
    // A year is long if it begins on a Thursday, or on a Wednesday and is a leap year; 71 in 400.
    let long = (2000..<2400).filter { Week(year: $0, number: 53) != nil }
    #expect(long.count == 71)
    for year in 2000..<2400 {
      let first = LocalDay.newYear(of: year).weekday
      let isLong = first == .thursday || (first == .wednesday && LocalDay.isLeap(year))
      #expect(long.contains(year) == isLong)
    }
  }

  @Test("Weeks follow each other Monday by Monday, and print in order")
  func succession() {
    let first = LocalDay(daysSince1970: 4)
    var previous = Week(of: first - 7)
    for monday in stride(from: first, to: first + 7 * 4000, by: 7) {
      let week = Week(of: monday)
      let isRight =
        week.monday == monday && Week(of: monday + 6) == week && previous < week
        && previous.description < week.description && Week(week.description) == week
      guard isRight else {
        Issue.record("the week of \(monday) is \(week)")
        return
      }
      previous = week
    }
  }

  @Test(
    "Other texts are not weeks",
    arguments: [
      "", "2026-W00", "2026-W54", "2025-W53", "2026-W5", "2026W50", "2026-w50", "26-W50",
      "2026-W50 ", "+123-W05", "2026-W+5", "2026-W-5", "-026-W50",
    ])
  func refused(text: String) {
    #expect(Week(text) == nil)
  }

  @Test("Numbers beyond all calendars are refused")
  func extremes() {
    #expect(Week(year: .max, number: 1) == nil)
    #expect(Week(year: 2026, number: .max) == nil)
    #expect(Week(year: 33, number: 7)?.description == "0033-W07")
  }
}
