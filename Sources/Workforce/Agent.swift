package import Timeline

/// A person who serves customers.
package struct Agent: Hashable, Sendable, Identifiable {
  package typealias ID = Identifier<Agent>

  package let id: ID
  package let name: String
  package let site: Site.ID
  package let contract: Contract.ID
  /// The clock the agent lives by; the site's unless the file says otherwise.
  package let zone: Zone
  /// Queues the agent may serve, in order of the queue's id.
  package let skills: [Skill]
  /// First and last day of employment.
  package let employedFrom: LocalDay?
  package let employedTo: LocalDay?
  package let team: String?
  /// The language of the agent's calendar as a BCP 47 tag, nil for the centre's.
  package let language: String?
  /// The address by which other programs know the agent.
  package let email: String?

  package init(
    id: ID, name: String, site: Site.ID, contract: Contract.ID, zone: Zone, skills: [Skill],
    employedFrom: LocalDay? = nil, employedTo: LocalDay? = nil, team: String? = nil,
    language: String? = nil, email: String? = nil
  ) {
    self.id = id
    self.name = name
    self.site = site
    self.contract = contract
    self.zone = zone
    self.skills = skills.sorted { $0.queue < $1.queue }
    self.employedFrom = employedFrom
    self.employedTo = employedTo
    self.team = team
    self.language = language
    self.email = email
  }

  package var skillSet: SkillSet { SkillSet(skills.map(\.queue)) }

  /// Whether the day lies within the employment, its first and its last day included.
  package func isEmployed(on day: LocalDay) -> Bool {
    (employedFrom.map { $0 <= day } ?? true) && (employedTo.map { day <= $0 } ?? true)
  }
}

/// The right to serve a queue.
package struct Skill: Hashable, Sendable, Codable {
  package let queue: Queue.ID
  /// 1 is served first.
  package let priority: Int
  /// Contacts handled in the time that an average agent needs for one.
  package let speed: Double

  package init(queue: Queue.ID, priority: Int = 1, speed: Double = 1) {
    self.queue = queue
    self.priority = priority
    self.speed = speed
  }
}

/// The queues that one agent can serve; agents with equal sets are pooled.
package struct SkillSet: Hashable, Comparable, Sendable, Codable {
  /// Sorted, each once.
  package let queues: [Queue.ID]

  package init(_ queues: some Sequence<Queue.ID>) {
    self.queues = Set(queues).sorted()
  }

  package static func < (left: SkillSet, right: SkillSet) -> Bool {
    left.queues.lexicographicallyPrecedes(right.queues)
  }
}
