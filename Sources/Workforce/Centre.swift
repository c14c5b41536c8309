package import Timeline

/// Everything that is planned together: the root value, read from a workspace.
///
/// The reader of the workspace has checked that ids are unique and references known; the stages
/// trust that.
package struct Centre: Sendable, Hashable {
  package let name: String
  /// The clock by which weeks begin and reports are written.
  package let zone: Zone
  /// Length of a planning interval.
  package let interval: Minutes
  package let weekStart: Weekday
  /// ISO 4217, such as `EUR`.
  package let currency: String
  package let prices: Prices
  /// All in order of their id.
  package let sites: [Site]
  package let queues: [Queue]
  package let contracts: [Contract]
  package let templates: [ShiftTemplate]
  package let rules: [WorkRule]
  package let agents: [Agent]
  package let timeOff: [TimeOff]
  package let wishes: [Wish]
  package let events: [Event]
  package let holidays: [HolidayCalendarName: HolidayCalendar]

  package init(
    name: String, zone: Zone, interval: Minutes, weekStart: Weekday = .monday,
    currency: String = "EUR", prices: Prices = Prices(), sites: [Site], queues: [Queue],
    contracts: [Contract], templates: [ShiftTemplate], rules: [WorkRule] = [], agents: [Agent],
    timeOff: [TimeOff] = [], wishes: [Wish] = [], events: [Event] = [],
    holidays: [HolidayCalendarName: HolidayCalendar] = [:]
  ) {
    self.name = name
    self.zone = zone
    self.interval = interval
    self.weekStart = weekStart
    self.currency = currency
    self.prices = prices
    self.sites = sites.sorted { $0.id < $1.id }
    self.queues = queues.sorted { $0.id < $1.id }
    self.contracts = contracts.sorted { $0.id < $1.id }
    self.templates = templates.sorted { $0.id < $1.id }
    self.rules = rules.sorted { $0.id < $1.id }
    self.agents = agents.sorted { $0.id < $1.id }
    self.timeOff = timeOff.sorted { $0.id < $1.id }
    self.wishes = wishes.sorted { ($0.agent, $0.day) < ($1.agent, $1.day) }
    self.events = events
    self.holidays = holidays
  }

  package func site(_ id: Site.ID) -> Site? { sites.first { $0.id == id } }
  package func queue(_ id: Queue.ID) -> Queue? { queues.first { $0.id == id } }
  package func contract(_ id: Contract.ID) -> Contract? { contracts.first { $0.id == id } }
  package func template(_ id: ShiftTemplate.ID) -> ShiftTemplate? {
    templates.first { $0.id == id }
  }
  package func agent(_ id: Agent.ID) -> Agent? { agents.first { $0.id == id } }

  /// The holidays of a calendar by name; an empty calendar where there is none.
  package func calendar(_ name: HolidayCalendarName?) -> HolidayCalendar {
    name.flatMap { holidays[$0] } ?? HolidayCalendar()
  }

  /// The templates an agent may work.
  package func templates(for agent: Agent) -> [ShiftTemplate] {
    templates.filter { template in
      (template.contracts.isEmpty || template.contracts.contains(agent.contract))
        && (template.sites.isEmpty || template.sites.contains(agent.site))
    }
  }

  /// Whether a queue is open at the start of each slot, its holidays considered.
  package func openMask(of queue: Queue, on grid: Grid) -> [Bool] {
    let calendar = calendar(queue.market)
    return queue.opening.mask(
      on: grid, closedOn: { queue.isClosedOnHolidays && calendar.isPublicHoliday($0) })
  }

  /// Whether a queue is open on a date of its clock, its holidays considered.
  package func isOpen(_ queue: Queue, on day: LocalDay) -> Bool {
    let isClosed = queue.isClosedOnHolidays && calendar(queue.market).isPublicHoliday(day)
    return !isClosed && !queue.opening.intervals(on: day).isEmpty
  }

  /// The planning week that holds a date: seven local days of the centre's zone.
  package func week(of day: LocalDay) -> PlanningWeek {
    PlanningWeek(firstDay: day.startOfWeek(beginning: weekStart), zone: zone, slot: interval)
  }
}
