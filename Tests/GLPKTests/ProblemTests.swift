import GLPK
import Testing

@Suite("Problem")
struct ProblemTests {
  @Test("After adding columns a warm simplex meets the cold one in fewer steps", arguments: 1...5)
  func warmStart(seed: Int) throws {
    let slots = 80
    let model = covering(slots: slots, shifts: 400, seed: seed)
    let rows = (0..<slots).map { Row($0) }
    var dice = Dice(seed: seed + 100)
    var columns = Columns()
    var whole = model
    for _ in 0..<20 {
      let shift = shift(over: rows, &dice)
      columns.append(cost: shift.cost - 3)
      for row in shift.rows { columns.enter(1, in: row) }
      whole.column(cost: shift.cost - 3, rows: shift.rows, values: shift.rows.map { _ in 1 })
    }
    let cold = try whole.solve()
    try withProblem(model) { problem in
      let first = try problem.solve()
      #expect(first.ending == .optimal)
      #expect(try problem.add(columns) == (slots + 400)..<(slots + 420))
      let warm = try problem.solve()
      #expect(warm.ending == .optimal)
      let optimum = try #require(cold.best?.objective)
      #expect(abs((warm.objective ?? 0) - optimum) <= 1e-9 * optimum)
      #expect(warm.iterations < cold.work.iterations)
      // Nothing to do the second time.
      #expect(try problem.solve().iterations == 0)
    }
  }

  @Test("Column generation over all columns ends at the optimum of all", arguments: 1...5)
  func columnGeneration(seed: Int) throws {
    let slots = 40
    var dice = Dice(seed: seed)
    var master = Model()
    let rows = (0..<slots).map { _ in master.row(in: dice.whole(2...20)...) }
    for row in rows { master.column(cost: 60, rows: [row], values: [1]) }
    let pool = (0..<300).map { _ in shift(over: rows, &dice) }
    var whole = master
    for shift in pool {
      whole.column(cost: shift.cost, rows: shift.rows, values: shift.rows.map { _ in 1 })
    }
    let optimum = try #require(try whole.solve().best?.objective)

    let reached = try withProblem(master) { problem in
      var duals: [Double] = []
      var batch = Columns()
      for _ in 0..<1000 {
        let relaxation = try problem.solve()
        try problem.read(.duals, into: &duals)
        batch.removeAll()
        for shift in pool {
          let worth = shift.rows.reduce(0) { $0 + duals[$1.index] }
          guard shift.cost - worth < -1e-9, batch.count < 10 else { continue }
          batch.append(cost: shift.cost, rows: shift.rows, values: shift.rows.map { _ in 1 })
        }
        if batch.isEmpty { return relaxation.objective }
        try problem.add(batch)
      }
      return nil
    }
    #expect(abs((reached ?? 0) - optimum) <= 1e-9 * optimum)
  }

  @Test("Every change gives what a model built so gives", arguments: 1...20)
  func changes(seed: Int) throws {
    let model = covering(slots: 12, shifts: 30, seed: seed)
    var dice = Dice(seed: seed)
    try withProblem(model) { problem in
      var twin = model
      _ = try problem.solve()
      for _ in 0..<10 {
        let variable = Variable(Int(dice.whole(0...41)))
        let row = Row(Int(dice.whole(0...11)))
        switch Int(dice.whole(0...2)) {
        case 0:
          let bounds = Bounds(lower: 0, upper: dice.whole(0...3))
          try problem.setBounds(of: variable, to: bounds)
          twin.setBounds(of: variable, to: bounds)
        case 1:
          let need = dice.whole(0...40)
          try problem.setBounds(of: row, to: need...)
          twin.setBounds(of: row, to: need...)
        default:
          let sum = 1.5 * variable + Variable(0)
          let bound = dice.whole(0...5)
          try problem.add(sum >= bound)
          twin.add(sum >= bound)
        }
        let cold = try twin.solve()
        let warm = try problem.solve()
        #expect(warm.ending == cold.ending)
        #expect(abs((warm.objective ?? 0) - (cold.best?.objective ?? 0)) < 1e-6)
      }
    }
  }

  @Test("Crossed bounds make a problem infeasible until they are uncrossed")
  func crossedBounds() throws {
    try withProblem(covering(slots: 8, shifts: 10, seed: 3, .integer)) { problem in
      let optimum = try #require(try problem.solve().objective)
      try problem.setBounds(of: Variable(0), to: 0.4...0.6)  // no whole number
      #expect(try problem.solve().ending == .infeasible)
      #expect(try problem.search().ending == .infeasible)
      try problem.setBounds(of: Variable(0), to: 0...)
      try problem.setBounds(of: Row(0), to: Bounds(lower: 3, upper: 2))
      #expect(try problem.solve().ending == .infeasible)
      try problem.setBounds(of: Row(0), to: ...0)
      #expect(try problem.solve().ending == .optimal)
      #expect(try #require(try problem.solve().objective) <= optimum)
    }
  }

  @Test("Costs can be changed, one or all")
  func costs() throws {
    try withProblem(covering(slots: 8, shifts: 10, seed: 3)) { problem in
      let before = try #require(try problem.solve().objective)
      let costs = (0..<18).map { $0 < 8 ? 120.0 : 0 }
      try problem.setCosts(costs)
      #expect(try #require(try problem.solve().objective) != before)
      for index in 0..<8 { try problem.setCost(of: Variable(index), to: 0) }
      #expect(try problem.solve().objective == 0)
    }
  }

  @Test("Taking variables out, in the basis or not, leaves a problem that solves")
  func removal() throws {
    let model = covering(slots: 20, shifts: 60, seed: 4)
    try withProblem(model) { problem in
      let optimum = try #require(try problem.solve().objective)
      let basic = try problem.basicVariables()
      let values = try problem.read(.values)
      let idle = basic.indices.filter { !basic[$0] && $0 >= 20 && values[$0] == 0 }
      #expect(!idle.isEmpty)
      try problem.remove(idle.map { Variable($0) })
      #expect(problem.variableCount == 80 - idle.count)
      let again = try problem.solve()
      #expect(again.iterations == 0)
      #expect(again.objective == optimum)

      // Without any shift all slots stay open at 60 each: the sum of needs times 60.
      let shifts = (20..<problem.variableCount).map { Variable($0) }
      try problem.remove(shifts)
      let needs = (0..<20).map { model.bounds(of: Row($0)).lower }.reduce(0, +)
      let last = try problem.solve()
      #expect(last.ending == .optimal)
      #expect(last.objective == 60 * needs)
      try problem.remove((0..<20).map { Row($0) })
      #expect(try problem.solve().objective == 0)
      #expect(problem.rowCount == 0)
    }
  }

  @Test("Wrong changes are refused and change nothing")
  func refusals() throws {
    try withProblem(covering(slots: 8, shifts: 10, seed: 5)) { problem in
      let before = try problem.solve()
      var stray = Columns()
      stray.append(cost: 1, rows: [Row(8)], values: [1])
      var twice = Columns()
      twice.append(cost: 1, rows: [Row(2), Row(2)], values: [1, 1])
      var nan = Columns()
      nan.append(cost: .nan)
      for columns in [stray, twice, nan] {
        let fault = #expect(throws: Fault.self) { try problem.add(columns) }
        #expect(fault?.kind == .input)
      }
      #expect(throws: Fault.self) { try problem.add(Variable(18) <= 1) }
      #expect(throws: Fault.self) { try problem.add(.infinity * Variable(1) <= 1) }
      #expect(throws: Fault.self) { try problem.setBounds(of: Variable(18), to: 0...1) }
      #expect(throws: Fault.self) {
        try problem.setBounds(of: Variable(1), to: Bounds(lower: .nan))
      }
      #expect(throws: Fault.self) { try problem.setBounds(of: Row(-1), to: 0...1) }
      #expect(throws: Fault.self) { try problem.setCost(of: Variable(0), to: .infinity) }
      #expect(throws: Fault.self) { try problem.setCosts([1]) }
      #expect(throws: Fault.self) { try problem.remove([Variable(3), Variable(3)]) }
      #expect(throws: Fault.self) { try problem.remove([Row(8)]) }
      #expect(problem.variableCount == 18 && problem.rowCount == 8)
      let after = try problem.solve()
      #expect(after.objective == before.objective)
    }
  }

  @Test("A dive fixes variables and goes on from the relaxation")
  func dive() throws {
    let model = covering(slots: 24, shifts: 60, seed: 6, .integer)
    let best = try #require(try model.solve(.search(until: .nodes(200))).best?.objective)
    try withProblem(model) { problem in
      let root = try #require(try problem.solve().objective)
      var reached = root
      for _ in 0..<84 {
        let values = try problem.read(.values)
        let open = values.indices.filter { abs(values[$0] - values[$0].rounded()) > 1e-9 }
        guard let next = open.max(by: { values[$0] < values[$1] }) else { break }
        try problem.setBounds(of: Variable(next), to: values[next].rounded(.up)...)
        reached = try #require(try problem.solve().objective)
      }
      // Rounding up keeps the cover, so the dive ends at a solution, above the relaxation.
      let values = try problem.read(.values)
      #expect(values.allSatisfy { abs($0 - $0.rounded()) < 1e-6 })
      #expect(reached >= root - 1e-9)
      #expect(best >= root - 1e-9)
    }
  }

  @Test("What a closure answers and throws comes out")
  func answersAndErrors() throws {
    struct Mine: Error {}
    let model = covering(slots: 4, shifts: 4, seed: 7)
    #expect(try withProblem(model) { $0.rowCount } == 4)
    #expect(throws: Mine.self) {
      try withProblem(model) { problem in
        _ = try problem.solve()
        throw Mine()
      }
    }
    var wrong = model
    wrong.add(.nan * Variable(0) <= 1)
    #expect(throws: Fault.self) { try withProblem(wrong) { $0.rowCount } }
  }

  @Test("Problems nest on a thread without disturbing each other")
  func nesting() throws {
    let outer = covering(slots: 30, shifts: 60, seed: 8)
    let inner = covering(slots: 20, shifts: 50, seed: 9)
    let expected = try (outer.solve().best?.objective, inner.solve().best?.objective)
    try withProblem(outer) { first in
      let cut = try first.solve(until: .iterations(3))
      #expect(cut.ending == .limit(.iterations))
      try withProblem(inner) { second in
        let objective = try second.solve().objective
        #expect(objective == expected.1)
      }
      #expect(try inner.solve().best?.objective == expected.1)
      let rest = try #require(try first.solve().objective)
      #expect(abs(rest - (expected.0 ?? 0)) < 1e-6)
    }
  }
}
