import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Adjustments of a forecast by day")
struct DailyAdjustmentsTests {
  private let vienna: Zone
  private let centre: Centre
  /// Ten days around the end of summer time, 2026-10-25, which has 25 hours.
  private let first: LocalDay
  private let forecast: DailyForecast

  init() throws {
    let vienna = try Worlds.zone("Europe/Vienna")
    self.vienna = vienna
    centre = Centre(
      name: "two", zone: vienna, interval: Minutes(60), sites: [],
      queues: ["a", "b"].map { Worlds.voice($0, open: .daily(from: 8, to: 20, in: vienna)) },
      contracts: [], templates: [], agents: [])
    first = try #require(LocalDay("2026-10-20"))
    func queue(_ id: Queue.ID, _ level: Double, time: Double) -> QueueDays {
      QueueDays(
        queue: id,
        volume: (0..<10).map { day in
          let mean = level * Double(5 + day % 3)
          return Band(expected: mean, low: 0.8 * mean, high: 1.2 * mean)
        },
        handlingTime: Array(repeating: time, count: 10))
    }
    forecast = DailyForecast(
      id: "f", firstDay: first, dayCount: 10,
      queues: [queue("a", 4, time: 200), queue("b", 10, time: 400)])
  }

  private func interval(_ days: ClosedRange<Int>) -> Interval {
    Interval(
      start: vienna.start(of: first + days.lowerBound),
      end: vienna.start(of: first + (days.upperBound + 1)))
  }

  private func adjusted(_ change: Adjustment.Change, over interval: Interval) -> [QueueDays] {
    let adjustment = Adjustment(
      queue: "a", interval: interval, change: change, author: "mk", reason: "mailing")
    return forecast.adjusted(by: [adjustment], in: centre).queues
  }

  private func total(_ queue: QueueDays) -> Double {
    queue.volume.reduce(0) { $0 + $1.expected }
  }

  @Test("A scale moves the quantiles of its days along, and of no other, over a clock change")
  func scale() {
    let changed = adjusted(.scale(1.5), over: interval(4...6))
    for day in 0..<10 {
      let usual = forecast.queues[0].volume[day].quantiles
      let due = (4...6).contains(day) ? usual.map { 1.5 * $0 } : usual
      #expect(changed[0].volume[day].quantiles == due)
    }
    #expect(changed[1] == forecast.queues[1])
    #expect(changed[0].statistical == forecast.queues[0].volume.map(\.expected))
    #expect(changed[0].adjustments.map(\.change) == ["times 150 %"])
  }

  @Test("A part of the day with 25 hours is changed for that part")
  func part() {
    let start = vienna.start(of: first + 5)
    let changed = adjusted(.scale(2), over: Interval(start: start, end: start + .hours(5)))
    // 5 of 25 hours twice.
    let ratio = changed[0].volume[5].expected / forecast.queues[0].volume[5].expected
    #expect(abs(ratio - 1.2) < 1e-9)
  }

  @Test("What is added or set comes to its sum; growth begins with its day")
  func sums() {
    let added = adjusted(.add(contacts: 300, halfLife: nil), over: interval(2...6))
    let more = total(added[0]) - total(forecast.queues[0])
    #expect(abs(more - 300) < 1e-9)
    let set = adjusted(.set(contacts: 50), over: interval(5...5))
    #expect(abs(set[0].volume[5].expected - 50) < 1e-9)
    let grown = adjusted(.growth(aYear: 1), over: interval(3...9))
    #expect(grown[0].volume[2] == forecast.queues[0].volume[2])
    let ratio = grown[0].volume[9].expected / forecast.queues[0].volume[9].expected
    // Six days and an hour later: 2^(6.04167 / 365.2425) = 1.01153.
    #expect(abs(ratio - 1.01153) < 1e-5)
  }

  @Test("Moved contacts are neither lost nor made, and bring their handling time along")
  func move() {
    let moved = adjusted(.move(to: "b", share: 0.5), over: interval(0...3))
    let before = total(forecast.queues[0]) + total(forecast.queues[1])
    let after = total(moved[0]) + total(moved[1])
    #expect(abs(after - before) < 1e-9)
    // 10 contacts at 200 s and 50 at 400 s on the first day.
    #expect(abs(moved[1].handlingTime[0] - 366.667) < 1e-3)
    #expect(moved[1].handlingTime[5] == 400)
  }

  @Test("The shape of a day says nothing of days")
  func shape() {
    let shaped = adjusted(.shape(from: first), over: interval(0...9))
    #expect(shaped[0].volume == forecast.queues[0].volume)
  }
}
