import Exchange
import Testing
import Timeline
import Workforce

@Suite struct ShiftTableTests {
  @Test("A shift's row tells local and absolute times, offsets, pay and its event") func row()
    throws
  {
    let acme = try Acme()
    let centre = try acme.centre()
    let reza = try #require(centre.agent("reza"))
    let day = try #require(LocalDay("2026-12-07"))
    let start = reza.zone.start(of: day) + .hours(22)
    let shift = Shift(
      agent: "reza", template: "late", day: day,
      interval: Interval(start: start, length: Minutes(330)), breaks: [], paid: .hours(5))
    let roster = Roster(
      id: "w", firstDay: day, grid: centre.week(of: day).grid, shifts: [shift], cost: .init(),
      bound: .zero, notes: [], effort: .init())
    let header =
      "agent,name,site,tz,work_date,shift,start_local,end_local,start_utc,end_utc,utc_offset_start,"
      + "utc_offset_end,paid_minutes,unpaid_break_minutes,uid,sequence,status\r\n"
    // Tehran is 3.5 hours ahead of Greenwich; 5h30m of presence, 5h of them paid.
    let row =
      "reza,\"رضا ک., the elder\",teh,Asia/Tehran,2026-12-07,late,2026-12-07T22:00,2026-12-08T03:30,"
      + "2026-12-07T18:30:00Z,2026-12-08T00:00:00Z,+03:30,+03:30,300,30,"
      + "reza-2026-12-07@acme.nobat.invalid,"
    let stamp = Instant(seconds: 1_780_000_000)
    func set(_ roster: Roster, following edition: Edition) -> CalendarSet {
      calendars(
        of: roster, in: centre, style: CalendarStyle(), stamp: stamp, following: edition)
    }
    let first = set(roster, following: Edition(firstDay: day))
    #expect(
      shiftTable(roster, in: centre, edition: first.edition) == header + row + "0,CONFIRMED\r\n")

    // Moved by an hour and back, it has been changed twice.
    let late = Shift(
      agent: "reza", template: "late", day: day,
      interval: Interval(start: start + .hours(1), length: Minutes(330)), breaks: [],
      paid: .hours(5))
    let second = set(roster.with([late]), following: first.edition)
    let third = set(roster, following: second.edition)
    #expect(
      shiftTable(roster, in: centre, edition: third.edition) == header + row + "2,CONFIRMED\r\n")
    // Of an edition that does not know it, it gets no number.
    #expect(
      shiftTable(roster, in: centre, edition: second.edition).hasSuffix(",300,30,,,\r\n"))
  }
}
