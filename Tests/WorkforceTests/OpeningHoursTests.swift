import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("OpeningHours")
struct OpeningHoursTests {
  private let vienna: Zone

  init() throws {
    vienna = try Worlds.zone("Europe/Vienna")
  }

  /// Open on every weekday from one time to another.
  private func daily(_ from: String, _ to: String, in zone: Zone) throws -> OpeningHours {
    let from = try time(from)
    let to = try time(to)
    return OpeningHours(
      zone: zone, spans: Weekday.allCases.map { .init(weekday: $0, from: from, to: to) })
  }

  /// The slots of a week in a zone.
  private func week(from day: String, in zone: Zone, slot: Int = 30) throws -> Grid {
    PlanningWeek(firstDay: try date(day), zone: zone, slot: Minutes(slot)).grid
  }

  @Test("A queue that is always open is open in every slot, also where the clock changes")
  func always() throws {
    for zone in ["Europe/Vienna", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Apia"] {
      let opening = OpeningHours.always(in: try Worlds.zone(zone))
      #expect(opening.isAlways)
      for day in ["2026-03-23", "2026-04-20", "2026-10-19", "2026-10-26", "2011-12-26"] {
        let grid = try week(from: day, in: opening.zone)
        #expect(opening.mask(on: grid).allSatisfy { $0 }, "\(zone), week from \(day)")
      }
    }
  }

  @Test("Day hours count the same on every day of the week of a clock change")
  func dayHours() throws {
    let opening = try daily("08:00", "20:00", in: vienna)
    for day in ["2026-03-23", "2026-10-19", "2026-12-07"] {
      let grid = try week(from: day, in: vienna)
      let mask = opening.mask(on: grid)
      // 7 days of 12 hours of 2 slots.
      #expect(mask.count { $0 } == 7 * 12 * 2)
      for index in grid.indices {
        let hour = vienna.reading(at: grid.start(of: index)).time.minutes / 60
        #expect(mask[index] == (8..<20).contains(hour))
      }
    }
  }

  @Test("Night hours lose the skipped hour and gain the repeated one")
  func nightHours() throws {
    let opening = try daily("01:00", "05:00", in: vienna)
    let spring = opening.intervals(on: try date("2026-03-29"))
    let autumn = opening.intervals(on: try date("2026-10-25"))
    let plain = opening.intervals(on: try date("2026-12-07"))
    #expect(spring.map(\.length) == [.hours(3)])
    #expect(autumn.map(\.length) == [.hours(5)])
    #expect(plain.map(\.length) == [.hours(4)])
    // 24 h of six days at 2 slots each, and 3 or 5 h on the seventh.
    #expect(opening.mask(on: try week(from: "2026-03-23", in: vienna)).count { $0 } == 48 + 6)
    #expect(opening.mask(on: try week(from: "2026-10-19", in: vienna)).count { $0 } == 48 + 10)
  }

  @Test("Hours up to 24:00 reach the next date's start, also over a change at midnight")
  func midnight() throws {
    let cairo = try Worlds.zone("Africa/Cairo")
    let opening = try daily("20:00", "24:00", in: cairo)
    // 23:00 to 24:00 comes twice on 29 October: 5 hours. On 23 April the date ends as ever, and the
    // next one begins at 01:00.
    #expect(opening.intervals(on: try date("2026-10-29")).map(\.length) == [.hours(5)])
    #expect(opening.intervals(on: try date("2026-04-23")).map(\.length) == [.hours(4)])
    let early = try daily("00:00", "02:00", in: cairo)
    #expect(early.intervals(on: try date("2026-04-24")).map(\.length) == [.hours(1)])
  }

  @Test("A date that was skipped has no hours")
  func skippedDate() throws {
    let apia = try Worlds.zone("Pacific/Apia")
    #expect(OpeningHours.always(in: apia).intervals(on: try date("2011-12-30")).isEmpty)
  }

  @Test("A queue is closed on closed dates of its own zone, whatever the grid's")
  func closedDates() throws {
    let tokyo = try Worlds.zone("Asia/Tokyo")
    let holiday = try date("2026-12-09")
    let grid = try week(from: "2026-12-07", in: vienna)
    let mask = OpeningHours.always(in: tokyo).mask(on: grid, closedOn: { $0 == holiday })
    // 9 December in Tokyo (+09:00) is 8 December 15:00 UTC to 9 December 15:00 UTC.
    let closed = Interval(start: try moment("2026-12-08T15:00Z"), length: .hours(24))
    for index in grid.indices {
      #expect(mask[index] == !closed.contains(grid.start(of: index)))
    }
  }

  @Test("A slot is open if its start is, and only then")
  func slotStarts() throws {
    let opening = try daily("08:10", "08:50", in: vienna)
    let grid = Grid(start: try moment("2026-12-07T07:00Z"), slot: Minutes(15), count: 4)
    // Slots start at 08:00, 08:15, 08:30 and 08:45 local time.
    #expect(opening.mask(on: grid) == [false, true, true, true])
    let late = Grid(start: try moment("2026-12-07T07:50Z"), slot: Minutes(15), count: 1)
    #expect(opening.mask(on: late) == [false])
  }

  @Test("The mask is what the clock says at each start of a slot")
  func againstClock() throws {
    // Bounds keep away from 01:00 to 04:00, where one reading can be two moments or none.
    let bounds = [0, 30, 60, 240, 285, 480, 725, 1000, 1080, 1320, 1440]
    let zones = [vienna, try Worlds.zone("America/New_York"), try Worlds.zone("Asia/Kolkata")]
    let mondays = [try date("2026-03-02"), try date("2026-03-23"), try date("2026-10-26")]
    forEvery(seed: 0..<100) { seed in
      var generator = Generator(seed: seed)
      let spans = (0..<8).map { _ in
        let from = generator.index(below: bounds.count - 1)
        let to = from + 1 + generator.index(below: bounds.count - 1 - from)
        return OpeningHours.Span(
          weekday: Weekday.allCases[generator.index(below: 7)],
          from: LocalTime(minutes: bounds[from]), to: LocalTime(minutes: bounds[to]))
      }
      let zone = zones[generator.index(below: zones.count)]
      let opening = OpeningHours(zone: zone, spans: spans)
      let closed = mondays[generator.index(below: 3)] + generator.index(below: 7)
      let grid = Grid(
        start: Instant(seconds: 86_400 * mondays[generator.index(below: 3)].daysSince1970),
        slot: Minutes(15), count: 700)
      let mask = opening.mask(on: grid, closedOn: { $0 == closed })
      return grid.indices.allSatisfy { index in
        let reading = zone.reading(at: grid.start(of: index))
        let isOpen =
          reading.day != closed
          && spans.contains { span in
            span.weekday == reading.day.weekday && span.from <= reading.time
              && reading.time < span.to
          }
        return mask[index] == isOpen
      }
    }
  }

  @Test("Only hours around the clock on all seven days are always")
  func isAlways() throws {
    #expect(!(try daily("00:00", "23:59", in: vienna)).isAlways)
    let noSunday = OpeningHours.always(in: vienna).spans.filter { $0.weekday != .sunday }
    #expect(!OpeningHours(zone: vienna, spans: noSunday).isAlways)
    #expect(!OpeningHours(zone: vienna, spans: []).isAlways)
  }

  @Test("An empty grid has an empty mask")
  func empty() {
    let grid = Grid(start: Instant(seconds: 0), slot: Minutes(15), count: 0)
    #expect(OpeningHours.always(in: vienna).mask(on: grid).isEmpty)
  }
}
