import Staffing
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("The requirement of a forecast")
struct RequirementTests {
  private let eightyTwenty = Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20)

  @Test("A slot's load is contacts x handling time / slot, its need that of the desk")
  func voice() throws {
    let centre = try SmallCentre.centre(SmallCentre.queue(eightyTwenty))
    let forecast = SmallCentre.forecast(volumes: [100, 0, 5], handlingTime: 180)
    let need = try requirement(for: forecast, named: "2026-W50", in: centre)
    #expect(need.id == "2026-W50" && need.grid == forecast.grid)
    let queue = try #require(need["q"])
    // 100 x 180 / 1800 = 10 erlangs, 0 and 0.5.
    #expect(queue.load == [10, 0, 0.5])
    #expect(queue.handlingTime == [180, 180, 180])
    let target = ServiceTarget(serviceLevel: 0.8, within: 20)
    let desk = try #require(
      Desk.erlangC(load: 10, handlingTime: 180).fractionalAgents(meeting: target))
    #expect(abs(queue.agents[0] - desk) <= 0.005)
    // Hundredths.
    #expect(queue.agents.allSatisfy { abs(100 * $0 - (100 * $0).rounded()) < 1e-9 })
    #expect(queue.agents[1] == 0)
  }

  @Test("Shrinkage divides once, and the minimum staff counts agents on duty")
  func shrinkage() throws {
    // 90 x 600 / 1800 = 30 erlangs at 75 % = 40 agents at work, 40 / 0.8 = 50 on duty.
    let goal = Goal(model: .erlangC, maximumOccupancy: 0.75)
    let forecast = SmallCentre.forecast(volumes: [90, 0], handlingTime: 600)
    let centre = try SmallCentre.centre(
      SmallCentre.queue(goal, minimumStaff: 2, shrinkage: 0.2))
    let need = try #require(try requirement(for: forecast, named: "r", in: centre)["q"])
    // Without contacts the minimum of 2 holds; it counts agents on duty, so nothing is added to it.
    #expect(need.agents == [50, 2])
  }

  @Test("A closed slot needs nobody, not even the minimum staff")
  func closed() throws {
    let opening = OpeningHours(
      zone: .utc,
      spans: [
        .init(
          weekday: .monday, from: LocalTime(minutes: 30), to: LocalTime(minutes: 60))
      ])
    let queue = SmallCentre.queue(eightyTwenty, opening: opening, minimumStaff: 3)
    let forecast = SmallCentre.forecast(volumes: [50, 0, 50], handlingTime: 180)
    let need = try #require(
      try requirement(for: forecast, named: "r", in: SmallCentre.centre(queue))["q"])
    #expect(need.agents == [0, 3, 0])
    #expect(need.load == [0, 0, 0])
  }

  @Test("A queue with patience is staffed by Erlang A, and a chat queue by its concurrency")
  func models() throws {
    let forecast = SmallCentre.forecast(volumes: [60], handlingTime: 600)
    func agents(_ queue: Queue) throws -> Double {
      try #require(
        try requirement(for: forecast, named: "r", in: SmallCentre.centre(queue))["q"]
      ).agents[0]
    }
    let goal = Goal(model: .erlangC, serviceLevel: 0.8, threshold: 30)
    let patience = Goal(model: .erlangA, serviceLevel: 0.8, threshold: 30, patience: 120)
    let target = ServiceTarget(serviceLevel: 0.8, within: 30)
    let voice = Desk.erlangA(load: 20, handlingTime: 600, patience: 120)
    #expect(
      abs(try agents(SmallCentre.queue(patience)) - (voice.fractionalAgents(meeting: target) ?? 0))
        <= 0.005)
    // 2 at once in 2 / 1.7 of the time complete 1.7: the 15 agents of the chat figures.
    let chat = try agents(
      SmallCentre.queue(goal, channel: .chat, concurrency: 2, slowdown: 2 / 1.7))
    #expect(chat > 14 && chat <= 15)
  }

  @Test("E-mail is worked off within its time to answer at 95 % occupancy")
  func email() throws {
    // 19 mails of 360 s in the first half hour: 3.8 erlangs; two hours to answer are 4 slots of
    // 0.95 each, 1 agent at 95 %.
    let goal = Goal(model: .backlog, answerWithin: .hours(2))
    let forecast = SmallCentre.forecast(volumes: [19, 0, 0, 0, 0, 0], handlingTime: 360)
    let centre = try SmallCentre.centre(SmallCentre.queue(goal, channel: .email))
    let need = try #require(try requirement(for: forecast, named: "r", in: centre)["q"])
    #expect(need.agents == [1, 1, 1, 1, 0, 0])
    #expect(need.load == [3.8, 0, 0, 0, 0, 0])
  }

  @Test("A week of a clock change works off all of its e-mail, and no more", arguments: [3, 10])
  func clockChange(month: Int) throws {
    // Vienna goes from 167 hours (the week of 2026-03-29) to 169 (the week of 2026-10-25).
    let vienna = try Worlds.zone("Europe/Vienna")
    let day = try #require(LocalDay(year: 2026, month: month, day: month == 3 ? 23 : 19))
    let week = PlanningWeek(firstDay: day, zone: vienna, slot: Minutes(30))
    #expect(week.grid.count == (month == 3 ? 334 : 338))
    let hours = OpeningHours(
      zone: vienna,
      spans: Weekday.allCases.map { weekday in
        .init(weekday: weekday, from: .midnight, to: LocalTime(minutes: 18 * 60))
      })
    let queue = SmallCentre.queue(
      Goal(model: .backlog, maximumOccupancy: 1, answerWithin: .hours(24)), channel: .email,
      opening: hours)
    let volumes = week.grid.indices.map { Double($0 % 48) }
    let forecast = SmallCentre.forecast(
      volumes: volumes, handlingTime: 300, from: week.grid.start)
    let centre = try SmallCentre.centre(queue, zone: vienna)
    let need = try #require(try requirement(for: forecast, named: "r", in: centre)["q"])
    // Hundredths of an agent in half hours: at most 0.005 of rounding a slot.
    let work = volumes.reduce(0, +) * 300 / 1800
    #expect(abs(need.agents.reduce(0, +) - work) < 0.005 * Double(need.agents.count))
    #expect(work > 100)
  }

  @Test("A quantile plans for more contacts than expected")
  func quantile() throws {
    let goal = Goal(model: .erlangC, maximumOccupancy: 0.5)
    let centre = try SmallCentre.centre(SmallCentre.queue(goal))
    let forecast = SmallCentre.forecast(
      bands: [Band(expected: 40, low: 30, high: 60)], handlingTime: 900)
    func agents(_ quantile: Double?) throws -> Double? {
      try requirement(for: forecast, named: "r", in: centre, quantile: quantile)["q"]?.agents[0]
    }
    // 40, 60 and 30 contacts x 900 / 1800 = 20, 30 and 15 erlangs at 50 %.
    #expect(try agents(nil) == 40)
    #expect(try agents(0.5) == 40)
    #expect(try agents(0.9) == 60)
    #expect(try agents(0.1) == 30)
    #expect(throws: StaffingFault.quantile(1)) { try agents(1) }
    #expect(throws: StaffingFault.quantile(0)) { try agents(0) }
  }

  @Test("Where the forecast has no handling time, the queue's assumed one stands in")
  func assumedHandlingTime() throws {
    let forecast = SmallCentre.forecast(volumes: [10], handlingTime: 0)
    let goal = Goal(model: .erlangC, maximumOccupancy: 0.5)
    let assumed = SmallCentre.queue(goal, assumedHandlingTime: 360)
    let need = try requirement(for: forecast, named: "r", in: SmallCentre.centre(assumed))
    // 10 x 360 / 1800 = 2 erlangs at 50 %.
    #expect(need["q"]?.agents == [4] && need["q"]?.handlingTime == [360])
    #expect(throws: StaffingFault.handlingTime("q", SmallCentre.start)) {
      try requirement(
        for: forecast, named: "r", in: SmallCentre.centre(SmallCentre.queue(goal)))
    }
  }

  @Test("A forecast that is no number of contacts is refused")
  func unusableForecasts() throws {
    let centre = try SmallCentre.centre(SmallCentre.queue(eightyTwenty))
    for volume in [-1, .nan, .infinity, 1e12] {
      let forecast = SmallCentre.forecast(volumes: [1, volume], handlingTime: 180)
      #expect(throws: StaffingFault.volume("q", SmallCentre.start + Minutes(30))) {
        try requirement(for: forecast, named: "r", in: centre)
      }
    }
    let stray = SmallCentre.forecast(volumes: [1], handlingTime: 180)
    #expect(throws: StaffingFault.unknownQueue("q")) {
      try requirement(for: stray, named: "r", in: try SmallCentre.centre())
    }
    let short = Forecast(
      id: "f", grid: stray.grid,
      queues: [QueueForecast(queue: "q", volume: [], handlingTime: [])])
    #expect(throws: StaffingFault.length("q")) {
      try requirement(for: short, named: "r", in: centre)
    }
  }

  @Test("More contacts never need fewer agents, and the same input gives the same answer")
  func monotonyAndDeterminism() throws {
    let goal = Goal(
      model: .erlangA, serviceLevel: 0.8, threshold: 20, patience: 180, maximumOccupancy: 0.88)
    let centre = try SmallCentre.centre(
      SmallCentre.queue(goal, minimumStaff: 1, shrinkage: 0.1))
    try forEvery(seed: 0..<30) { seed in
      var generator = Generator(seed: seed)
      let volumes = (0..<48).map { _ in 120 * generator.uniform() * generator.uniform() }
      func need(_ factor: Double) throws -> [Double] {
        let forecast = SmallCentre.forecast(
          volumes: volumes.map { $0 * factor }, handlingTime: 200)
        return try requirement(for: forecast, named: "r", in: centre)["q"]?.agents ?? []
      }
      let (once, more) = (try need(1), try need(1.1))
      return try need(1) == once && once.count == 48
        && zip(once, more).allSatisfy { $0 <= $1 }
    }
  }
}
