import Timeline
import Workforce

/// The agents, and what their files say beyond the agents that could be read.
struct Roll {
  let agents: Shelf<Agent>
  let teams: Set<String>
  /// The queues for which somebody has the skill, nil where not every row could be read.
  let servedQueues: Set<Queue.ID>?
}

extension CentreReader {
  func agents(
    _ sites: Shelf<Site>, _ contracts: Shelf<Contract>, _ queues: Shelf<Queue>
  ) -> Roll {
    let file = "agents.csv"
    let table = table(
      of: file, required: ["id", "name", "site", "contract"],
      optional: ["zone", "start", "end", "seniority", "team", "language", "email"])
    let rows = table?.rows ?? []
    var shelf = Shelf<Agent>(file: file, isReadable: table?.isComplete ?? false)
    for row in rows {
      guard let id = row.values["id"], let name = id.text, !id.isEmpty else { continue }
      shelf.claim(name, "agent \"\(name)\"", at: id.place, inspection)
    }
    let skills = skills(shelf, queues)
    for row in rows {
      guard let id = record("the agent", row).required("id", .identifier) else { continue }
      let record = record("agent \"\(id)\"", row)
      shelf.add(agent(id, record, sites, contracts, skills.byAgent[id] ?? []))
    }
    if table?.isComplete ?? false { shelf.reportEmpty("agent", inspection) }
    return Roll(
      agents: shelf, teams: Set(rows.compactMap { $0.values["team"]?.text }),
      servedQueues: skills.queues)
  }

  private func agent(
    _ id: String, _ record: Record, _ sites: Shelf<Site>, _ contracts: Shelf<Contract>,
    _ skills: [Skill]
  ) -> Agent? {
    let name = record.required("name", .text)
    let site: Site.ID? = record.required("site", sites.reference())
    let contract: Contract.ID? = record.required("contract", contracts.reference())
    let zone = record.optional("zone", zones.notation)
    let first = record.optional("start", .date)
    let last = record.optional("end", .date)
    if let first, let last, last < first {
      record.error(
        "end", "the employment ends on \(last), before it starts on \(first)",
        hint: "mend one of the dates")
    }
    let language = record.optional("language", .language)
    if let language, languages.words(nearest: language) == nil {
      record.warning(
        "language", "there are no words of \"\(language)\" for calendars, so the centre's stand",
        hint: "write them in languages/\(language).yaml")
    }
    guard let name, let site, let contract else { return nil }
    guard let zone = zone ?? sites.values.first(where: { $0.id == site })?.zone else { return nil }
    return Agent(
      id: .init(id), name: name, site: site, contract: contract, zone: zone, skills: skills,
      employedFrom: first, employedTo: last, team: record.optional("team", .text),
      language: language, email: record.optional("email", .address))
  }

  /// Skills by agent, and the queues of all rows, nil where a row's queue cannot be read.
  private func skills(
    _ agents: Shelf<Agent>, _ queues: Shelf<Queue>
  ) -> (byAgent: [String: [Skill]], queues: Set<Queue.ID>?) {
    let table = table(
      of: "skills.csv", required: ["agent", "queue"], optional: ["priority", "speed"])
    var skills: [String: [Skill]] = [:]
    var served: Set<Queue.ID> = []
    var isComplete = table?.isComplete ?? false
    var lines: [String: Int] = [:]
    for row in table?.rows ?? [] {
      let name = row.values["agent"]?.text ?? ""
      let record = record("the skill of agent \"\(name)\"", row)
      let agent: Agent.ID? = record.required("agent", agents.reference())
      let queue: Queue.ID? = record.required("queue", queues.reference())
      let priority = record.optional("priority", .whole(1...1000)) ?? 1
      let speed = record.optional("speed", .positive) ?? 1
      if let queue { served.insert(queue) } else { isComplete = false }
      guard let agent, let queue else { continue }
      if let first = lines["\(agent) \(queue)"] {
        record.error(
          "queue", "\"\(queue)\" is already in line \(first)", hint: "keep one of the two rows")
        continue
      }
      lines["\(agent) \(queue)"] = row.place.line
      skills[agent.rawValue, default: []].append(
        Skill(queue: queue, priority: priority, speed: speed))
    }
    return (skills, isComplete ? served : nil)
  }

  /// Every agent should serve a queue, and every queue must be served by an agent.
  func checkSkills(of roll: Roll, for queues: Shelf<Queue>) {
    guard let served = roll.servedQueues else { return }
    for agent in roll.agents.values where agent.skills.isEmpty {
      inspection.warning(
        roll.agents.places[agent.id.rawValue] ?? Place(file: roll.agents.file),
        "agent \"\(agent.id)\" has no skills and can serve no queue",
        hint: "add rows to skills.csv")
    }
    for queue in queues.values where !served.contains(queue.id) {
      inspection.error(
        queues.places[queue.id.rawValue] ?? Place(file: queues.file),
        "queue \"\(queue.id)\" cannot be served: no agent has the skill",
        hint: "add rows to skills.csv, or remove the queue")
    }
  }
}

extension Entry {
  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }
}
