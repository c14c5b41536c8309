import GLPK

/// The agents by group of least cost such that every union of queues has the agents that it needs
/// together.
///
/// An agent with several skills is counted once, and a union gains what pooling gives: the cost is
/// the least that can be asked. Whether one mix of that cost keeps every queue's target is for a judge
/// to say; see ``leastCostMix(for:effort:judgedBy:)``.
///
/// - Throws: ``MixFault`` with all that is wrong with the problem.
package func leastCostMix(for problem: MixProblem) throws(MixFault) -> MixAnswer {
  try problem.check()
  if let answer = problem.hopeless { return answer }
  var model = MixModel(problem)
  guard let answer = try solving({ () throws(Fault) in try model.mix() }) else {
    return .tooFew(.together, needed: 0, onOffer: problem.onOffer)
  }
  return .mix(Mix(counts: answer.counts, cost: answer.cost, bound: answer.bound))
}

/// The agents by group of least cost found that a judge, such as a simulation, lets pass.
///
/// It begins with ``leastCostMix(for:)``. For a queue that the judge finds below its target, the
/// judge's differences for one agent more of each group make a cut, and the model is solved again;
/// once all pass, cheaper mixes nearby are tried. The last word has the judge with more contacts.
///
/// - Parameters:
///   - problem: queues, groups, floors.
///   - effort: how many contacts and attempts are spent.
///   - judge: says what becomes of the queues with some mixes.
/// - Returns: the mix with the judge's last word, or why there is none.
/// - Throws: ``MixFault`` with all that is wrong with the problem.
package func leastCostMix(
  for problem: MixProblem, effort: MixEffort = MixEffort(), judgedBy judge: @escaping MixJudge
) throws(MixFault) -> MixAnswer {
  let answer = try leastCostMix(for: problem)
  guard case .mix(let start) = answer else { return answer }
  let mix = try solving { () throws(Fault) in
    var search = MixSearch(problem, effort: effort, judge: judge)
    return try search.run(from: start)
  }
  return .mix(mix)
}

private func solving<Value>(_ body: () throws(Fault) -> Value) throws(MixFault) -> Value {
  do throws(Fault) {
    return try body()
  } catch {
    throw MixFault(findings: [.solver(error.description)])
  }
}

extension MixProblem {
  /// Agents on offer in all, up to ``MixModel/most`` a group.
  fileprivate var onOffer: Int { onOffer { _ in true } }

  private func onOffer(_ counts: (SkillGroup) -> Bool) -> Int {
    groups.filter(counts).reduce(0) { $0 + min($1.available ?? MixModel.most, MixModel.most) }
  }

  /// The answer where a single need is out of reach.
  fileprivate var hopeless: MixAnswer? {
    let unserved = present.places.filter { place in
      !groups.contains { $0.available != 0 && $0.queues.contains(place: place) }
    }
    guard unserved.isEmpty else { return .unserved(unserved) }
    for union in Unions.seeds(among: present, skills: groups.map(\.queues)).sorted() {
      let needed = Pool(union, of: queues).wholeAgents
      let onOffer = onOffer { $0.queues.touches(union) }
      if needed > onOffer { return .tooFew(.queues(union), needed: needed, onOffer: onOffer) }
    }
    for floor in floors {
      let needed = floor.wholeAgents
      let onOffer = onOffer { floor.counts($0) }
      guard needed > onOffer else { continue }
      switch floor.counted {
      case .queues(let queues): return .tooFew(.queues(queues), needed: needed, onOffer: onOffer)
      case .site(let site): return .tooFew(.site(site), needed: needed, onOffer: onOffer)
      }
    }
    return nil
  }
}
