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
      var toy = Toy()
      toy.templates = [
        ShiftTemplate(
          id: "day", firstStart: 480, lastStart: 600, startStep: .hours(2), lengths: [.hours(8)],
          breaks: [
            .init(
              kind: .meal, length: .hours(1), isPaid: true, earliest: .hours(3), latest: .hours(5))
          ], breakGrid: .hours(2), weekdays: [.monday, .tuesday, .thursday])
      ]
      toy.contract = Contract(
        id: "c", weekly: .hours(16), tolerance: .hours(8 * dice.index(below: 2)), maximumDays: 2)
      toy.agents = 2
      toy.queues = ["p", "q"]
      toy.skills = [["p"], ["p", "q"]]
      let requirement = toy.requirement { _, slot in
        slot < 96 && (7..<20).contains(slot % 24) ? Double(dice.index(below: 150)) / 100 : 0
      }
      let problem = try Problem(
        requirement, staffedBy: toy.centre, in: toy.week, following: [])
      let made = try roster(
        for: requirement, staffedBy: toy.centre, in: toy.week, settings: Settings(effort: 0.05))
      let optimum = leastCost(toy, problem)
      // Of tiny instances the search finds the optimum itself, as good as always.
      return made.bound.amount <= optimum + 1e-6 && optimum <= made.cost.total.amount + 1e-6
        && made.cost.total.amount <= 1.02 * optimum + 1e-6
    }
  }

  /// The least cost over all pairs of lines, with all places of breaks.
  private func leastCost(_ toy: Toy, _ problem: Problem) -> Double {
    let lines = problem.agents.indices.map { agent in
      problem.crews[problem.crewOf[agent]].allLines(in: problem.menu(of: agent))
    }
    var best = Double.infinity
    var draft = Draft(problem)
    for first in lines[0] {
      draft.assign(first, to: 0)
      for second in lines[1] {
        draft.assign(second, to: 1)
        best = min(best, draft.cost)
      }
    }
    return best
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

extension Crew {
  /// Every line that the crew's rules allow, with all places of breaks.
  fileprivate func allLines(in menu: Menu) -> [Line] {
    var lines = [Line()]
    for day in 0..<7 {
      let duties = menu.days[day].flatMap { index -> [Line.Duty] in
        let kind = menu.kinds[menu.candidates[index].kind]
        guard let pause = kind.breaks.first else {
          return [Line.Duty(candidate: Int32(index), breaks: .zero)]
        }
        return pause.starts.map { start in
          var breaks = SIMD8<UInt16>.zero
          breaks[0] = UInt16(start)
          return Line.Duty(candidate: Int32(index), breaks: breaks)
        }
      }
      lines += lines.flatMap { line in
        duties.compactMap { duty in
          var longer = line
          longer[day] = duty
          return longer.pattern.nonzeroBitCount <= dayCount.upperBound ? longer : nil
        }
      }
    }
    return lines.filter { allows($0, in: menu) }
  }
}
