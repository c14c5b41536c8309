import GLPK

/// The whole week as a linear programme over generated lines, for centres small enough: its shadow
/// prices are exact, and branch and cut over its lines finds what no single change does.
///
///     min Σ cost(l) x(l) + over Σ i(s, t) + Σ under u(q, t) + beyond v(q, t)
///     Σ over a crew's lines of x(l) = its size
///     Σ over lines of set s on duty in t of x(l) = Σ f(s, q, t) + i(s, t)
///     Σ f(s, q, t) + u(q, t) + v(q, t) = need(q, t)
struct Master {
  private let problem: Problem
  /// The lines generated so far, by crew.
  private(set) var lines: [[Line]]
  private var known: [Set<Line>]

  /// The greatest programme that is solved as a whole.
  static let rowLimit = 3_000
  static let agentLimit = 40

  /// Whether a centre is small enough, and without seats, for which there are no rows.
  static func suits(_ problem: Problem) -> Bool {
    let rows = problem.circle.count * (problem.demand.queues.count + problem.demand.skillSets.count)
    return problem.agents.count <= agentLimit && rows <= rowLimit && !problem.hasSeats
      && !problem.agents.isEmpty
  }

  init(_ problem: Problem) {
    self.problem = problem
    lines = problem.crews.map { _ in [] }
    known = problem.crews.map { _ in [] }
  }

  /// Adds a line of a crew unless it is there already.
  @discardableResult
  mutating func add(_ line: Line, of crew: Int) -> Bool {
    guard known[crew].insert(line).inserted else { return false }
    lines[crew].append(line)
    return true
  }

  /// Generates lines until no crew has a better one, or the rounds are over.
  ///
  /// - Parameters:
  ///   - rounds: The most times that the programme is solved.
  ///   - answer: Every crew's best line at given prices, with the bound.
  ///   - isStopped: Asked now and then.
  /// - Throws: What the optimiser says if it fails.
  mutating func generate(
    rounds: Int, answering answer: (ShadowPrices) -> Relaxation.Answer,
    asking isStopped: () -> Bool
  ) throws(RosteringFault) {
    // Lent by value: a problem inside GLPK must not see the master change.
    var master = self
    let layout = Layout(problem)
    let model = layout.model(master.lines, of: problem, .continuous)
    try asking {
      try withProblem(model) { linear in
        for round in 0..<rounds {
          let method = round == 0 ? Simplex.Method.dualThenPrimal : .primal
          guard let objective = try linear.leastRelaxed(by: method, asking: isStopped) else {
            return
          }
          let prices = layout.prices(try linear.read(.duals), of: problem)
          let answer = answer(prices)
          if answer.bound >= objective - 1e-7 * max(1, abs(objective)) { return }
          var columns = Columns()
          for (crew, line) in answer.lines.enumerated() where master.add(line, of: crew) {
            layout.append(line, of: crew, in: problem, to: &columns)
          }
          guard !columns.isEmpty else { return }
          try linear.add(columns)
        }
      }
    }
    self = master
  }

  /// The best roster found over the generated lines, as a line for each agent; nil if none is better
  /// than the present draft.
  func bestRoster(
    from draft: Draft, within limit: Stop, asking isStopped: @escaping () -> Bool
  ) throws(RosteringFault) -> [Line]? {
    let layout = Layout(problem)
    let model = layout.model(lines, of: problem, .integer)
    var start = layout.start(from: draft)
    for (crew, lines) in lines.enumerated() {
      let present = problem.crews[crew].members.map { draft.lines[$0] }
      start += lines.map { line in Double(present.count { $0 == line }) }
    }
    let outcome = try asking {
      try withProblem(model) { programme -> Outcome? in
        guard try programme.leastRelaxed(by: .dualThenPrimal, asking: isStopped) != nil else {
          return nil
        }
        return try programme.search(
          GLPK.Search(until: limit, heuristics: .rounding), start: start
        ) { _ in isStopped() ? .stop : .proceed }
      }
    }
    guard let best = outcome?.best, best.objective < draft.cost - 1e-6 else { return nil }
    var result = draft.lines
    var variable = layout.firstLine
    for (crew, lines) in lines.enumerated() {
      var members = problem.crews[crew].members[...]
      for line in lines {
        for _ in 0..<Int(best.values[variable].rounded()) {
          if let member = members.popFirst() { result[member] = line }
        }
        variable += 1
      }
    }
    return result
  }
}

/// Where the master's rows and columns stand.
private struct Layout {
  private let cells: Int
  private let sets: Int
  private let queues: Int
  private let crews: Int
  private let arcs: Int

  init(_ problem: Problem) {
    cells = problem.circle.count
    sets = problem.demand.skillSets.count
    queues = problem.demand.queues.count
    arcs = problem.demand.arcs.count
    crews = problem.crews.count
  }

  /// The number of the first line's variable; before it stand flows, idling and shortages by cell.
  var firstLine: Int { cells * (arcs + sets + 2 * queues) }

  private func supplyRow(_ set: Int, _ cell: Int) -> Row { Row(crews + cell * sets + set) }

  private func needRow(_ queue: Int, _ cell: Int) -> Row {
    Row(crews + cells * sets + cell * queues + queue)
  }

  func model(_ lines: [[Line]], of problem: Problem, _ kind: Variable.Kind) -> Model {
    let demand = problem.demand
    let agent = Double(Demand.agent)
    var model = Model()
    for crew in problem.crews { _ = model.row(in: GLPK.Bounds.fixed(Double(crew.members.count))) }
    for _ in 0..<cells * sets { _ = model.row(in: GLPK.Bounds.fixed(0)) }
    for need in demand.need { _ = model.row(in: GLPK.Bounds.fixed(Double(need) / agent)) }
    for cell in 0..<cells {
      for arc in demand.arcs {
        model.column(
          cost: 0, rows: [supplyRow(arc.set, cell), needRow(arc.queue, cell)], values: [-1, 1])
      }
      for set in 0..<sets {
        model.column(cost: demand.over * agent, rows: [supplyRow(set, cell)], values: [-1])
      }
      for queue in 0..<queues {
        let cheap = Double(demand.cheap[cell * queues + queue]) / agent
        model.column(
          cost: demand.under[queue] * agent, in: 0...cheap, rows: [needRow(queue, cell)],
          values: [1])
        model.column(
          cost: demand.beyond[queue] * agent, rows: [needRow(queue, cell)], values: [1])
      }
    }
    for (crew, lines) in lines.enumerated() {
      for line in lines {
        let entries = entries(of: line, of: crew, in: problem)
        model.column(
          cost: problem.crews[crew].cost(of: line),
          in: 0...Double(problem.crews[crew].members.count), kind,
          rows: entries.map(\.row), values: entries.map(\.value))
      }
    }
    return model
  }

  func append(_ line: Line, of crew: Int, in problem: Problem, to columns: inout Columns) {
    columns.append(
      cost: problem.crews[crew].cost(of: line), in: 0...Double(problem.crews[crew].members.count))
    for entry in entries(of: line, of: crew, in: problem) {
      columns.enter(entry.value, in: entry.row)
    }
  }

  private func entries(
    of line: Line, of crew: Int, in problem: Problem
  ) -> [(row: Row, value: Double)] {
    let set = problem.crews[crew].skillSet
    return [(Row(crew), 1)]
      + problem.countsOnDuty(line, of: crew).map { (supplyRow(set, $0.cell), Double($0.count)) }
  }

  /// The duals of the needs, kept within what prices may be.
  func prices(_ duals: [Double], of problem: Problem) -> ShadowPrices {
    let agent = Double(Demand.agent)
    let floor = -problem.demand.over * agent
    return ShadowPrices(
      ContiguousArray(
        (0..<cells * queues).map { place in
          let (cell, queue) = place.quotientAndRemainder(dividingBy: queues)
          let dual = duals[needRow(queue, cell).index]
          return min(max(dual, floor), problem.demand.beyond[queue] * agent)
        }))
  }

  /// The values of flows, idling and shortages in a draft.
  func start(from draft: Draft) -> [Double] {
    let agent = Double(Demand.agent)
    var values: [Double] = []
    values.reserveCapacity(firstLine)
    for cell in 0..<cells {
      let allocation = draft.cells.allocation(at: cell)
      values += allocation.flows.map { Double($0) / agent }
      values += allocation.idle.map { Double($0) / agent }
      for (queue, missing) in allocation.short.enumerated() {
        let cheap = min(missing, draft.problem.demand.cheap[cell * queues + queue])
        values += [Double(cheap) / agent, Double(missing - cheap) / agent]
      }
    }
    return values
  }
}
