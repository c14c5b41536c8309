import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Unmet wishes")
struct UnmetWishTests {
  /// One agent in Vienna who works Monday 06:00 and Tuesday 22:00.
  private func content(_ wishes: [Wish]) throws -> ReportContent {
    let world = try Worlds.oneSite(agents: 1)
    let centre = Centre(
      name: world.name, zone: world.zone, interval: world.interval, sites: world.sites,
      queues: [], contracts: world.contracts, templates: world.templates, agents: world.agents,
      wishes: wishes)
    let week = PlanningWeek(firstDay: Worlds.monday, zone: world.zone, slot: .hours(1))
    let shifts = [(0, 6), (1, 22)].map { day, hour -> Shift in
      let start = world.zone.instant(Worlds.monday + day, LocalTime(minutes: 60 * hour))
      return Shift(
        agent: "a01", template: "day", day: Worlds.monday + day,
        interval: Interval(start: start, length: .hours(8)), breaks: [], paid: .hours(8))
    }
    let zeros = Array(repeating: 0.0, count: week.grid.count)
    return ReportContent(
      centre: centre, week: week, forecast: Forecast(id: "f", grid: week.grid, queues: []),
      requirement: Requirement(id: "r", grid: week.grid, queues: []),
      roster: Roster(
        id: "r", firstDay: Worlds.monday, grid: week.grid, shifts: shifts, cost: .init(),
        bound: .zero, notes: [], effort: .init()),
      coverage: Coverage(grid: week.grid, queues: [], idle: zeros, onDuty: zeros), outlook: [],
      violations: [])
  }

  private func wish(_ day: Int, _ content: Wish.Content) -> Wish {
    Wish(agent: "a01", day: Worlds.monday + day, content: content)
  }

  @Test("A wish is unmet when a shift of its day goes against it")
  func unmet() throws {
    let morning = Wish.Content.start(
      from: LocalTime(minutes: 300), to: LocalTime(minutes: 420))
    let content = try content([
      wish(0, .off), wish(0, morning), wish(1, morning), wish(1, .template("day")),
      wish(1, .template("night")), wish(2, .off), wish(9, .off),
    ])
    let unmet = UnmetWish.all(in: content)
    #expect(unmet.map(\.wish) == [wish(0, .off), wish(1, morning), wish(1, .template("night"))])
    #expect(unmet.map(\.shift.day.weekday) == [.monday, .tuesday, .tuesday])
    // The wish of the next week does not count.
    #expect(UnmetWish.wishCount(of: content) == 6)
  }

  @Test("A wish is told in words")
  func words() {
    #expect(Wish.Content.off.words == "a day off")
    #expect(Wish.Content.template("late").words == "a shift of late")
    let start = Wish.Content.start(from: LocalTime(minutes: 390), to: .endOfDay)
    #expect(start.words == "a start between 06:30 and 24:00")
  }
}
