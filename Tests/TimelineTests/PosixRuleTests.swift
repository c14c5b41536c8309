import Testing

@testable import Timeline

@Suite("PosixRule")
struct PosixRuleTests {
  /// The rule alone, without a table before it.
  private func zone(_ text: String) throws -> Zone {
    let rule = try #require(PosixRule(text))
    return Zone(
      identifier: text, rules: ZoneRules(initial: rule.standard, changes: [], rule: rule))
  }

  @Test("Vienna's rule: from the last Sunday of March, 01:00 UTC, to that of October")
  func vienna() throws {
    let rule = try zone("CET-1CEST,M3.5.0,M10.5.0/3")
    let year = Interval(
      start: try moment("2026-01-01T00:00Z"), end: try moment("2027-01-01T00:00Z"))
    let changes = rule.transitions(in: year)
    #expect(changes.map(\.instant.description) == ["2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z"])
    #expect(changes.map(\.offsetAfter) == [7200, 3600])
    #expect(changes.map(\.abbreviationAfter) == ["CEST", "CET"])
    #expect(changes.map(\.isDaylightAfter) == [true, false])
  }

  @Test("South of the equator summer holds over the new year")
  func sydney() throws {
    let rule = try zone("AEST-10AEDT,M10.1.0,M4.1.0/3")
    #expect(rule.offset(at: try moment("2027-01-01T00:00Z")) == 11 * 3600)
    #expect(rule.offset(at: try moment("2027-07-01T00:00Z")) == 10 * 3600)
  }

  @Test("Winter can be the exception: Dublin's daylight-saving time is behind its standard time")
  func negative() throws {
    let rule = try zone("IST-1GMT0,M10.5.0,M3.5.0/1")
    #expect(rule.offset(at: try moment("2026-10-25T00:59:59Z")) == 3600)
    #expect(rule.offset(at: try moment("2026-10-25T01:00:00Z")) == 0)
    #expect(rule.isDaylight(at: try moment("2026-12-25T00:00:00Z")))
  }

  @Test("Turns may lie outside of their day")
  func distantTurns() throws {
    // Jerusalem: the Friday before the last Sunday of March, 02:00, told as the fourth Thursday and
    // 26 hours: Thursday 2026-03-26 00:00 + 26 h is Friday 02:00 local, 00:00 UTC.
    let jerusalem = try zone("IST-2IDT,M3.4.4/26,M10.5.0")
    #expect(jerusalem.offset(at: try moment("2026-03-26T23:59:59Z")) == 2 * 3600)
    #expect(jerusalem.offset(at: try moment("2026-03-27T00:00:00Z")) == 3 * 3600)
    // Nuuk, one of the two that turn before midnight: Sunday 2026-03-29 00:00 less 1 hour is
    // Saturday 23:00 local, 01:00 UTC on Sunday.
    let nuuk = try zone("<-02>2<-01>,M3.5.0/-1,M10.5.0/0")
    #expect(nuuk.offset(at: try moment("2026-03-29T00:59:59Z")) == -2 * 3600)
    #expect(nuuk.offset(at: try moment("2026-03-29T01:00:00Z")) == -3600)
  }

  @Test("Days may be counted with or without the leap day")
  func countedDays() throws {
    // J60 is the first of March always; 59 is the leap day in a leap year, else the first of March.
    let julian = try zone("STD0DST,J60,J300")
    #expect(julian.isDaylight(at: try moment("2028-03-01T02:00Z")))
    #expect(!julian.isDaylight(at: try moment("2028-02-29T12:00Z")))
    #expect(julian.isDaylight(at: try moment("2027-03-01T02:00Z")))
    let ordinal = try zone("STD0DST,59,300")
    #expect(ordinal.isDaylight(at: try moment("2028-02-29T02:00Z")))
    #expect(!ordinal.isDaylight(at: try moment("2027-02-28T12:00Z")))
    #expect(ordinal.isDaylight(at: try moment("2027-03-01T02:00Z")))
  }

  @Test("Daylight-saving time all the year has no change at the new year")
  func allYear() throws {
    // RFC 8536, section 3.3.1: from the first instant of a year to the last, told as 25 hours.
    let rule = try zone("EST5EDT,0/0,J365/25")
    for year in 1990...2400 {
      let newYear = Instant(seconds: LocalDay.newYear(of: year).daysSince1970 * 86_400)
      for hours in [0, 4, 5, 6, 4000] {
        #expect(rule.offset(at: newYear + .hours(hours)) == -4 * 3600)
      }
    }
    let decade = Interval(
      start: try moment("2020-01-01T00:00Z"), end: try moment("2030-01-01T00:00Z"))
    #expect(rule.transitions(in: decade).isEmpty)
  }

  @Test("The fifth week means the last, and the first may begin on the first")
  func weeks() throws {
    // Of March 2026 the 1st and the 29th are Sundays; of May 2026 the 31st.
    let first = try zone("STD0DST,M3.1.0/0,M5.5.0/0")
    #expect(!first.isDaylight(at: try moment("2026-02-28T23:59:59Z")))
    #expect(first.isDaylight(at: try moment("2026-03-01T00:00:00Z")))
    #expect(first.isDaylight(at: try moment("2026-05-30T22:59:59Z")))
    #expect(!first.isDaylight(at: try moment("2026-05-30T23:00:00Z")))
    // Of February 2026, which begins on a Sunday, the 22nd is the last one.
    let february = try zone("STD0DST,M2.5.0/0,M5.5.0/0")
    #expect(!february.isDaylight(at: try moment("2026-02-21T23:59:59Z")))
    #expect(february.isDaylight(at: try moment("2026-02-22T00:00:00Z")))
  }

  @Test(
    "A rule without summer names one offset",
    arguments: [("<+0330>-3:30", 12_600), ("EST5", -18_000)])
  func fixed(text: String, offset: Int) throws {
    let rule = try #require(PosixRule(text))
    #expect(rule.standard.offset == offset)
    #expect(rule.daylight == nil)
    #expect(rule.changes(ofYears: 2000...2010).isEmpty)
  }

  @Test(
    "Texts of this grammar are read",
    arguments: [
      "AAA0", "AAA-24:59:59", "AAA+24", "<A+1>0", "AAA3BBB,0,365", "AAA3BBB4,J1/167,J365/-167",
      "AAA3BBB-4:30:15,M1.1.0,M12.5.6/0:00:01",
    ])
  func grammar(text: String) {
    #expect(PosixRule(text) != nil)
  }

  @Test(
    "Other texts are refused",
    arguments: [
      "", "AA0", "AAA", "AAA25", "AAA1:60", "AAA1:00:60", "AAA1 ", "1AAA1", "<AAA1", "<AA>1",
      "A1A1",
      "AAA3BBB", "AAA3BBB,", "AAA3BBB,M3.5.0", "AAA3BBB,M3.5.0,", "AAA3BBB,M0.5.0,M10.5.0",
      "AAA3BBB,M13.5.0,M10.5.0", "AAA3BBB,M3.0.0,M10.5.0", "AAA3BBB,M3.6.0,M10.5.0",
      "AAA3BBB,M3.5.7,M10.5.0", "AAA3BBB,J0,J1", "AAA3BBB,J366,J1", "AAA3BBB,366,1",
      "AAA3BBB,1/168,2", "AAA3BBB,1/-168,2", "AAA3BBB,1,2,3", "AAA3BBB,1,2 ",
      "AAA99999999999999999999",
      "AAA3BBB,M3.5,M10.5.0", "AAA--3", "ÄÄÄ1", ":Europe/Vienna",
    ])
  func refused(text: String) {
    #expect(PosixRule(text) == nil)
  }
}
