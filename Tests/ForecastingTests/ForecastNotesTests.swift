import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Forecast notes")
struct ForecastNotesTests {
  @Test("Dates are named up to five, the rest counted")
  func dates() {
    var notes = ForecastNotes()
    notes.addOdd([])
    notes.addOdd([Worlds.monday])
    notes.addExcluded((0..<7).map { Worlds.monday + $0 })
    #expect(
      notes.sentences == [
        "2026-12-07 is unlike other days and is left out; name an event in calendar/events.csv if "
          + "there was one",
        "left out because of events: 2026-12-07, 2026-12-08, 2026-12-09, 2026-12-10, 2026-12-11 "
          + "and 2 more days",
      ])
  }

  @Test("A note tells of a stale history, closed hours and assumed handling times")
  func history() throws {
    let planted = PlantedHistory(weeks: 8)
    let late = Grid(start: planted.nextWeek.start + .days(21), slot: .hours(1), count: 24)
    let forecast = try forecast(
      planted.exact(), over: late, named: "f",
      in: .ofOneQueue(opening: .daily(from: 8, to: 20, in: .utc)), seed: 1)
    // Twelve hours of 60 on 56 days: 40,320.
    #expect(
      forecast.queues[0].notes == [
        "the history ends 21 days before the forecast; import the latest weeks",
        "40320 contacts came while the queue was closed and are left out; check its opening hours",
        "no handling times in the history: 300 s are assumed; set aht in queues.yaml",
      ])
  }

  @Test("A note names weekdays, holidays and tags that were never seen")
  func unseen() {
    var notes = ForecastNotes()
    notes.addUnseen(weekdays: [5, 6], areClosed: true)
    notes.addUnseen(weekdays: [], areClosed: true)
    notes.addUnseen(holidays: [Holiday(day: Worlds.monday, name: "Boxing Day")])
    notes.addUnseen(tags: ["sale"])
    #expect(
      notes.sentences == [
        "no observation on Saturday, Sunday, though the queue is open; no contacts are expected then",
        "2026-12-07, \"Boxing Day\", has no like in the history: taken as the mean holiday, or as an "
          + "ordinary day where none was seen",
        "no event \"sale\" is in the history: no effect is expected; give it a factor in "
          + "calendar/events.csv",
      ])
  }
}
