import Timeline
package import Workforce

/// Makes a roster: a line of shifts for every agent of a centre, as cheap as can be found.
///
/// Shortage is priced, so that there always is a roster; where a contract asks for more than an agent
/// can give, the roster gives what is attainable and says so in its notes.
///
/// - Parameters:
///   - requirement: On the grid of the week.
///   - centre: Agents, contracts, shifts, rules and prices.
///   - week: Each agent's seven days from its first day on.
///   - earlier: Shifts of the days before the week; they bind by rests and runs of days.
///   - settings: Seed, effort and threads.
///   - watcher: Asked about every tenth of a second; `.stop` gives back the best roster so far.
/// - Returns: The roster with its cost, a proven lower bound, and notes for the planner.
/// - Throws: A fault if the inputs contradict each other.
package func roster(
  for requirement: Requirement, staffedBy centre: Centre, in week: PlanningWeek,
  following earlier: [Shift] = [], settings: Settings = Settings(),
  watching watcher: Progress.Watcher? = nil
) throws(RosteringFault) -> Roster {
  let problem = try Problem(requirement, staffedBy: centre, in: week, following: earlier)
  var search = Search(problem, settings: settings, watcher: watcher)
  try search.run()
  return search.roster(id: week.id, firstDay: week.firstDay, grid: requirement.grid, of: centre)
}

extension Search {
  /// The best roster found, in the planner's words.
  func roster(id: String, firstDay: LocalDay, grid: Grid, of centre: Centre) -> Roster {
    var shifts: [Shift] = []
    var cost = Roster.Cost()
    var basePay = 0.0
    let finished = Draft(problem, lines: bestLines)
    for (place, agent) in problem.agents.enumerated() {
      let menu = problem.menu(of: place)
      let crew = problem.crews[problem.crewOf[place]]
      let line = bestLines[place]
      let hourly = centre.sites[menu.site].costPerHour.amount
      for day in 0..<7 where !line[day].isOff {
        let candidate = menu.candidates[line[day].index]
        let pay = menu.kinds[candidate.kind].paid.hours * hourly
        basePay += pay
        cost.premium.amount += candidate.cost - pay
        cost.wishes.amount += crew.cost[line[day].index] - candidate.cost
        shifts.append(shift(line[day], of: agent, from: menu, on: firstDay + day))
      }
    }
    cost.pay = Money(basePay)
    let priced = finished.cells.priced
    cost.under = Money(priced.under)
    cost.over = Money(priced.over)
    var effort = effort
    effort.ending = isCancelled ? "cancelled" : gap <= settings.gap ? "gap" : "rounds"
    return Roster(
      id: id, firstDay: firstDay, grid: grid, shifts: shifts, cost: cost,
      // The bound is a sum of thousands of terms: rounding must not lift it above the cost.
      bound: Money(min(bound, cost.total.amount)), notes: problem.notes, effort: effort)
  }

  private func shift(
    _ duty: Line.Duty, of agent: Agent, from menu: Menu, on day: LocalDay
  ) -> Shift {
    let candidate = menu.candidates[duty.index]
    let kind = menu.kinds[candidate.kind]
    let breaks = kind.template.breaks.enumerated().map { number, rule in
      let offset = Int(duty.breaks[number]) * problem.circle.cell
      return Activity(
        kind: rule.kind, interval: Interval(start: candidate.instant + offset, length: rule.length))
    }
    return Shift(
      agent: agent.id, template: kind.template.id, day: day,
      interval: menu.interval(of: candidate), breaks: breaks, paid: kind.paid)
  }
}
