import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Past weeks")
struct PastWeeksTests {
  @Test("The twin of a slot has the same local time, also across a change of the clock")
  func twins() throws {
    let zone = try Worlds.zone("Europe/Vienna")
    // Monday 26 October 2026, the day after the clock went back.
    let monday = try #require(LocalDay("2026-10-26"))
    let grid = Grid(start: zone.start(of: monday), slot: .hours(1), count: 24)
    let weeks = PastWeeks(before: grid, in: zone, count: 2).weeks
    #expect(weeks.map(\.back) == [1, 2])
    for (back, twins) in weeks {
      #expect(twins.count == 24)
      for (index, twin) in twins.enumerated() {
        let reading = zone.reading(at: twin.start)
        #expect(reading.day == monday - 7 * back && reading.secondOfDay == 3600 * index)
      }
    }
    // 7 days and the hour that came twice: 169 hours back.
    #expect((grid.start - weeks[0].twins[0].start).hours == 169)
  }

  @Test("Contacts of an interval are those of its slots, cut ones by their share")
  func offered() {
    let grid = Grid(start: Instant(seconds: 0), slot: Minutes(30), count: 4)
    let history = QueueHistory(queue: "q", grid: grid, offered: [10, 20, .nan, 40])
    func offered(_ from: Int, _ to: Int) -> Double {
      history.offered(
        in: Interval(start: Instant(seconds: 60 * from), end: Instant(seconds: 60 * to)))
    }
    #expect(offered(0, 60) == 30)
    // Half of the first slot and half of the second: 5 + 10.
    #expect(offered(15, 45) == 15)
    #expect(offered(30, 45) == 10)
    #expect(offered(45, 75).isNaN)
    #expect(offered(90, 120) == 40)
    // Beyond what was seen.
    #expect(offered(90, 150).isNaN)
    #expect(offered(-30, 30).isNaN)
  }
}
