import Timeline
import Workforce

/// The agents with what only their files know of them.
struct Roll {
  let agents: Shelf<Agent>
  /// Whether `skills.csv` could be read.
  let hasSkills: Bool

  var teams: Set<String> { Set(agents.values.compactMap(\.team)) }
}

extension CentreReader {
  func agents(
    _ sites: Shelf<Site>, _ contracts: Shelf<Contract>, _ queues: Shelf<Queue>
  ) -> Roll {
    let file = "agents.csv"
    let rows = rows(
      of: file, required: ["id", "name", "site", "contract"],
      optional: ["zone", "start", "end", "seniority", "team"])
    var shelf = Shelf<Agent>(file: file, isReadable: rows != nil)
    for row in rows ?? [] {
      guard let id = record("the agent", row).required("id", .identifier) else { continue }
      shelf.claim(id, "agent \"\(id)\"", at: row.values["id"]?.place ?? row.place, inspection)
    }
    let skills = skills(shelf, queues)
    for row in rows ?? [] {
      guard case .text(let id) = row.values["id"]?.content, shelf.places[id] != nil else {
        continue
      }
      let record = record("agent \"\(id)\"", row)
      shelf.add(agent(id, record, sites, contracts, skills?[id] ?? []))
    }
    shelf.reportEmpty("agent", inspection)
    return Roll(agents: shelf, hasSkills: skills != nil)
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
    guard let name, let site, let contract else { return nil }
    guard let zone = zone ?? sites.values.first(where: { $0.id == site })?.zone else { return nil }
    return Agent(
      id: .init(id), name: name, site: site, contract: contract, zone: zone, skills: skills,
      employedFrom: first, employedTo: last, team: record.optional("team", .text))
  }

  /// Skills by agent, nil where the file cannot be read.
  private func skills(_ agents: Shelf<Agent>, _ queues: Shelf<Queue>) -> [String: [Skill]]? {
    guard
      let rows = rows(
        of: "skills.csv", required: ["agent", "queue"], optional: ["priority", "speed"])
    else { return nil }
    var skills: [String: [Skill]] = [:]
    var lines: [String: Int] = [:]
    for row in rows {
      let name = row.values["agent"].flatMap(\.text) ?? ""
      let record = record("the skill of agent \"\(name)\"", row)
      let agent: Agent.ID? = record.required("agent", agents.reference())
      let queue: Queue.ID? = record.required("queue", queues.reference())
      let priority = record.optional("priority", .whole(1...1000)) ?? 1
      let speed = record.optional("speed", .positive) ?? 1
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
    return skills
  }

  /// Every agent should serve a queue, and every queue must be served by an agent.
  func checkSkills(of roll: Roll, for queues: Shelf<Queue>) {
    guard roll.hasSkills, roll.agents.isReadable else { return }
    for agent in roll.agents.values where agent.skills.isEmpty {
      inspection.warning(
        roll.agents.places[agent.id.rawValue] ?? Place(file: roll.agents.file),
        "agent \"\(agent.id)\" has no skills and can serve no queue",
        hint: "add rows to skills.csv")
    }
    let served = Set(roll.agents.values.flatMap { $0.skills.map(\.queue) })
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
