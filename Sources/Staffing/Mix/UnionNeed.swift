import Workforce

/// The agents that some queues need together, as if their contacts came to one desk.
///
/// At least so many of the agents at work must be able to serve one of the queues. With equal
/// handling times and first come, first served, that is a law: no routing serves the queues better
/// than agents who can serve all of them (Hall's condition, with the gain of pooling). With unequal
/// handling times it is a close guide.
package struct UnionNeed: Hashable, Sendable {
  package let queues: QueueSet
  /// Agents at work, in fractions.
  package let agents: Double

  package init(queues: QueueSet, agents: Double) {
    self.queues = queues
    self.agents = agents
  }

  /// Whole agents: somebody who is there is there as a whole.
  var wholeAgents: Int { Int((agents - 1e-9).rounded(.up)) }
}

/// The contacts of a union of queues, pooled.
///
/// Handling times weigh by volume, and so do the rates at which customers hang up: of contacts that
/// have waited for a short time, that is how many leave. The target is the loosest in each of its
/// bounds, for that is what the union keeps when every queue of it keeps its own.
struct Pool {
  /// Erlangs and contacts per second of the lines, in the units of agents without concurrency.
  private var load = 0.0
  private var contacts = 0.0
  /// Contacts that hang up per second of everybody waiting.
  private var impatience = 0.0
  private var target: ServiceTarget?
  /// Agents who do the deferred work without a pause.
  private var deferred = 0.0
  /// The greatest occupancy that a queue of deferred work allows.
  private var occupancy: Double?
  private var minimumStaff = 0.0
  /// The concurrency that all queues of the union have; nil where they differ.
  private var concurrency: Concurrency?
  /// Erlangs as offered, for a union of one concurrency.
  private var offered = 0.0

  init(_ queues: QueueSet, of all: [MixQueue]) {
    for place in queues.places { add(all[place]) }
  }

  private mutating func add(_ queue: MixQueue) {
    minimumStaff = max(minimumStaff, queue.minimumStaff)
    let throughput = queue.concurrency.greatestThroughput
    switch queue.service {
    case .deferred(let maximumOccupancy):
      deferred += queue.load / throughput
      occupancy = max(occupancy ?? 0, min(1, maximumOccupancy))
    case .line(let own, let patience):
      guard queue.load > 0 else { return }
      concurrency = target == nil || concurrency == queue.concurrency ? queue.concurrency : nil
      target = target.map { $0.loosened(by: own) } ?? own
      let rate = queue.contactsPerHour / secondsPerHour
      load += queue.load / throughput
      offered += queue.load
      contacts += rate
      if let patience { impatience += rate / patience }
    }
  }

  /// Agents at work that the pool needs, in fractions; the target can be kept.
  var need: Double {
    max(minimumStaff, desk.flatMap { needOfLines(at: $0) } ?? 0, deferred / (occupancy ?? 1))
  }

  private var desk: Desk? {
    guard load > 0 else { return nil }
    let patience = impatience > 0 ? contacts / impatience : nil
    if let concurrency {
      return .chat(
        load: offered, handlingTime: offered / contacts, patience: patience,
        concurrency: concurrency)
    }
    return .chat(
      load: load, handlingTime: load / contacts, patience: patience, concurrency: .single)
  }

  private func needOfLines(at desk: Desk) -> Double? {
    guard let target, let lines = desk.fractionalAgents(meeting: target) else { return nil }
    guard deferred > 0, let occupancy else { return lines }
    // Live contacts first; what they leave of the agents' time, up to the occupancy, is for the
    // deferred work. With more agents still more is served, so this much is needed at the least.
    let busy = lines * desk.expectation(of: lines, within: 0).occupancy
    let cap = max(occupancy, target.maximumOccupancy ?? 0)
    return max(lines, (busy + deferred) / cap)
  }
}

extension Pool {
  /// Whole agents: somebody who is there is there as a whole.
  var wholeAgents: Int { UnionNeed(queues: [], agents: need).wholeAgents }
}

extension ServiceTarget {
  /// In each bound the looser of the two; a bound that one of them lacks binds nobody.
  func loosened(by other: ServiceTarget) -> ServiceTarget {
    func looser(
      _ one: Double?, _ two: Double?, _ choice: (Double, Double) -> Double
    ) -> Double? {
      guard let one, let two else { return nil }
      return choice(one, two)
    }
    return ServiceTarget(
      serviceLevel: looser(serviceLevel, other.serviceLevel, min),
      within: max(threshold, other.threshold),
      as: definition.isLooser(than: other.definition) ? definition : other.definition,
      maximumOccupancy: looser(maximumOccupancy, other.maximumOccupancy, max),
      maximumAbandonment: looser(maximumAbandonment, other.maximumAbandonment, max))
  }
}

extension ServiceLevelDefinition {
  /// Whether a line's share by this definition is never below its share by the other.
  fileprivate func isLooser(than other: ServiceLevelDefinition) -> Bool {
    func rank(_ definition: ServiceLevelDefinition) -> Int {
      switch definition {
      case .all: 0
      case .excludingEarlyAbandonments: 1
      case .served: 2
      }
    }
    return rank(self) > rank(other)
  }
}
