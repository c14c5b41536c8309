/// How many replications are played.
package enum StoppingRule: Hashable, Sendable {
  case after(Int)
  /// Until the service level of every queue over all days is known to within so much on both sides,
  /// with so many replications at the least and at the most.
  case whenKnown(within: Double, atLeast: Int = 16, atMost: Int = 1000)

  /// Replications at the most.
  package var most: Int {
    switch self {
    case .after(let count): count
    case .whenKnown(_, _, let most): most
    }
  }

  /// Whether what was played is enough.
  func isMet(by performance: Performance) -> Bool {
    guard case .whenKnown(let halfWidth, let least, _) = self else { return false }
    return performance.replications >= least
      && performance.queues.allSatisfy { queue in
        guard let level = performance.service(of: queue)?.serviceLevel() else { return true }
        return level.halfWidth <= halfWidth
      }
  }
}
