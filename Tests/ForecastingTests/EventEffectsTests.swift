import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Event effects")
struct EventEffectsTests {
  @Test("Events of a tag are learnt together, and do not lift ordinary days")
  func tags() throws {
    var planted = PlantedHistory(weeks: 20)
    let first = planted.firstDay
    let days = [30, 64, 101]
    planted.rate = { day, hour in
      days.contains(day - first) && hour >= 9 && hour < 12 ? 240 : 60
    }
    let events = days.map { day in
      Event(
        interval: Interval(
          start: Zone.utc.instant(first + day, LocalTime(minutes: 540)), length: .hours(3)),
        queues: ["q"], tag: "sale", effect: .learn)
    }
    let past = try #require(planted.past(events: events))
    let model = QueueModel(of: past, through: past.dayCount)
    // Three times 4, drawn to 1 by a fifth of one: (12 + 0.2) / 3.2 = 3.8125.
    let factor = try #require(model.events.factor(of: "sale"))
    #expect(abs(factor - 3.8125) < 0.001)
    #expect(model.events.factor(of: "tv") == nil)
    #expect(abs(model.rates(on: past.dayCount)[20] - 30) < 1e-3)
    // Before the second sale only one was known: (4 + 0.2) / 1.2 = 3.5.
    let early = QueueModel(of: past, through: 60)
    #expect(abs(try #require(early.events.factor(of: "sale")) - 3.5) < 0.001)
  }
}
