import Statistics
import Workforce

extension Search {
  /// Gives every agent in turn the best line against what the others leave; with no blend, a change
  /// that does not pay is taken back.
  ///
  /// - Parameters:
  ///   - generator: Draws the order.
  ///   - blend: How much of a gain is the price's say, 0 to 1.
  /// - Returns: How many lines have changed.
  @discardableResult
  mutating func sweep(_ generator: inout Generator, blend: Double = 0) -> Int {
    effort.sweeps += 1
    var changes = 0
    for agent in problem.agents.indices.shuffled(using: &generator) {
      guard goesOn("roster", share: 0.4) else { break }
      guard let line = response(of: agent, blend: blend), line != draft.lines[agent] else {
        continue
      }
      let (before, old) = (draft.cost, draft.lines[agent])
      draft.assign(line, to: agent)
      if blend == 0, draft.cost > before - 1e-9 {
        draft.assign(old, to: agent)
      } else {
        changes += 1
      }
    }
    return changes
  }

  /// The best line of an agent as if the present one were not there: on exact gains, on prices, or on
  /// a blend of both, with noise on shifts and cells where a temperature is given.
  mutating func response(
    of agent: Int, blend: Double = 0, noise temperature: Double = 0, _ dice: NoiseTable? = nil,
    _ generator: inout Generator
  ) -> Line? {
    let crew = draft.crew(of: agent)
    let menu = problem.menus[crew.menu]
    gather(agent, crew, menu, blend: blend)
    if temperature > 0, let dice {
      dice.add(0.3 * temperature, to: &gains, from: generator.index(below: NoiseTable.count))
    }
    let isSeated = draft.seating.isBounded(menu.site)
    pricer.load(gains, presence: isSeated ? presenceGains : nil, longest: problem.longest)
    pricer.valueShifts(of: menu)
    effort.linesGenerated += 1
    var shiftNoise: ContiguousArray<Double>?
    if temperature > 0, let dice {
      noise.removeAll(keepingCapacity: true)
      noise.append(contentsOf: repeatElement(0, count: menu.candidates.count))
      dice.add(temperature, to: &noise, from: generator.index(below: NoiseTable.count))
      shiftNoise = noise
    }
    guard pricer.best(for: crew, in: menu, noise: shiftNoise) > -.infinity else { return nil }
    return pricer.line(for: crew, in: menu)
  }

  /// The best line of an agent without noise.
  mutating func response(of agent: Int, blend: Double = 0) -> Line? {
    var still = Generator(seed: 0)
    return response(of: agent, blend: blend, noise: 0, nil, &still)
  }

  /// What one more agent is worth in every cell once this agent is taken out.
  ///
  /// Where the agent is on duty now, that is what their leaving would cost; elsewhere, what another
  /// one would save.
  private mutating func gather(_ agent: Int, _ crew: Crew, _ menu: Menu, blend: Double) {
    let ring = problem.circle.count
    if gains.count != ring { gains = ContiguousArray(repeating: 0, count: ring) }
    let set = crew.skillSet
    for cell in 0..<ring { gains[cell] = -draft.cells.costOfAdding(set, at: cell) }
    let line = draft.lines[agent]
    for day in 0..<7 where !line[day].isOff {
      menu.forEachCellOnDuty(line[day]) { cell in
        let folded = cell < ring ? cell : cell - ring
        gains[folded] = draft.cells.costOfRemoving(set, at: folded)
      }
    }
    if blend > 0 {
      for cell in 0..<ring { gains[cell] += blend * (worth[set][cell] - gains[cell]) }
    }
    guard draft.seating.isBounded(menu.site) else { return }
    if presenceGains.count != ring { presenceGains = ContiguousArray(repeating: 0, count: ring) }
    for cell in 0..<ring { presenceGains[cell] = -draft.seating.costOfAdding(menu.site, at: cell) }
    for day in 0..<7 where !line[day].isOff {
      let candidate = menu.candidates[line[day].index]
      for cell in candidate.cell..<candidate.cell + menu.kinds[candidate.kind].cells {
        let folded = cell < ring ? cell : cell - ring
        presenceGains[folded] = draft.seating.costOfRemoving(menu.site, at: folded)
      }
    }
  }
}
