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
    // Hours of Monday to Friday were seen 50 x 2 times against 8 at what is common, hours of Sunday 20
    // times against 8 at the hour of all times the Sunday's ratio, which is near the truth.
    #expect(abs(times.mean(on: monday, minute: 720) - 240) < 4)
    #expect(abs(times.mean(on: monday, minute: 120) - 300) < 6)
    #expect(abs(times.mean(on: monday + 6, minute: 720) - 400) < 12)
    #expect(abs(times.mean(on: monday + 6, minute: 120) - 460) < 16)
  }

  @Test("The mean is that of contacts, not of slots")
  func weighted() {
    // 300 s of 30 contacts and 100 s of 10 in turn: (300 x 30 + 100 x 10) / 40 = 250.
    let isBusy = { (hour: Double) in hour == hour.rounded() }
    let times = times(
      { _, hour in isBusy(hour) ? 300 : 100 }, handled: { _, hour in isBusy(hour) ? 30 : 10 })
    #expect(abs(times.mean(on: planted.nextDay, minute: 600) - 250) < 0.01)
  }

  /// Slots of a planted level, each with a deviation of its own and chance by contacts.
  private func drawn(
    seed: UInt64, weeks: Int, between: Double = 0.05, within: Double = 0.6,
    contacts: (Double) -> Double = { hour in hour < 12 ? 4 : 60 },
    level: @escaping (Double) -> Double
  ) -> (planted: PlantedHistory, times: HandlingTimes) {
    var planted = PlantedHistory(weeks: weeks)
    planted.slot = Minutes(60)
    planted.firstDay = Worlds.monday - 7 * weeks
    var generator = Generator(seed: seed, stream: "times")
    var handled: [Double] = []
    var seconds: [Double] = []
    for index in planted.grid.indices {
      let hour = Double(index % 24)
      handled.append(contacts(hour))
      let variance = between * between + within * within / contacts(hour)
      let factor = 1 + variance.squareRoot() * generator.normal()
      seconds.append(max(1, 300 * level(Double(index) / 168) * factor))
    }
    let history = QueueHistory(
      queue: "q", grid: planted.grid, offered: handled, handled: handled, handlingTime: seconds)
    let opening = OpeningHours.always(in: .utc)
    let times = HandlingTimes(
      of: history, before: planted.grid.end, for: Centre.ofOneQueue(opening: opening).queues[0],
      by: LocalClock(of: opening, over: planted.grid.interval, source: planted.grid))
    return (planted, times)
  }

  @Test("A level that has moved is followed, and a steady trend goes on for a while")
  func drift() {
    // From 300 s to 360 s ten weeks ago.
    let (_, moved) = drawn(seed: 1, weeks: 60) { $0 < 50 ? 1 : 1.2 }
    #expect(abs(moved.mean(on: Worlds.monday + 2, minute: 840) - 360) < 10)
    // Half a percent a week: 300 x 1.3 = 390 at the end of 60 weeks, 400 five weeks on if it went on
    // undamped.
    let (_, growing) = drawn(seed: 2, weeks: 60) { 1 + 0.005 * $0 }
    let ahead = growing.mean(on: Worlds.monday + 35, minute: 840)
    #expect(ahead > 390 && ahead < 403)
    // Nothing moves: nothing is expected to.
    let (_, still) = drawn(seed: 3, weeks: 60) { _ in 1 }
    #expect(abs(still.mean(on: Worlds.monday + 100, minute: 840) - 300) < 6)
  }

  @Test("A wave of the year that was seen twice comes again")
  func season() {
    let wave = { (week: Double) in 1 + 0.15 * sin(2 * Double.pi * week / 52.1775) }
    let (_, times) = drawn(seed: 4, weeks: 120, level: wave)
    for ahead in [2.0, 13, 26] {
      let day = Worlds.monday + Int(7 * ahead)
      let truth = 300 * wave(120 + ahead)
      #expect(abs(times.mean(on: day, minute: 840) - truth) < 0.05 * truth)
    }
  }

  @Test("The band of a slot holds what it says, and narrows with its contacts")
  func bands() {
    let (_, times) = drawn(seed: 5, weeks: 40) { _ in 1 }
    for contacts in [4.0, 60, 400] {
      let band = times.band(around: 300, contacts: contacts)
      let deviation = (0.05 * 0.05 + 0.6 * 0.6 / contacts).squareRoot()
      // Near the planted normal, within a tenth and what the skew of the log-normal does.
      let width = (band.high - band.low) / (2 * 1.281552 * 300 * deviation)
      #expect(width > 0.88 && width < 1.12)
      #expect(band.expected == 300)
      let values = [band.lowest, band.low, band.median, band.high, band.highest]
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test("A call that nobody ended hardly counts, and is named")
  func giant() {
    let planted = planted
    let giant = planted.grid.start(of: 48 * 60 + 20)
    let giantDay = planted.firstDay + 60
    let times = times { day, hour in day == giantDay && hour == 10 ? 36_000 : 300 }
    #expect(times.oddSlots == [giant])
    // One slot of 3360 at six times the others: less than three seconds on its hour.
    #expect(abs(times.mean(on: planted.nextDay, minute: 600) - 300) < 30)
    #expect(abs(times.mean(on: planted.nextDay, minute: 900) - 300) < 3)
  }

  @Test("Twice the seconds are twice the forecast, and weeks may be shifted")
  func laws() {
    let (_, once) = drawn(seed: 6, weeks: 30) { 1 + 0.002 * $0 }
    let twice = times { _, _ in 600 }
    let plain = times { _, _ in 300 }
    for hour in 0..<24 {
      let mean = once.mean(on: Worlds.monday, minute: 60 * hour)
      #expect(mean.isFinite && mean > 0)
      #expect(
        abs(
          twice.mean(on: planted.nextDay, minute: 60 * hour)
            - 2 * plain.mean(on: planted.nextDay, minute: 60 * hour)) < 1e-6)
    }
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
