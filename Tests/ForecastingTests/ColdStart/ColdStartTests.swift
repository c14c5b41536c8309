import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

/// A new queue beside an old one, through the ordinary door.
@Suite("A queue without a history")
struct ColdStartTests {
  /// The old queue: 600 an hour from 8 to 20, twice as many from 10 to 12, open around the clock.
  private let old: PlantedHistory = {
    var planted = PlantedHistory(weeks: 20)
    planted.slot = Minutes(60)
    planted.rate = { _, hour in
      (8..<20).contains(hour) ? ((10..<12).contains(hour) ? 120 : 60) : 6
    }
    return planted
  }()

  private func centre(
    _ borrowing: Borrowing?, opening: OpeningHours = .daily(from: 8, to: 20, in: .utc),
    events: [Event] = []
  ) -> Centre {
    func queue(_ id: Queue.ID, _ opening: OpeningHours, _ borrowing: Borrowing?) -> Queue {
      Queue(
        id: id, channel: .voice, language: "de", opening: opening,
        goal: Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20), borrowing: borrowing)
    }
    return Centre(
      name: "two", zone: .utc, interval: Minutes(60), sites: [],
      queues: [queue("q", .always(in: .utc), nil), queue("new", opening, borrowing)],
      contracts: [], templates: [], agents: [], events: events)
  }

  private func forecast(
    _ centre: Centre, _ history: History? = nil, own: QueueHistory? = nil
  ) throws -> QueueForecast {
    let known = history ?? old.drawn(seed: 1)
    let made = try Forecasting.forecast(
      History(known.queues + [own].compactMap(\.self)), over: old.nextWeek, named: "f", in: centre,
      seed: 1)
    return try #require(made["new"])
  }

  private func total(_ forecast: QueueForecast) -> Double {
    forecast.volume.reduce(0) { $0 + $1.expected }
  }

  private func own(weeks: Int, rate: Double) -> QueueHistory {
    var planted = PlantedHistory()
    planted.weeks = weeks
    planted.slot = Minutes(60)
    planted.firstDay = old.nextDay - 7 * weeks
    planted.rate = { _, hour in (8..<20).contains(hour) ? rate : 0 }
    let drawn = planted.drawn(seed: 2).queues[0]
    return QueueHistory(queue: "new", grid: drawn.grid, offered: drawn.offered)
  }

  @Test(
    "It gets the contacts that the planner expects, when the like queue gets them, while it is open"
  )
  func likeAnother() throws {
    let new = try forecast(centre(Borrowing(donors: ["q"], contactsPerWeek: 400)))
    // What the donor gets by night is not borrowed, and not missed either.
    #expect(abs(total(new) - 400) < 12)
    // 2 of 14 hours' worth of contacts in each of the hours from 10 to 12: 400 / 7 x 2 / 14 = 8.2.
    #expect(abs(new.volume[10].expected - 8.2) < 0.6)
    #expect(new.volume[3] == .zero)
    #expect(
      new.notes.contains { $0.hasPrefix("the history is borrowed from q, scaled to the 400 ") })
  }

  @Test("A few contacts scatter like few, though the queue that they are like has many")
  func bandOfFew() throws {
    let new = try forecast(centre(Borrowing(donors: ["q"], contactsPerWeek: 400)))
    var generator = Generator(seed: 5, stream: "actual")
    var (within, count) = (0.0, 0.0)
    for index in old.nextWeek.indices where new.volume[index].expected > 0 {
      let hour = index % 24
      let truth = 400.0 / 7 / 14 * ((10..<12).contains(hour) ? 2 : 1)
      for _ in 0..<50 {
        let came = Double(generator.negativeBinomial(mean: truth, dispersion: 0))
        count += 1
        if (new.volume[index].low...new.volume[index].high).contains(came) { within += 1 }
      }
    }
    // 80 % and what whole numbers and 4200 draws add or take.
    #expect(within / count > 0.72 && within / count < 0.92, "\(within / count)")
  }

  @Test("With weeks of its own the expectation fades, and one day it is forgotten")
  func fading() throws {
    // 10 an hour of 84 open hours: 840 a week, against 400 expected.
    let centre = centre(Borrowing(donors: ["q"], contactsPerWeek: 400, priorWeeks: 4))
    let totals = try [0, 2, 4, 12].map { weeks in
      total(try forecast(centre, own: weeks == 0 ? nil : own(weeks: weeks, rate: 10)))
    }
    #expect(zip(totals, totals.dropFirst()).allSatisfy { $0 < $1 }, "\(totals)")
    #expect(totals[3] < 840 * 1.05)
    // Of 20 weeks and a prior of one, 20/21 are its own.
    let brief = self.centre(Borrowing(donors: ["q"], contactsPerWeek: 400, priorWeeks: 1))
    let grown = try forecast(brief, own: own(weeks: 20, rate: 10))
    let alone = try forecast(self.centre(nil), own: own(weeks: 20, rate: 10))
    #expect(grown.volume == alone.volume)
    #expect(grown.notes.contains { $0.hasPrefix("it has a history of its own by now") })
  }

  @Test("Twice the contacts expected are twice the forecast")
  func scaling() throws {
    let once = try forecast(centre(Borrowing(donors: ["q"], contactsPerWeek: 400)))
    let twice = try forecast(centre(Borrowing(donors: ["q"], contactsPerWeek: 800)))
    #expect(abs(total(twice) - 2 * total(once)) < 1e-6 * total(twice))
  }

  @Test("The day is borrowed by the clock: eight in the morning there is eight in the morning here")
  func clocks() throws {
    let tehran = try Worlds.zone("Asia/Tehran")
    let here = try forecast(
      centre(
        Borrowing(donors: ["q"], contactsPerWeek: 400),
        opening: .daily(from: 8, to: 20, in: tehran)))
    // 10:30 in Tehran is 7:00 in Greenwich; slots of an hour are halves of two hours of the clock.
    let busiest = old.nextWeek.indices.prefix(24).max {
      here.volume[$0].expected < here.volume[$1].expected
    }
    #expect(busiest == 7)
    #expect(abs(total(here) - 400) < 20)
  }

  @Test("What failed at the like queue is not borrowed, and nothing after the origin is looked at")
  func outages() throws {
    // A week of nothing, told as an outage.
    var offered = old.expected(on: old.grid)
    for index in 168 * 10..<168 * 11 { offered[index] = 0 }
    let outage = Event(
      interval: Interval(start: old.grid.start(of: 168 * 10), length: .days(7)), queues: ["q"],
      tag: "outage", effect: .exclude)
    let borrowing = Borrowing(donors: ["q"], contactsPerWeek: 400)
    let whole = try forecast(centre(borrowing), old.exact())
    let mended = try forecast(centre(borrowing, events: [outage]), old.history(offered))
    #expect(abs(total(mended) - total(whole)) < 8)
    let later = own(weeks: 8, rate: 100)
    let after = QueueHistory(
      queue: "new",
      grid: Grid(start: old.grid.end, slot: later.grid.slot, count: later.grid.count),
      offered: later.offered)
    #expect(try forecast(centre(borrowing), own: after) == forecast(centre(borrowing)))
  }

  @Test("Without history and without a word of what it is like, the fault names the keys")
  func neither() {
    let fault = #expect(throws: ForecastFault.self) { try forecast(centre(nil)) }
    #expect(fault?.description.contains("with like and contacts-per-week in queues.yaml") == true)
    let nothing = #expect(throws: ForecastFault.self) {
      try forecast(centre(Borrowing(donors: ["nobody"], contactsPerWeek: 4)))
    }
    #expect(nothing == .noHistory(queues: ["new"]))
  }
}
