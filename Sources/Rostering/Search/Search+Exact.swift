import GLPK
import Statistics
import Workforce

/// The phases in which GLPK decides.
extension Search {
  /// Generates lines for the whole of a small centre and lets branch and cut choose among them.
  mutating func solveAsWhole() throws(RosteringFault) {
    guard Master.suits(problem), !isOver else { return }
    var master = Master(problem)
    for (agent, line) in bestLines.enumerated() { master.add(line, of: problem.crewOf[agent]) }
    for (crew, lines) in pool.enumerated() {
      for line in lines { master.add(line, of: crew) }
    }
    let relaxation = Relaxation(problem, workers: workers)
    let rounds = settings.rounds(30)
    var tightestPrices: ShadowPrices?
    var bounds: [Double] = []
    try watched("exact", share: 0.92) { isStopped throws(RosteringFault) in
      try master.generate(
        rounds: rounds,
        answering: { prices in
          let answer = relaxation.answer(to: prices)
          if answer.bound > bounds.max() ?? -.infinity { tightestPrices = prices }
          bounds.append(answer.bound)
          return answer
        }, asking: isStopped)
    }
    effort.linesGenerated += problem.crews.count * bounds.count
    if let tightest = bounds.max() { raise(bound: tightest) }
    if let tightestPrices { worth = tightestPrices.worthOfSets(in: problem) }
    guard !isOver else { return }
    returnToBest()
    for agent in problem.agents.indices {
      master.add(draft.lines[agent], of: problem.crewOf[agent])
    }
    effort.integerProblems += 1
    let start = draft
    let limit = Stop.nodes(settings.rounds(200)).or(.iterations(settings.rounds(60_000)))
    let found = try watched("exact", share: 0.95) { isStopped throws(RosteringFault) in
      try master.bestRoster(from: start, within: limit, asking: isStopped)
    }
    if let found {
      draft = Draft(problem, lines: found)
      keepBest()
    }
  }

  /// Frees some agents of one skill set at a time and solves their choice among generated lines.
  mutating func solveNeighbourhoods() throws(RosteringFault) {
    var generator = Generator(seed: settings.seed, stream: "neighbourhoods")
    let dice = NoiseTable(&generator)
    let teams = problem.demand.skillSets.indices
      .map { set in
        problem.agents.indices.filter { agent in
          problem.skillSet(of: agent) == set
            && Neighbourhood.isOpen(to: draft.crew(of: agent), in: problem)
        }
      }
      .filter { $0.count > 1 }
    guard !teams.isEmpty else { return }
    returnToBest()
    let count = settings.rounds(24)
    for number in 0..<count {
      guard !isOver, goesOn("exact", share: 0.95 + 0.05 * Double(number) / Double(count), work: 100)
      else { break }
      let team = teams[number % teams.count].shuffled(using: &generator).prefix(8)
      var neighbourhood = Neighbourhood(
        draft, freeing: Array(team),
        with: team.map { lines(for: $0, noise: dice, &generator) })
      effort.integerProblems += 1
      var pricer = pricer
      let problem = problem
      let worth = worth[problem.skillSet(of: team[0])]
      let found = try watched("exact", share: 0.95) { isStopped throws(RosteringFault) in
        try neighbourhood.bestChoice(
          leaningOn: worth, rounds: 6, within: .nodes(100).or(.iterations(20_000)),
          pricing: { agent, gains in
            let crew = problem.crews[problem.crewOf[agent]]
            let menu = problem.menus[crew.menu]
            pricer.load(gains, longest: problem.longest)
            pricer.valueShifts(of: menu)
            guard pricer.best(for: crew, in: menu) > -.infinity else { return nil }
            return pricer.line(for: crew, in: menu)
          }, asking: isStopped)
      }
      guard let found else { continue }
      for (agent, line) in zip(team, found) { draft.assign(line, to: agent) }
      keepBest()
    }
    polish(&generator)
  }

  /// Lines for an agent to choose from: the present one, those that prices have made best, and
  /// answers to gains that lean on the prices more or less.
  private mutating func lines(
    for agent: Int, noise dice: NoiseTable, _ generator: inout Generator
  ) -> [Line] {
    var result = [draft.lines[agent]]
    func add(_ line: Line?) {
      if let line, !result.contains(line) { result.append(line) }
    }
    let temperature = problem.hourOfShortage * 0.05
    for blend in [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1] {
      add(response(of: agent, blend: blend))
      add(response(of: agent, blend: blend, noise: temperature, dice, &generator))
    }
    for line in pool[problem.crewOf[agent]].suffix(8) { add(line) }
    return result
  }
}
