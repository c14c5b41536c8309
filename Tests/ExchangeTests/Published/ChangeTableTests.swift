import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("The table of changes")
struct ChangeTableTests {
  private func shift(
    _ agent: Agent.ID, from start: String, zone: String, breaks: [Activity] = []
  ) throws -> PublishedShift {
    let zone = try Worlds.zone(zone)
    let start = try #require(Instant(start))
    return PublishedShift(
      Shift(
        agent: agent, template: "day", day: zone.day(at: start),
        interval: Interval(start: start, length: .hours(8)), breaks: breaks, paid: .hours(8)),
      in: zone)
  }

  @Test("A row a change, with both times by the clock and in truth, and names as they are written")
  func rows() throws {
    let centre = try Acme().centre()
    let meal = Activity(
      kind: .meal,
      interval: Interval(
        start: try #require(Instant("2026-12-07T11:00:00Z")), length: Minutes(30)))
    let list = ChangeList(
      from: [
        try shift("laura", from: "2026-12-07T07:00:00Z", zone: "Europe/Vienna"),
        try shift("gone", from: "2026-12-07T07:00:00Z", zone: "Europe/Vienna"),
      ],
      to: [
        try shift("laura", from: "2026-12-07T09:00:00Z", zone: "Europe/London", breaks: [meal]),
        try shift("reza", from: "2026-12-08T04:30:00Z", zone: "Asia/Tehran"),
      ])
    let table = changeTable(list, in: centre)
    #expect(table.hasSuffix("\r\n"))
    let rows = table.split(separator: "\r\n").map(String.init)
    let expected = """
      agent,name,change,day,shift,zone,old_start_local,old_end_local,old_start_utc,old_end_utc,\
      old_paid_minutes,old_breaks,new_start_local,new_end_local,new_start_utc,new_end_utc,\
      new_paid_minutes,new_breaks,old_zone
      gone,gone,cancelled,2026-12-07,day,Europe/Vienna,2026-12-07T08:00,2026-12-07T16:00,\
      2026-12-07T07:00:00Z,2026-12-07T15:00:00Z,480,,,,,,,,
      laura,Laura M.,moved,2026-12-07,day,Europe/London,2026-12-07T08:00,2026-12-07T16:00,\
      2026-12-07T07:00:00Z,2026-12-07T15:00:00Z,480,,2026-12-07T09:00,2026-12-07T17:00,\
      2026-12-07T09:00:00Z,2026-12-07T17:00:00Z,480,\
      2026-12-07T11:00:00Z/2026-12-07T11:30:00Z meal,Europe/Vienna
      reza,"رضا ک., the elder",added,2026-12-08,day,Asia/Tehran,,,,,,,2026-12-08T08:00,\
      2026-12-08T16:00,2026-12-08T04:30:00Z,2026-12-08T12:30:00Z,480,,
      """
    #expect(rows == expected.split(separator: "\n").map(String.init))
  }
}
