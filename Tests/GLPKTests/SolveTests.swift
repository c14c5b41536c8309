import GLPK
import Testing

@Suite("Solve")
struct SolveTests {
  @Test("Endings are kept apart", arguments: [Options.simplex(), .simplex(Simplex(.dual))])
  func endings(options: Options) throws {
    var model = Model()
    let x = model.variable(in: 0...)
    let y = model.variable(in: 0...)
    model.add(x - y <= 1)
    model.minimize(x + y)
    #expect(try model.solve(options).ending == .optimal)

    var infeasible = model
    infeasible.add(x + y <= -1)
    let none = try infeasible.solve(options)
    #expect(none.ending == .infeasible)
    #expect(none.best == nil && none.bound == nil && none.duals == nil)

    var unbounded = model
    unbounded.maximize(x + y)
    let open = try unbounded.solve(options)
    #expect(open.ending == .unbounded)
    #expect(open.bound == nil && open.duals == nil)

    // The presolver sees only that there is no optimum.
    let presolved = try unbounded.solve(.simplex(Simplex(presolve: true)))
    #expect(presolved.ending == .infeasibleOrUnbounded)
  }

  @Test("The interior point claims no optimum where there is none")
  func interiorWithoutOptimum() throws {
    var infeasible = Model()
    let x = infeasible.variable(in: 0...)
    let y = infeasible.variable(in: 0...)
    infeasible.add(x + y <= -1)
    infeasible.minimize(x)
    var unbounded = Model()
    let z = unbounded.variable(in: 0...)
    let w = unbounded.variable(in: 0...)
    unbounded.add(z - w <= 1)
    unbounded.maximize(z)
    for model in [infeasible, unbounded] {
      let outcome = try model.solve(.interior())
      #expect([.infeasibleOrUnbounded, .numericalTrouble].contains(outcome.ending))
      #expect(outcome.best == nil && outcome.bound == nil && outcome.duals == nil)
    }
  }

  @Test("Unbounded or infeasible whole numbers are not claimed to be either")
  func openSearch() throws {
    var model = Model()
    let x = model.variable(in: 0..., .integer)
    let y = model.variable(in: 0..., .integer)
    model.add(x - y <= 1)
    model.maximize(x + y)
    #expect(try model.solve().ending == .infeasibleOrUnbounded)

    // 2x = 1 has a relaxation but no whole solution.
    var odd = Model()
    let z = odd.variable(in: 0...4, .integer)
    odd.add(2 * z == 3)
    odd.minimize(z)
    let outcome = try odd.solve()
    #expect(outcome.ending == .infeasible)
    #expect(outcome.best == nil)
  }

  @Test("A limit on steps is an outcome; more steps finish")
  func stepLimit() throws {
    let model = covering(slots: 60, shifts: 200, seed: 1)
    let full = try model.solve()
    #expect(full.ending == .optimal)
    let cut = try model.solve(.simplex(until: .iterations(5)))
    #expect(cut.ending == .limit(.iterations))
    #expect(cut.work.iterations == 5)
    #expect(cut.bound == nil && cut.duals == nil)
    #expect(full.work.iterations > 5)
  }

  @Test("A time of nothing is an outcome")
  func noTime() throws {
    let model = covering(slots: 60, shifts: 200, seed: 1)
    #expect(try model.solve(.simplex(until: .after(.zero))).ending == .limit(.time))
  }

  @Test("Empty problems are answered", arguments: [true, false])
  func empty(isSearch: Bool) throws {
    let options: [Options] = isSearch ? [.search()] : [.simplex(), .exact(), .interior()]
    for options in options {
      #expect(try Model().solve(options).best?.objective == 0)

      // No rows: each variable goes where its cost likes it: -3 + 2 * 1 - 5 * 4 + 10 = -11.
      var free = Model()
      let x = free.variable(in: (-3)...5)
      let y = free.variable(in: 1...5)
      let z = free.variable(in: 0...4.5, .integer)
      let w = free.variable(in: 2...)
      free.minimize(x + 2 * y - 5 * z + 10)
      let outcome = try free.solve(options)
      #expect(outcome.ending == .optimal)
      #expect(outcome.best?.values == [-3, 1, 4, 2])
      #expect(outcome.best?.objective == -11)
      free.maximize(w)
      #expect(try free.solve(options).ending == .unbounded)

      // No variables: rows must hold of nothing.
      var bare = Model()
      _ = bare.row(in: (-1)...1)
      #expect(try bare.solve(options).ending == .optimal)
      _ = bare.row(in: 1...2)
      #expect(try bare.solve(options).ending == .infeasible)
    }
  }

  @Test("A search finds what trying all subsets finds: knapsack", arguments: 0..<60)
  func knapsackOracle(seed: Int) throws {
    var dice = Dice(seed: seed)
    let count = 10
    let values = (0..<count).map { _ in dice.whole(1...40) }
    let weights = (0..<count).map { _ in dice.whole(1...30) }
    let room = dice.whole(20...120)
    var best = 0.0
    for subset in 0..<(1 << count) {
      let taken = (0..<count).filter { subset >> $0 & 1 == 1 }
      let weight = taken.reduce(0) { $0 + weights[$1] }
      if weight <= room { best = max(best, taken.reduce(0) { $0 + values[$1] }) }
    }

    var model = Model()
    let x = (0..<count).map { _ in model.variable(in: 0...1, .integer) }
    model.add(Expression(weights, times: x) <= room)
    model.maximize(Expression(values, times: x))
    for options: Options in [
      .search(), .search(Search(cuts: .all)), .search(Search(presolve: true)),
      .search(Search(branching: .pseudocost, backtracking: .depthFirst, tightening: .never)),
    ] {
      let outcome = try model.solve(options)
      #expect(outcome.ending == .optimal)
      #expect(abs((outcome.best?.objective ?? -1) - best) < 1e-9)
    }
  }

  @Test("A search finds what trying all subsets finds: covering", arguments: 0..<60)
  func coverOracle(seed: Int) throws {
    var dice = Dice(seed: seed)
    let sets = 9
    let elements = 7
    let costs = (0..<sets).map { _ in dice.whole(1...20) }
    let members = (0..<sets).map { _ in (0..<elements).filter { _ in dice.whole(0...2) == 0 } }
    let needs = (0..<elements).map { _ in dice.whole(0...2) }
    var best = Double.infinity
    for subset in 0..<(1 << sets) {
      let taken = (0..<sets).filter { subset >> $0 & 1 == 1 }
      var cover = [Double](repeating: 0, count: elements)
      for set in taken { for element in members[set] { cover[element] += 1 } }
      let isCovered = zip(cover, needs).allSatisfy { $0 >= $1 }
      if isCovered { best = min(best, taken.reduce(0) { $0 + costs[$1] }) }
    }

    var model = Model()
    let rows = needs.map { model.row(in: $0...) }
    for set in 0..<sets {
      model.column(
        cost: costs[set], in: 0...1, .integer, rows: members[set].map { rows[$0] },
        values: members[set].map { _ in 1 })
    }
    let outcome = try model.solve()
    #expect(outcome.ending == (best.isFinite ? .optimal : .infeasible))
    #expect(outcome.best?.objective == (best.isFinite ? best : nil))
  }

  /// max c x, A x <= b, x >= 0 and its dual min b u, A'u >= c, u >= 0 have one optimum.
  @Test("Primal and dual programmes meet, by every method", arguments: 0..<40)
  func strongDuality(seed: Int) throws {
    var dice = Dice(seed: seed)
    let (m, n) = (6, 8)
    let a = (0..<m).map { _ in (0..<n).map { _ in dice.whole(1...9) } }
    let b = (0..<m).map { _ in dice.whole(10...90) }
    let c = (0..<n).map { _ in dice.whole(1...20) }

    var primal = Model()
    let x = (0..<n).map { _ in primal.variable(in: 0...) }
    for i in 0..<m { primal.add(Expression(a[i], times: x) <= b[i]) }
    primal.maximize(Expression(c, times: x))
    var dual = Model()
    let u = (0..<m).map { _ in dual.variable(in: 0...) }
    for j in 0..<n { dual.add(Expression(a.map { $0[j] }, times: u) >= c[j]) }
    dual.minimize(Expression(b, times: u))

    let optimum = try #require(try primal.solve().best?.objective)
    for options: Options in [
      .simplex(), .simplex(Simplex(.primal)), .simplex(Simplex(.dual, pricing: .dantzig)),
      .simplex(Simplex(.dualThenPrimal, ratioTest: .longStep)),
      .simplex(Simplex(presolve: true)), .exact(), .interior(),
      .interior(Interior(ordering: .symmetricMinimumDegree)),
    ] {
      for model in [primal, dual] {
        let outcome = try model.solve(options)
        #expect(outcome.ending == .optimal)
        // The interior point stops at a relative 1e-8; the others work to about 1e-9.
        #expect(abs((outcome.best?.objective ?? 0) - optimum) <= 1e-6 * optimum)
        let duals = try #require(outcome.duals)
        let values = try #require(outcome.best?.values)
        // The objective is sum(u * r) + sum(d * x).
        let priced = zip(duals.duals, duals.activities).reduce(0) { $0 + $1.0 * $1.1 }
        let reduced = zip(duals.reducedCosts, values).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(priced + reduced - optimum) <= 1e-6 * optimum)
      }
    }
    // The duals of the one are the solution of the other in value: b u.
    let prices = try #require(try primal.solve().duals?.duals)
    let priced = zip(prices, b).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(priced - optimum) <= 1e-9 * optimum)
  }

  @Test("A shadow price is what one more unit brings")
  func shadowPrice() throws {
    var model = Model()
    let x = model.variable(in: 0...)
    let y = model.variable(in: 0...)
    let hours = model.add("hours", 2 * x + y <= 10)
    let seats = model.add("seats", x + 3 * y <= 15)
    model.maximize(3 * x + 2 * y)
    let before = try model.solve(.simplex(Simplex(ranges: true)))
    // Both bind: x = 3, y = 4, 17. Prices: 2u + v = 3, u + 3v = 2: u = 7/5, v = 1/5.
    #expect(before.best?.objective == 17)
    let duals = try #require(before.duals)
    #expect(abs(duals[hours] - 1.4) < 1e-12)
    #expect(abs(duals[seats] - 0.2) < 1e-12)
    #expect(duals[x] == 0)
    model.setBounds(of: hours, to: ...11)
    #expect(abs(try #require(try model.solve().best?.objective) - 18.4) < 1e-12)

    // The basis {x, y} lasts while x and y stay at or above 0: y = (30 - h) / 5 and
    // x = (3h - 15) / 5 for h hours, so 5 <= h <= 30.
    guard case .bound(let bounds) = duals.range(of: hours) else {
      Issue.record("a binding row has a range of its bound")
      return
    }
    #expect(abs(bounds.lower - 5) < 1e-9 && abs(bounds.upper - 30) < 1e-9)
    // The price of x against y = 2: the slope stays between those of the rows, 2/3 <= c <= 4.
    guard case .cost(let costs) = duals.range(of: x) else {
      Issue.record("a basic variable has a range of its cost")
      return
    }
    #expect(abs(costs.lower - 2.0 / 3) < 1e-9 && abs(costs.upper - 4) < 1e-9)
  }
}
