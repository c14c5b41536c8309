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
    #expect(shiftTable(roster, in: centre) == header + row + "0,CONFIRMED\r\n")

    // With the calendars that go with it, the row has their SEQUENCE.
    let stamp = Instant(seconds: 1_780_000_000)
    let late = Shift(
      agent: "reza", template: "late", day: day,
      interval: Interval(start: start + .hours(1), length: Minutes(330)), breaks: [],
      paid: .hours(5))
    let before = iCalendar(of: reza, shifts: [late], in: centre, stamp: stamp)
    let after = iCalendar(of: reza, shifts: [shift], in: centre, stamp: stamp, previous: before)
    let calendars = ["reza" as Agent.ID: try #require(after)]
    #expect(
      shiftTable(roster, in: centre, calendars: calendars) == header + row + "1,CONFIRMED\r\n")

    let folder = acme.workspace.path("calendars/w")
    try replaceCalendars(calendars, table: "t", in: folder)
    #expect(acme.names(in: "calendars/w") == ["reza.ics", "shifts.csv"])
    #expect(Exchange.calendars(in: folder) == calendars)
    #expect(Exchange.calendars(in: acme.workspace.path("calendars/other")) == [:])
  }
}
