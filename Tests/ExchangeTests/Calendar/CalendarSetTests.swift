import Exchange
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct CalendarSetTests {
  /// Laura of the small workspace and her week around the end of summer time: two days, an evening that
  /// ends in the hour that comes twice, and a night.
  static func laura(_ acme: Acme) throws -> (rota: Rota, agent: Agent, shifts: [Shift]) {
    let centre = try acme.centre()
    let agent = try #require(centre.agent("laura"))
    func shift(_ day: String, _ start: Int, breaks: [Int]) throws -> Shift {
      let day = try #require(LocalDay(day))
      let interval = Interval(
        start: agent.zone.start(of: day) + Minutes(start), length: Minutes(510))
      return Shift(
        agent: "laura", template: "day", day: day, interval: interval,
        breaks: breaks.map {
          Activity(
            kind: .meal,
            interval: Interval(start: interval.start + Minutes($0), length: Minutes(30)))
        }, paid: Minutes(480))
    }
    return (
      Rota(centre, from: try #require(LocalDay("2026-10-19"))), agent,
      [
        try shift("2026-10-22", 375, breaks: [240]), try shift("2026-10-23", 600, breaks: []),
        // 17:45 to the first 02:15 of two.
        try shift("2026-10-24", 1065, breaks: [240]), try shift("2026-10-25", 1320, breaks: [240]),
      ]
    )
  }

  @Test("A week's calendar is as recorded") func snapshot() throws {
    var (rota, _, shifts) = try Self.laura(try Acme())
    let first = rota.edition
    let text = try #require(rota.publish(shifts).calendars["laura"])
    try Snapshot.expect(String(decoding: text, as: UTF8.self), "laura.ics", test: #filePath)
    rota.edition = first
    #expect(rota.publish(shifts.reversed()).calendars["laura"] == text)
  }
}
