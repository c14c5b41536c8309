import Staffing
import Testing
import Workforce

@Suite("Loads and targets out of the ordinary")
struct BadLoadTests {
  private let eightyTwenty = ServiceTarget(serviceLevel: 0.8, within: 20)

  @Test("A load of 1e-9 needs one agent and hardly any of their time")
  func tiny() throws {
    let desk = Desk.erlangC(load: 1e-9, handlingTime: 180)
    #expect(desk.leastAgents(meeting: eightyTwenty) == 1)
    let part = try #require(desk.fractionalAgents(meeting: eightyTwenty))
    #expect(part > 0 && part < 1e-8)
    #expect(try #require(desk.line(agents: 1)).meanWait >= 0)
  }

  @Test("A load of a million is answered, with and without patience")
  func huge() throws {
    let patient = Desk.erlangC(load: 1e6, handlingTime: 180)
    let agents = try #require(patient.leastAgents(meeting: eightyTwenty))
    #expect(agents > 1_000_000 && agents < 1_003_000)
    let leaving = Desk.erlangA(load: 1e6, handlingTime: 180, patience: 120)
    let fewer = try #require(leaving.leastAgents(meeting: eightyTwenty))
    #expect(fewer < 1_000_000 && fewer > 700_000)
  }

  @Test("50,000 erlangs before 60,000 agents, and patience of 5 s and an hour, have figures")
  func extremes() throws {
    for patience in [5.0, 3600] {
      let desk = Desk.erlangA(load: 50_000, handlingTime: 180, patience: patience)
      let line = try #require(desk.line(agents: 60_000))
      #expect(line.abandonment >= 0 && line.abandonment < 1e-6 && line.meanWait >= 0)
      let short = try #require(desk.line(agents: 40_000))
      // Nearly 1 - 40,000 / 50,000 leave.
      #expect(abs(short.abandonment - 0.2) < 1e-3)
    }
  }

  @Test("Infinite patience is waiting for ever")
  func infinite() {
    let desk = Desk.erlangA(load: 10, handlingTime: 180, patience: .infinity)
    #expect(desk == Desk.erlangC(load: 10, handlingTime: 180))
    #expect(desk.line(agents: 10) == nil)
  }

  @Test("Targets of 100 % and NaN are out of reach, one of 0 % asks for nothing")
  func targets() {
    let desk = Desk.erlangC(load: 10, handlingTime: 180)
    #expect(desk.leastAgents(meeting: ServiceTarget(serviceLevel: 1, within: 20)) == nil)
    #expect(desk.leastAgents(meeting: ServiceTarget(serviceLevel: .nan, within: 20)) == nil)
    #expect(desk.leastAgents(meeting: ServiceTarget(serviceLevel: 0, within: 20)) == 10)
    #expect(desk.fractionalAgents(meeting: ServiceTarget(serviceLevel: 1, within: 20)) == nil)
  }

  @Test("A threshold of 0 counts those who do not wait at all")
  func threshold() throws {
    let desk = Desk.erlangC(load: 10, handlingTime: 180)
    let target = ServiceTarget(serviceLevel: 0.8, within: 0)
    let agents = try #require(desk.leastAgents(meeting: target))
    let line = try #require(desk.line(agents: agents))
    #expect(line.waitShare <= 0.2)
    #expect(try #require(desk.line(agents: agents - 1)).waitShare > 0.2)
  }

  @Test("An occupancy of half beside a service level that needs few is kept, at its price")
  func contradicting() {
    // 10 erlangs at 50 %: 20 agents, though 14 would keep the service level.
    let desk = Desk.erlangC(load: 10, handlingTime: 180)
    let both = ServiceTarget(serviceLevel: 0.8, within: 20, maximumOccupancy: 0.5)
    #expect(desk.leastAgents(meeting: both) == 20)
    #expect((desk.leastAgents(meeting: eightyTwenty) ?? 0) < 20)
  }

  @Test("Not a number in a goal or a forecast is a fault")
  func notANumber() throws {
    func need(_ goal: Goal, _ volume: Double, _ time: Double) throws {
      let forecast = SmallCentre.forecast(volumes: [volume], handlingTime: time)
      _ = try requirement(
        for: forecast, named: "r", in: SmallCentre.centre(SmallCentre.queue(goal)))
    }
    let goal = Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20)
    #expect(throws: StaffingFault.self) { try need(goal, .nan, 180) }
    #expect(throws: StaffingFault.self) { try need(goal, 5, .nan) }
    #expect(throws: StaffingFault.self) { try need(goal, 5, 0) }
    #expect(throws: StaffingFault.self) {
      try need(Goal(model: .erlangC, serviceLevel: .nan, threshold: 20), 5, 180)
    }
    #expect(throws: StaffingFault.self) {
      try need(Goal(model: .erlangC, serviceLevel: 0.8, threshold: .nan), 5, 180)
    }
    #expect(throws: StaffingFault.self) {
      try need(Goal(model: .erlangA, patience: .nan), 5, 180)
    }
    #expect(throws: StaffingFault.self) {
      try need(Goal(model: .erlangC, maximumOccupancy: .nan), 5, 180)
    }
    // Nobody calls: no handling time is needed.
    try need(goal, 0, 0)
  }
}
