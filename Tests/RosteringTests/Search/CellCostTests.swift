import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@testable import Rostering

@Suite struct CellCostTests {
  /// A demand of some queues with fractional needs, and skill sets that overlap.
  private func demand(_ dice: inout Generator) -> (demand: Demand, cells: Int) {
    var toy = Toy()
    toy.prices = Prices(cheapShare: Double(dice.index(below: 11)) / 10)
    toy.queues = ["p", "q", "r", "t"].prefix(1 + dice.index(below: 4)).map { $0 }
    toy.agents = 6
    toy.skills = (0..<6).map { _ in toy.queues.filter { _ in dice.index(below: 2) == 0 } }
    let requirement = toy.requirement { _, _ in Double(dice.index(below: 400)) / 100 }
    let circle = Circle(grid: toy.week.grid, cell: toy.interval)
    let sets = Set(toy.centre.agents.map(\.skillSet)).sorted()
    return (Demand(requirement, on: circle, of: toy.centre, skillSets: sets), circle.count)
  }

  /// The cost of a cell from its agents alone, by the checker's slow flow.
  private func cost(_ agents: [Int], at cell: Int, _ demand: Demand) -> Double {
    let (sets, queues) = (demand.skillSets.count, demand.queues.count)
    var flow = CheapestFlow(nodes: 2 + sets + queues)
    var total = 0.0
    var arcs: [(arc: Int, price: Double)] = []
    for (set, count) in agents.enumerated() {
      flow.connect(0, 2 + set, capacity: 100 * count, price: 0)
      arcs.append(
        (flow.connect(2 + set, 1, capacity: 100 * count, price: demand.over), demand.over))
      for arc in demand.arcs where arc.set == set {
        flow.connect(2 + set, 2 + sets + arc.queue, capacity: 100 * count, price: 0)
      }
    }
    for queue in 0..<queues {
      let need = Int(demand.need[cell * queues + queue])
      let cheap = Int(demand.cheap[cell * queues + queue])
      total += Double(cheap) * demand.under[queue] + Double(need - cheap) * demand.beyond[queue]
      for (capacity, price) in [
        (need - cheap, -demand.beyond[queue]), (cheap, -demand.under[queue]),
      ] {
        arcs.append(
          (flow.connect(2 + sets + queue, 1, capacity: capacity, price: price), price))
      }
    }
    flow.send(from: 0, to: 1)
    return arcs.reduce(total) { $0 + Double(flow.flow(on: $1.arc)) * $1.price }
  }

  @Test("Marginal costs are differences of costs from scratch, whatever changed before")
  func marginals() {
    forEvery(seed: 0..<80) { seed in
      var dice = Generator(seed: seed)
      let (demand, cells) = demand(&dice)
      var costs = CellCost(demand, cells: cells)
      let cell = dice.index(below: cells)
      var agents = demand.skillSets.map { _ in 0 }
      var now = cost(agents, at: cell, demand)
      for _ in 0..<25 {
        for set in agents.indices {
          var more = agents
          more[set] += 1
          let adding = cost(more, at: cell, demand) - now
          guard abs(costs.costOfAdding(set, at: cell) - adding) < 1e-9 else { return false }
          guard agents[set] > 0 else {
            if costs.costOfRemoving(set, at: cell) < .infinity { return false }
            continue
          }
          var fewer = agents
          fewer[set] -= 1
          let removing = cost(fewer, at: cell, demand) - now
          guard abs(costs.costOfRemoving(set, at: cell) - removing) < 1e-9 else { return false }
        }
        let set = dice.index(below: agents.count)
        let change = agents[set] > 0 && dice.index(below: 5) < 2 ? -1 : 1
        let before = costs.total
        costs.change(set, at: cell, by: change)
        agents[set] += change
        let next = cost(agents, at: cell, demand)
        guard abs(costs.total - before - (next - now)) < 1e-9 else { return false }
        now = next
      }
      return true
    }
  }

  @Test("What is missing and idle is priced from the allocation as the running total has it")
  func priced() {
    forEvery(seed: 0..<30) { seed in
      var dice = Generator(seed: seed)
      let (demand, cells) = demand(&dice)
      var costs = CellCost(demand, cells: cells)
      for _ in 0..<300 {
        costs.change(
          dice.index(below: demand.skillSets.count), at: dice.index(below: cells), by: 1)
      }
      return abs(costs.priced.under + costs.priced.over - costs.total) < 1e-6
    }
  }
}
