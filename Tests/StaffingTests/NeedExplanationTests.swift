import Staffing
import Testing
import Timeline
import Workforce

@Suite("Why a need is what it is")
struct NeedExplanationTests {
  private func need(_ queue: Queue, _ volumes: [Double], quantile: Double? = nil) throws
    -> QueueRequirement
  {
    let forecast = SmallCentre.forecast(volumes: volumes, handlingTime: 180)
    return try #require(
      try requirement(
        for: forecast, named: "r", in: SmallCentre.centre(queue), quantile: quantile)["q"])
  }

  @Test("On duty is at work divided by 1 - shrinkage, in hundredths")
  func arithmetic() throws {
    let goal = Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20)
    let need = try need(SmallCentre.queue(goal, shrinkage: 0.1), [100, 37, 5])
    let why = try #require(need.explanation)
    #expect(why.rulings == [.serviceLevel, .serviceLevel, .serviceLevel])
    #expect(why.shrinkage == [0.1, 0.1, 0.1])
    #expect(why.model == .erlangC && why.definition == .all && why.plannedFor == "mean")
    for (agents, atWork) in zip(need.agents, why.atWork) {
      #expect(abs(agents - atWork / 0.9) <= 0.005 + 1e-9)
    }
  }

  // 100 x 180 / 1800 = 10 erlangs.
  @Test(
    "The bound that needs the most agents is the one that is named",
    arguments: [
      (
        Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20), NeedExplanation.Ruling.serviceLevel
      ),
      (
        Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20, maximumOccupancy: 0.5), .occupancy
      ),
      (
        Goal(
          model: .erlangA, serviceLevel: 0.5, threshold: 60, patience: 60,
          maximumAbandonment: 0.01), .abandonment
      ),
      (Goal(model: .erlangC), .load),
    ])
  func rulings(goal: Goal, expected: NeedExplanation.Ruling) throws {
    let why = try need(SmallCentre.queue(goal), [100]).explanation
    #expect(why?.rulings == [expected])
  }

  @Test("A closed slot, a silent one, and the minimum staff say so")
  func others() throws {
    let goal = Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20)
    #expect(try need(SmallCentre.queue(goal), [0]).explanation?.rulings == [.noContacts])
    let floor = try need(SmallCentre.queue(goal, minimumStaff: 50), [100])
    #expect(floor.explanation?.rulings == [.minimumStaff])
    #expect(floor.agents == [50])
    let never = OpeningHours(
      zone: .utc, spans: [.init(weekday: .sunday, from: .midnight, to: .endOfDay)])
    #expect(
      try need(SmallCentre.queue(goal, opening: never), [100]).explanation?.rulings == [.closed])
    let mail = Goal(model: .backlog, answerWithin: .hours(1))
    #expect(try need(SmallCentre.queue(mail, channel: .email), [9]).explanation?.rulings == [.due])
  }

  @Test("The quantile that was planned for is named")
  func quantile() throws {
    let goal = Goal(model: .erlangC, serviceLevel: 0.8, threshold: 20)
    let why = try need(SmallCentre.queue(goal), [100], quantile: 0.975).explanation
    #expect(why?.plannedFor == "p97.5")
  }

  @Test("A goal's words hold every bound")
  func words() {
    let goal = Goal(
      model: .erlangA, serviceLevel: 0.825, threshold: 20, as: .served, patience: 60,
      maximumOccupancy: 0.9, maximumAbandonment: 0.05)
    #expect(
      goal.words
        == "82.5 % in 20 s of contacts served, abandonment up to 5 %, occupancy up to 90 %")
    #expect(Goal(model: .erlangC).words == "no bound")
  }

  // 100 erlangs, 180 s, patience 120 s: the figures of the three definitions in the reference's notes.
  @Test(
    "The definition of the service level decides how many agents a queue needs",
    arguments: [
      (ServiceLevelDefinition.all, 96.0), (.served, 94), (.excludingEarlyAbandonments, 94),
    ])
  func definitions(definition: ServiceLevelDefinition, whole: Double) throws {
    let goal = Goal(
      model: .erlangA, serviceLevel: 0.8, threshold: 20, as: definition, patience: 120)
    let agents = try need(SmallCentre.queue(goal), [1000]).agents[0]
    #expect(agents > whole - 1 && agents <= whole)
  }

  @Test("Shrinkage follows the weekday and the month, and divides once")
  func shrinkage() throws {
    // Monday 2026-12-07: 20 % on Mondays, 15 % in December, 10 % usually: 10 + 10 + 5 = 25 %.
    // 90 x 600 / 1800 = 30 erlangs at 75 % = 40 at work, 40 / 0.75 = 53.33 on duty.
    let calendar = ShrinkageCalendar(ofWeekday: [.monday: 0.2], ofMonth: [12: 0.15])
    let queue = Queue(
      id: "q", channel: .voice, language: "de", opening: .always(in: .utc),
      goal: Goal(model: .erlangC, maximumOccupancy: 0.75), shrinkage: 0.1,
      shrinkageCalendar: calendar)
    let forecast = SmallCentre.forecast(
      volumes: Array(repeating: 90, count: 49), handlingTime: 600)
    let need = try #require(
      try requirement(for: forecast, named: "r", in: SmallCentre.centre(queue))["q"])
    #expect(need.agents[0] == 53.33)
    // The 49th half hour is Tuesday's first: 15 %; 40 / 0.85 = 47.06.
    #expect(need.agents[48] == 47.06)
    #expect(need.explanation?.shrinkage[48] == 0.15)
  }

  @Test("A shrinkage that leaves nobody, and an abandonment of none, are sentences")
  func faults() throws {
    let calendar = ShrinkageCalendar(ofWeekday: [.monday: 1])
    let goal = Goal(model: .erlangC)
    let nobody = Queue(
      id: "q", channel: .voice, language: "de", opening: .always(in: .utc), goal: goal,
      shrinkageCalendar: calendar)
    #expect(throws: StaffingFault.shrinkage("q", 1)) { try need(nobody, [1]) }
    let strict = Goal(model: .erlangA, patience: 60, maximumAbandonment: 0)
    #expect(throws: StaffingFault.abandonment("q", 0)) {
      try need(SmallCentre.queue(strict), [1])
    }
  }
}
