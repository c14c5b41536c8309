extension Desk {
  /// The desk as its agents see it when a share of those who hang up call again.
  ///
  /// Of L erlangs in all, `share` x abandonment x L are second and later calls: L = load +
  /// share x abandonment(L) x L, its least solution, by repetition from the load without them. Who
  /// calls again is taken to do so at another moment, independent of the line as it was.
  ///
  /// - Parameters:
  ///   - share: of those who hang up, 0 to 1; without patience nobody does.
  ///   - agents: who serve them, in fractions.
  /// - Returns: the desk with the load of all calls.
  package func withRetries(_ share: Double, agents: Double) -> Desk {
    guard share > 0, patience != nil, load > 0 else { return self }
    var total = load
    for _ in 0..<Self.repetitions {
      let lost = with(load: total).expectation(of: agents, within: 0).abandonment
      // With everybody lost and everybody back nothing limits the calls but patience of their own.
      let next = load / max(1 - min(share, Self.greatestShare) * lost, 1 - Self.greatestShare)
      if abs(next - total) <= 1e-10 * total { return with(load: next) }
      total = next
    }
    return with(load: total)
  }

  /// The agents needed when a share of those who hang up call again, and the bound that decides.
  package func need(
    meeting target: ServiceTarget, retries share: Double
  ) -> (agents: Double, bound: ServiceTarget.Bound?)? {
    guard share > 0, patience != nil, load > 0 else { return need(meeting: target) }
    var desk = self
    var found = need(meeting: target)
    for _ in 0..<Self.repetitions {
      guard let agents = found?.agents else { return nil }
      let next = withRetries(share, agents: agents)
      let isDone = abs(next.load - desk.load) <= 1e-9 * desk.load
      desk = next
      found = desk.need(meeting: target)
      if isDone { break }
    }
    return found
  }

  private static let repetitions = 60
  /// Customers who never give up would call for ever.
  private static let greatestShare = 0.95
}
