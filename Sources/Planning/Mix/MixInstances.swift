package import Staffing

/// Made problems of many skills: a file of JSON with what other ways of solving them cost.
package struct MixInstances: Decodable {
  package let instances: [Instance]

  package struct Instance: Decodable {
    package let id: String
    package let queues: [Line]
    let patience: Double
    let target: Target
    let groups: [Group]
    /// What the agents cost by needs of single queues, by pooled needs alone, and by a plain loop of
    /// cuts.
    package let dedicatedAgents: Double
    package let subsetLowerBound: Double
    package let cutLoopCost: Double

    enum CodingKeys: String, CodingKey {
      case id, queues, groups
      case patience = "patience_s"
      case target = "service_level"
      case dedicatedAgents = "dedicated_agents"
      case subsetLowerBound = "subset_lower_bound"
      case cutLoopCost = "cut_loop_cost"
    }
  }

  package struct Line: Decodable {
    let id: String
    let contactsPerHour: Double
    let handlingTime: Double

    enum CodingKeys: String, CodingKey {
      case id
      case contactsPerHour = "contacts_per_hour"
      case handlingTime = "aht_s"
    }
  }

  struct Target: Decodable {
    let target: Double
    let threshold: Double

    enum CodingKeys: String, CodingKey {
      case target
      case threshold = "threshold_s"
    }
  }

  struct Group: Decodable {
    let queues: [String]
    let cost: Double
  }
}

extension MixInstances.Instance {
  package var problem: MixProblem {
    let names = queues.map(\.id)
    let service = MixQueue.Service.line(
      ServiceTarget(serviceLevel: target.target, within: target.threshold), patience: patience)
    return MixProblem(
      queues: queues.map { line in
        MixQueue(
          line.id, contactsPerHour: line.contactsPerHour, handlingTime: line.handlingTime,
          service: service)
      },
      groups: groups.map { group in
        SkillGroup(
          group.queues.joined(separator: "+"),
          queues: QueueSet(places: group.queues.compactMap { names.firstIndex(of: $0) }),
          cost: group.cost)
      })
  }
}
