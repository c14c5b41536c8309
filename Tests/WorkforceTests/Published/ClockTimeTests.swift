import TestSupport
import Testing
import Timeline
import Workforce

@Suite("ClockTime")
struct ClockTimeTests {
  private func reading(_ text: String) throws -> LocalReading { try #require(LocalReading(text)) }

  @Test("Every moment comes back from what the clock shows, also in the hour that comes twice")
  func roundTrip() throws {
    for name in [
      "Europe/Vienna", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca",
      "Asia/Tehran",
    ] {
      let zone = try Worlds.zone(name)
      let year = Interval(
        start: try moment("2026-01-01T00:00:00Z"), end: try moment("2027-01-01T00:00:00Z"))
      // Every quarter of an hour for half a day around each change of the clock.
      for change in zone.transitions(in: year) {
        for quarter in -48...48 {
          let instant = change.instant + Minutes(15 * quarter)
          let time = ClockTime(at: instant, in: zone)
          // Whatever was promised: the pass says which of the two is meant.
          #expect(time.instant(in: zone, near: year.start) == instant, "\(name)")
        }
      }
    }
  }

  @Test("Of a repeated time the pass is kept; of any other there is none")
  func passes() throws {
    let vienna = try Worlds.zone("Europe/Vienna")
    // 02:30 CEST is 00:30 UTC, 02:30 CET is 01:30 UTC.
    let first = ClockTime(at: try moment("2026-10-25T00:30:00Z"), in: vienna)
    let second = ClockTime(at: try moment("2026-10-25T01:30:00Z"), in: vienna)
    let plain = ClockTime(at: try moment("2026-10-25T02:00:00Z"), in: vienna)
    #expect(first == ClockTime(reading: try reading("2026-10-25T02:30"), pass: .first))
    #expect(second == ClockTime(reading: try reading("2026-10-25T02:30"), pass: .second))
    #expect(plain == ClockTime(reading: try reading("2026-10-25T03:00"), pass: nil))
  }

  @Test("A time that has come to be shown twice is the one nearer to what was promised")
  func nearest() throws {
    let vienna = try Worlds.zone("Europe/Vienna")
    let time = ClockTime(reading: try reading("2026-10-25T02:30"))
    let first = try moment("2026-10-25T00:30:00Z")
    let second = try moment("2026-10-25T01:30:00Z")
    #expect(time.instant(in: vienna, near: first) == first)
    #expect(time.instant(in: vienna, near: second) == second)
    // Half-way it is the first, as everywhere else.
    #expect(time.instant(in: vienna, near: try moment("2026-10-25T01:00:00Z")) == first)
  }

  @Test("A time that has come to be skipped is taken with the offset before the gap")
  func skipped() throws {
    let vienna = try Worlds.zone("Europe/Vienna")
    let time = ClockTime(reading: try reading("2026-03-29T02:30"))
    // 02:30 - 1 h, which the clock shows as 03:30.
    let instant = try moment("2026-03-29T01:30:00Z")
    #expect(time.instant(in: vienna, near: instant - .hours(5)) == instant)
  }
}
