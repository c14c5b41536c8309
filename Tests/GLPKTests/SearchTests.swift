import GLPK
import Testing

@Suite("Search")
struct SearchTests {
  let model = knapsack(things: 30, dimensions: 5, seed: 3)

  @Test(
    "A search of whole numbers stops at a number of nodes, the same each time",
    arguments: [0, 1, 5, 40])
  func nodeLimit(nodes: Int) throws {
    let one = try model.solve(.search(until: .nodes(nodes)))
    let two = try model.solve(.search(until: .nodes(nodes)))
    #expect(one == two)
    #expect(one.ending == .limit(.nodes))
    #expect(one.work.nodes == nodes)
    var seen: Set<Int> = []
    _ = try model.search(
      Search(until: .nodes(nodes)),
      watching: { moment in
        if moment.kind == .node { seen.insert(moment.nodes) }
        return .proceed
      })
    #expect(seen.sorted() == Array(0..<nodes).map { $0 + 1 })
    let full = try model.solve()
    #expect(full.ending == .optimal)
    #expect(full.work.nodes > 40)
    let optimum = try #require(full.best?.objective)
    if let best = one.best { #expect(best.objective <= optimum) }
    if let bound = one.bound { #expect(bound >= optimum - 1e-6) }
  }

  @Test("A limit may leave a solution or none; both are outcomes")
  func limitWithAndWithout() throws {
    let with = try model.solve(.search(until: .nodes(40)))
    #expect(with.best != nil && with.bound != nil && with.gap != nil)
    // Without heuristics the first node of best-bound search finds nothing.
    let without = try model.solve(.search(Search(until: .nodes(1), heuristics: [])))
    #expect(without.ending == .limit(.nodes))
    #expect(without.best == nil && without.gap == nil)
    #expect(without.bound != nil)
  }

  @Test("A search stops at a number of steps")
  func stepLimit() throws {
    let full = try model.solve()
    let cut = try model.solve(.search(until: .iterations(full.work.iterations / 2)))
    #expect(cut.ending == .limit(.iterations))
    #expect(cut.work.iterations < full.work.iterations)
    #expect(cut == (try model.solve(.search(until: .iterations(full.work.iterations / 2)))))
  }

  @Test("A search stops when the gap is small enough, and the gap is true")
  func gapLimit() throws {
    let full = try model.solve()
    let cut = try model.solve(.search(until: .nodes(1_000_000), gap: 0.05))
    #expect(cut.ending == .limit(.gap))
    let gap = try #require(cut.gap)
    #expect(gap <= 0.05)
    let optimum = try #require(full.best?.objective)
    let best = try #require(cut.best?.objective)
    let bound = try #require(cut.bound)
    #expect(best <= optimum && optimum <= bound + 1e-6)
    #expect(cut.work.nodes < full.work.nodes)
  }

  @Test("The watcher sees every better solution, rounded ones too, and bounds that close in")
  func watching() throws {
    var incumbents: [Double] = []
    var nodes: [Int] = []
    var bounds: [Double] = []
    let outcome = try model.search(watching: { moment in
      if moment.kind == .incumbent {
        incumbents.append(try #require(moment.incumbent))
        #expect(moment.values.count == 30)
        #expect(moment.values.allSatisfy { $0 == 0 || $0 == 1 })
      } else {
        #expect(moment.values.isEmpty)
        nodes.append(moment.nodes)
      }
      if let bound = moment.bound { bounds.append(bound) }
      return .proceed
    })
    #expect(incumbents.count >= 2)
    #expect(incumbents == incumbents.sorted())
    #expect(Set(incumbents).count == incumbents.count)
    #expect(incumbents.last == outcome.best?.objective)
    #expect(nodes == nodes.sorted())
    // No solution beats any of the bounds that were shown.
    let optimum = try #require(outcome.best?.objective)
    #expect(bounds.allSatisfy { $0 >= optimum - 1e-6 })
    #expect(bounds.last ?? 0 <= (bounds.first ?? 0) + 1e-9)
    // Watching changes nothing.
    #expect(try outcome == model.solve())
  }

  @Test("The watcher can stop the search and keep the solution")
  func stopping() throws {
    var seen: Double?
    let outcome = try model.search(watching: { moment in
      guard moment.kind == .incumbent else { return .proceed }
      seen = moment.incumbent
      return .stop
    })
    #expect(outcome.ending == .stopped)
    #expect(outcome.best?.objective == seen)
    #expect(seen != nil)
  }

  @Test("What the watcher throws comes out, and the thread goes on")
  func throwing() throws {
    struct Mine: Error, Equatable { let number: Int }
    for number in 1...3 {
      var calls = 0
      let error = #expect(throws: Mine.self) {
        try model.search(watching: { _ in
          calls += 1
          if calls == number { throw Mine(number: number) }
          return .proceed
        })
      }
      #expect(error == Mine(number: number))
      #expect(calls == number)
    }
    #expect(try model.solve().ending == .optimal)
  }

  @Test("A raised flag ends a search at the next event, with the solution so far")
  func cancelling() throws {
    let cancellation = Cancellation()
    var calls = 0
    var callsBefore = 0
    let outcome = try model.search(
      cancelling: cancellation,
      watching: { moment in
        calls += 1
        if moment.kind == .incumbent {
          cancellation.cancel()
          callsBefore = calls
        }
        return .proceed
      })
    #expect(outcome.ending == .cancelled)
    #expect(outcome.best != nil)
    #expect(calls == callsBefore)
    // A flag that is up already lets nothing begin.
    let late = try model.solve(.search(), cancelling: cancellation)
    #expect(late.ending == .cancelled)
    #expect(late.work == Outcome.Work())
  }

  @Test("A start is the first solution and prunes")
  func start() throws {
    let full = try model.solve()
    let best = try #require(full.best)
    var first: Double?
    let outcome = try model.search(
      start: best.values,
      watching: { moment in
        if first == nil { first = moment.incumbent }
        return .proceed
      })
    #expect(first == best.objective)
    #expect(outcome.ending == .optimal)
    #expect(outcome.best?.objective == best.objective)
    #expect(outcome.work.nodes <= full.work.nodes)
    // With the start and one node only, there is a solution.
    let cut = try model.search(Search(until: .nodes(1), heuristics: []), start: best.values)
    #expect(cut.ending == .limit(.nodes))
    #expect(cut.best == best)
  }

  @Test("A start that is no solution is a fault")
  func wrongStart() {
    let all = [Double](repeating: 1, count: 30)
    let half = [Double](repeating: 0.5, count: 30)
    let below = [Double](repeating: -1, count: 30)
    let nan = [Double](repeating: .nan, count: 30)
    for start in [all, half, below, nan, [1, 2]] {
      let fault = #expect(throws: Fault.self) { try model.search(start: start) }
      #expect(fault?.kind == .input)
    }
    let none = [Double](repeating: 0, count: 30)
    let fault = #expect(throws: Fault.self) {
      try model.search(Search(presolve: true), start: none)
    }
    #expect(fault?.kind == .input)
  }

  @Test("An offered solution is taken")
  func offering() throws {
    let best = try #require(try model.solve().best)
    var offered = false
    var after: [Double] = []
    let outcome = try model.search(
      Search(heuristics: []),
      watching: { moment in
        if offered, let incumbent = moment.incumbent { after.append(incumbent) }
        guard moment.kind == .node, !offered, moment.nodes == 3 else { return .proceed }
        offered = true
        return .offer(best.values)
      })
    #expect(outcome.best?.objective == best.objective)
    #expect(after.first == best.objective)
  }

  /// A tour through all cities, its subtours cut off as they appear, against all tours tried.
  @Test("Rows demanded on the way hold in the end: a round trip", arguments: 1...15)
  func lazyRows(seed: Int) throws {
    var dice = Dice(seed: seed)
    let count = 7
    let places = (0..<count).map { _ in (dice.whole(0...99), dice.whole(0...99)) }
    func distance(_ a: Int, _ b: Int) -> Double {
      let (dx, dy) = (places[a].0 - places[b].0, places[a].1 - places[b].1)
      return (dx * dx + dy * dy).squareRoot().rounded()
    }

    var model = Model()
    var legs: [(a: Int, b: Int, taken: Variable)] = []
    for a in 0..<count {
      for b in (a + 1)..<count {
        legs.append((a, b, model.variable(in: 0...1, .integer)))
      }
    }
    for city in 0..<count {
      let touching = legs.filter { $0.a == city || $0.b == city }.map(\.taken)
      model.add(Expression(sum: touching) == 2)
    }
    model.minimize(Expression(legs.map { distance($0.a, $0.b) }, times: legs.map(\.taken)))

    /// The part of the cities that is reached from the first by the legs taken.
    func reached(_ values: [Double]) -> Set<Int> {
      var cities: Set<Int> = [0]
      var grows = true
      while grows {
        grows = false
        for leg in legs where values[leg.taken.index] > 0.5 {
          guard cities.contains(leg.a) != cities.contains(leg.b) else { continue }
          cities.formUnion([leg.a, leg.b])
          grows = true
        }
      }
      return cities
    }
    let outcome = try model.search(
      Search(rows: .lazy),
      watching: { moment in
        guard moment.kind == .relaxation else { return .proceed }
        let part = reached(moment.values)
        guard part.count < count else { return .proceed }
        let leaving = legs.filter { part.contains($0.a) != part.contains($0.b) }.map(\.taken)
        return .demand([Expression(sum: leaving) >= 2])
      })
    #expect(outcome.ending == .optimal)
    let best = try #require(outcome.best)
    #expect(reached(best.values).count == count)

    var shortest = Double.infinity
    func walk(_ path: [Int], _ length: Double) {
      guard let last = path.last else { return }
      if path.count == count { shortest = min(shortest, length + distance(last, 0)) }
      for city in 1..<count where !path.contains(city) {
        walk(path + [city], length + distance(last, city))
      }
    }
    walk([0], 0)
    #expect(best.objective == shortest)
  }

  @Test("Rows demanded out of turn, or wrong, are a fault")
  func wrongDemands() throws {
    let outOfTurn = #expect(throws: Fault.self) {
      try model.search(watching: { _ in .demand([Variable(0) <= 0]) })
    }
    #expect(outOfTurn?.kind == .input)
    let wrong = #expect(throws: Fault.self) {
      try model.search(
        Search(rows: .lazy),
        watching: { $0.kind == .relaxation ? .demand([Variable(99) <= 0]) : .proceed })
    }
    #expect(wrong?.kind == .input)
  }

  @Test("No solve begins inside another's callback")
  func nesting() throws {
    let model = self.model
    let small = covering(slots: 4, shifts: 4, seed: 1)
    let fault = #expect(throws: Fault.self) {
      try model.search(watching: { _ in
        _ = try small.solve()
        return .proceed
      })
    }
    #expect(fault?.kind == .nested)
    #expect(try small.solve().ending == .optimal)
  }

  @Test("A search goes on from a problem's relaxation and leaves a problem that solves")
  func searchOnProblem() throws {
    let model = covering(slots: 20, shifts: 50, seed: 3, .integer)
    let expected = try model.solve()
    try withProblem(model) { problem in
      let relaxed = try problem.solve()
      let outcome = try problem.search()
      #expect(outcome.ending == .optimal)
      #expect(outcome.best?.objective == expected.best?.objective)
      #expect(outcome.work.iterations + relaxed.iterations == expected.work.iterations)
      #expect(try problem.rowCount == 20 && problem.read(.duals).count == 20)
      let again = try problem.solve()
      #expect(abs((again.objective ?? 0) - (relaxed.objective ?? 1)) < 1e-9)
      // With a cut-off row the next search answers for the changed problem.
      let worse = try #require(outcome.best?.objective) + 1
      var costs: [Double] = []
      for index in 0..<70 { costs.append(model.cost(of: Variable(index))) }
      try problem.add(Expression(costs, times: (0..<70).map { Variable($0) }) >= worse)
      #expect(try #require(try problem.search().best?.objective) >= worse - 1e-6)
    }
  }

  @Test("A search without whole numbers is the linear programme")
  func continuous() throws {
    let model = covering(slots: 20, shifts: 50, seed: 4)
    let searched = try model.solve(.search())
    #expect(searched.ending == .optimal)
    let linear = try #require(try model.solve().best?.objective)
    #expect(abs((searched.best?.objective ?? 0) - linear) < 1e-9)
  }
}
