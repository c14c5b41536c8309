import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Handling times")
struct HandlingTimesTests {
  private let planted = PlantedHistory(weeks: 10)

  private func times(
    _ seconds: (LocalDay, Double) -> Double, handled: ((LocalDay, Double) -> Double)? = nil,
    assumed: Double? = nil, channel: Channel = .voice
  ) -> HandlingTimes {
    let grid = planted.grid
    let readings = grid.indices.map { Zone.utc.reading(at: grid.start(of: $0)) }
    let history = QueueHistory(
      queue: "q", grid: grid, offered: planted.expected(on: grid),
      handled: handled.map { count in
        readings.map { count($0.day, Double($0.secondOfDay) / 3600) }
      },
      handlingTime: readings.map { seconds($0.day, Double($0.secondOfDay) / 3600) })
    let centre = Centre.ofOneQueue(
      opening: .always(in: .utc), assumedHandlingTime: assumed, channel: channel)
    let clock = LocalClock(
      of: .always(in: .utc), over: grid.interval, source: grid)
    return HandlingTimes(of: history, before: grid.end, for: centre.queues[0], by: clock)
  }

  @Test("Nights and weekends have their own times")
  func profile() {
    let times = times { day, hour in
      (day.weekday == .sunday ? 400 : 240) + (hour < 6 ? 60 : 0)
    }
    #expect(times.source == .history)
    let monday = planted.nextDay
    // Each hour of Monday to Friday was seen 100 times, about 70 by weight, against 8 at the mean of
    // 278: drawn by a ninth at most.
    #expect(abs(times.mean(on: monday, minute: 720) - 240) < 6)
    #expect(abs(times.mean(on: monday, minute: 120) - 300) < 6)
    // Sundays only 20 times: 8 of 22 by weight.
    let sunday = times.mean(on: monday + 6, minute: 720)
    #expect(sunday > 340 && sunday < 400)
  }

  @Test("The mean is that of contacts, not of slots")
  func weighted() {
    // 300 s of 30 contacts and 100 s of 10 in turn: (300 x 30 + 100 x 10) / 40 = 250.
    let isBusy = { (hour: Double) in hour == hour.rounded() }
    let times = times(
      { _, hour in isBusy(hour) ? 300 : 100 }, handled: { _, hour in isBusy(hour) ? 30 : 10 })
    // The second of two slots is half an hour younger and weighs a little more.
    #expect(abs(times.mean(on: planted.nextDay, minute: 600) - 250) < 0.01)
    // Three quarters of the contacts took 300 s: 1.2 of the mean; the lowest tenth 100 s: 0.4.
    let band = times.band(around: 250)
    #expect(abs(band.low - 100) < 0.1 && abs(band.high - 300) < 0.1)
  }

  @Test("Where no contact was offered or the time is unknown, nothing is learnt")
  func gaps() {
    let times = times { _, hour in hour < 12 ? .nan : hour < 13 ? 0 : 200 }
    #expect(abs(times.mean(on: planted.nextDay, minute: 60) - 200) < 1e-9)
  }

  @Test("Without a history the queue's assumption stands, then the channel's")
  func assumed() {
    let own = times({ _, _ in .nan }, assumed: 222)
    #expect(own.source == .assumedByQueue)
    #expect(own.band(around: own.mean(on: planted.nextDay, minute: 0)).high == 222)
    let chat = times({ _, _ in .nan }, channel: .chat)
    #expect(chat.source == .assumedByChannel)
    #expect(chat.mean(on: planted.nextDay, minute: 0) == 600)
  }
}
