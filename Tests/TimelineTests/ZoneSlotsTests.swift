import Statistics
import TestSupport
import Testing
import Timeline

@Suite("Slots of local days")
struct ZoneSlotsTests {
  @Test(
    "A day has as many quarters of an hour as really pass",
    arguments: [
      ("Europe/Vienna", "2026-03-28", 96), ("Europe/Vienna", "2026-03-29", 92),
      ("Europe/Vienna", "2026-10-25", 100), ("Australia/Lord_Howe", "2026-04-05", 98),
      ("Australia/Lord_Howe", "2026-10-04", 94), ("Antarctica/Troll", "2026-03-29", 88),
      ("Africa/Cairo", "2026-04-24", 92), ("Pacific/Apia", "2011-12-30", 0),
    ])
  func counts(zone: String, day: String, count: Int) throws {
    let zone = try Zones.named(zone)
    let day = try date(day)
    #expect(zone.grid(of: day, slot: Minutes(15)).count == count)
    #expect(zone.slots(of: day, each: Minutes(15)).count == count)
  }

  @Test("Over the hour that comes twice the clock shows it twice, marked the second time")
  func repeatedHour() throws {
    let vienna = try Zones.named("Europe/Vienna")
    let slots = vienna.slots(of: try date("2026-10-25"), each: Minutes(60))
    #expect(slots.count == 25)
    #expect(
      slots[1...4].map { "\($0.reading.time)\($0.isRepeated ? " again" : "")" }
        == ["01:00", "02:00", "02:00 again", "03:00"])
    #expect(slots[3].interval.start == (try moment("2026-10-25T01:00Z")))
  }

  @Test("Over the hour that is skipped the clock never shows it")
  func skippedHour() throws {
    let cairo = try Zones.named("Africa/Cairo")
    let slots = cairo.slots(of: try date("2026-04-24"), each: Minutes(30))
    // The date begins at 01:00.
    #expect(slots.first?.reading.description == "2026-04-24 01:00")
    #expect(slots.count == 46)
    #expect(slots.allSatisfy { !$0.isRepeated })
  }

  @Test("Where the clock changes by half a slot, the slots beside the change are shorter")
  func halfSlots() throws {
    let lordHowe = try Zones.named("Australia/Lord_Howe")
    // 02:00 becomes 01:30: 01:30 to 02:00 comes twice.
    let autumn = lordHowe.slots(of: try date("2026-04-05"), each: Minutes(60))
    #expect(
      autumn[0...3].map { "\($0.reading.time) \($0.interval.length)" }
        == ["00:00 1h", "01:00 1h", "01:30 30m", "02:00 1h"])
    #expect(autumn.count == 25 && autumn[2].isRepeated)
    // 02:00 becomes 02:30.
    let spring = lordHowe.slots(of: try date("2026-10-04"), each: Minutes(60))
    #expect(
      spring[1...3].map { "\($0.reading.time) \($0.interval.length)" }
        == ["01:00 1h", "02:30 30m", "03:00 1h"])
    // Equal slots of absolute time overshoot a date of 24.5 hours.
    #expect(lordHowe.grid(of: try date("2026-04-05"), slot: Minutes(60)).count == 25)
  }

  @Test("Slots tile any dates of any zone, and the clock shows their reading")
  func laws() throws {
    let zones = try Zones.ofEveryKind.map(Zones.named)
    forEvery(seed: 0..<400) { seed in
      var generator = Generator(seed: seed)
      let zone = zones[generator.index(below: zones.count)]
      let slot = Minutes(
        [5, 15, 30, 60, 1 + generator.index(below: 1440)][generator.index(below: 5)])
      // 1970 to 2100; one in two about a change of the clock.
      var first = LocalDay(daysSince1970: generator.index(below: 47_000))
      let year = Interval(
        start: zone.start(of: first), end: zone.start(of: first + 366))
      if generator.index(below: 2) == 0, let change = zone.transitions(in: year).first {
        first = zone.day(at: change.instant) - 1
      }
      let days = first...first + generator.index(below: 4)
      let slots = zone.slots(of: days, each: slot)
      let isTiled =
        zip(slots, slots.dropFirst()).allSatisfy { $0.interval.end == $1.interval.start }
        && slots.first?.interval.start ?? zone.start(of: first) == zone.start(of: first)
        && slots.last?.interval.end ?? zone.start(of: first) == zone.start(of: days.upperBound + 1)
      let isShown = slots.allSatisfy { part in
        let last = Instant(seconds: part.interval.end.seconds - 1)
        let length = part.interval.end.seconds - part.interval.start.seconds
        return part.reading == zone.reading(at: part.interval.start)
          && length > 0 && length <= 60 * slot.count
          // One reading within the slot: the clock runs through it without a change.
          && zone.reading(at: last).secondsSince1970 == part.reading.secondsSince1970 + length - 1
          && zone.instant(of: part.reading, whenRepeated: part.isRepeated ? .second : .first)
            == part.interval.start
      }
      let grid = zone.grid(of: days, slot: slot)
      let readings = zone.readings(of: grid)
      let isRead =
        readings.count == grid.count
        && grid.indices.allSatisfy { readings[$0] == zone.reading(at: grid.start(of: $0)) }
      return isTiled && isShown && isRead
    }
  }
}
