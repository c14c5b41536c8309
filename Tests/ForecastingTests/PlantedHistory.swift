import Statistics
import TestSupport
import Timeline
import Workforce

/// A queue whose truth is known: what is expected in each hour of the local clock.
///
/// Tests plant one thing at a time and look whether the forecast finds it.
struct PlantedHistory {
  var zone = Zone.utc
  /// The first local day; a Monday.
  var firstDay = LocalDay(daysSince1970: 20_794 - 7 * 30)
  var weeks = 30
  var slot = Minutes(30)
  /// Expected contacts an hour of a local day at a local hour (with fraction).
  var rate: (LocalDay, Double) -> Double = { _, _ in 60 }

  /// The first day after the history; a Monday.
  var nextDay: LocalDay { firstDay + 7 * weeks }

  var grid: Grid {
    Grid(
      covering: Interval(start: zone.start(of: firstDay), end: zone.start(of: nextDay)), slot: slot)
  }

  /// The grid of the week after the history.
  var nextWeek: Grid {
    Grid(
      covering: Interval(start: zone.start(of: nextDay), end: zone.start(of: nextDay + 7)),
      slot: slot)
  }

  func expected(on grid: Grid) -> [Double] {
    grid.indices.map { index in
      let reading = zone.reading(at: grid.start(of: index))
      return rate(reading.day, Double(reading.secondOfDay) / 3600) * grid.slot.hours
    }
  }

  /// Exactly the expected contacts, of the queue `q`.
  func exact() -> History { history(expected(on: grid)) }

  /// Drawn contacts: negative binomial around a gamma factor of the day.
  func drawn(seed: UInt64, dispersion: Double = 0, dayDispersion: Double = 0) -> History {
    history(draws(on: grid, seed: seed, dispersion: dispersion, dayDispersion: dayDispersion))
  }

  func draws(on grid: Grid, seed: UInt64, dispersion: Double, dayDispersion: Double = 0)
    -> [Double]
  {
    var generator = Generator(seed: seed, stream: "planted")
    var today: (day: LocalDay, factor: Double)?
    return zip(grid.indices, expected(on: grid)).map { index, mean in
      let day = zone.day(at: grid.start(of: index))
      if today?.day != day {
        let factor =
          dayDispersion > 0 ? dayDispersion * generator.gamma(shape: 1 / dayDispersion) : 1
        today = (day, factor)
      }
      return Double(
        generator.negativeBinomial(mean: mean * (today?.factor ?? 1), dispersion: dispersion))
    }
  }

  func history(_ offered: [Double]) -> History {
    History([QueueHistory(queue: "q", grid: grid, offered: offered)])
  }
}

extension Centre {
  /// A centre that has one queue, `q`, and what else a test wants to say of it.
  static func ofOneQueue(
    opening: OpeningHours, closedOnHolidays: Bool = false, assumedHandlingTime: Double? = nil,
    channel: Channel = .voice, events: [Event] = [], holidays: [Holiday] = []
  ) -> Centre {
    Centre(
      name: "planted", zone: opening.zone, interval: Minutes(30), sites: [],
      queues: [
        Queue(
          id: "q", channel: channel, language: "de", opening: opening,
          goal: Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20), market: "xx",
          isClosedOnHolidays: closedOnHolidays, assumedHandlingTime: assumedHandlingTime)
      ],
      contracts: [], templates: [], agents: [], events: events,
      holidays: ["xx": HolidayCalendar(holidays)])
  }
}

extension OpeningHours {
  static func daily(from: Int, to: Int, in zone: Zone) -> OpeningHours {
    OpeningHours(
      zone: zone,
      spans: Weekday.allCases.map {
        Span(weekday: $0, from: LocalTime(minutes: 60 * from), to: LocalTime(minutes: 60 * to))
      })
  }
}

extension Forecast {
  /// The expected contacts of the only queue.
  var expected: [Double] { queues[0].volume.map(\.expected) }
}

/// The greatest difference between two rows of numbers.
func greatestGap(_ left: [Double], _ right: [Double]) -> Double {
  zip(left, right).reduce(0) { gap, pair in max(gap, abs(pair.0 - pair.1)) }
}
