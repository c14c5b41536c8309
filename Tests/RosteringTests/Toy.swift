import Statistics
import Timeline
import Workforce

/// A toy centre on Greenwich time, each part of which a test can exchange.
struct Toy {
  var zone = Zone.utc
  var contract = Contract(
    id: "c", weekly: .hours(16), maximumDays: 2, daysOffTogether: 1, maximumDaysInRow: 6,
    rest: .hours(11))
  var templates = [
    ShiftTemplate(
      id: "day", firstStart: 8 * 60, lastStart: 12 * 60, startStep: .hours(4),
      lengths: [.hours(8)])
  ]
  var rules: [WorkRule] = []
  var timeOff: [TimeOff] = []
  var wishes: [Wish] = []
  var agents = 1
  var seats: Int?
  var premiums = Premiums.none
  var holidays = HolidayCalendar()
  var prices = Prices()
  var interval = Minutes(60)
  var queues: [Queue.ID] = ["q"]
  /// The queues of each agent in turn.
  var skills: [[Queue.ID]] = [["q"]]
  var employedFrom: LocalDay?
  var employedTo: LocalDay?
  var firstDay = Toy.monday

  /// Monday 2026-12-07.
  static let monday = LocalDay(daysSince1970: 20_794)
  static let agent: Agent.ID = "a0"

  var centre: Centre {
    Centre(
      name: "toy", zone: zone, interval: interval, prices: prices,
      sites: [
        Site(
          id: "s", zone: zone, seats: seats, costPerHour: Money(20), holidays: "h",
          premiums: premiums)
      ],
      queues: queues.map { id in
        Queue(
          id: id, channel: .voice, language: "en", opening: .always(in: zone),
          goal: Goal(model: .erlangC))
      },
      contracts: [contract], templates: templates, rules: rules,
      agents: (0..<agents).map { number in
        Agent(
          id: .init("a\(number)"), name: "A", site: "s", contract: contract.id, zone: zone,
          skills: skills[number % skills.count].map { Skill(queue: $0) },
          employedFrom: employedFrom, employedTo: employedTo)
      },
      timeOff: timeOff, wishes: wishes, holidays: ["h": holidays])
  }

  var week: PlanningWeek { centre.week(of: firstDay) }

  /// A shift of the first agent: on a day of the week, from a minute of the local clock.
  func shift(
    _ day: Int, _ start: Int, hours: Int = 8, template: ShiftTemplate.ID = "day",
    breaks: [Activity] = [], paid: Minutes? = nil, agent: Agent.ID = Toy.agent
  ) -> Shift {
    let date = firstDay + day
    let reading = LocalReading(secondsSince1970: date.daysSince1970 * 86_400 + 60 * start)
    return Shift(
      agent: agent, template: template, day: date,
      interval: Interval(start: zone.instant(of: reading), length: .hours(hours)), breaks: breaks,
      paid: paid ?? .hours(hours))
  }

  func roster(_ shifts: [Shift]) -> Roster {
    Roster(
      id: "r", firstDay: firstDay, grid: week.grid, shifts: shifts, cost: .init(), bound: .zero,
      notes: [], effort: .init())
  }

  func requirement(_ need: (Queue.ID, Int) -> Double = { _, _ in 0 }) -> Requirement {
    .needing(centre, in: week, need)
  }

  func timeOff(_ days: ClosedRange<Int>, kind: TimeOff.Kind, state: TimeOff.State = .approved)
    -> TimeOff
  {
    TimeOff(
      id: "t", agent: Toy.agent, from: firstDay + days.lowerBound, to: firstDay + days.upperBound,
      kind: kind, state: state)
  }
}
