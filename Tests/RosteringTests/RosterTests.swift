import Rostering
import Statistics
import Synchronization
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct RosterTests {
  private let quick = Settings(effort: 0.02)

  /// Whether a roster keeps all rules, costs what the checker says, and no less than its bound.
  private func isSound(
    _ made: Roster, _ centre: Centre, _ requirement: Requirement, following earlier: [Shift] = []
  ) -> Bool {
    let verdict = check(made, against: centre, meeting: requirement, following: earlier)
    let reasons: [KeyPath<Roster.Cost, Money>] = [\.pay, \.premium, \.wishes, \.under, \.over]
    return verdict.violations.isEmpty && made.bound <= made.cost.total
      && reasons.allSatisfy {
        abs(verdict.cost[keyPath: $0].amount - made.cost[keyPath: $0].amount) < 1e-6
      }
  }

  // MARK: - Laws

  @Test("Rosters of all kinds of rules keep them and cost what the checker says")
  func sound() throws {
    try forEvery(seed: 0..<40) { seed in
      var dice = Generator(seed: seed)
      var (toy, earlier) = Toy.random(&dice)
      toy.agents = 3
      toy.queues = ["p", "q"]
      toy.skills = [["p"], ["p", "q"], ["q"]]
      let requirement = toy.requirement { _, slot in
        (6..<22).contains(slot % 24) ? Double(dice.index(below: 200)) / 100 : 0
      }
      let made = try roster(
        for: requirement, staffedBy: toy.centre, in: toy.week, following: earlier, settings: quick)
      return isSound(made, toy.centre, requirement, following: earlier)
    }
  }

  @Test("Four sites in four zones: no violation, and a gap within reason at little effort")
  func fourSites() throws {
    let world = try FourSites(agents: 24, interval: Minutes(30))
    let made = try roster(
      for: world.requirement, staffedBy: world.centre, in: world.week,
      settings: Settings(effort: 0.1))
    #expect(isSound(made, world.centre, world.requirement))
    #expect(made.shifts.count > 80)
    // At full effort a hundred agents come to a few per cent; fewer have more rounding to bear.
    #expect(made.gap < 0.5)
    #expect(made.effort.ending == "rounds")
    #expect(made.id == "2026-W50" && made.grid == world.week.grid)
  }

  @Test("The same seed gives the same roster, with one thread or with three; another seed may not")
  func repeatable() throws {
    let world = try FourSites(agents: 10, interval: Minutes(30))
    func made(seed: UInt64, threads: Int) throws -> Roster {
      try roster(
        for: world.requirement, staffedBy: world.centre, in: world.week,
        settings: Settings(seed: seed, effort: 0.02, threads: threads))
    }
    let first = try made(seed: 1, threads: 1)
    #expect(try made(seed: 1, threads: 1) == first)
    #expect(try made(seed: 1, threads: 3) == first)
    #expect(try made(seed: 2, threads: 1).shifts != first.shifts)
  }

  @Test("A need for exactly the shifts there are is met at its bound, and ends the search")
  func optimal() throws {
    var toy = Toy()
    toy.contract = Contract(id: "c", weekly: .hours(16), maximumDays: 2)
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 480, lastStart: 720, startStep: .hours(4), lengths: [.hours(8)])
    ]
    // Tuesday and Friday, 12:00 to 20:00.
    let requirement = toy.requirement { _, slot in
      [1, 4].contains(slot / 24) && (12..<20).contains(slot % 24) ? 1 : 0
    }
    let made = try roster(
      for: requirement, staffedBy: toy.centre, in: toy.week, settings: Settings(gap: 1e-6))
    #expect(
      made.shifts.map { toy.centre.zone.reading(at: $0.interval.start).description }
        == ["2026-12-08 12:00", "2026-12-11 12:00"])
    #expect(abs(made.cost.total.amount - 16 * 20) < 1e-6)
    #expect(made.effort.ending == "gap")
  }

  // MARK: - Watching

  @Test("Whoever stops the search gets a roster that keeps all rules")
  func cancelled() throws {
    let world = try FourSites(agents: 10, interval: Minutes(30))
    for patience in [0, 3, 8] {
      let asked = Atomic(0)
      let made = try roster(
        for: world.requirement, staffedBy: world.centre, in: world.week, settings: quick,
        watching: { _ in
          asked.wrappingAdd(1, ordering: .relaxed).oldValue < patience ? .goOn : .stop
        })
      #expect(made.effort.ending == "cancelled")
      // Once stopped, nobody is asked again.
      #expect(asked.load(ordering: .relaxed) == patience + 1)
      #expect(isSound(made, world.centre, world.requirement))
    }
  }

  @Test("Progress tells a cost that falls and a bound that rises")
  func progress() throws {
    let world = try FourSites(agents: 10, interval: Minutes(30))
    let seen = Mutex<[Progress]>([])
    _ = try roster(
      for: world.requirement, staffedBy: world.centre, in: world.week, settings: quick,
      watching: { progress in
        seen.withLock { $0.append(progress) }
        return .goOn
      })
    let all = seen.withLock(\.self)
    let costs = all.compactMap(\.cost)
    let bounds = all.compactMap(\.bound)
    #expect(all.count > 10 && !bounds.isEmpty)
    #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(all.allSatisfy { (0...1).contains($0.share) })
  }

  // MARK: - Clocks

  @Test(
    "Nights over a change of the clock rest in real time and count on the week's circle",
    arguments: [(2027, 3, 22), (2026, 10, 19)])
  func clockChange(year: Int, month: Int, day: Int) throws {
    let firstDay = try #require(LocalDay(year: year, month: month, day: day))
    var toy = Toy()
    toy.zone = try Worlds.zone("Europe/Vienna")
    toy.firstDay = firstDay
    toy.agents = 2
    toy.contract = Contract(
      id: "c", weekly: .hours(40), maximumDays: 5, maximumDaysInRow: 6, rest: .hours(16))
    // Starts at 02:30 are skipped on the Sunday in spring and come twice in autumn.
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 22 * 60 + 30, lastStart: 26 * 60 + 30, startStep: .hours(2),
        lengths: [.hours(8)])
    ]
    toy.interval = Minutes(30)
    let requirement = toy.requirement { _, slot in slot % 48 < 12 ? 1.5 : 0 }
    let made = try roster(
      for: requirement, staffedBy: toy.centre, in: toy.week, settings: quick)
    #expect(isSound(made, toy.centre, requirement))
    #expect(made.shifts.count == 10)
    for (shift, next) in zip(made.shifts, made.shifts.dropFirst())
    where shift.agent == next.agent {
      #expect(next.interval.start - shift.interval.end >= .hours(16))
    }
    #expect(made.shifts.allSatisfy { $0.interval.length == .hours(8) })
  }

  @Test("A start that the clock skips is not used, although the contract asks for the day")
  func skippedStart() throws {
    var toy = Toy()
    toy.zone = try Worlds.zone("Europe/Vienna")
    // The week up to Sunday 2027-03-28, when 02:00 to 03:00 does not exist.
    toy.firstDay = try #require(LocalDay(year: 2027, month: 3, day: 22))
    toy.contract = Contract(id: "c", weekly: .hours(8), maximumDays: 1)
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 150, lastStart: 150, startStep: .hours(1), lengths: [.hours(8)],
        weekdays: [.sunday])
    ]
    toy.interval = Minutes(30)
    let requirement = toy.requirement()
    let made = try roster(
      for: requirement, staffedBy: toy.centre, in: toy.week, settings: quick)
    #expect(made.shifts.isEmpty)
    #expect(isSound(made, toy.centre, requirement))
    #expect(made.notes.count == 1)
  }

  @Test("A site half an hour off the others is rostered on its own clock")
  func halfHourZone() throws {
    var toy = Toy()
    toy.zone = try Worlds.zone("Asia/Kolkata")
    let inner = toy.centre
    let centre = Centre(
      name: "half", zone: .utc, interval: .hours(1), sites: inner.sites, queues: inner.queues,
      contracts: inner.contracts, templates: inner.templates, agents: inner.agents)
    let week = centre.week(of: Toy.monday)
    // 08:00 in Kolkata is 02:30 in Greenwich.
    let requirement = Requirement.needing(centre, in: week) { _, slot in
      slot < 48 && (2..<11).contains(slot % 24) ? 1 : 0
    }
    let made = try roster(for: requirement, staffedBy: centre, in: week, settings: quick)
    #expect(isSound(made, centre, requirement))
    #expect(
      made.shifts.map(\.interval.start.description)
        == ["2026-12-07T02:30:00Z", "2026-12-08T02:30:00Z"])
  }

  // MARK: - What cannot be

  @Test("An agent off all week has no shifts, and the planner is told")
  func offAllWeek() throws {
    for kind in [TimeOff.Kind.leave, .unavailable] {
      var toy = Toy()
      toy.timeOff = [toy.timeOff(0...6, kind: kind)]
      let requirement = toy.requirement { _, _ in 1 }
      let made = try roster(
        for: requirement, staffedBy: toy.centre, in: toy.week, settings: quick)
      #expect(made.shifts.isEmpty)
      #expect(made.notes == ["a0: off all week, so no shifts"])
      #expect(isSound(made, toy.centre, requirement))
    }
  }

  @Test("A contract that no shift fits is planned as far as it goes, and the planner is told why")
  func unattainable() throws {
    func notes(_ change: (inout Toy) -> Void) throws -> [String] {
      var toy = Toy()
      toy.contract = Contract(id: "c", weekly: .hours(20), maximumDays: 5)
      change(&toy)
      let requirement = toy.requirement()
      let made = try roster(
        for: requirement, staffedBy: toy.centre, in: toy.week, settings: quick)
      #expect(isSound(made, toy.centre, requirement))
      return made.notes
    }
    #expect(
      try notes { _ in } == [
        "a0: at most 16h of the 20h asked can be planned; the shifts and rules of contract c add up "
          + "to no more"
      ])
    #expect(
      try notes { $0.templates = [] } == [
        "a0: at most 0m of the 20h asked can be planned; no shift is open to contract c at site s"
      ])
    #expect(
      try notes {
        $0.contract = Contract(id: "c", weekly: .hours(40), maximumDays: 5)
        $0.timeOff = [$0.timeOff(0...2, kind: .unavailable)]
        $0.employedTo = Toy.monday + 5
      } == [
        "a0: at most 24h of the 40h asked can be planned; the shifts and rules of contract c add up "
          + "to no more, with time off on 3 days, outside employment on 1 day"
      ])
  }

  @Test("A need that nobody can serve is told")
  func nobodyCan() throws {
    var toy = Toy()
    toy.queues = ["p", "q"]
    toy.skills = [["p"]]
    let requirement = toy.requirement { _, _ in 1 }
    let made = try roster(
      for: requirement, staffedBy: toy.centre, in: toy.week, settings: quick)
    #expect(made.notes == ["queue q: nobody has the skill, so its whole need stays uncovered"])
    #expect(isSound(made, toy.centre, requirement))
  }

  @Test("Seats are kept where hours leave a choice")
  func seats() throws {
    var toy = Toy()
    toy.agents = 3
    toy.seats = 1
    // Everybody is wanted on Monday at noon; one of them has a seat.
    let requirement = toy.requirement { _, slot in slot == 12 ? 3 : 0 }
    let made = try roster(
      for: requirement, staffedBy: toy.centre, in: toy.week, settings: quick)
    #expect(isSound(made, toy.centre, requirement))
    #expect(made.shifts.count == 6)
  }

  @Test("The earlier roster binds by rest and by days in a row")
  func earlier() throws {
    var toy = Toy()
    toy.contract = Contract(
      id: "c", weekly: .hours(16), maximumDays: 2, maximumDaysInRow: 2, rest: .hours(12))
    toy.templates = [
      ShiftTemplate(
        id: "day", firstStart: 480, lastStart: 720, startStep: .hours(4), lengths: [.hours(8)])
    ]
    // Wanted on Monday and Tuesday from 08:00; Sunday's shift ends at 22:00.
    let requirement = toy.requirement { _, slot in
      slot < 48 && (8..<16).contains(slot % 24) ? 1 : 0
    }
    let sunday = [toy.shift(-1, 840)]
    let made = try roster(
      for: requirement, staffedBy: toy.centre, in: toy.week, following: sunday, settings: quick)
    #expect(isSound(made, toy.centre, requirement, following: sunday))
    // Monday not before 10:00, and not both days after Sunday: at most two in a row.
    let days = made.shifts.map { $0.day - toy.firstDay }
    #expect(!(days.contains(0) && days.contains(1)))
    // Without the past, both are worked at 08:00.
    let free = try roster(
      for: requirement, staffedBy: toy.centre, in: toy.week, settings: quick)
    #expect(free.shifts.map { $0.day - toy.firstDay } == [0, 1])
  }

  @Test("A centre without agents has a roster without shifts")
  func nobody() throws {
    var toy = Toy()
    toy.agents = 0
    let requirement = toy.requirement { _, slot in slot == 0 ? 1 : 0 }
    let made = try roster(
      for: requirement, staffedBy: toy.centre, in: toy.week, settings: quick)
    // An hour short of one agent: a tenth at 30, the rest at 80.
    #expect(abs(made.cost.total.amount - 75) < 1e-9)
    #expect(isSound(made, toy.centre, requirement))
  }
}
