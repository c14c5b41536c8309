extension Desk {
  /// The agents needed, in fractions: above ``leastAgents(meeting:)`` less 1 and at most that; 0
  /// without load, nil where no number keeps the target.
  ///
  /// - Above one agent, each figure (service level, abandonment, erlangs served) is taken as linear
  ///   between N - 1 and N agents; the need is where the last bound is just kept. Where N - 1 agents
  ///   cannot keep up, the line starts at the saturation, where nobody is served in time.
  /// - Up to one agent, the need is the share of an agent who also serves others and carries in all
  ///   the most that one agent can within the target: load / that load. So it is 0 at no load.
  ///
  /// It rises with the load without jumps; ``expectation(of:within:as:)`` reads it back.
  package func fractionalAgents(meeting target: ServiceTarget) -> Double? {
    need(meeting: target)?.agents
  }

  /// The agents needed, in fractions, and the bound that decides; nil of a target without bounds, or
  /// where nobody comes.
  package func need(
    meeting target: ServiceTarget
  ) -> (agents: Double, bound: ServiceTarget.Bound?)? {
    guard load > 0 else { return target.isAttainable ? (0, nil) : nil }
    guard !target.isEmpty else { return (saturation, nil) }
    guard target.isAttainable else { return nil }
    let turn = turn(to: target)
    let least = turn.enough.agents
    guard least > 1 else {
      let most = greatestLoadOfOneAgent(meeting: target)
      let missed = with(load: most * (1 + 1e-6)).line(agents: 1).map { target.shortfalls(of: $0) }
      return (min(1, load / most), target.bound(ofGreatest: missed ?? []))
    }
    guard let kept = turn.enough.shortfalls else { return nil }
    let from: Double
    let missed: [Double]
    if let shortfalls = turn.few.shortfalls {
      from = Double(least - 1)
      missed = shortfalls
    } else {
      from = saturation
      missed = target.shortfallsAtSaturation()
    }
    let parts = zip(missed, kept).map { before, after in
      // Missed before by `before`, kept after with `-after` to spare.
      before > 0 ? min(1, before / (before - min(after, 0))) : 0
    }
    let part = parts.max() ?? 0
    return (from + (Double(least) - from) * part, target.bound(ofGreatest: parts))
  }

  /// The load at which one agent just keeps the target, by bisection.
  private func greatestLoadOfOneAgent(meeting target: ServiceTarget) -> Double {
    var kept = load
    while kept < Self.greatestOverload, with(load: 2 * kept).meets(target, agents: 1) { kept *= 2 }
    var missed = 2 * kept
    // 2^-40 of the load: far below the hundredths that a need is rounded to.
    for _ in 0..<40 {
      let middle = (kept + missed) / 2
      if with(load: middle).meets(target, agents: 1) { kept = middle } else { missed = middle }
    }
    return kept
  }
}

extension ServiceTarget {
  /// The bound at the place of the greatest figure.
  fileprivate func bound(ofGreatest figures: [Double]) -> Bound? {
    zip(bounds, figures).max { $0.1 < $1.1 }?.0 ?? bounds.last
  }

  /// The shortfalls in the limit of agents who can barely keep up with customers who wait for ever:
  /// all are always busy and nobody is served in time.
  fileprivate func shortfallsAtSaturation() -> [Double] {
    var shortfalls: [Double] = []
    if let maximumOccupancy { shortfalls.append(1 - maximumOccupancy) }
    if maximumAbandonment != nil { shortfalls.append(0) }
    if let serviceLevel { shortfalls.append(serviceLevel) }
    return shortfalls
  }
}
