/// A roster in the making: a line for every agent, and what it costs.
struct Draft: Sendable {
  let problem: Problem
  private(set) var lines: [Line]
  var cells: CellCost
  var seating: Seating
  /// Pay, premiums and wishes of all lines.
  private(set) var costOfLines = 0.0

  // Changes of duty and presence by cell while a line is exchanged, and the cells concerned.
  private var duty: ContiguousArray<Int32>
  private var presence: ContiguousArray<Int32>
  private var touched: ContiguousArray<Int> = []

  /// Everybody off all week; not a roster yet where contracts ask for hours.
  init(_ problem: Problem) {
    self.problem = problem
    lines = Array(repeating: Line(), count: problem.agents.count)
    cells = CellCost(problem.demand, cells: problem.circle.count)
    seating = Seating(problem)
    duty = ContiguousArray(repeating: 0, count: problem.circle.count)
    presence = duty
  }

  /// The draft of given lines.
  init(_ problem: Problem, lines: [Line]) {
    self.init(problem)
    for (agent, line) in lines.enumerated() { assign(line, to: agent) }
  }

  /// Everything that is paid, seats that are missing included.
  var cost: Double { costOfLines + cells.total + seating.total }

  func crew(of agent: Int) -> Crew { problem.crews[problem.crewOf[agent]] }

  /// Gives an agent another line; only cells that really change are touched.
  mutating func assign(_ line: Line, to agent: Int) {
    let crew = problem.crews[problem.crewOf[agent]]
    collectChange(from: lines[agent], to: line, of: crew)
    let site = problem.menus[crew.menu].site
    let isSeated = seating.isBounded(site)
    for cell in touched {
      let change = takeChange(at: cell)
      cells.change(crew.skillSet, at: cell, by: change.duty)
      if isSeated { seating.change(site, at: cell, by: change.presence) }
    }
    touched.removeAll(keepingCapacity: true)
    costOfLines += crew.cost(of: line) - crew.cost(of: lines[agent])
    lines[agent] = line
  }

  /// What giving an agent another line would change.
  ///
  /// Exact where no cell gains or loses more than one agent; a line that laps over itself at the
  /// ring's seam is valued without the second one there.
  ///
  /// - Parameters:
  ///   - line: The new line.
  ///   - agent: Whose.
  ///   - price: By cell, what the guiding prices say an agent of the skill set is worth.
  /// - Returns: The cost change, and the part of it in cells as the guiding prices see it.
  mutating func change(
    to line: Line, for agent: Int, price: ContiguousArray<Double>? = nil
  ) -> (cost: Double, guided: Double) {
    let crew = problem.crews[problem.crewOf[agent]]
    collectChange(from: lines[agent], to: line, of: crew)
    let site = problem.menus[crew.menu].site
    let isSeated = seating.isBounded(site)
    let ofLines = crew.cost(of: line) - crew.cost(of: lines[agent])
    var cost = ofLines
    var guided = ofLines
    for cell in touched {
      let change = takeChange(at: cell)
      if change.duty > 0 {
        cost += cells.costOfAdding(crew.skillSet, at: cell)
      } else if change.duty < 0 {
        cost += cells.costOfRemoving(crew.skillSet, at: cell)
      }
      if let price { guided -= Double(change.duty) * price[cell] }
      guard isSeated else { continue }
      if change.presence > 0 {
        cost += seating.costOfAdding(site, at: cell)
      } else if change.presence < 0 {
        cost += seating.costOfRemoving(site, at: cell)
      }
    }
    touched.removeAll(keepingCapacity: true)
    return (cost, guided)
  }

  /// Collects by cell what an exchange of lines changes; days with the same shift are left alone.
  private mutating func collectChange(from old: Line, to new: Line, of crew: Crew) {
    let menu = problem.menus[crew.menu]
    let isSeated = seating.isBounded(menu.site)
    for day in 0..<7 where old[day] != new[day] {
      if !old[day].isOff { collect(old[day], by: -1, in: menu, isSeated: isSeated) }
      if !new[day].isOff { collect(new[day], by: 1, in: menu, isSeated: isSeated) }
    }
  }

  private mutating func collect(
    _ shift: Line.Duty, by count: Int32, in menu: Menu, isSeated: Bool
  ) {
    let ring = problem.circle.count
    menu.forEachCellOnDuty(shift) { cell in
      let folded = cell < ring ? cell : cell - ring
      duty[folded] += count
      touched.append(folded)
    }
    guard isSeated else { return }
    let candidate = menu.candidates[shift.index]
    for cell in candidate.cell..<candidate.cell + menu.kinds[candidate.kind].cells {
      let folded = cell < ring ? cell : cell - ring
      presence[folded] += count
      touched.append(folded)
    }
  }

  /// The collected change of a cell, which is forgotten by that: a cell may stand twice in
  /// ``touched`` and must count once.
  private mutating func takeChange(at cell: Int) -> (duty: Int, presence: Int) {
    let change = (Int(duty[cell]), Int(presence[cell]))
    duty[cell] = 0
    presence[cell] = 0
    return change
  }
}
