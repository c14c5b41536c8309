import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Adjustments of a forecast")
struct AdjustmentsTests {
  /// Three days of hours, two queues open from 8 to 20.
  private let grid = Grid(start: Instant(seconds: 0), slot: Minutes(60), count: 72)

  private func queue(_ id: Queue.ID, _ level: Double, time: Double) -> QueueForecast {
    QueueForecast(
      queue: id,
      volume: grid.indices.map { slot in
        let hour = slot % 24
        guard (8..<20).contains(hour) else { return .zero }
        let mean = level * Double(5 + hour % 3)
        return Band(expected: mean, low: 0.8 * mean, high: 1.2 * mean)
      },
      handlingTime: grid.indices.map { _ in Band(expected: time, low: time, high: time) })
  }

  private let centre = Centre(
    name: "two", zone: .utc, interval: Minutes(60), sites: [],
    queues: ["a", "b"].map { Worlds.voice($0, open: .daily(from: 8, to: 20, in: .utc)) },
    contracts: [], templates: [], agents: [])

  private var forecast: Forecast {
    Forecast(id: "f", grid: grid, queues: [queue("a", 4, time: 200), queue("b", 10, time: 400)])
  }

  private func adjusted(
    _ change: Adjustment.Change, from: Int = 0, to: Int = 72, of forecast: Forecast? = nil
  ) -> Forecast {
    let adjustment = Adjustment(
      queue: "a",
      interval: Interval(start: grid.start + .hours(from), end: grid.start + .hours(to)),
      change: change, author: "mk", reason: "mailing")
    return (forecast ?? self.forecast).adjusted(by: [adjustment], in: centre)
  }

  private func total(_ forecast: Forecast, _ queue: Queue.ID = "a", _ slots: Range<Int> = 0..<72)
    -> Double
  {
    forecast[queue]?.volume[slots].reduce(0) { $0 + $1.expected } ?? .nan
  }

  @Test("A scale moves all quantiles along, inside its interval only")
  func scale() {
    let scaled = adjusted(.scale(1.5), from: 24, to: 36)
    #expect(
      scaled["a"]?.volume[30].quantiles == forecast["a"]?.volume[30].quantiles.map { 1.5 * $0 })
    #expect(scaled["a"]?.volume[36] == forecast["a"]?.volume[36])
    #expect(scaled["b"] == forecast["b"])
    let applied = scaled["a"]?.adjustments ?? []
    #expect(applied.map(\.change) == ["times 150 %"])
    #expect(applied.map(\.author) == ["mk"] && applied.map(\.reason) == ["mailing"])
    // Half of what the interval had comes on top.
    #expect(abs((applied.first?.contacts ?? 0) - total(forecast, "a", 24..<36) / 2) < 1e-9)
    #expect(scaled["a"]?.statistical == forecast["a"]?.volume.map(\.expected))
  }

  @Test("A slot that is half in the interval is changed by half")
  func parts() {
    let adjustment = Adjustment(
      queue: "a", interval: Interval(start: grid.start + Minutes(630), length: Minutes(30)),
      change: .scale(3), author: "", reason: "")
    let scaled = forecast.adjusted(by: [adjustment], in: centre)
    // Half of 10:00 to 11:00 at three times: twice.
    #expect(scaled["a"]?.volume[10].expected == 2 * (forecast["a"]?.volume[10].expected ?? 0))
  }

  @Test(
    "Added contacts all arrive, only while the queue is open, and mostly early with a half-life")
  func add() {
    let even = adjusted(.add(contacts: 600, halfLife: nil))
    #expect(abs(total(even) - total(forecast) - 600) < 1e-9)
    #expect(even["a"]?.volume[3] == .zero)
    let early = adjusted(.add(contacts: 600, halfLife: .days(1)))
    #expect(abs(total(early) - total(forecast) - 600) < 1e-9)
    // Each day gets half of the one before.
    let days = (0..<3).map { day in
      total(early, "a", 24 * day..<24 * day + 24) - total(forecast, "a", 24 * day..<24 * day + 24)
    }
    #expect(abs(days[1] - days[0] / 2) < 1e-9 && abs(days[2] - days[0] / 4) < 1e-9)
    // Chance of the added ones widens the band: 24 ± 4.8 of 10 % and 90 % is a deviation of 3.745, so
    // with n more it is sqrt(3.745² + n).
    let (before, after) = (forecast["a"]?.volume[10] ?? .zero, even["a"]?.volume[10] ?? .zero)
    let own = (before.high - before.low) / (2 * 1.281552)
    let expected = (own * own + after.expected - before.expected).squareRoot()
    #expect(abs((after.high - after.low) / (2 * 1.281552) - expected) < 1e-9)
  }

  @Test("A total that is set is the total, spread as before")
  func set() {
    let day = adjusted(.set(contacts: 1000), from: 24, to: 48)
    #expect(abs(total(day, "a", 24..<48) - 1000) < 1e-9)
    #expect(total(day, "a", 0..<24) == total(forecast, "a", 0..<24))
  }

  @Test("Growth begins with its date and is what it says after a year")
  func growth() {
    let year = Grid(start: grid.start, slot: .days(1), count: 400)
    let bands = year.indices.map { _ in Band(expected: 100, low: 90, high: 110) }
    let long = Forecast(
      id: "f", grid: year,
      queues: [QueueForecast(queue: "a", volume: bands, handlingTime: bands)])
    let grown = adjusted(.growth(aYear: 0.08), from: 0, to: 24 * 400, of: long)
    #expect(grown["a"]?.volume[0].expected == 100)
    // 1.08 ^ (365 / 365.2425) = 1.07994.
    #expect(abs((grown["a"]?.volume[365].expected ?? 0) - 107.994) < 0.001)
  }

  @Test("A shape changes when contacts come, not how many")
  func shape() {
    let base = adjusted(.scale(3), from: 32, to: 36)
    let shaped = adjusted(.shape(from: LocalDay(daysSince1970: 1)), from: 48, to: 72, of: base)
    #expect(abs(total(shaped, "a", 48..<72) - total(base, "a", 48..<72)) < 1e-9)
    let ratios = (8..<20).map { hour in
      (shaped["a"]?.volume[48 + hour].expected ?? 0) / (base["a"]?.volume[24 + hour].expected ?? 1)
    }
    #expect(ratios.allSatisfy { abs($0 - ratios[0]) < 1e-9 })
    #expect(shaped["a"]?.volume[50] == .zero)
  }

  @Test("Moved contacts are neither lost nor made, and bring their handling time along")
  func move() {
    let moved = adjusted(.move(to: "b", share: 0.25), from: 24)
    for slot in grid.indices {
      let (a, b) = (moved["a"]?.volume[slot] ?? .zero, moved["b"]?.volume[slot] ?? .zero)
      let (wasA, wasB) = (
        forecast["a"]?.volume[slot] ?? .zero, forecast["b"]?.volume[slot] ?? .zero
      )
      #expect(abs(a.expected + b.expected - wasA.expected - wasB.expected) < 1e-9)
      if slot < 24 { #expect(a == wasA && b == wasB) }
    }
    // 25 % of 28 at 200 s and 70 at 400 s: (7 x 200 + 70 x 400) / 77 = 381.8.
    #expect(abs((moved["b"]?.handlingTime[34].expected ?? 0) - 381.82) < 0.01)
    // What one loses the other gains.
    let (lost, gained) = (moved["a"]?.adjustments[0].contacts, moved["b"]?.adjustments[0].contacts)
    #expect(abs((lost ?? 1) + (gained ?? 1)) < 1e-9 && (gained ?? 0) > 0)
  }

  @Test("Contacts of a time that reaches beyond the forecast come in it by its share")
  func beyond() {
    // Three of six days; with a half-life of a day 1/2 + 1/4 + 1/8 of 63/64.
    let even = adjusted(.add(contacts: 600, halfLife: nil), to: 144)
    #expect(abs(total(even) - total(forecast) - 300) < 1e-9)
    let early = adjusted(.add(contacts: 630, halfLife: .days(1)), to: 144)
    #expect(abs(total(early) - total(forecast) - 560) < 1e-9)
    #expect(abs(total(adjusted(.set(contacts: 1000), from: -72)) - 500) < 1e-9)
  }

  @Test("What has no end goes on to the end of the forecast, and a half-life adds up")
  func endless() {
    func adjusted(_ change: Adjustment.Change) -> Forecast {
      let interval = Interval(start: grid.start, end: Adjustment.never)
      return forecast.adjusted(
        by: [Adjustment(queue: "a", interval: interval, change: change, author: "", reason: "")],
        in: centre)
    }
    #expect(abs(total(adjusted(.scale(2))) - 2 * total(forecast)) < 1e-9)
    // 1 - 1/8 of all that will ever come.
    let mailing = adjusted(.add(contacts: 800, halfLife: .days(1)))
    #expect(abs(total(mailing) - total(forecast) - 700) < 1e-9)
  }

  @Test("A queue of which nothing is expected gets what is set, evenly while it is open")
  func fromNothing() throws {
    let nothing = Forecast(
      id: "f", grid: grid,
      queues: [
        QueueForecast(
          queue: "q", volume: grid.indices.map { _ in .zero },
          handlingTime: grid.indices.map { _ in .zero })
      ])
    let set = nothing.adjusted(
      by: [
        Adjustment(
          queue: "q", interval: grid.interval, change: .set(contacts: 360), author: "", reason: "")
      ], in: Centre.ofOneQueue(opening: .daily(from: 8, to: 20, in: .utc)))
    let volume = try #require(set["q"]?.volume)
    // 360 contacts on three days of twelve hours.
    for slot in grid.indices {
      #expect(abs(volume[slot].expected - ((8..<20).contains(slot % 24) ? 10 : 0)) < 1e-9)
    }
  }

  @Test("The shape of a past day is looked up in the history, whatever the length of its slots")
  func pastShape() {
    // Yesterday all came from 10 to 11, half of it in each half hour.
    let past = Grid(start: grid.start - .days(1), slot: Minutes(30), count: 48)
    let history = History([
      QueueHistory(
        queue: "a", grid: past, offered: past.indices.map { $0 == 20 || $0 == 21 ? 7 : 0 })
    ])
    let adjustment = Adjustment(
      queue: "a", interval: grid.interval, change: .shape(from: LocalDay(daysSince1970: -1)),
      author: "", reason: "")
    let shaped = forecast.adjusted(by: [adjustment], in: centre, history: history)
    for day in 0..<3 {
      let whole = total(forecast, "a", 24 * day..<24 * day + 24)
      #expect(abs((shaped["a"]?.volume[24 * day + 10].expected ?? 0) - whole) < 1e-9)
    }
  }

  @Test("One after the other: the second changes what the first has left")
  func stacked() {
    let interval = grid.interval
    func adjustment(_ change: Adjustment.Change) -> Adjustment {
      Adjustment(queue: "a", interval: interval, change: change, author: "", reason: "")
    }
    let first = forecast.adjusted(
      by: [adjustment(.set(contacts: 500)), adjustment(.scale(2))], in: centre)
    let second = forecast.adjusted(
      by: [adjustment(.scale(2)), adjustment(.set(contacts: 500))], in: centre)
    #expect(abs(total(first) - 1000) < 1e-9)
    #expect(abs(total(second) - 500) < 1e-9)
  }

  @Test("Quantiles never cross and nothing is negative, whatever is done")
  func laws() {
    forEvery(seed: 0..<60) { seed in
      var generator = Generator(seed: seed, stream: "adjust")
      let changes: [Adjustment.Change] = [
        .scale(3 * generator.uniform()), .scale(0), .add(contacts: 900, halfLife: .hours(5)),
        .set(contacts: 0), .set(contacts: 77), .shape(from: LocalDay(daysSince1970: 2)),
        .growth(aYear: -0.5), .move(to: "b", share: generator.uniform()), .move(to: "b", share: 1),
      ]
      var result = forecast
      for _ in 0..<5 {
        let from = generator.index(below: 70)
        result = adjusted(
          changes[generator.index(below: changes.count)], from: from,
          to: from + 1 + generator.index(below: 72 - from), of: result)
      }
      return result.queues.allSatisfy { queue in
        grid.indices.allSatisfy { slot in
          let band = queue.volume[slot]
          let isOpen = (8..<20).contains(slot % 24)
          return zip(band.quantiles, band.quantiles.dropFirst()).allSatisfy { $0 <= $1 }
            && band.lowest >= 0 && band.highest.isFinite && (isOpen || band == .zero)
        }
      }
    }
  }
}
