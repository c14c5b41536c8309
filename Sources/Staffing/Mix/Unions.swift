/// The unions of queues whose needs can bind the agents of some skill groups.
///
/// Of unions that the same groups touch only the greatest matters, since needs grow with the queues:
/// what is left of all queues when the skills of some groups are taken away. A union that falls into
/// parts which no group joins is kept when its parts are. Where targets differ, the queues of such a
/// union with the tighter targets may need more than all of it.
package struct Unions: Hashable, Sendable {
  /// Rising.
  package let all: [QueueSet]
  /// Whether no union that matters is missing.
  package let isComplete: Bool

  /// - Parameters:
  ///   - present: the queues that have contacts or a minimum staff.
  ///   - queues: all queues.
  ///   - skills: what the groups can serve.
  ///   - limit: unions at the most; where there may be more, it is those of single queues, of whole
  ///     skill sets, and of all.
  package init(
    among present: QueueSet, of queues: [MixQueue], skills: [QueueSet], limit: Int = 4096
  ) {
    let skills = Array(Set(skills.map { $0.intersection(present) }).subtracting([[]])).sorted()
    let closed = Self.closed(among: present, skills: skills, limit: limit)
    let tiers = Self.tiers(among: present, of: queues)
    var found: Set<QueueSet> = []
    for union in closed ?? Self.seeds(among: present, skills: skills) {
      for tier in tiers {
        let part = union.intersection(tier)
        if !part.isEmpty, part.isJoined(by: skills) { found.insert(part) }
      }
    }
    // The least staff of a queue binds whoever can serve it.
    for place in present.places where queues[place].minimumStaff > 0 {
      found.insert(QueueSet(places: [place]))
    }
    all = found.sorted()
    isComplete = closed != nil
  }

  /// All that is left of the queues when the skills of some groups are taken away; nil where there
  /// are more than the limit.
  private static func closed(
    among present: QueueSet, skills: [QueueSet], limit: Int
  ) -> Set<QueueSet>? {
    var unions: Set<QueueSet> = [present]
    for skill in skills {
      for union in unions { unions.insert(union.subtracting(skill)) }
      guard unions.count <= limit else { return nil }
    }
    return unions
  }

  /// Where to begin when there are too many.
  static func seeds(among present: QueueSet, skills: [QueueSet]) -> Set<QueueSet> {
    var seeds: Set<QueueSet> = [present]
    seeds.formUnion(present.places.map { QueueSet(places: [$0]) })
    seeds.formUnion(skills)
    seeds.formUnion(skills.map(present.subtracting))
    return seeds
  }

  /// For each target the queues whose target is at least as tight; the first is all of them.
  private static func tiers(among present: QueueSet, of queues: [MixQueue]) -> [QueueSet] {
    var tiers: Set<QueueSet> = [present]
    for target in Set(present.places.map { queues[$0].target }) {
      tiers.insert(
        QueueSet(places: present.places.filter { queues[$0].target.loosened(by: target) == target })
      )
    }
    return tiers.sorted()
  }
}

extension QueueSet {
  /// Whether one gets from each of its queues to each other by skill sets that have both.
  func isJoined(by skills: [QueueSet]) -> Bool {
    guard let first = places.first else { return false }
    var reached = QueueSet(places: [first])
    while true {
      let before = reached
      for skill in skills where skill.touches(reached) {
        reached.formUnion(skill.intersection(self))
      }
      if reached == self { return true }
      if reached == before { return false }
    }
  }
}
