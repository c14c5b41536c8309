import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Local table")
struct LocalTableTests {
  private func made(
    _ history: QueueHistory, opening: OpeningHours, before end: Instant? = nil,
    events: [Event] = [], closed: [LocalDay] = []
  ) -> LocalTable? {
    let clock = LocalClock(of: opening, over: history.grid.interval, source: history.grid)
    return LocalTable(
      history, before: end ?? history.grid.end, by: clock, events: events,
      closedOn: closed.contains)
  }

  private func constant(_ value: Double, zone: Zone, from day: LocalDay, days: Int, slot: Int = 30)
    -> QueueHistory
  {
    let grid = Grid(
      covering: Interval(start: zone.start(of: day), end: zone.start(of: day + days)),
      slot: Minutes(slot))
    return QueueHistory(
      queue: "q", grid: grid, offered: Array(repeating: value, count: grid.count))
  }

  @Test("A day of 25 hours shows an hour twice, one of 23 hours not at all")
  func clockChange() throws {
    let vienna = try Worlds.zone("Europe/Vienna")
    for (change, times) in [("2026-10-25", 2.0), ("2026-03-29", 0.0)] {
      let day = try #require(LocalDay(change))
      let history = constant(10, zone: vienna, from: day - 1, days: 2)
      let table = try #require(made(history, opening: .always(in: vienna)))
      #expect(table.firstDay == day - 1)
      #expect(table.dayCount == 2)
      // Slots 4 and 5 of the second day begin at 2:00 and 2:30.
      #expect(table.exposure[48 + 4] == times)
      #expect(table.contacts[48 + 5] == times * 10)
      #expect(table.exposure[48 + 6] == 1)
      #expect(table.exposure[4] == 1)
    }
  }

  @Test("Contacts are conserved, whatever the slots of the source")
  func conservation() throws {
    let kolkata = try Worlds.zone("Asia/Kolkata")
    for slot in [5, 7, 15, 60, 1440] {
      let history = constant(12, zone: .utc, from: Worlds.monday, days: 7, slot: slot)
      let table = try #require(made(history, opening: .always(in: kolkata)))
      let total = history.offered.reduce(0, +)
      #expect(abs(table.contacts.reduce(0, +) - total) < 1e-9 * total)
    }
  }

  @Test("A slot that begins before the opening gives its contacts to the open part")
  func opening() throws {
    let opening = OpeningHours(
      zone: .utc,
      spans: [.init(weekday: .monday, from: LocalTime(minutes: 450), to: LocalTime(minutes: 600))])
    let history = constant(8, zone: .utc, from: Worlds.monday, days: 1, slot: 60)
    let table = try #require(made(history, opening: opening))
    // Open from 7:30 to 10:00: slots 15 to 19. The hour from 7 is open for its second half.
    #expect(table.contacts[15] == 8)
    #expect(table.contacts[16] == 4)
    #expect(table.contacts.reduce(0, +) == 24)
    #expect(table.exposure.reduce(0, +) == 5)
    #expect(table.contactsWhileClosed == 21 * 8)
  }

  @Test("What was not observed, is negative or ends after the given moment teaches nothing")
  func unusable() throws {
    let whole = constant(10, zone: .utc, from: Worlds.monday, days: 2)
    var offered = whole.offered
    offered[3] = .nan
    offered[4] = -1
    offered[5] = .infinity
    let history = QueueHistory(queue: "q", grid: whole.grid, offered: offered)
    let end = whole.grid.start + Minutes(30 * 10 + 15)
    let table = try #require(made(history, opening: .always(in: .utc), before: end))
    // Slots 0 to 9 end in time, three of them are no observations.
    #expect(table.exposure.reduce(0, +) == 7)
    #expect(table.dayCount == 1)
    #expect(
      made(history, opening: .always(in: .utc), before: whole.grid.start) == nil)
    #expect(made(history, opening: OpeningHours(zone: .utc, spans: [])) == nil)
  }

  @Test("Events leave out, scale or set aside the contacts of their time")
  func events() throws {
    let history = constant(10, zone: .utc, from: Worlds.monday, days: 4)
    func event(_ day: Int, _ effect: Event.Effect) -> Event {
      let start = Zone.utc.instant(Worlds.monday + day, LocalTime(minutes: 600))
      return Event(
        interval: Interval(start: start, length: .hours(1)), queues: ["q"], tag: "t\(day)",
        effect: effect)
    }
    let events = [event(0, .exclude), event(1, .factor(4)), event(2, .learn), event(3, .factor(0))]
    let table = try #require(made(history, opening: .always(in: .utc), events: events))
    // Ten o'clock is slot 20.
    #expect([0, 1, 2, 3].map { table.exposure[48 * $0 + 20] } == [0, 4, 0, 0])
    #expect([0, 1, 2, 3].map { table.contacts[48 * $0 + 21] } == [0, 10, 0, 0])
    #expect(table.learned.map(\.tag) == ["t2", "t2"])
    #expect(table.learned.map(\.slot) == [20, 21])
    #expect(table.learned.allSatisfy { $0.day == 2 && $0.contacts == 10 && $0.exposure == 1 })
    #expect(table.excludedDays == [Worlds.monday, Worlds.monday + 3])
  }

  @Test("A closed day is as if it were not there")
  func closedDay() throws {
    let history = constant(10, zone: .utc, from: Worlds.monday, days: 3)
    let table = try #require(
      made(history, opening: .always(in: .utc), closed: [Worlds.monday + 1]))
    #expect(table.cells(of: 1).allSatisfy { table.exposure[$0] == 0 && table.contacts[$0] == 0 })
    #expect(table.contactsWhileClosed == 480)
  }
}
