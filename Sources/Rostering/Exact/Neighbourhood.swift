import GLPK

/// Some agents of one skill set, free to choose their lines anew while everybody else stays: an
/// integer programme over generated lines that GLPK solves.
///
/// One row an agent asks for one line; one row a cell counts the free agents on duty. What a number
/// of them costs in a cell is convex, so that a variable for each agent more, at the exact marginal
/// cost, fills up in the right order by itself:
///
///     min Σ cost(l) x(l) + Σ step(t, k) y(t, k)
///     Σ over an agent's lines of x(l) = 1,   Σ over lines on duty in t of x(l) = Σ y(t, k)
///
/// The duals of the cells' rows are gains for pricing. As exact costs have a kink at every whole
/// number of agents, duals jump about between rounds; the first rounds therefore lean on the shadow
/// prices of the week (smoothing after Wentges, 1997). Branch and cut chooses among all lines.
struct Neighbourhood {
  /// The free agents, all of one skill set.
  let agents: [Int]
  private let draft: Draft
  private let problem: Problem
  private let skillSet: Int
  /// The lines of each agent, the present one first, and the variable of each.
  private var lines: [[Line]]
  private var variables: [[Int]]
  /// The row of each cell, nil where no free agent can be on duty.
  private var rows: [Row?]
  /// Values of all variables that stand for the present lines.
  private var start: [Double] = []

  init(_ draft: Draft, freeing agents: [Int], with lines: [[Line]]) {
    self.draft = draft
    self.agents = agents
    problem = draft.problem
    skillSet = agents.first.map { draft.problem.skillSet(of: $0) } ?? 0
    self.lines = lines
    variables = lines.map { _ in [] }
    rows = Array(repeating: nil, count: problem.circle.count)
  }

  /// Whether lines of these agents can be counted cell by cell: seats would need rows of their own.
  static func isOpen(to crew: Crew, in problem: Problem) -> Bool {
    problem.seats[problem.menus[crew.menu].site] == nil
  }

  /// The best choice found: a line for each agent, in their order; nil if none is better than the
  /// present one.
  ///
  /// - Parameters:
  ///   - worth: What the week's shadow prices say an agent of the skill set is worth, by cell.
  ///   - rounds: The most times that lines are generated.
  ///   - limit: Of branch and cut.
  ///   - price: An agent's best line at given gains by cell.
  ///   - isStopped: Asked now and then.
  /// - Returns: Nil if nothing better was found.
  /// - Throws: What the optimiser says if it fails.
  mutating func bestChoice(
    leaningOn worth: ContiguousArray<Double>, rounds: Int, within limit: Stop,
    pricing price: (Int, ContiguousArray<Double>) -> Line?,
    asking isStopped: @escaping () -> Bool
  ) throws(RosteringFault) -> [Line]? {
    var neighbourhood = self
    let model = neighbourhood.model()
    let outcome = try asking { () throws -> Outcome? in
      try withProblem(model) { programme in
        for round in 0..<rounds {
          guard
            try programme.leastRelaxed(
              by: round == 0 ? .dualThenPrimal : .primal, asking: isStopped) != nil
          else { return nil }
          let lean = 0.8 * (1 - Double(round + 1) / Double(rounds))
          try neighbourhood.generate(in: &programme, leaning: lean, on: worth, pricing: price)
        }
        let start = neighbourhood.start
        return try programme.search(
          GLPK.Search(until: limit, heuristics: .rounding), start: start
        ) { _ in isStopped() ? .stop : .proceed }
      }
    }
    guard let best = outcome?.best else { return nil }
    let chosen = zip(neighbourhood.lines, neighbourhood.variables).compactMap { lines, variables in
      zip(lines, variables).first { best.values[$0.1] > 0.5 }?.0
    }
    return chosen == lines.compactMap(\.first) ? nil : chosen
  }

  // MARK: - Rows and columns

  private mutating func model() -> Model {
    var model = Model()
    for _ in agents { _ = model.row(in: GLPK.Bounds.fixed(1)) }
    var present = ContiguousArray(repeating: 0, count: problem.circle.count)
    for agent in agents {
      for cell in problem.cellsOnDuty(draft.lines[agent], of: problem.crewOf[agent]) {
        present[cell] += 1
      }
    }
    var work = draft.cells
    for (cell, isReached) in problem.cellsReached(by: agents).enumerated() where isReached {
      let row = model.row(in: GLPK.Bounds.fixed(0))
      rows[cell] = row
      work.change(skillSet, at: cell, by: -present[cell])
      var left = present[cell]
      for step in steps(at: cell, of: &work) {
        model.column(cost: step.cost, in: 0...Double(step.count), rows: [row], values: [-1])
        start.append(Double(min(left, step.count)))
        left -= min(left, step.count)
      }
    }
    for (place, lines) in lines.enumerated() {
      for (number, line) in lines.enumerated() {
        let entries = entries(of: line, place)
        let variable = model.column(
          cost: draft.crew(of: agents[place]).cost(of: line), in: GLPK.Bounds.unit, .integer,
          rows: entries.map(\.row), values: entries.map(\.value))
        variables[place].append(variable.index)
        start.append(number == 0 ? 1 : 0)
      }
    }
    return model
  }

  /// What each free agent more costs in a cell, equal steps together; every step costs at least as
  /// much as the one before.
  private func steps(at cell: Int, of work: inout CellCost) -> [(cost: Double, count: Int)] {
    var steps: [(cost: Double, count: Int)] = []
    for _ in agents {
      let cost = work.costOfAdding(skillSet, at: cell)
      work.change(skillSet, at: cell, by: 1)
      if let last = steps.last, cost <= last.cost + 1e-9 {
        steps[steps.count - 1].count += 1
      } else {
        steps.append((cost, 1))
      }
    }
    return steps
  }

  private func entries(of line: Line, _ place: Int) -> [(row: Row, value: Double)] {
    let crew = problem.crewOf[agents[place]]
    return [(Row(place), 1)]
      + problem.countsOnDuty(line, of: crew).compactMap { cell, count in
        rows[cell].map { ($0, Double(count)) }
      }
  }

  /// Adds each agent's best line at the relaxation's duals, as far as it is new.
  private mutating func generate(
    in programme: inout GLPK.Problem, leaning lean: Double, on worth: ContiguousArray<Double>,
    pricing price: (Int, ContiguousArray<Double>) -> Line?
  ) throws {
    let duals = try programme.read(.duals)
    var gains = ContiguousArray(repeating: 0.0, count: problem.circle.count)
    for (cell, row) in rows.enumerated() {
      if let row { gains[cell] = (1 - lean) * duals[row.index] + lean * worth[cell] }
    }
    var columns = Columns()
    for (place, agent) in agents.enumerated() {
      guard let line = price(agent, gains), !lines[place].contains(line) else { continue }
      columns.append(
        cost: draft.crew(of: agent).cost(of: line), in: GLPK.Bounds.unit, .integer)
      for entry in entries(of: line, place) { columns.enter(entry.value, in: entry.row) }
      lines[place].append(line)
      variables[place].append(programme.variableCount + columns.count - 1)
      start.append(0)
    }
    if !columns.isEmpty { try programme.add(columns) }
  }
}

extension Problem {
  /// The cells of the ring in which a line's agent is on duty; one may stand twice.
  func cellsOnDuty(_ line: Line, of crew: Int) -> [Int] {
    let menu = menus[crews[crew].menu]
    var cells: [Int] = []
    for day in 0..<7 where !line[day].isOff {
      menu.forEachCellOnDuty(line[day]) { cells.append($0 % circle.count) }
    }
    return cells
  }

  /// The cells of a line with how often it is on duty there, in order.
  func countsOnDuty(_ line: Line, of crew: Int) -> [(cell: Int, count: Int)] {
    let cells = cellsOnDuty(line, of: crew).sorted()
    var counts: [(cell: Int, count: Int)] = []
    for cell in cells {
      if let last = counts.last, last.cell == cell {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((cell, 1))
      }
    }
    return counts
  }

  /// Whether some shift of some of the agents reaches each cell.
  func cellsReached(by agents: [Int]) -> [Bool] {
    var isReached = Array(repeating: false, count: circle.count)
    for crew in Set(agents.map { crewOf[$0] }) {
      let menu = menus[crews[crew].menu]
      for (index, candidate) in menu.candidates.enumerated()
      where crews[crew].cost[index] < .infinity {
        for cell in candidate.cell..<candidate.cell + menu.kinds[candidate.kind].cells {
          isReached[cell % circle.count] = true
        }
      }
    }
    return isReached
  }
}
