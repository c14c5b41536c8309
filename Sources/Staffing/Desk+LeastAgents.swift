extension Desk {
  /// The least number of agents, at least 1, with whom the target is kept; nil if no number is.
  ///
  /// It may lie below the load where customers leave. More agents never serve worse, so a bracket is
  /// widened around a guess and halved: about as many steady states are reckoned as the answer's
  /// uncertainty has binary digits.
  package func leastAgents(meeting target: ServiceTarget) -> Int? {
    guard target.isAttainable else { return nil }
    guard load > 0 else { return 1 }
    // Without any bound the agents at least keep up with the load.
    guard !target.isEmpty else { return max(1, Int(saturation.rounded(.up))) }
    return turn(to: target).enough.agents
  }

  /// A number of agents, and by how much they miss each bound of a target; nil where they cannot keep
  /// up.
  struct Trial {
    let agents: Int
    let shortfalls: [Double]?
  }

  /// Where a target that has bounds begins to be kept: the last number of agents that misses it and
  /// the next, which keeps it; there are such.
  func turn(to target: ServiceTarget) -> (few: Trial, enough: Trial) {
    func trial(_ agents: Int) -> (trial: Trial, isEnough: Bool) {
      let shortfalls = line(agents: agents).map { target.shortfalls(of: $0) }
      return (
        Trial(agents: agents, shortfalls: shortfalls),
        shortfalls.map(ServiceTarget.areKept) ?? false
      )
    }
    let spread = saturation.squareRoot()
    let guess = max(1, Int(saturation + spread / 2))
    var stride = 1 + Int(spread / 4)
    var few: Trial?
    var enough: Trial?
    let first = trial(guess)
    if first.isEnough {
      enough = first.trial
      while few == nil, let reached = enough?.agents, reached > stride {
        let next = trial(reached - stride)
        if next.isEnough { enough = next.trial } else { few = next.trial }
        stride *= 2
      }
    } else {
      few = first.trial
      while enough == nil, let reached = few?.agents {
        let next = trial(reached + stride)
        if next.isEnough { enough = next.trial } else { few = next.trial }
        stride *= 2
      }
    }
    // Nobody serves nobody.
    var low = few ?? Trial(agents: 0, shortfalls: nil)
    var high = enough ?? low
    while high.agents - low.agents > 1 {
      let middle = trial((low.agents + high.agents) / 2)
      if middle.isEnough { high = middle.trial } else { low = middle.trial }
    }
    return (low, high)
  }

  func meets(_ target: ServiceTarget, agents: Int) -> Bool {
    line(agents: agents).map(target.isMet) ?? false
  }
}
