import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

/// Vienna changes its clock on 2026-03-29 and on 2026-10-25, both Sundays.
@Suite("Forecast, change of the clock")
struct ClockChangeTests {
  /// A peak from nine to ten by the local clock.
  private func planted(lastWeekBefore day: LocalDay) throws -> PlantedHistory {
    var planted = PlantedHistory(zone: try Worlds.zone("Europe/Vienna"), weeks: 12)
    planted.firstDay = day.startOfWeek(beginning: .monday) - 7 * 12
    planted.rate = { _, hour in hour >= 9 && hour < 10 ? 200 : 40 }
    return planted
  }

  @Test("The nine o'clock peak stays at nine", arguments: ["2026-03-29", "2026-10-25"])
  func peak(change: String) throws {
    let day = try #require(LocalDay(change))
    // Forecast the week of the change, and the week after it from a history that saw the change.
    for first in [day, day + 7] {
      let planted = try planted(lastWeekBefore: first)
      let grid = planted.nextWeek
      let forecast = try forecast(
        planted.exact(), over: grid, named: "f",
        in: .ofOneQueue(opening: .always(in: planted.zone)),
        seed: 1)
      #expect(greatestGap(forecast.expected, planted.expected(on: grid)) < 1e-6)
    }
  }

  @Test("A day of 23 hours has 23 hours of contacts, one of 25 has 25")
  func lengths() throws {
    for (change, hours) in [("2026-03-29", 23.0), ("2026-10-25", 25.0)] {
      let day = try #require(LocalDay(change))
      let planted = try planted(lastWeekBefore: day)
      let forecast = try forecast(
        planted.exact(), over: planted.nextWeek, named: "f",
        in: .ofOneQueue(opening: .always(in: planted.zone)), seed: 1)
      let inside = planted.zone.interval(of: day)
      let total = forecast.grid.indices
        .filter { inside.contains(forecast.grid.start(of: $0)) }
        .reduce(0) { $0 + forecast.expected[$1] }
      // One hour of 200, the others of 40.
      #expect(abs(total - (200 + (hours - 1) * 40)) < 1e-6)
    }
  }

  @Test("Hours counted at Greenwich serve a queue half an hour off")
  func halfHourZone() throws {
    var planted = PlantedHistory(zone: try Worlds.zone("Asia/Kolkata"), weeks: 8)
    planted.rate = { _, hour in hour >= 9 && hour < 18 ? 100 : 0 }
    planted.slot = Minutes(30)
    let halves = planted.expected(on: planted.grid)
    // The source's slots begin with the hours of Greenwich, at half past by the local clock.
    let start = planted.grid.start + Minutes(30)
    let hourly = stride(from: 1, to: halves.count - 2, by: 2).map { first -> Double in
      halves[first] + halves[first + 1]
    }
    let history = QueueHistory(
      queue: "q", grid: Grid(start: start, slot: .hours(1), count: hourly.count), offered: hourly)
    let forecast = try forecast(
      History([history]), over: planted.nextWeek, named: "f",
      in: .ofOneQueue(opening: .daily(from: 9, to: 18, in: planted.zone)), seed: 1)
    // Open time is known, so also the hour from 8:30 to 9:30 is spread rightly: all within it came
    // after nine.
    #expect(greatestGap(forecast.expected, planted.expected(on: forecast.grid)) < 1e-6)
  }
}
