import Staffing
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("The outlook of a roster")
struct OutlookTests {
  private let goal = Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20)
  private let impatient = Goal(
    model: .erlangA, serviceLevel: 0.8, threshold: 20, patience: 180)

  /// The outlook of agents serving queue `q`, one number a slot.
  private func outlook(
    _ serving: [Double], volumes: [Double], queue: Queue, zone: Zone = .utc,
    handlingTime: Double = 180
  ) throws -> [ServiceOutlook] {
    let forecast = SmallCentre.forecast(volumes: volumes, handlingTime: handlingTime)
    return Staffing.outlook(
      of: coverage(serving, on: forecast.grid), for: forecast,
      in: try SmallCentre.centre(queue, zone: zone))
  }

  private func coverage(_ serving: [Double], on grid: Grid) -> Coverage {
    let none = Array(repeating: 0.0, count: grid.count)
    return Coverage(
      grid: grid, queues: [QueueCoverage(queue: "q", required: none, serving: serving)],
      idle: none, onDuty: serving)
  }

  @Test("A day's service level is the mean over its contacts")
  func weights() throws {
    let days = try outlook(
      [14, 3], volumes: [100, 20], queue: SmallCentre.queue(goal))
    let day = try #require(days.first)
    let busy = try #require(Desk.erlangC(load: 10, handlingTime: 180).line(agents: 14))
    let quiet = try #require(Desk.erlangC(load: 2, handlingTime: 180).line(agents: 3))
    let levels = (busy.serviceLevel(within: 20), quiet.serviceLevel(within: 20))
    #expect(days.count == 1 && day.queue == "q" && day.day == Worlds.monday)
    #expect(day.contacts == 120 && day.goal == 0.8 && day.abandonment == nil)
    #expect(close(day.serviceLevel ?? 0, (100 * levels.0 + 20 * levels.1) / 120))
    // 10 + 2 of 14 + 3 agents are busy.
    #expect(close(day.occupancy, 12.0 / 17))
  }

  @Test("Agents who cannot keep up with patient customers serve none in time")
  func overrun() throws {
    let days = try outlook(
      [10, 14], volumes: [100, 100], queue: SmallCentre.queue(goal))
    let steady = try #require(Desk.erlangC(load: 10, handlingTime: 180).line(agents: 14))
    // Half of the contacts wait for ever; 10 and 10 of 10 + 14 agents are busy.
    #expect(close(days[0].serviceLevel ?? 0, steady.serviceLevel(within: 20) / 2))
    #expect(close(days[0].occupancy, 20.0 / 24))
  }

  @Test("Without agents nobody is served, and impatient customers leave")
  func nobody() throws {
    let day = try #require(
      try outlook([0], volumes: [100], queue: SmallCentre.queue(impatient)).first)
    #expect(day.serviceLevel == 0 && day.abandonment == 1 && day.occupancy == 0)
  }

  @Test("Shrinkage takes its share of the agents on duty")
  func shrinkage() throws {
    // 12.5 on duty less 20 % are 10 at work.
    let reduced = try outlook(
      [12.5], volumes: [100], queue: SmallCentre.queue(impatient, shrinkage: 0.2))
    let full = try outlook([10], volumes: [100], queue: SmallCentre.queue(impatient))
    #expect(reduced == full)
  }

  @Test("The requirement, met to the hundredth, promises the goal")
  func requirementIsEnough() throws {
    for goal in [goal, impatient] {
      let volumes = (0..<96).map { Double(1 + $0 * 37 % 97) }
      let forecast = SmallCentre.forecast(volumes: volumes, handlingTime: 240)
      let centre = try SmallCentre.centre(SmallCentre.queue(goal, shrinkage: 0.15))
      let need = try #require(try requirement(for: forecast, named: "r", in: centre)["q"])
      let days = Staffing.outlook(
        of: coverage(need.agents, on: forecast.grid), for: forecast, in: centre)
      #expect(days.count == 2)
      // Rounding to hundredths moves a service level by less than 0.2 % here.
      #expect(days.allSatisfy { abs(($0.serviceLevel ?? 0) - 0.8) < 2e-3 })
    }
  }

  @Test("E-mail has no service level; its occupancy is work due by agents")
  func email() throws {
    let queue = SmallCentre.queue(
      Goal(model: .backlog, answerWithin: .hours(1)), channel: .email)
    // 10 x 360 / 1800 = 2 erlangs in 4 agents.
    let day = try #require(
      try outlook([2, 2], volumes: [10, 0], queue: queue, handlingTime: 360).first)
    #expect(day.serviceLevel == nil && day.abandonment == nil && day.contacts == 10)
    #expect(close(day.occupancy, 0.5))
    let overrun = try outlook([0.5, 0.5], volumes: [10, 0], queue: queue, handlingTime: 360)
    #expect(overrun.first?.occupancy == 1)
  }

  @Test("Days are the centre's, and a day without contacts has no service level")
  func localDays() throws {
    // Midnight in Greenwich is 01:00 in Vienna: 23 hours are left of Monday.
    let vienna = try Worlds.zone("Europe/Vienna")
    let volumes = (0..<60).map { $0 < 46 ? 4.0 : 0 }
    let days = try outlook(
      Array(repeating: 2, count: 60), volumes: volumes, queue: SmallCentre.queue(goal),
      zone: vienna)
    #expect(days.map(\.day) == [Worlds.monday, Worlds.monday + 1])
    #expect(days.map(\.contacts) == [184, 0])
    #expect(days[1].serviceLevel == nil && days[1].occupancy == 0)
  }

  @Test("A roster of part of the forecast is judged by that part")
  func partOfForecast() throws {
    let centre = try SmallCentre.centre(SmallCentre.queue(goal))
    let forecast = SmallCentre.forecast(
      volumes: (0..<96).map { $0 < 48 ? 100 : 50 }, handlingTime: 180)
    let tuesday = Grid(start: forecast.grid.start(of: 48), slot: Minutes(30), count: 48)
    let days = Staffing.outlook(
      of: coverage(Array(repeating: 8, count: 48), on: tuesday), for: forecast, in: centre)
    let line = try #require(Desk.erlangC(load: 5, handlingTime: 180).line(agents: 8))
    #expect(days.map(\.day) == [Worlds.monday + 1])
    #expect(close(days[0].serviceLevel ?? 0, line.serviceLevel(within: 20)))
  }
}
