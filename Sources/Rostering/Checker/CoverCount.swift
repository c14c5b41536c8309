import Timeline
import Workforce

/// Counts who is on duty minute by minute and shares them among the queues as cheaply as can be.
struct CoverCount {
  let coverage: Coverage
  let under: Money
  let over: Money

  init(_ facts: RosterFacts, _ requirement: Requirement) {
    let grid = requirement.grid
    let sets = Set(facts.weeks.map(\.agent.skillSet)).sorted()
    let length = grid.interval.length.count
    // Agents of each skill set on duty in each minute of the circle, as differences first.
    var counts = Array(repeating: Array(repeating: 0, count: length + 1), count: sets.count)
    var edges: Set<Int> = []
    for week in facts.weeks {
      guard let set = sets.firstIndex(of: week.agent.skillSet) else { continue }
      for work in week.shifts.flatMap(\.activities) where work.kind == .work {
        for piece in work.interval.folded(into: grid) {
          let from = (piece.start - grid.start).count
          let to = (piece.end - grid.start).count
          counts[set][from] += 1
          counts[set][to] -= 1
          edges.formUnion([from, to])
        }
      }
    }
    for set in sets.indices {
      for minute in 1..<max(1, length) { counts[set][minute] += counts[set][minute - 1] }
    }
    for slot in grid.indices { edges.insert(slot * grid.slot.count) }
    edges.insert(length)

    var sharing = Sharing(sets: sets, requirement: requirement, centre: facts.centre)
    var serving = requirement.queues.map { _ in Array(repeating: 0.0, count: grid.count) }
    var idle = Array(repeating: 0.0, count: grid.count)
    var onDuty = idle
    var (under, over) = (0.0, 0.0)
    let bounds = edges.filter { $0 <= length }.sorted()
    for (from, to) in zip(bounds, bounds.dropFirst()) {
      let slot = from / grid.slot.count
      let agents = sets.indices.map { counts[$0][from] }
      let outcome = sharing.share(agents, in: slot)
      let hours = Double(to - from) / 60
      under += outcome.under * hours
      over += outcome.over * hours
      let part = Double(to - from) / Double(grid.slot.count)
      for queue in serving.indices { serving[queue][slot] += part * outcome.serving[queue] }
      idle[slot] += part * outcome.idle
      onDuty[slot] += part * Double(agents.reduce(0, +))
    }
    self.under = Money(under)
    self.over = Money(over)
    coverage = Coverage(
      grid: grid,
      queues: zip(requirement.queues, serving).map { row, serving in
        QueueCoverage(queue: row.queue, required: row.agents, serving: serving)
      },
      idle: idle, onDuty: onDuty)
  }
}

/// Shares agents on duty among queues; equal questions are answered once.
private struct Sharing {
  let sets: [SkillSet]
  let requirement: Requirement
  let centre: Centre
  private var answers: [Question: Answer] = [:]

  struct Question: Hashable {
    let agents: [Int]
    let needs: [Int]
  }

  /// Agents serving each queue and idle, and money an hour.
  struct Answer {
    let serving: [Double]
    let idle: Double
    let under: Double
    let over: Double
  }

  init(sets: [SkillSet], requirement: Requirement, centre: Centre) {
    self.sets = sets
    self.requirement = requirement
    self.centre = centre
  }

  mutating func share(_ agents: [Int], in slot: Int) -> Answer {
    // Needs in whole hundredths of an agent.
    let needs = requirement.queues.map { Int((100 * $0.agents[slot]).rounded()) }
    let question = Question(agents: agents, needs: needs)
    if let known = answers[question] { return known }
    let answer = solve(question)
    answers[question] = answer
    return answer
  }

  /// A flow from skill sets to queues: a served hundredth of the dear part of a need saves the dear
  /// price, one of the cheap part the cheap price, an idle one costs.
  private func solve(_ question: Question) -> Answer {
    let prices = centre.prices
    let queues = requirement.queues
    // Nodes: source, sink, then skill sets, then queues.
    var flow = CheapestFlow(nodes: 2 + sets.count + queues.count)
    let (source, sink) = (0, 1)
    for (set, count) in question.agents.enumerated() where count > 0 {
      flow.connect(source, 2 + set, capacity: 100 * count, price: 0)
      flow.connect(2 + set, sink, capacity: 100 * count, price: prices.over.amount)
      for (queue, row) in queues.enumerated() where sets[set].queues.contains(row.queue) {
        flow.connect(2 + set, 2 + sets.count + queue, capacity: 100 * count, price: 0)
      }
    }
    var dear: [Int] = []
    var cheap: [Int] = []
    let factors = queues.map { row in
      centre.queue(row.queue).map { prices.factor(of: $0.channel) } ?? 1
    }
    for (queue, need) in question.needs.enumerated() {
      let node = 2 + sets.count + queue
      let share = Int((prices.cheapShare * Double(need)).rounded(.down))
      dear.append(
        flow.connect(
          node, sink, capacity: need - share, price: -factors[queue] * prices.underBeyond.amount))
      cheap.append(
        flow.connect(node, sink, capacity: share, price: -factors[queue] * prices.under.amount))
    }
    flow.send(from: source, to: sink)

    var under = 0.0
    var served = 0
    var serving: [Double] = []
    for queue in queues.indices {
      let (dearFlow, cheapFlow) = (flow.flow(on: dear[queue]), flow.flow(on: cheap[queue]))
      let need = question.needs[queue]
      let share = Int((prices.cheapShare * Double(need)).rounded(.down))
      under += Double(need - share - dearFlow) / 100 * factors[queue] * prices.underBeyond.amount
      under += Double(share - cheapFlow) / 100 * factors[queue] * prices.under.amount
      served += dearFlow + cheapFlow
      serving.append(Double(dearFlow + cheapFlow) / 100)
    }
    let idle = Double(100 * question.agents.reduce(0, +) - served) / 100
    return Answer(serving: serving, idle: idle, under: under, over: idle * prices.over.amount)
  }
}
