import Statistics

extension Search {
  /// Improves the draft by simulated annealing (Kirkpatrick, Gelatt and Vecchi, 1983): changes that
  /// cost more are taken with a probability that falls with the temperature.
  ///
  /// A few proposals are whole lines, each the best answer to noisy gains: they alone change the
  /// pattern of worked days well. Exchanges between colleagues serve wishes and skills; small changes
  /// of starts and breaks, many a pricing's time, do the polishing. With hundreds of agents the first
  /// two thirds lean on the prices, which flattens the barriers between good rosters.
  mutating func anneal() {
    var generator = Generator(seed: settings.seed, stream: "annealing")
    let dice = NoiseTable(&generator)
    let proposals = Proposals(problem)
    let isLarge = problem.agents.count > 300
    let blocks = 400
    let perBlock = max(1, settings.rounds(min(8_000 * problem.agents.count, 12_000_000)) / blocks)
    // Temperatures in hours of shortage: from a tenth of one down to a three-hundredth.
    let (hot, cold) = isLarge ? (0.02, 0.0027) : (0.1, 0.0033)
    for block in 0..<blocks {
      let progress = Double(block) / Double(blocks - 1)
      let temperature = problem.hourOfShortage * hot * pow(cold / hot, progress)
      let blend = isLarge ? max(0, 0.6 * (1 - 1.5 * progress)) : 0
      for _ in 0..<perBlock {
        guard
          propose(proposals, dice, temperature: temperature, blend: blend, progress, &generator)
        else { return }
      }
      keepBest()
      if isOver { return }
    }
    polish(&generator)
  }

  /// Sweeps until nothing changes any more.
  mutating func polish(_ generator: inout Generator) {
    returnToBest()
    for _ in 0..<10 where !isOver {
      if sweep(&generator) == 0 { break }
    }
    keepBest()
  }

  /// One proposal of any kind; false once the watcher has stopped the search.
  private mutating func propose(
    _ proposals: Proposals, _ dice: NoiseTable, temperature: Double, blend: Double,
    _ progress: Double, _ generator: inout Generator
  ) -> Bool {
    guard !problem.agents.isEmpty else { return false }
    let draw = generator.index(below: 1000)
    let agent = generator.index(below: problem.agents.count)
    let limit = -temperature * log(max(generator.uniform(), 0x1p-53))
    if draw < 30 {
      if let line = response(of: agent, blend: blend, noise: temperature, dice, &generator) {
        take(line, for: agent, limit: limit, blend: blend)
      }
      return goesOn("roster", share: 0.45 + 0.45 * progress)
    }
    if draw < 130 {
      exchange(of: agent, proposals, limit: limit, blend: blend, &generator)
    } else {
      let crew = draft.crew(of: agent)
      let menu = problem.menus[crew.menu]
      if let line = proposals.proposal(for: draft.lines[agent], in: menu, &generator),
        crew.allows(line, in: menu)
      {
        take(line, for: agent, limit: limit, blend: blend)
      }
    }
    return true
  }

  /// Takes a line if what it costs, with the prices' say, is within the limit.
  private mutating func take(_ line: Line, for agent: Int, limit: Double, blend: Double) {
    guard line != draft.lines[agent] else { return }
    let set = problem.skillSet(of: agent)
    let change = draft.change(to: line, for: agent, price: blend > 0 ? worth[set] : nil)
    let judged = blend > 0 ? change.cost + blend * (change.guided - change.cost) : change.cost
    if judged <= limit { draft.assign(line, to: agent) }
  }

  private mutating func exchange(
    of agent: Int, _ proposals: Proposals, limit: Double, blend: Double,
    _ generator: inout Generator
  ) {
    guard let swap = proposals.exchange(of: agent, draft.lines, &generator) else { return }
    let (crew, otherCrew) = (draft.crew(of: agent), draft.crew(of: swap.colleague))
    let menu = problem.menus[crew.menu]
    guard crew.allows(swap.own, in: menu), otherCrew.allows(swap.other, in: menu) else { return }
    let (own, other) = (draft.lines[agent], draft.lines[swap.colleague])
    if crew.skillSet == otherCrew.skillSet {
      // The same shifts by other people: only wishes change.
      let change =
        crew.cost(of: swap.own) + otherCrew.cost(of: swap.other) - crew.cost(of: own)
        - otherCrew.cost(of: other)
      guard change <= limit else { return }
      draft.assign(swap.own, to: agent)
      draft.assign(swap.other, to: swap.colleague)
      return
    }
    let first = draft.change(
      to: swap.own, for: agent, price: blend > 0 ? worth[crew.skillSet] : nil)
    draft.assign(swap.own, to: agent)
    let second = draft.change(
      to: swap.other, for: swap.colleague, price: blend > 0 ? worth[otherCrew.skillSet] : nil)
    let cost = first.cost + second.cost
    let guided = first.guided + second.guided
    if cost + (blend > 0 ? blend * (guided - cost) : 0) <= limit {
      draft.assign(swap.other, to: swap.colleague)
    } else {
      draft.assign(own, to: agent)
    }
  }
}
