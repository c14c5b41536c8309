import Statistics
import TestSupport
import Testing
import Timeline

@Suite("Zone")
struct ZoneTests {
  @Test("A reading in a gap is skipped, and means the offset before it")
  func gap() throws {
    let vienna = try Zones.named("Europe/Vienna")
    let skipped = try reading("2026-03-29 02:30")
    #expect(
      vienna.occurrence(of: skipped)
        == .never(skippedAt: try moment("2026-03-29T01:00Z"), offsetBefore: 3600))
    // 02:30 at +01:00 is 01:30 UTC, when the clock shows 03:30.
    #expect(vienna.instant(of: skipped) == (try moment("2026-03-29T01:30Z")))
    #expect(vienna.reading(at: vienna.instant(of: skipped)) == (try reading("2026-03-29 03:30")))
    // The gap's first second is in it, the first one after it is not.
    #expect(
      vienna.occurrence(of: try reading("2026-03-29 01:59"))
        == .once(try moment("2026-03-29T00:59Z")))
    #expect(
      vienna.occurrence(of: try reading("2026-03-29 02:00"))
        == .never(skippedAt: try moment("2026-03-29T01:00Z"), offsetBefore: 3600))
    #expect(
      vienna.occurrence(of: try reading("2026-03-29 03:00"))
        == .once(try moment("2026-03-29T01:00Z")))
  }

  @Test("A reading in a repeated hour comes twice, and the first is meant unless asked")
  func repeated() throws {
    let vienna = try Zones.named("Europe/Vienna")
    let twice = try reading("2026-10-25 02:30")
    let first = try moment("2026-10-25T00:30Z")
    let second = try moment("2026-10-25T01:30Z")
    #expect(vienna.occurrence(of: twice) == .twice(first: first, second: second))
    #expect(vienna.instant(of: twice) == first)
    #expect(vienna.instant(of: twice, whenRepeated: .second) == second)
    #expect(
      vienna.occurrence(of: try reading("2026-10-25 03:00"))
        == .once(try moment("2026-10-25T02:00Z")))
    #expect(
      vienna.occurrence(of: try reading("2026-10-25 01:59:59"))
        == .once(try moment("2026-10-24T23:59:59Z")))
  }

  @Test(
    "A local day lasts as long as its clock takes",
    arguments: [
      ("Europe/Vienna", "2026-03-28", "24h"), ("Europe/Vienna", "2026-03-29", "23h"),
      ("Europe/Vienna", "2026-10-25", "25h"), ("Europe/Dublin", "2026-03-29", "23h"),
      ("Europe/Dublin", "2026-10-25", "25h"), ("Australia/Lord_Howe", "2026-04-05", "24h30m"),
      ("Australia/Lord_Howe", "2026-10-04", "23h30m"), ("Antarctica/Troll", "2026-03-29", "22h"),
      ("Antarctica/Troll", "2026-10-25", "26h"),
      // Changes at midnight: the gap swallows the date's first hour, or 23:xx comes twice.
      ("Africa/Cairo", "2026-04-24", "23h"), ("Africa/Cairo", "2026-10-29", "25h"),
      ("America/Santiago", "2026-09-06", "23h"), ("America/Santiago", "2026-04-04", "25h"),
      // The clock of Asunción moved to summer time for good in 2024.
      ("America/Asuncion", "2024-10-06", "23h"), ("America/Asuncion", "2025-03-23", "24h"),
      // Samoa left out a date, and Kwajalein one in 1993.
      ("Pacific/Apia", "2011-12-29", "24h"), ("Pacific/Apia", "2011-12-30", "0m"),
      ("Pacific/Apia", "2011-12-31", "24h"), ("Pacific/Kwajalein", "1993-08-21", "0m"),
      // North Korea put its clocks forward by half an hour at 23:30.
      ("Asia/Pyongyang", "2018-05-04", "23h30m"),
      ("Asia/Kolkata", "2026-03-29", "24h"),
    ])
  func dayLengths(zone: String, day: String, length: String) throws {
    let interval = try Zones.named(zone).interval(of: try date(day))
    #expect(interval.length.description == length)
  }

  @Test("A date whose midnight is skipped begins with the end of the gap")
  func midnightGap() throws {
    let cairo = try Zones.named("Africa/Cairo")
    let day = try date("2026-04-24")
    #expect(cairo.start(of: day) == (try moment("2026-04-23T22:00Z")))
    #expect(cairo.reading(at: cairo.start(of: day)).time == LocalTime(minutes: 60))
    #expect(cairo.day(at: Instant(seconds: cairo.start(of: day).seconds - 1)) == day - 1)
  }

  @Test("A clock that goes back over midnight shows the old date again")
  func backOverMidnight() throws {
    let cairo = try Zones.named("Africa/Cairo")
    // 24:00 on 29 October becomes 23:00: 21:00 UTC.
    #expect(cairo.reading(at: try moment("2026-10-29T20:59:59Z")).description == "2026-10-29 23:59")
    #expect(cairo.reading(at: try moment("2026-10-29T21:00:00Z")).description == "2026-10-29 23:00")
    #expect(cairo.start(of: try date("2026-10-30")) == (try moment("2026-10-29T22:00Z")))
  }

  @Test("A skipped date is never shown")
  func skippedDate() throws {
    let apia = try Zones.named("Pacific/Apia")
    let change = try moment("2011-12-30T10:00:00Z")
    #expect(
      apia.occurrence(of: try reading("2011-12-30 12:00"))
        == .never(skippedAt: change, offsetBefore: -10 * 3600))
    #expect(apia.interval(of: try date("2011-12-30")) == Interval(start: change, end: change))
    #expect(apia.day(at: Instant(seconds: change.seconds - 1)) == (try date("2011-12-29")))
    #expect(apia.day(at: change) == (try date("2011-12-31")))
  }

  @Test("Readings of instants lead back to them", arguments: Zones.ofEveryKind)
  func roundTrip(name: String) throws {
    let zone = try Zones.named(name)
    forEvery(seed: 0..<1500) { seed in
      var generator = Generator(seed: seed)
      // 1900 to 2600, where tables, rules and repeated rules answer.
      let instant = Instant(seconds: generator.index(below: 22_000_000_000) - 2_208_988_800)
      return leadsBack(instant, in: zone)
    }
    // The seconds around every change of 1970 to 2050.
    let years = Interval(start: Instant(seconds: 0), end: Instant(seconds: 2_524_608_000))
    for change in zone.transitions(in: years) {
      let jump = abs(change.offsetAfter - change.offsetBefore)
      for distance in [-jump - 1, -jump, -1, 0, 1, jump - 1, jump, jump + 1] {
        #expect(leadsBack(Instant(seconds: change.instant.seconds + distance), in: zone))
      }
    }
  }

  private func leadsBack(_ instant: Instant, in zone: Zone) -> Bool {
    let reading = zone.reading(at: instant)
    switch zone.occurrence(of: reading) {
    case .once(let only):
      return only == instant && zone.instant(of: reading) == instant
        && zone.instant(of: reading, whenRepeated: .second) == instant
    case .twice(let first, let second):
      return first < second && (first == instant || second == instant)
        && zone.reading(at: first) == reading && zone.reading(at: second) == reading
        && zone.instant(of: reading) == first
        && zone.instant(of: reading, whenRepeated: .second) == second
    case .never:
      return false
    }
  }

  @Test(
    "A skipped reading lies between what the clock shows before and after",
    arguments: Zones.ofEveryKind)
  func skippedReadings(name: String) throws {
    let zone = try Zones.named(name)
    let years = Interval(start: Instant(seconds: 0), end: Instant(seconds: 2_524_608_000))
    for change in zone.transitions(in: years) where change.offsetAfter > change.offsetBefore {
      let lower = change.instant.seconds + change.offsetBefore
      for local in [lower, change.instant.seconds + change.offsetAfter - 1] {
        let skipped = LocalReading(secondsSince1970: local)
        #expect(
          zone.occurrence(of: skipped)
            == .never(skippedAt: change.instant, offsetBefore: change.offsetBefore))
        // RFC 5545: as far after the change as the reading is after the gap's beginning.
        #expect(zone.instant(of: skipped).seconds == change.instant.seconds + local - lower)
      }
    }
  }

  @Test("The days of 1970 to 2050 tile time and show their own date", arguments: Zones.ofEveryKind)
  func daysTile(name: String) throws {
    let zone = try Zones.named(name)
    var previous = zone.interval(of: LocalDay(daysSince1970: -1))
    for number in 0..<29_220 {
      let day = LocalDay(daysSince1970: number)
      let interval = zone.interval(of: day)
      let showsDate =
        interval.isEmpty
        || (zone.day(at: interval.start) == day
          && zone.day(at: Instant(seconds: interval.end.seconds - 1)) == day)
      guard interval.start == previous.end, showsDate, interval.length <= .hours(26) else {
        Issue.record("\(day) in \(name) is \(interval) after \(previous)")
        return
      }
      previous = interval
    }
  }

  @Test("Changes are listed with both offsets, the bounds taken as [start, end)")
  func transitions() throws {
    let vienna = try Zones.named("Europe/Vienna")
    let spring = try moment("2026-03-29T01:00Z")
    let autumn = try moment("2026-10-25T01:00Z")
    let between = vienna.transitions(in: Interval(start: spring, end: autumn))
    #expect(between.map(\.instant) == [spring])
    #expect(between.first?.offsetBefore == 3600)
    #expect(between.first?.offsetAfter == 7200)
    #expect(between.first?.abbreviationAfter == "CEST")
    let after = vienna.transitions(
      in: Interval(start: spring + Minutes(1), end: autumn + Minutes(1)))
    #expect(after.map(\.instant) == [autumn])
    #expect(vienna.transitions(in: Interval(start: spring, end: spring)).isEmpty)
    // Two a year, also after the table.
    let far = Interval(start: try moment("2400-01-01T00:00Z"), end: try moment("2500-01-01T00:00Z"))
    #expect(vienna.transitions(in: far).count == 200)
  }

  @Test("Greenwich needs no file")
  func utc() throws {
    let instant = try moment("2026-07-01T12:00Z")
    #expect(Zone.utc.offset(at: instant) == 0)
    #expect(Zone.utc.abbreviation(at: instant) == "UTC")
    #expect(Zone.utc.instant(of: try reading("2026-07-01 12:00")) == instant)
  }

  @Test("Zones are equal by name and rules")
  func equality() throws {
    let vienna = try Zones.named("Europe/Vienna")
    #expect(vienna == (try Zones.named("Europe/Vienna")))
    #expect(vienna.hashValue == (try Zones.named("Europe/Vienna")).hashValue)
    #expect(vienna != (try Zones.named("Europe/Berlin")))
    #expect(vienna.description == "Europe/Vienna")
  }
}
