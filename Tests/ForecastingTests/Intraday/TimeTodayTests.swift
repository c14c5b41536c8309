import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Handling times of the rest of a day")
struct TimeTodayTests {
  /// Two days of hours with ten contacts of 300 seconds each.
  private let grid = Grid(start: Instant(seconds: 0), slot: Minutes(60), count: 48)

  private var forecast: QueueForecast {
    let time = Band(expected: 300, low: 240, high: 360)
    return QueueForecast(
      queue: "q", volume: grid.indices.map { _ in Band(expected: 10, low: 6, high: 14) },
      handlingTime: grid.indices.map { _ in time })
  }

  private func times(_ seconds: Double, contacts: Double, by pattern: TimeToday = .usual)
    -> (bands: [Band], factor: Double)
  {
    reforecastTimes(
      forecast, on: grid, in: .utc, seconds: grid.indices.map { _ in seconds },
      contacts: grid.indices.map { _ in contacts }, at: grid.start + .hours(10), by: pattern)
  }

  @Test("Longer contacts are believed by their number, and half of it the next day")
  func longer() {
    // 10 hours of 40 contacts are 400, so that half of 20 % more is believed.
    let (bands, factor) = times(360, contacts: 40)
    #expect(abs(factor - 1.1) < 1e-9)
    #expect(bands[9].expected == 300)
    #expect(abs(bands[10].expected - 330) < 1e-9 && abs(bands[10].high - 396) < 1e-9)
    #expect(abs(bands[24].expected - 315) < 1e-9)
    // A handful says next to nothing.
    #expect(times(600, contacts: 0.4).factor < 1.01)
  }

  @Test("Nothing known changes nothing")
  func unknown() {
    #expect(times(.nan, contacts: 40).bands == forecast.handlingTime)
    #expect(times(360, contacts: 0).factor == 1)
    #expect(times(-3, contacts: 10).factor == 1)
  }

  /// Eight weeks of a queue whose days differ by a share of their times.
  private func history(between: Double) throws -> (Queue, QueueHistory) {
    let centre = try Worlds.oneSite(agents: 1, interval: .hours(1))
    let queue = try #require(centre.queues.first)
    let zone = queue.opening.zone
    let past = zone.grid(of: Worlds.monday - 84...Worlds.monday - 1, slot: .hours(1))
    var generator = Generator(seed: 5, stream: "times")
    var day = 0.0
    var times: [Double] = []
    for (index, reading) in zone.readings(of: past).enumerated() {
      if index == 0 || reading.secondOfDay == 0 { day = between * generator.normal() }
      // A mean of 100 contacts that vary by half of their mean each.
      times.append(300 * (1 + day + 0.05 * generator.normal()))
    }
    let offered = past.indices.map { _ in 100.0 }
    return (
      queue,
      QueueHistory(
        queue: queue.id, grid: past, offered: offered, handled: offered, handlingTime: times)
    )
  }

  @Test("Days that differ are believed sooner than days that are alike")
  func learnt() throws {
    let end = try Worlds.zone("Europe/Vienna").start(of: Worlds.monday)
    let (queue, differing) = try history(between: 0.1)
    let wide = TimeToday(of: queue, from: differing, before: end)
    // 0.25 / 0.01 = 25 contacts.
    #expect(wide.priorContacts > 12 && wide.priorContacts < 60)
    let alike = TimeToday(of: queue, from: try history(between: 0).1, before: end)
    // 0.25 over the least variance, 1/1600.
    #expect(alike.priorContacts > 250 && alike.priorContacts < 600)
    #expect((0...0.9).contains(wide.carryOver) && (0...0.9).contains(alike.carryOver))
  }

  @Test("Too short a history leaves what is usual")
  func short() throws {
    let (queue, past) = try history(between: 0.1)
    let early = past.grid.start + .days(10)
    #expect(TimeToday(of: queue, from: past, before: early) == .usual)
    #expect(TimeToday(of: queue, from: past, before: past.grid.start) == .usual)
  }
}
