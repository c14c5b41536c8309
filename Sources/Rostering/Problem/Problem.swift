import Timeline
import Workforce

/// A centre's week as the optimiser sees it: cells, demand, menus of shifts and crews of agents.
struct Problem: Sendable {
  let circle: Circle
  let demand: Demand
  let menus: [Menu]
  let crews: [Crew]
  /// The crew of each agent.
  let crewOf: [Int]
  let agents: [Agent]
  /// Seats of each site, nil where there is no bound.
  let seats: [Int?]
  /// What a planner should know before any search.
  let notes: [String]

  /// What an hour of shortage costs, in which temperatures are told.
  let hourOfShortage: Double
  /// The longest shift of all menus, in cells.
  let longest: Int

  func menu(of agent: Int) -> Menu { menus[crews[crewOf[agent]].menu] }
  func skillSet(of agent: Int) -> Int { crews[crewOf[agent]].skillSet }

  /// Whether presence is bounded at a site.
  var hasSeats: Bool { seats.contains { $0 != nil } }
}
