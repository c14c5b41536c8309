/// What an agent on duty is worth, by queue and cell: the prices at which the relaxed problem buys
/// cover.
struct ShadowPrices: Sendable {
  /// Money an agent and cell, `[cell * queues + queue]`, between less idling and the dear shortage.
  var values: ContiguousArray<Double>

  /// What the next hundredth of an agent would be worth in a draft.
  init(marginalsOf draft: Draft) {
    let queues = draft.problem.demand.queues.count
    values = []
    values.reserveCapacity(draft.problem.circle.count * queues)
    for cell in 0..<draft.problem.circle.count {
      for queue in 0..<queues { values.append(draft.cells.worth(of: queue, at: cell)) }
    }
  }

  init(_ values: ContiguousArray<Double>) {
    self.values = values
  }

  /// What an agent of each skill set is worth, by cell: the dearest of their queues, or idling.
  func worthOfSets(in problem: Problem) -> [ContiguousArray<Double>] {
    let demand = problem.demand
    let queues = demand.queues.count
    let idle = -demand.over * Double(Demand.agent)
    return demand.masks.map { mask in
      var worth = ContiguousArray(repeating: idle, count: problem.circle.count)
      for cell in worth.indices {
        var bits = mask
        while bits != 0 {
          worth[cell] = max(worth[cell], values[cell * queues + bits.trailingZeroBitCount])
          bits &= bits - 1
        }
      }
      return worth
    }
  }
}

/// The relaxed problem: cover is bought and sold at shadow prices, so that every agent chooses a line
/// alone.
///
/// With r the need, a its cheap part, c₁ the price of a cheap shortage and π the prices,
///
///     L(π) = Σ (π r − a max(0, π − c₁)) + Σ over agents of min over lines (cost − worth)
///
/// is a lower bound on the cost of every roster, for any π between less idling and the dear price
/// (Lagrangian relaxation of the balance of supply and need in every cell and queue).
struct Relaxation: Sendable {
  let problem: Problem
  private let workers: Workers
  /// Crews that share a menu and a skill set, so that their shifts are valued once.
  private let families: [[Int]]

  /// What the relaxed problem answers to prices.
  struct Answer {
    let bound: Double
    /// Each crew's best line.
    let lines: [Line]
    /// Need less supply, `[cell * queues + queue]`, in agents: the way in which prices should go.
    let excess: ContiguousArray<Double>
  }

  init(_ problem: Problem, workers: Workers) {
    struct Key: Hashable {
      let menu: Int
      let skillSet: Int
    }
    self.problem = problem
    self.workers = workers
    var numbers: [Key: Int] = [:]
    var families: [[Int]] = []
    for (number, crew) in problem.crews.enumerated() {
      let key = Key(menu: crew.menu, skillSet: crew.skillSet)
      if let known = numbers[key] {
        families[known].append(number)
      } else {
        numbers[key] = families.count
        families.append([number])
      }
    }
    self.families = families
  }

  func answer(to prices: ShadowPrices) -> Answer {
    let worth = prices.worthOfSets(in: problem)
    let best = bestLines(for: worth)
    let demand = problem.demand
    let queues = demand.queues.count
    var bound = 0.0
    var excess = ContiguousArray(repeating: 0.0, count: prices.values.count)
    let agent = Double(Demand.agent)
    for place in prices.values.indices {
      let price = prices.values[place]
      let need = Double(demand.need[place]) / agent
      let cheap = Double(demand.cheap[place]) / agent
      let above = price - demand.under[place % queues] * agent
      bound += price * need - cheap * max(0, above)
      excess[place] = above > 0 ? need - cheap : need
    }
    // The supply of a skill set goes to the queue that pays most for it.
    for (crew, (value, line)) in zip(problem.crews, best) {
      let size = Double(crew.members.count)
      bound -= size * value
      let menu = problem.menus[crew.menu]
      for day in 0..<7 where !line[day].isOff {
        menu.forEachCellOnDuty(line[day]) { cell in
          let folded = cell < problem.circle.count ? cell : cell - problem.circle.count
          var bits = demand.masks[crew.skillSet]
          var dearest = -1
          var dearestPrice = -demand.over * agent
          while bits != 0 {
            let place = folded * queues + bits.trailingZeroBitCount
            if prices.values[place] > dearestPrice {
              dearestPrice = prices.values[place]
              dearest = place
            }
            bits &= bits - 1
          }
          if dearest >= 0 { excess[dearest] -= size }
        }
      }
    }
    return Answer(bound: bound, lines: best.map(\.line), excess: excess)
  }

  /// Every crew's best line and its value, given what its skill set is worth by cell.
  private func bestLines(for worth: [ContiguousArray<Double>]) -> [(value: Double, line: Line)] {
    let problem = problem
    let families = families
    let answers = workers.map(families.count) { number, pricer -> [Priced] in
      let crews = families[number].map { problem.crews[$0] }
      guard let first = crews.first else { return [] }
      let menu = problem.menus[first.menu]
      pricer.load(worth[first.skillSet], longest: problem.longest)
      pricer.valueShifts(of: menu)
      return crews.map { crew in
        let value = pricer.best(for: crew, in: menu)
        return Priced(value: value, line: pricer.line(for: crew, in: menu))
      }
    }
    var result = Array(repeating: (value: 0.0, line: Line()), count: problem.crews.count)
    for (family, priced) in zip(families, answers) {
      for (crew, answer) in zip(family, priced) { result[crew] = (answer.value, answer.line) }
    }
    return result
  }

  private struct Priced: Sendable {
    let value: Double
    let line: Line
  }
}
