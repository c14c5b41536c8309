import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Week clock")
struct WeekClockTests {
  private func clock(_ name: String = "Europe/Vienna") throws -> WeekClock {
    WeekClock(zone: try Worlds.zone(name))
  }
  private func moment(_ text: String) throws -> Instant { try #require(Instant(text)) }
  private func interval(_ from: String, _ to: String) throws -> Interval {
    Interval(start: try moment(from), end: try moment(to))
  }

  @Test("A time that comes twice names its half")
  func repeated() throws {
    let clock = try clock()
    #expect(clock.zone.identifier == "Europe/Vienna")
    #expect(clock.weekdayTime(try moment("2026-10-25T00:15Z")) == "Sun 02:15 CEST")
    #expect(clock.weekdayTime(try moment("2026-10-25T01:15Z")) == "Sun 02:15 CET")
    #expect(clock.dayTime(try moment("2026-10-25T02:15Z")) == "Sun 25 Oct 03:15")
  }

  @Test("A span names its second day only where it needs to")
  func spans() throws {
    let clock = try clock()
    #expect(
      clock.span(try interval("2026-12-07T05:00Z", "2026-12-07T13:30Z"))
        == "Mon 7 Dec 06:00–14:30")
    #expect(
      clock.span(try interval("2026-12-07T21:00Z", "2026-12-08T05:00Z"))
        == "Mon 7 Dec 22:00 – Tue 8 Dec 06:00")
    // Up to midnight, and up to the midnight two days on.
    #expect(
      clock.span(try interval("2026-12-07T19:00Z", "2026-12-07T23:00Z"))
        == "Mon 7 Dec 20:00–24:00")
    #expect(
      clock.span(try interval("2026-12-07T19:00Z", "2026-12-08T23:00Z"))
        == "Mon 7 Dec 20:00 – Tue 8 Dec 24:00")
  }

  @Test("A zone is named with its offset, and with both where the clock changes")
  func names() throws {
    let week = PlanningWeek(firstDay: Worlds.monday, zone: .utc, slot: Minutes(15)).interval
    #expect(try clock().name(during: week) == "Europe/Vienna (CET, UTC+01:00)")
    #expect(try clock("Asia/Kolkata").name(during: week) == "Asia/Kolkata (IST, UTC+05:30)")
    let change = try interval("2026-10-19T00:00Z", "2026-10-26T00:00Z")
    #expect(
      try clock().name(during: change)
        == "Europe/Vienna (CEST, UTC+02:00, then CET, UTC+01:00)")
    #expect(WeekClock.offset(-34_200) == "UTC−09:30")
  }

  @Test("A range of days says month and year twice only where they differ")
  func ranges() throws {
    func name(_ first: String) throws -> String {
      let day = try #require(LocalDay(first))
      return (day...day + 6).longName
    }
    #expect(try name("2026-12-07") == "7 – 13 December 2026")
    #expect(try name("2026-11-30") == "30 November – 6 December 2026")
    #expect(try name("2026-12-28") == "28 December 2026 – 3 January 2027")
  }
}
