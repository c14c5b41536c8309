import Statistics
import Timeline

/// Agents who are alike: one site, the same queues, the same kind of names.
struct Crew: Sendable {
  let site: String
  /// The colleagues' team, such as `vie-german`.
  let team: String
  /// In order of priority.
  let queues: [String]
  /// How many there are of each contract.
  let contracts: [(id: String, count: Int)]
  let names: [NamePool]

  init(
    _ team: String, at site: String, serving queues: [String],
    _ contracts: KeyValuePairs<String, Int>, named names: NamePool...
  ) {
    self.site = site
    self.team = team
    self.queues = queues
    self.contracts = contracts.map { (id: $0.key, count: $0.value) }
    self.names = names
  }
}

/// An agent of an example, as the files tell of them.
struct Person: Sendable {
  let id: String
  let name: String
  let site: String
  let contract: String
  let since: LocalDay
  let until: LocalDay?
  let team: String
  let queues: [String]
}

/// Everybody who works in an example.
struct Staff: Sendable {
  let people: [Person]

  /// Hires the crews, in their order, in the years before a day.
  init(_ crews: [Crew], before day: LocalDay, seed: UInt64) {
    var generator = Generator(seed: seed, stream: "staff")
    var taken: Set<String> = []
    var people: [Person] = []
    for crew in crews {
      let contracts = crew.contracts.flatMap { Array(repeating: $0.id, count: $0.count) }
      for (index, contract) in contracts.enumerated() {
        let number = people.count + 1
        people.append(
          Person(
            id: "a" + (number < 10 ? "00" : number < 100 ? "0" : "") + "\(number)",
            name: crew.names[index % crew.names.count].name(besides: &taken, using: &generator),
            site: crew.site, contract: contract,
            since: (day - 30 - generator.index(below: 2500)).startOfWeek(beginning: .monday),
            // Now and then somebody leaves in the new year.
            until: number.isMultiple(of: 29) ? day + 55 : nil, team: crew.team,
            queues: crew.queues))
      }
    }
    self.people = people
  }

  var agentsFile: ExampleFile {
    ExampleFile(
      path: "agents.csv", header: "id,name,site,contract,start,end,seniority,team",
      rows: people.map { person in
        [
          person.id, person.name, person.site, person.contract, "\(person.since)",
          person.until.map { "\($0)" } ?? "", "\(person.since)", person.team,
        ]
      })
  }

  /// The rows of `skills.csv`, in order of agent and queue.
  ///
  /// Who came within a quarter of a year before `day` is slower.
  func skillsFile(asOf day: LocalDay) -> ExampleFile {
    ExampleFile(
      path: "skills.csv", header: "agent,queue,priority,speed",
      rows: people.flatMap { person in
        person.queues.enumerated().map { index, queue in
          [person.id, queue, "\(index + 1)", day - person.since < 91 ? "0.85" : "1.00"]
        }
        .sorted { $0[1] < $1[1] }
      })
  }
}
