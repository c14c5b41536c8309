import Timeline
import Workforce

extension Problem {
  /// Turns a centre and a requirement into cells, menus and crews.
  init(
    _ requirement: Requirement, staffedBy centre: Centre, in week: PlanningWeek,
    following earlier: [Shift]
  ) throws(RosteringFault) {
    try Problem.validate(requirement, centre, week)
    let posts = try Problem.posts(of: centre)
    let keys = Set(posts).sorted()
    let spaces = keys.map { key in
      ShiftSpace(templates: key.templates, zone: key.zone, firstDay: week.firstDay)
    }
    try Problem.validateBreaks(centre)

    let grid = requirement.grid
    let raster = spaces.reduce(grid.slot.count) {
      commonDivisor($0, $1.raster(from: grid.start))
    }
    let circle = Circle(grid: grid, cell: Minutes(raster))
    // Zones lie up to 26 hours apart, and a shift may begin on the day after its own.
    let days = Interval(
      start: grid.start - .days(3), end: grid.end + .days(6))
    var clocks: [Place: PremiumClock] = [:]
    var menus: [Menu] = []
    for (key, space) in zip(keys, spaces) {
      let site = centre.sites[key.site]
      let place = Place(site: key.site, zone: key.zone)
      let clock =
        clocks[place]
        ?? PremiumClock(
          site: site, zone: key.zone, holidays: centre.calendar(site.holidays), over: days)
      clocks[place] = clock
      menus.append(
        Menu(
          space, rules: key.rules, site: key.site, zone: key.zone,
          costPerHour: site.costPerHour.amount, clock: clock, on: circle))
    }

    let skillSets = Set(centre.agents.map(\.skillSet)).sorted()
    var builder = CrewBuilder(centre: centre, firstDay: week.firstDay, menus: menus)
    var earlierShifts: [Agent.ID: [Shift]] = [:]
    for shift in earlier where shift.day < week.firstDay {
      earlierShifts[shift.agent, default: []].append(shift)
    }
    for (place, agent) in centre.agents.enumerated() {
      guard let menu = keys.firstIndex(of: posts[place]),
        let skillSet = skillSets.firstIndex(of: agent.skillSet)
      else { continue }
      builder.add(
        agent, at: place, post: posts[place], menu: menu, skillSet: skillSet,
        following: earlierShifts[agent.id] ?? [])
    }

    self.circle = circle
    self.menus = menus
    demand = Demand(requirement, on: circle, of: centre, skillSets: skillSets)
    agents = centre.agents
    seats = centre.sites.map(\.seats)
    hourOfShortage = max(centre.prices.under.amount, 1e-3)
    longest = menus.reduce(0) { max($0, $1.longest) }
    crews = builder.crews
    crewOf = builder.crewOf
    notes = Problem.notes(on: requirement, centre) + builder.notes
  }

  /// Where premiums are alike.
  private struct Place: Hashable {
    let site: Int
    let zone: Zone
  }

  /// What agents of one menu have in common.
  struct Post: Hashable, Comparable {
    let site: Int
    let zone: Zone
    let contract: Contract
    let rules: Rules
    let templates: [ShiftTemplate]
    /// The first agent of the centre at this post: gives posts their order.
    let order: Int

    static func == (left: Post, right: Post) -> Bool {
      left.site == right.site && left.zone == right.zone && left.contract == right.contract
        && left.rules == right.rules
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(site)
      hasher.combine(zone.identifier)
      hasher.combine(contract.id)
      hasher.combine(rules)
    }

    static func < (left: Post, right: Post) -> Bool { left.order < right.order }
  }

  /// The post of each agent; agents of one post share its first agent's order.
  private static func posts(of centre: Centre) throws(RosteringFault) -> [Post] {
    var orders: [Post: Int] = [:]
    var result: [Post] = []
    for (place, agent) in centre.agents.enumerated() {
      guard let site = centre.sites.firstIndex(where: { $0.id == agent.site }) else {
        throw .unknownSite(agent.site, agent: agent.id)
      }
      guard let contract = centre.contract(agent.contract) else {
        throw .unknownContract(agent.contract, agent: agent.id)
      }
      let rules = Rules(contract: contract, rules: centre.rules.filter { $0.binds(agent) })
      let templates = centre.templates(for: agent)
      let post = Post(
        site: site, zone: agent.zone, contract: contract, rules: rules, templates: templates,
        order: place)
      let order = orders[post] ?? place
      orders[post] = order
      result.append(
        Post(
          site: site, zone: agent.zone, contract: contract, rules: rules, templates: templates,
          order: order))
    }
    return result
  }

  private static func validate(
    _ requirement: Requirement, _ centre: Centre, _ week: PlanningWeek
  ) throws(RosteringFault) {
    guard requirement.grid == week.grid else {
      throw .grid(
        requirement: requirement.id, week: week.id, found: requirement.grid, expected: week.grid)
    }
    guard requirement.queues.count <= Demand.queueLimit else {
      throw .queues(count: requirement.queues.count, limit: Demand.queueLimit)
    }
    for row in requirement.queues {
      guard centre.queue(row.queue) != nil else {
        throw .unknownQueue(row.queue, requirement: requirement.id)
      }
      guard row.agents.count == requirement.grid.count else {
        throw .values(row.queue, count: row.agents.count, expected: requirement.grid.count)
      }
      // A million agents in an interval is no need but a slip of the pen.
      for (slot, need) in row.agents.enumerated() where !(0...1_000_000).contains(need) {
        throw .need(row.queue, at: requirement.grid.start(of: slot))
      }
    }
    let prices = centre.prices
    guard prices.under.amount >= 0, prices.over.amount >= 0, prices.wish.amount >= 0 else {
      throw .prices("a price is negative")
    }
    guard prices.underBeyond >= prices.under else {
      throw .prices("under-beyond is less than under")
    }
    guard (0...1).contains(prices.cheapShare) else {
      throw .prices("cheap-share is not between 0% and 100%")
    }
  }

  private static func validateBreaks(_ centre: Centre) throws(RosteringFault) {
    for template in centre.templates where template.breaks.count > ShiftSpace.breakLimit {
      throw .breaks(template.id, count: template.breaks.count, limit: ShiftSpace.breakLimit)
    }
  }

  /// Queues with a need that nobody's skills can serve.
  private static func notes(on requirement: Requirement, _ centre: Centre) -> [String] {
    let served = Set(centre.agents.flatMap { $0.skills.map(\.queue) })
    return requirement.queues.compactMap { row in
      guard !served.contains(row.queue), row.agents.contains(where: { $0 > 0 }) else { return nil }
      return "queue \(row.queue): nobody has the skill, so its whole need stays uncovered"
    }
  }
}
