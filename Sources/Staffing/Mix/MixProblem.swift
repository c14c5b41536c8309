/// Which agents, of which skills, shall be at work in one interval: what they cost and what they must
/// keep.
///
/// Agents at work are meant: shrinkage comes on top of the answer, once. A queue that is closed in the
/// interval is left out.
package struct MixProblem: Hashable, Sendable {
  package let queues: [MixQueue]
  package let groups: [SkillGroup]
  package let floors: [StaffFloor]

  package init(queues: [MixQueue], groups: [SkillGroup], floors: [StaffFloor] = []) {
    self.queues = queues
    self.groups = groups
    self.floors = floors
  }
}

/// A queue of an interval: its contacts and what is promised to them.
package struct MixQueue: Hashable, Sendable {
  /// How its contacts are served.
  package enum Service: Hashable, Sendable {
    /// Customers wait on a line; `patience` is their mean time to hanging up in seconds, nil for ever.
    case line(ServiceTarget, patience: Double?)
    /// Work that fills the idle time of agents who may be so busy at the most, 0 to 1.
    case deferred(maximumOccupancy: Double)
  }

  package let name: String
  package let contactsPerHour: Double
  /// Mean seconds of a contact that is served alone.
  package let handlingTime: Double
  package let service: Service
  /// Contacts that an agent serves at once.
  package let concurrency: Concurrency
  /// Agents at work at the least who can serve it, also when nobody calls.
  package let minimumStaff: Double

  package init(
    _ name: String, contactsPerHour: Double, handlingTime: Double, service: Service,
    concurrency: Concurrency = .single, minimumStaff: Double = 0
  ) {
    self.name = name
    self.contactsPerHour = contactsPerHour
    self.handlingTime = handlingTime
    self.service = service
    self.concurrency = concurrency
    self.minimumStaff = minimumStaff
  }

  /// Offered erlangs.
  package var load: Double {
    contactsPerHour > 0 ? contactsPerHour * handlingTime / secondsPerHour : 0
  }

  /// What its line must keep; nothing for deferred work.
  package var target: ServiceTarget {
    if case .line(let target, _) = service { target } else { ServiceTarget() }
  }
}

let secondsPerHour = 3600.0

/// Agents with equal skills.
package struct SkillGroup: Hashable, Sendable {
  package let name: String
  package let queues: QueueSet
  /// Of one agent, in any unit.
  package let cost: Double
  /// Agents on offer; nil for as many as are wanted.
  package let available: Int?
  package let site: String?

  package init(
    _ name: String, queues: QueueSet, cost: Double = 1, available: Int? = nil,
    site: String? = nil
  ) {
    self.name = name
    self.queues = queues
    self.cost = cost
    self.available = available
    self.site = site
  }
}

/// A least number of agents at work, whatever the contacts: of a language, of a site, for safety.
package struct StaffFloor: Hashable, Sendable {
  /// Who counts.
  package enum Counted: Hashable, Sendable {
    /// Agents who can serve one of these queues, such as those of a language.
    case queues(QueueSet)
    /// Agents of a site.
    case site(String)
  }

  package let counted: Counted
  package let least: Double

  package init(_ counted: Counted, least: Double) {
    self.counted = counted
    self.least = least
  }

  /// Whole agents: somebody who is there is there as a whole.
  var wholeAgents: Int { Int((least - 1e-9).rounded(.up)) }

  func counts(_ group: SkillGroup) -> Bool {
    switch counted {
    case .queues(let queues): group.queues.touches(queues)
    case .site(let site): group.site == site
    }
  }
}

extension MixProblem {
  /// Queues with contacts or a minimum staff.
  var present: QueueSet {
    QueueSet(places: queues.indices.filter { queues[$0].load > 0 || queues[$0].minimumStaff > 0 })
  }

  func cost(of counts: [Int]) -> Double {
    zip(groups, counts).reduce(0) { $0 + $1.0.cost * Double($1.1) }
  }
}
