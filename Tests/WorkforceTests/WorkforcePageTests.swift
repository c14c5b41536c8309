import Testing
import Timeline
import Workforce

@Suite("The page Workforce.docc/Workforce.md")
struct WorkforcePageTests {
  @Test("Its first example prints what it says")
  func firstExample() throws {
    let vienna = try ZoneDatabase().zone("Europe/Vienna")
    let queue = Queue(
      id: "de-voice", channel: .voice, language: "de", opening: .always(in: vienna),
      goal: Goal(model: .erlangA, serviceLevel: 0.8, threshold: 20, patience: 180))
    let centre = Centre(
      name: "small", zone: vienna, interval: Minutes(30),
      sites: [Site(id: "vie", zone: vienna, costPerHour: Money(20))],
      queues: [queue],
      contracts: [Contract(id: "ft40", weekly: .hours(40), maximumDays: 5)],
      templates: [
        ShiftTemplate(
          id: "day", firstStart: 360, lastStart: 840, startStep: Minutes(30), lengths: [.hours(8)])
      ],
      agents: [
        Agent(
          id: "mina", name: "Mina", site: "vie", contract: "ft40", zone: vienna,
          skills: [Skill(queue: "de-voice")])
      ])
    let week = centre.week(of: try #require(LocalDay("2026-12-07")))
    #expect(week.id == "2026-W50" && week.grid.count == 336)
    #expect(centre.openMask(of: queue, on: week.grid).allSatisfy { $0 })
  }
}
