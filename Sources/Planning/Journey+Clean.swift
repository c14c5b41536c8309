import Exchange
import Forecasting
import Timeline
package import Workforce

/// A time of the history that cleaning would leave out, and what the planner's file says of it.
package struct CleaningProposal: Hashable, Sendable, Encodable {
  package enum State: String, Hashable, Sendable, Encodable {
    /// The file says nothing of it.
    case new
    /// The file leaves it out already.
    case excluded
    /// The planner keeps it.
    case kept
  }

  package let exclusion: Exclusion
  package let state: State
}

extension Journey {
  /// What cleaning proposes to leave out of the history of each queue, or of one; with `applying` the new
  /// ones are added to `calendar/exclusions.csv`.
  ///
  /// What the file says already is not looked at in finding them, so that the same history gives the same
  /// proposals, and adding them a second time changes nothing.
  package func clean(
    _ chosen: Queue.ID?, applying isApplying: Bool
  ) throws(JourneyFault) -> [CleaningProposal] {
    let history = try history()
    let rows = try reading { () throws(Findings) in
      try workspace.exclusions(of: centre, zones: zones)
    }
    let said = Set(rows.compactMap(\.event))
    let uncleaned = centre.without(said)
    let queues = uncleaned.queues.filter { queue in chosen.map { $0 == queue.id } ?? true }
    var proposals: [CleaningProposal] = []
    for (index, queue) in queues.enumerated() {
      report("clean \(queue.id)", Double(index) / Double(queues.count))
      guard let past = history[queue.id] else { continue }
      let own = rows.filter { $0.queue == queue.id }
      let found = proposedExclusions(of: past, for: queue, in: uncleaned)
      for exclusion in found.sorted(by: { $0.interval.start < $1.interval.start }) {
        let alike = own.filter { $0.interval.overlaps(exclusion.interval) }
        let state: CleaningProposal.State =
          alike.isEmpty ? .new : alike.contains { $0.isKept } ? .kept : .excluded
        proposals.append(CleaningProposal(exclusion: exclusion, state: state))
      }
    }
    report("clean", 1)
    if isApplying {
      let new = proposals.filter { $0.state == .new }.map(\.exclusion)
      try writing { () throws(ExchangeFault) in try workspace.add(new, of: centre) }
    }
    return proposals
  }
}

extension Centre {
  /// The same centre without some of its events.
  fileprivate func without(_ events: Set<Event>) -> Centre {
    Centre(
      name: name, zone: zone, interval: interval, weekStart: weekStart, currency: currency,
      prices: prices, sites: sites, queues: queues, contracts: contracts, templates: templates,
      rules: rules, agents: agents, timeOff: timeOff, wishes: wishes,
      events: self.events.filter { !events.contains($0) }, holidays: holidays)
  }
}
