import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

/// Laws that hold for any history.
@Suite("Forecast, laws")
struct ForecastTests {
  /// A history of random length, level, shape, gaps, noise and opening, and a grid after it.
  struct Case {
    let planted: PlantedHistory
    let offered: [Double]
    let centre: Centre

    init(seed: UInt64) throws {
      var generator = Generator(seed: seed, stream: "case")
      var planted = PlantedHistory()
      planted.zone = try Worlds.zone(
        ["Etc/UTC", "Europe/Vienna", "Asia/Kolkata"][generator.index(below: 3)])
      planted.slot = Minutes([15, 30, 60][generator.index(below: 3)])
      planted.weeks = 1 + generator.index(below: 12)
      planted.firstDay = LocalDay(daysSince1970: 20_794 - 7 * generator.index(below: 60))
      let level = Double.random(in: 0...80, using: &generator)
      let wave = (0..<24).map { _ in generator.uniform() }
      planted.rate = { day, hour in
        level * wave[Int(hour)] * (day.weekday == .sunday ? 0.3 : 1)
      }
      var offered = planted.draws(on: planted.grid, seed: seed, dispersion: 0.1)
      for _ in 0..<generator.index(below: 5) {
        let first = generator.index(below: offered.count)
        for index in first..<min(offered.count, first + 40) { offered[index] = .nan }
      }
      self.planted = planted
      self.offered = offered
      let opening =
        generator.index(below: 2) == 0
        ? OpeningHours.always(in: planted.zone)
        : OpeningHours.daily(from: 8, to: 20, in: planted.zone)
      centre = .ofOneQueue(
        opening: opening, closedOnHolidays: generator.index(below: 2) == 0,
        holidays: [Holiday(day: planted.nextDay + 2, name: "new")])
    }

    func forecast(scaledBy factor: Double = 1, over grid: Grid? = nil) throws(ForecastFault)
      -> Forecast
    {
      try Forecasting.forecast(
        planted.history(offered.map { factor * $0 }), over: grid ?? planted.nextWeek, named: "f",
        in: centre, seed: 1)
    }
  }

  @Test("Twice the contacts give twice the forecast")
  func scale() throws {
    try forEvery(seed: 0..<25) { seed in
      let some = try Case(seed: seed)
      let once = try some.forecast().expected
      let twice = try some.forecast(scaledBy: 2).expected
      // All weights are shares, so only rounding is between them.
      return zip(once, twice).allSatisfy { abs(2 * $0 - $1) <= 1e-9 * (1 + $1) }
    }
  }

  @Test("A history moved by whole weeks moves the forecast with it")
  func shift() throws {
    try forEvery(seed: 0..<20) { seed in
      var planted = try Case(seed: seed).planted
      planted.zone = .utc
      let offered = planted.draws(on: planted.grid, seed: seed, dispersion: 0.1)
      let centre = Centre.ofOneQueue(opening: .always(in: .utc))
      let here = try forecast(
        planted.history(offered), over: planted.nextWeek, named: "f", in: centre, seed: 1)
      planted.firstDay = planted.firstDay + 7 * 13
      let there = try forecast(
        planted.history(offered), over: planted.nextWeek, named: "f", in: centre, seed: 1)
      // Columns that are held at 0 leave their last digits.
      return greatestGap(here.expected, there.expected) < 1e-6
        && greatestGap(here.queues[0].volume.map(\.high), there.queues[0].volume.map(\.high)) < 1e-6
    }
  }

  @Test("Slots of any length share the same contacts")
  func slotLengths() throws {
    try forEvery(seed: 0..<25) { seed in
      let some = try Case(seed: seed)
      let start = some.planted.nextWeek.start
      func expected(_ minutes: Int) throws -> [Double] {
        let grid = Grid(start: start, slot: Minutes(minutes), count: 7 * 1440 / minutes)
        return try some.forecast(over: grid).expected
      }
      let (day, hours, quarters, fives) = try (
        expected(1440), expected(60), expected(15), expected(5)
      )
      let total = hours.reduce(0, +)
      return [day, quarters, fives].allSatisfy { other in
        abs(other.reduce(0, +) - total) <= 1e-9 * (1 + total)
      }
        && hours.indices.allSatisfy { hour in
          abs(quarters[4 * hour..<4 * hour + 4].reduce(0, +) - hours[hour]) <= 1e-9 * (1 + total)
        }
    }
  }

  @Test("Closed time gets exactly nothing, and all else numbers in order")
  func sane() throws {
    try forEvery(seed: 0..<40) { seed in
      let some = try Case(seed: seed)
      let forecast = try some.forecast()
      let queue = forecast.queues[0]
      let isOpen = some.centre.openMask(of: some.centre.queues[0], on: forecast.grid)
      let bands = queue.volume + queue.handlingTime
      return zip(isOpen, queue.volume).allSatisfy { $0 || $1 == .zero }
        && bands.allSatisfy { band in
          band.low >= 0 && band.low <= band.expected && band.expected <= band.high
            && band.high.isFinite
        }
        && queue.handlingTime.allSatisfy { $0.expected > 0 }
    }
  }

  @Test("The same history gives the same forecast, and the future does not matter")
  func deterministic() throws {
    try forEvery(seed: 0..<10) { seed in
      let some = try Case(seed: seed)
      let planted = some.planted
      let grid = planted.nextWeek
      let plain = try some.forecast()
      let longer = Grid(
        start: planted.grid.start, slot: planted.slot, count: planted.grid.count + 200)
      let known = QueueHistory(
        queue: "q", grid: longer, offered: some.offered + Array(repeating: 9999, count: 200))
      let withFuture = try forecast(
        History([known]), over: grid, named: "f", in: some.centre, seed: 1)
      let again = try some.forecast()
      return plain == again && plain == withFuture
    }
  }

  @Test("Nothing but zeros is a forecast of zeros")
  func zeros() throws {
    let planted = PlantedHistory(rate: { _, _ in 0 })
    let forecast = try forecast(
      planted.exact(), over: planted.nextWeek, named: "f",
      in: .ofOneQueue(opening: .always(in: .utc)), seed: 1)
    #expect(forecast.queues[0].volume.allSatisfy { $0 == .zero })
  }

  @Test("A queue that fell silent is expected to stay so, and the planner is told")
  func silence() throws {
    var planted = PlantedHistory(weeks: 60)
    let last = planted.nextDay - 7 * 20
    planted.rate = { day, _ in day <= last ? 60 : 0 }
    let forecast = try forecast(
      planted.exact(), over: planted.nextWeek, named: "f",
      in: .ofOneQueue(opening: .always(in: .utc)), seed: 1)
    // Of 30 a slot nothing that counts is left after twenty weeks.
    #expect(forecast.expected.allSatisfy { $0 < 0.3 })
    #expect(forecast.queues[0].notes.contains { $0.hasPrefix("no contacts since \(last): ") })
  }

  @Test("A constant history goes on", arguments: [1, 2, 5, 30, 110])
  func constant(weeks: Int) throws {
    let planted = PlantedHistory(weeks: weeks)
    let forecast = try forecast(
      planted.exact(), over: planted.nextWeek, named: "f",
      in: .ofOneQueue(opening: .always(in: .utc)), seed: 1)
    // 60 an hour are 30 a slot of half an hour.
    #expect(forecast.expected.allSatisfy { abs($0 - 30) < 1e-9 })
  }

  @Test("A single day is forecast as every day, with a note and a wide band")
  func singleDay() throws {
    var planted = PlantedHistory(weeks: 1)
    planted.rate = { _, hour in hour < 12 ? 100 : 20 }
    let offered = planted.expected(on: planted.grid).enumerated().map { $0 < 48 ? $1 : .nan }
    let forecast = try forecast(
      planted.history(offered), over: planted.nextWeek, named: "f",
      in: .ofOneQueue(opening: .always(in: .utc)), seed: 1)
    let queue = forecast.queues[0]
    #expect(greatestGap(forecast.expected, planted.expected(on: forecast.grid)) < 1e-6)
    #expect(queue.notes[0].hasPrefix("only 1 day of history; "))
    // Without any week to try, a day may be off by a quarter: 50 +- 1.28 sqrt(50 + 0.0625 x 50²).
    #expect(queue.volume[0].low < 36 && queue.volume[0].high > 64)
  }

  @Test("Three days, begun in the middle of one, are filled up and noted")
  func threeDays() throws {
    var planted = PlantedHistory(weeks: 1)
    planted.rate = { _, hour in hour < 12 ? 100 : 20 }
    // From Monday 12:00 to Wednesday 24:00.
    let offered = planted.expected(on: planted.grid).enumerated().map {
      (24..<144).contains($0) ? $1 : .nan
    }
    let forecast = try forecast(
      planted.history(offered), over: planted.nextWeek, named: "f",
      in: .ofOneQueue(opening: .always(in: .utc)), seed: 1)
    #expect(
      forecast.queues[0].notes.contains {
        $0.hasPrefix("only 3 days of history; weekdays are taken as alike")
      })
    // Monday morning was never seen; it is taken from Tuesday and Wednesday.
    // Within 2 % of the night slots, 10 contacts each.
    #expect(greatestGap(forecast.expected, planted.expected(on: forecast.grid)) < 0.2)
  }

  @Test("Every queue without a usable observation is named, and the way out")
  func noHistory() throws {
    let utc = OpeningHours.always(in: .utc)
    let centre = Centre(
      name: "three", zone: .utc, interval: Minutes(30), sites: [],
      queues: ["b", "a", "c"].map { Worlds.voice(.init($0), open: utc) },
      contracts: [], templates: [], agents: [])
    let planted = PlantedHistory(weeks: 1)
    let known = QueueHistory(
      queue: "c", grid: planted.grid, offered: planted.expected(on: planted.grid))
    let empty = QueueHistory(
      queue: "b", grid: planted.grid,
      offered: Array(repeating: .nan, count: planted.grid.count))
    let fault = #expect(throws: ForecastFault.self) {
      _ = try forecast(
        History([known, empty]), over: planted.nextWeek, named: "f", in: centre, seed: 1)
    }
    #expect(fault == .noHistory(queues: ["a", "b"]))
    #expect(
      fault?.description
        == """
        the queues "a", "b" have no history before the time to forecast; bring it with nobat import \
        FILE --map ..., let each borrow one with like and contacts-per-week in queues.yaml, or remove \
        them from there
        """)
    // What was observed later is no history of an earlier week.
    let earlier = Grid(start: planted.grid.start - .days(7), slot: Minutes(30), count: 336)
    #expect(throws: ForecastFault.noHistory(queues: ["a", "b", "c"])) {
      _ = try forecast(History([known]), over: earlier, named: "f", in: centre, seed: 1)
    }
    #expect(
      ForecastFault.noHistory(queues: ["a"]).description
        == """
        the queue "a" has no history before the time to forecast; bring it with nobat import FILE \
        --map ..., let it borrow one with like and contacts-per-week in queues.yaml, or remove it from \
        there
        """)
  }
}
