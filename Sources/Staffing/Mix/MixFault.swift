/// What is wrong with a ``MixProblem``, all of it.
package struct MixFault: Error, Hashable, Sendable {
  /// One thing that is wrong, by the name of its queue or group.
  package enum Finding: Hashable, Sendable {
    case noQueues
    case tooManyQueues(Int)
    case contacts(queue: String, Double)
    case handlingTime(queue: String, Double)
    case patience(queue: String, Double)
    case load(queue: String, Double)
    case target(queue: String)
    case occupancy(queue: String, Double)
    case minimumStaff(queue: String, Double)
    case cost(group: String, Double)
    case available(group: String, Int)
    case unknownQueues(group: String)
    case floor(Double)
    /// The optimiser gave up.
    case solver(String)
  }

  package let findings: [Finding]
}

extension MixFault: CustomStringConvertible {
  package var description: String { findings.map(\.description).joined(separator: "\n") }
}

extension MixFault.Finding: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noQueues: "there is no queue to staff; name at least one"
    case .tooManyQueues(let count):
      "a mix is found for up to 64 queues, not \(count); plan queues that share no agents apart"
    case .contacts(let queue, let contacts):
      "queue \"\(queue)\": \(contacts) contacts an hour cannot be staffed; give 0 or more"
    case .handlingTime(let queue, let seconds):
      "queue \"\(queue)\": a handling time of \(seconds) s is none; give the seconds of a contact"
    case .patience(let queue, let seconds):
      """
      queue "\(queue)": a patience of \(seconds) s is no time to wait on a line; give 1 s to a day, \
      or none for customers who never leave
      """
    case .load(let queue, let load):
      "queue \"\(queue)\": \(load) erlangs are more than a million; check contacts and handling time"
    case .target(let queue):
      """
      queue "\(queue)": no number of agents keeps its target; give a service level below 1, and an \
      occupancy and an abandonment above 0
      """
    case .occupancy(let queue, let share):
      """
      queue "\(queue)": agents who may be busy for a share of \(share) of their time do no work; \
      give a maximum occupancy above 0, such as 0.85
      """
    case .minimumStaff(let queue, let agents):
      "queue \"\(queue)\": a minimum staff of \(agents) is no number of agents; give 0 or more"
    case .cost(let group, let cost):
      "group \"\(group)\": an agent cannot cost \(cost); give 0 or more"
    case .available(let group, let count):
      "group \"\(group)\": \(count) agents cannot be on offer; give 0 or more, or none for any"
    case .unknownQueues(let group):
      "group \"\(group)\" has a skill for a queue that is not there; take the skill out"
    case .floor(let agents):
      "a least number of \(agents) agents is none; give 0 or more"
    case .solver(let message): "the mix could not be optimised: \(message)"
    }
  }
}

extension MixProblem {
  /// Throws all that is wrong.
  func check() throws(MixFault) {
    let findings = queueFindings + groupFindings + floorFindings
    guard findings.isEmpty else { throw MixFault(findings: findings) }
  }

  private var queueFindings: [MixFault.Finding] {
    guard !queues.isEmpty else { return [.noQueues] }
    guard queues.count <= QueueSet.greatestCount else { return [.tooManyQueues(queues.count)] }
    return queues.flatMap(\.findings)
  }

  private var groupFindings: [MixFault.Finding] {
    let known = QueueSet.first(min(queues.count, QueueSet.greatestCount))
    return groups.flatMap { group in
      var findings: [MixFault.Finding] = []
      if !(group.cost >= 0 && group.cost.isFinite) {
        findings.append(.cost(group: group.name, group.cost))
      }
      if let available = group.available, available < 0 {
        findings.append(.available(group: group.name, available))
      }
      if !group.queues.isSubset(of: known) { findings.append(.unknownQueues(group: group.name)) }
      return findings
    }
  }

  private var floorFindings: [MixFault.Finding] {
    floors.filter { !($0.least >= 0 && $0.least <= MixQueue.greatestLoad) }
      .map { .floor($0.least) }
  }
}

extension MixQueue {
  fileprivate var findings: [MixFault.Finding] {
    var findings: [MixFault.Finding] = []
    if !(contactsPerHour >= 0 && contactsPerHour.isFinite) {
      findings.append(.contacts(queue: name, contactsPerHour))
    }
    if contactsPerHour > 0, !(handlingTime > 0 && handlingTime.isFinite) {
      findings.append(.handlingTime(queue: name, handlingTime))
    } else if load > Self.greatestLoad {
      findings.append(.load(queue: name, load))
    }
    if !(minimumStaff >= 0 && minimumStaff <= Self.greatestLoad) {
      findings.append(.minimumStaff(queue: name, minimumStaff))
    }
    switch service {
    case .line(let target, let patience):
      if !target.isAttainable { findings.append(.target(queue: name)) }
      if let patience, patience.isFinite, !Self.patience.contains(patience) {
        findings.append(.patience(queue: name, patience))
      } else if let patience, patience.isNaN {
        findings.append(.patience(queue: name, patience))
      }
    case .deferred(let occupancy):
      if !(occupancy > 0) { findings.append(.occupancy(queue: name, occupancy)) }
    }
    return findings
  }

  /// A million agents on one queue: a mistake of units.
  static let greatestLoad = 1e6
  /// Seconds, up to a day: nobody stays on a line for longer.
  private static let patience = 1.0...86_400.0
}
