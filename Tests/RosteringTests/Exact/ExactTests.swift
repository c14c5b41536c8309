import GLPK
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@testable import Rostering

/// The programmes that GLPK solves, against all rosters.
@Suite struct ExactTests {
  @Test("A neighbourhood of everybody over all lines finds the optimum")
  func neighbourhood() throws {
    try forEvery(seed: 0..<8) { seed in
      var dice = Generator(seed: seed)
      let (_, _, problem) = try Toy.small(agents: 2, queues: ["p"], skills: [["p"]], &dice)
      let lines = problem.agents.indices.map { agent in
        problem.crews[problem.crewOf[agent]].allLines(in: problem.menu(of: agent))
      }
      var draft = Draft(problem, lines: lines.map { $0[0] })
      var neighbourhood = Neighbourhood(draft, freeing: [0, 1], with: lines)
      let found = try neighbourhood.bestChoice(
        leaningOn: ContiguousArray(repeating: 0, count: problem.circle.count), rounds: 1,
        within: .finished, pricing: { _, _ in nil }, asking: { false })
      for (agent, line) in (found ?? draft.lines).enumerated() { draft.assign(line, to: agent) }
      return abs(draft.cost - problem.leastCost()) < 1e-6
    }
  }

  @Test("A neighbourhood generates the lines it needs from the duals")
  func generated() throws {
    var improved = 0
    try forEvery(seed: 0..<8) { seed in
      var dice = Generator(seed: seed)
      let (_, _, problem) = try Toy.small(agents: 2, queues: ["p"], skills: [["p"]], &dice)
      let first = problem.crews[0].allLines(in: problem.menus[0])[0]
      var draft = Draft(problem, lines: [first, first])
      let before = draft.cost
      var neighbourhood = Neighbourhood(draft, freeing: [0, 1], with: [[first], [first]])
      var pricer = Pricer()
      let found = try neighbourhood.bestChoice(
        leaningOn: ContiguousArray(repeating: 0, count: problem.circle.count), rounds: 10,
        within: .finished,
        pricing: { _, gains in
          pricer.load(gains, longest: problem.longest)
          pricer.valueShifts(of: problem.menus[0])
          _ = pricer.best(for: problem.crews[0], in: problem.menus[0])
          return pricer.line(for: problem.crews[0], in: problem.menus[0])
        }, asking: { false })
      for (agent, line) in (found ?? draft.lines).enumerated() { draft.assign(line, to: agent) }
      if draft.cost < before - 1 { improved += 1 }
      return draft.cost <= before + 1e-9 && draft.cost >= problem.leastCost() - 1e-6
    }
    #expect(improved >= 6)
  }

  @Test("The master's bound is its linear programme's value, and its best roster the optimum")
  func master() throws {
    try forEvery(seed: 0..<8) { seed in
      var dice = Generator(seed: seed)
      let (_, _, problem) = try Toy.small(
        agents: 2, queues: ["p", "q"], skills: [["p"], ["p", "q"]], &dice)
      let relaxation = Relaxation(problem, workers: Workers(threads: 1))
      var master = Master(problem)
      var bounds: [Double] = []
      for (number, crew) in problem.crews.enumerated() {
        master.add(crew.allLines(in: problem.menus[crew.menu])[0], of: number)
      }
      try master.generate(
        rounds: 200,
        answering: { prices in
          let answer = relaxation.answer(to: prices)
          bounds.append(answer.bound)
          return answer
        }, asking: { false })
      let bound = bounds.max() ?? -.infinity

      // With all lines in the master, branch and cut finds the optimum.
      for (number, crew) in problem.crews.enumerated() {
        for line in crew.allLines(in: problem.menus[crew.menu]) { master.add(line, of: number) }
      }
      var draft = Draft(
        problem,
        lines: problem.agents.indices.map { agent in
          master.lines[problem.crewOf[agent]][0]
        })
      let found = try master.bestRoster(from: draft, within: .finished, asking: { false })
      if let found { draft = Draft(problem, lines: found) }
      let optimum = problem.leastCost()
      return bound <= optimum + 1e-6 && bound > 0.9 * optimum && abs(draft.cost - optimum) < 1e-6
    }
  }

  @Test("A programme that is stopped gives nothing, and nothing breaks")
  func stopped() throws {
    var dice = Generator(seed: 1)
    let (_, _, problem) = try Toy.small(agents: 2, queues: ["p"], skills: [["p"]], &dice)
    let lines = problem.crews[0].allLines(in: problem.menus[0])
    let draft = Draft(problem, lines: [lines[0], lines[0]])
    var neighbourhood = Neighbourhood(draft, freeing: [0, 1], with: [lines, lines])
    let found = try neighbourhood.bestChoice(
      leaningOn: ContiguousArray(repeating: 0, count: problem.circle.count), rounds: 3,
      within: .finished, pricing: { _, _ in nil }, asking: { true })
    #expect(found == nil)
  }
}
