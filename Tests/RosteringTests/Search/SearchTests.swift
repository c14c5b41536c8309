import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@testable import Rostering

@Suite struct SearchTests {
  @Test("The bound lies below the optimum of all rosters, and the roster's cost above it")
  func boundAndOptimum() throws {
    try forEvery(seed: 0..<10) { seed in
      var dice = Generator(seed: seed)
      let (toy, requirement, problem) = try Toy.small(
        agents: 2, queues: ["p", "q"], skills: [["p"], ["p", "q"]], &dice)
      let made = try roster(
        for: requirement, staffedBy: toy.centre, in: toy.week, settings: Settings(effort: 0.1))
      let optimum = problem.leastCost()
      // The bound of so small a week is a few per cent off at the most, and the roster is optimal
      // or as good as that.
      return made.bound.amount <= optimum + 1e-6 && made.bound.amount >= 0.9 * optimum
        && optimum <= made.cost.total.amount + 1e-6
        && made.cost.total.amount <= 1.01 * optimum + 1e-6
    }
  }

  @Test("Any prices give a bound below the optimum")
  func anyPrices() throws {
    try forEvery(seed: 0..<10) { seed in
      var dice = Generator(seed: seed)
      let (_, _, problem) = try Toy.small(
        agents: 2, queues: ["p", "q"], skills: [["p"], ["p", "q"]], &dice)
      let optimum = problem.leastCost()
      let relaxation = Relaxation(problem, workers: Workers(threads: 2))
      let demand = problem.demand
      return (0..<40).allSatisfy { trial in
        // Some prices at random, others near what the last hundredth is worth in some draft.
        var draft = Draft(problem)
        for agent in problem.agents.indices {
          let lines = problem.crews[problem.crewOf[agent]].allLines(in: problem.menu(of: agent))
          draft.assign(lines[dice.index(below: lines.count)], to: agent)
        }
        var prices = ShadowPrices(marginalsOf: draft)
        for place in prices.values.indices where trial % 2 == 0 {
          let (floor, ceiling) = (-100 * demand.over, 100 * demand.beyond[place % 2])
          prices.values[place] = floor + dice.uniform() * (ceiling - floor)
        }
        return relaxation.answer(to: prices).bound <= optimum + 1e-9
      }
    }
  }

  @Test("A draft's cost follows its lines")
  func draftCost() throws {
    let world = try FourSites(agents: 12, interval: Minutes(30))
    let problem = try Problem(
      world.requirement, staffedBy: world.centre, in: world.week, following: [])
    var search = Search(problem, settings: Settings(effort: 0.001), watcher: nil)
    try search.run()
    let fresh = Draft(problem, lines: search.draft.lines)
    #expect(abs(fresh.cost - search.draft.cost) < 1e-6)
    for agent in problem.agents.indices {
      let other = search.bestLines[agent]
      let change = search.draft.change(to: other, for: agent).cost
      let before = search.draft.cost
      search.draft.assign(other, to: agent)
      #expect(abs(search.draft.cost - before - change) < 1e-6)
    }
  }

  @Test("Lines proposed at random keep the rules once they are allowed")
  func proposals() throws {
    let world = try FourSites(agents: 8, interval: Minutes(30))
    let problem = try Problem(
      world.requirement, staffedBy: world.centre, in: world.week, following: [])
    var search = Search(problem, settings: Settings(effort: 0.001), watcher: nil)
    try search.run()
    var dice = Generator(seed: 5)
    let proposals = Proposals(problem)
    var lines = search.bestLines
    var taken = 0
    for _ in 0..<20_000 {
      let agent = dice.index(below: lines.count)
      let crew = problem.crews[problem.crewOf[agent]]
      let menu = problem.menus[crew.menu]
      guard let line = proposals.proposal(for: lines[agent], in: menu, &dice),
        crew.allows(line, in: menu)
      else { continue }
      lines[agent] = line
      taken += 1
    }
    #expect(taken > 500)
    search.adopt(lines)
    let made = search.roster(
      id: "r", firstDay: world.week.firstDay, grid: world.week.grid, of: world.centre)
    let verdict = check(made, against: world.centre, meeting: world.requirement)
    #expect(verdict.violations.map(\.description) == [])
    #expect(abs(verdict.cost.total.amount - made.cost.total.amount) < 1e-6)
  }
}
