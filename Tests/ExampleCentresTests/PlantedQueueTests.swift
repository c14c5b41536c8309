import ExampleCentres
import Testing
import Timeline
import Workforce

@Suite struct PlantedQueueTests {
  private func planted(_ id: Queue.ID, of centre: ExampleCentre) throws -> PlantedQueue {
    try #require(try centre.truth(zones: ZoneDatabase())[id])
  }

  /// The sum of the slots of a local day.
  private func total(of queue: PlantedQueue, on day: LocalDay) -> Double {
    let interval = queue.opening.zone.interval(of: day)
    let grid = Grid(covering: interval, slot: queue.slot)
    return grid.indices.reduce(0) { sum, index in
      sum + (queue.expectation(at: grid.start(of: index))?.volume ?? 0)
    }
  }

  @Test("The slots of a day add up to the day")
  func slotsAddUp() throws {
    for id in ["de-voice", "es-chat", "hi-voice"] as [Queue.ID] {
      let queue = try planted(id, of: .followTheSun)
      let day = ExampleCentre.followTheSun.firstDay - 13
      let sum = total(of: queue, on: day)
      #expect(abs(sum - queue.expectedVolume(on: day)) < 1e-9 * sum, "\(id)")
    }
  }

  @Test("A day's mean is level x trend x month x weekday x holiday")
  func dayIsAProduct() throws {
    let queue = try planted("de-voice", of: .firstWeek)
    let pattern = queue.pattern
    let monday = ExampleCentre.firstWeek.firstDay
    // 7 December lies 22 of 30 days from 15 November (1.05) to 15 December (1.08).
    let month = 1.05 + 22.0 / 30 * 0.03
    let expected = pattern.level * month * pattern.weekdays[0]
    #expect(abs(queue.expectedVolume(on: monday) - expected) < 1e-9)
    // Tuesday is a holiday in Austria (0.5), Wednesday the day after (1.12).
    #expect(queue.holidayFactor(on: monday + 1) == 0.5)
    #expect(queue.holidayFactor(on: monday + 2) == 1.12)
    #expect(queue.holidayFactor(on: monday + 3) == 1)
  }

  @Test("Growth is a share of the level a year, on a straight line")
  func growthIsLinear() throws {
    let queue = try planted("hi-voice", of: .followTheSun)
    // 1,461 days are four years of 365.25 and not a whole number of weeks: a Monday and a Friday.
    let day = ExampleCentre.followTheSun.firstDay
    let before = day - 1461
    let ratio =
      queue.expectedVolume(on: before) / queue.pattern.weekdays[before.weekday.number - 1]
      / (queue.expectedVolume(on: day) / queue.pattern.weekdays[day.weekday.number - 1])
    #expect(abs(ratio - (1 - 4 * 0.22)) < 1e-9)
  }

  @Test("A festival may bring more contacts, where other holidays bring fewer")
  func festivals() throws {
    let queue = try planted("hi-voice", of: .followTheSun)
    let diwali = try #require(LocalDay("2026-11-08"))
    let republic = try #require(LocalDay("2026-01-26"))
    #expect(queue.holidayFactor(on: diwali) == 1.4)
    #expect(queue.holidayFactor(on: republic) == 0.85)
  }

  @Test("A market's holiday leaves the other markets alone")
  func marketsAreApart() throws {
    let day = ExampleCentre.followTheSun.firstDay + 1
    let truth = try ExampleCentre.followTheSun.truth(zones: ZoneDatabase())
    for queue in truth.queues {
      let isTouched = queue.id.rawValue.hasPrefix("de-") || queue.id.rawValue.hasPrefix("es-")
      #expect((queue.holidayFactor(on: day) < 0.7) == isTouched, "\(queue.id)")
    }
  }

  @Test("A price letter in the planned week lifts the English queues for one London day")
  func incidentInTheWeek() throws {
    let queue = try planted("en-voice", of: .followTheSun)
    let other = try planted("fr-voice", of: .followTheSun)
    let day = ExampleCentre.followTheSun.firstDay + 2
    let interval = queue.opening.zone.interval(of: day)
    #expect(queue.incidentFactor(at: interval.start) == 1.35)
    #expect(queue.incidentFactor(at: interval.end - Minutes(15)) == 1.35)
    #expect(queue.incidentFactor(at: interval.end) == 1)
    #expect(queue.incidentFactor(at: interval.start - Minutes(15)) == 1)
    #expect(other.incidentFactor(at: interval.start) == 1)
  }

  @Test("A closed queue expects nothing, to the slot")
  func closedSlots() throws {
    let queue = try planted("es-chat", of: .followTheSun)
    let bogota = queue.opening.zone
    let day = ExampleCentre.followTheSun.firstDay
    let seven = bogota.instant(day, LocalTime(minutes: 7 * 60))
    let eleven = bogota.instant(day, LocalTime(minutes: 23 * 60))
    #expect(queue.expectation(at: seven - Minutes(15)) == nil)
    #expect(queue.expectation(at: seven) != nil)
    #expect(queue.expectation(at: eleven - Minutes(15)) != nil)
    #expect(queue.expectation(at: eleven) == nil)
  }

  @Test("Nights take longer to handle than mornings")
  func handlingHasADayShape() throws {
    let queue = try planted("de-voice", of: .followTheSun)
    let day = ExampleCentre.followTheSun.firstDay
    let zone = queue.opening.zone
    let night = try #require(queue.expectation(at: zone.instant(day, LocalTime(minutes: 180))))
    let noon = try #require(queue.expectation(at: zone.instant(day, LocalTime(minutes: 645))))
    // 290 s at the level day; 03:00-03:15 lies an eighth of the way from 1.15 to 1.13, 10:45-11:00
    // seven eighths from 0.97 to 0.97.
    #expect(abs(night.handlingTime - 290 * (1.15 - 0.125 * 0.02)) < 1e-9)
    #expect(abs(noon.handlingTime - 290 * 0.97) < 1e-9)
  }

  @Test("An hour that the clock repeats brings its contacts again, a skipped one none")
  func clockChanges() throws {
    let queue = try planted("de-voice", of: .followTheSun)
    let october = try #require(LocalDay("2025-10-26"))
    let march = try #require(LocalDay("2026-03-29"))
    #expect(total(of: queue, on: october) > queue.expectedVolume(on: october))
    #expect(total(of: queue, on: march) < queue.expectedVolume(on: march))
  }
}
