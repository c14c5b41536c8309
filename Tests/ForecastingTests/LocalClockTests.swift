import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Local clock")
struct LocalClockTests {
  private func clock(
    _ opening: OpeningHours, from day: String, days: Int = 7, source slot: Int = 30,
    sourceOffset: Int = 0
  ) throws -> (clock: LocalClock, grid: Grid) {
    let first = try #require(LocalDay(day))
    let zone = opening.zone
    let span = Interval(start: zone.start(of: first), end: zone.start(of: first + days))
    let grid = Grid(covering: span, slot: Minutes(slot))
    let source = Grid(start: span.start + Minutes(sourceOffset), slot: Minutes(slot), count: 1)
    return (LocalClock(of: opening, over: span, source: source), grid)
  }

  @Test("Slots are those of the history, made finer until opening hours and offsets fit")
  func slotLength() throws {
    let utc = Zone.utc
    let kolkata = try Worlds.zone("Asia/Kolkata")
    let always = OpeningHours.always(in: utc)
    let late = OpeningHours(
      zone: utc,
      spans: [.init(weekday: .monday, from: LocalTime(minutes: 465), to: LocalTime(minutes: 1080))])
    func slot(_ opening: OpeningHours, _ length: Int, offset: Int = 0) throws -> Int {
      try clock(opening, from: "2026-12-07", source: length, sourceOffset: offset).clock.slot.count
    }
    #expect(try slot(always, 30) == 30)
    #expect(try slot(always, 1440) == 60)
    // 7:45 needs quarters.
    #expect(try slot(late, 60) == 15)
    // Hours of Greenwich begin at half past in India: 5:30 after the local midnight of 18:30.
    #expect(try slot(.always(in: kolkata), 60, offset: 30) == 30)
    // 7 minutes do not fit anything; five are fine enough.
    #expect(try slot(always, 7) == 5)
  }

  @Test("Pieces tile a week without gap or overlap, through a change of the clock")
  func tiling() throws {
    let vienna = try Worlds.zone("Europe/Vienna")
    for day in ["2026-03-23", "2026-10-19", "2026-12-07"] {
      for slot in [7, 15, 60, 90, 1440] {
        let (clock, grid) = try clock(.always(in: vienna), from: day, source: slot)
        for index in grid.indices {
          let interval = grid.interval(of: index)
          var next = interval.start
          clock.forEachPiece(of: interval) { piece in
            #expect(piece.start == next)
            let reading = vienna.reading(at: piece.start)
            #expect(piece.day == reading.day)
            #expect(piece.slot == reading.secondOfDay / (60 * clock.slot.count))
            next = Instant(seconds: piece.start.seconds + piece.seconds)
          }
          #expect(next == interval.end)
        }
      }
    }
  }

  @Test("Open slots are those of the opening hours")
  func open() throws {
    let vienna = try Worlds.zone("Europe/Vienna")
    let opening = OpeningHours(
      zone: vienna,
      spans: [
        .init(weekday: .monday, from: LocalTime(minutes: 480), to: LocalTime(minutes: 1080)),
        .init(weekday: .sunday, from: .midnight, to: .endOfDay),
      ])
    for day in ["2026-03-23", "2026-10-19", "2026-12-07"] {
      let (clock, grid) = try clock(opening, from: day)
      let mask = opening.mask(on: grid)
      for index in grid.indices {
        clock.forEachPiece(of: grid.interval(of: index)) { piece in
          #expect(clock.isOpen(piece) == mask[index])
        }
      }
    }
  }
}
