/// What came of looking for a mix.
package enum MixAnswer: Hashable, Sendable {
  case mix(Mix)
  /// Queues with contacts or a minimum staff whom no agent on offer can serve, by place.
  case unserved([Int])
  /// The agents on offer are too few: of those who count for it so many are needed, and that many
  /// there are.
  case tooFew(Counted, needed: Int, onOffer: Int)

  /// Whose agents are too few.
  package enum Counted: Hashable, Sendable {
    /// Those who can serve one of these queues.
    case queues(QueueSet)
    case site(String)
    /// No single need is out of reach, but all of them together are.
    case together
  }

  /// The mix, if there is one.
  package var mix: Mix? { if case .mix(let mix) = self { mix } else { nil } }
}

/// Agents at work by group, and what they cost.
package struct Mix: Hashable, Sendable {
  /// Agents of each group, in the problem's order.
  package let counts: [Int]
  package let cost: Double
  /// The least cost at which every union of queues has the agents it needs together.
  ///
  /// With equal handling times no mix that keeps the targets costs less.
  package let bound: Double
  /// What the judge finds of the mix; nil where nobody was asked.
  package let verdict: MixVerdict?
  /// Queues that the judge finds below their target by more than its confidence, by place.
  package let missed: [Int]

  package init(
    counts: [Int], cost: Double, bound: Double, verdict: MixVerdict? = nil, missed: [Int] = []
  ) {
    self.counts = counts
    self.cost = cost
    self.bound = bound
    self.verdict = verdict
    self.missed = missed
  }
}
