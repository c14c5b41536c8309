import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Centre")
struct CentreTests {
  private let vienna: Zone

  init() throws {
    vienna = try Worlds.zone("Europe/Vienna")
  }

  /// Two sites, two contracts and three templates, in no order.
  private func centre(
    queues: [Queue] = [], weekStart: Weekday = .monday,
    holidays: [HolidayCalendarName: HolidayCalendar] = [:]
  ) -> Centre {
    func template(
      _ id: ShiftTemplate.ID, contracts: [Contract.ID] = [], sites: [Site.ID] = []
    ) -> ShiftTemplate {
      ShiftTemplate(
        id: id, firstStart: 480, lastStart: 480, startStep: Minutes(30), lengths: [.hours(8)],
        contracts: contracts, sites: sites)
    }
    func agent(_ id: Agent.ID, site: Site.ID, contract: Contract.ID) -> Agent {
      Agent(
        id: id, name: id.rawValue, site: site, contract: contract, zone: vienna, skills: [])
    }
    return Centre(
      name: "two-sites", zone: vienna, interval: Minutes(30), weekStart: weekStart,
      sites: [
        Site(id: "vie", zone: vienna, costPerHour: Money(20)),
        Site(id: "lis", zone: vienna, costPerHour: Money(12)),
      ],
      queues: queues,
      contracts: [
        Contract(id: "pt20", weekly: .hours(20), maximumDays: 5), Worlds.fullTime,
      ],
      templates: [
        template("short", contracts: ["pt20"]), template("any"),
        template("far", contracts: ["pt20", "ft40"], sites: ["lis"]),
      ],
      agents: [
        agent("c", site: "lis", contract: "ft40"), agent("a", site: "vie", contract: "ft40"),
        agent("b", site: "vie", contract: "pt20"),
      ],
      wishes: [
        Wish(agent: "b", day: Worlds.monday, content: .off),
        Wish(agent: "a", day: Worlds.monday + 1, content: .off),
        Wish(agent: "a", day: Worlds.monday, content: .off),
      ],
      holidays: holidays)
  }

  @Test("Everything is put in order of its id")
  func order() {
    let centre = centre()
    #expect(centre.sites.map(\.id) == ["lis", "vie"])
    #expect(centre.contracts.map(\.id) == ["ft40", "pt20"])
    #expect(centre.templates.map(\.id) == ["any", "far", "short"])
    #expect(centre.agents.map(\.id) == ["a", "b", "c"])
    #expect(centre.wishes.map(\.agent) == ["a", "a", "b"])
    #expect(centre.wishes.map(\.day) == [Worlds.monday, Worlds.monday + 1, Worlds.monday])
  }

  @Test("Things are found by their id, and only by it")
  func lookups() {
    let centre = centre(queues: [Worlds.voice("de-voice", open: .always(in: vienna))])
    #expect(centre.site("lis")?.costPerHour == Money(12))
    #expect(centre.queue("de-voice")?.channel == .voice)
    #expect(centre.contract("pt20")?.weekly == .hours(20))
    #expect(centre.template("far")?.sites == ["lis"])
    #expect(centre.agent("b")?.contract == "pt20")
    #expect(centre.site("ber") == nil && centre.queue("") == nil && centre.contract("ft") == nil)
    #expect(centre.template("FAR") == nil && centre.agent("d") == nil)
  }

  @Test("An agent may work the templates of their contract and site, and those for all")
  func templates() throws {
    let centre = centre()
    func templates(_ id: Agent.ID) throws -> [ShiftTemplate.ID] {
      centre.templates(for: try #require(centre.agent(id))).map(\.id)
    }
    #expect(try templates("a") == ["any"])
    #expect(try templates("b") == ["any", "short"])
    #expect(try templates("c") == ["any", "far"])
  }

  @Test("A calendar that is not there has no holidays")
  func calendars() throws {
    let christmas = Holiday(day: try date("2026-12-25"), name: "Christmas Day")
    let centre = centre(holidays: ["at": HolidayCalendar([christmas])])
    #expect(centre.calendar("at").isPublicHoliday(christmas.day))
    #expect(centre.calendar("de").holidays.isEmpty)
    #expect(centre.calendar(nil).holidays.isEmpty)
  }

  @Test("A queue keeps its market's holidays only if it closes on them")
  func openMask() throws {
    func queue(_ id: Queue.ID, market: HolidayCalendarName?, closes: Bool) -> Queue {
      Queue(
        id: id, channel: .voice, language: "de", opening: .always(in: vienna),
        goal: Goal(model: .erlangC), market: market, isClosedOnHolidays: closes)
    }
    let centre = centre(
      queues: [
        queue("closes", market: "at", closes: true), queue("works", market: "at", closes: false),
        queue("other", market: "de", closes: true), queue("none", market: nil, closes: true),
      ],
      holidays: [
        "at": HolidayCalendar([
          Holiday(day: Worlds.monday + 1, name: "Immaculate Conception"),
          Holiday(day: Worlds.monday + 3, name: "Half a day", kind: .half),
        ])
      ])
    let grid = centre.week(of: Worlds.monday).grid
    func openSlots(_ id: Queue.ID) throws -> [Int] {
      let mask = centre.openMask(of: try #require(centre.queue(id)), on: grid)
      return grid.indices.filter { mask[$0] }
    }
    // Slots of half an hour: Tuesday is 48..<96.
    #expect(try openSlots("closes") == Array(0..<48) + Array(96..<336))
    for id in ["works", "other", "none"] as [Queue.ID] {
      #expect(try openSlots(id) == Array(0..<336))
    }
  }

  @Test(
    "The week of a date begins on the centre's weekday",
    arguments: [
      (Weekday.monday, "2026-12-07"), (.sunday, "2026-12-06"), (.saturday, "2026-12-05"),
      (.thursday, "2026-12-10"),
    ])
  func week(weekStart: Weekday, first: String) throws {
    let centre = centre(weekStart: weekStart)
    let week = centre.week(of: try date("2026-12-11"))
    #expect(week.firstDay == (try date(first)))
    #expect(week.zone == vienna)
    #expect(week.slot == Minutes(30))
    for day in week.days {
      #expect(centre.week(of: day) == week)
    }
  }
}
