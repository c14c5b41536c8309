import CGLPK

extension Model {
  /// Solves the model on the calling thread.
  ///
  /// A long solve in a `Task` or on the main thread holds that up; ``SolverThread`` has own threads
  /// for it.
  ///
  /// - Parameters:
  ///   - options: How; `nil` searches if there are integer variables and takes the simplex else.
  ///   - cancellation: A flag that stops the solve.
  /// - Returns: Why it stopped, the best solution, the bound; duals unless it was a search.
  /// - Throws: A fault if the model is wrong (all findings at once) or GLPK gives up.
  public func solve(
    _ options: Options? = nil, cancelling cancellation: Cancellation? = nil
  ) throws(Fault) -> Outcome {
    let options = options ?? (hasIntegers ? .search() : .simplex())
    if let outcome = try plainOutcome(keepingIntegers: options.isSearch) { return outcome }
    return try withProblem(self) { problem throws(Fault) in
      switch options {
      case .simplex(let simplex, let stop):
        let relaxation = try problem.solve(simplex, until: stop, cancelling: cancellation)
        return try problem.outcome(of: relaxation, withRanges: simplex.ranges)
      case .exact(let stop):
        let relaxation = try problem.solveExactly(until: stop, cancelling: cancellation)
        return try problem.outcome(of: relaxation)
      case .interior(let interior):
        return try problem.solve(interior, cancelling: cancellation)
      case .search(let search):
        return try problem.search(search, cancelling: cancellation)
      }
    }
  }

  /// Searches for the best solution with whole values, with a start, or watched; as
  /// ``Problem/search(_:start:cancelling:watching:)`` does.
  public func search(
    _ search: Search = Search(), start: [Double]? = nil,
    cancelling cancellation: Cancellation? = nil,
    watching watcher: @escaping Search.Watcher = { _ in .proceed }
  ) throws -> Outcome {
    if let outcome = try plainOutcome(keepingIntegers: true) { return outcome }
    return try withProblem(self) { problem in
      try problem.search(search, start: start, cancelling: cancellation, watching: watcher)
    }
  }

  /// The outcome where no solver is needed: crossed bounds, no variables, or no rows.
  ///
  /// GLPK's interior point and exact simplex fail on empty problems.
  private func plainOutcome(keepingIntegers: Bool) throws(Fault) -> Outcome? {
    if let fault = Fault(findings: findings) { throw fault }
    if hasCrossedBounds { return Outcome(.infeasible) }
    guard variableCount == 0 || rowCount == 0 else { return nil }
    for row in 0..<rowCount where rows.lower[row] > 0 || rows.upper[row] < 0 {
      return Outcome(.infeasible)
    }
    // Without rows each variable goes to the bound that its cost likes.
    var values: [Double] = []
    for (index, cost) in columns.costs.enumerated() {
      let bounds = columns.bounds(at: index)
      let towards = direction == .minimize ? -cost : cost
      let nearest = min(max(0, bounds.lower), bounds.upper)
      let value = towards > 0 ? bounds.upper : towards < 0 ? bounds.lower : nearest
      guard value.isFinite else { return Outcome(.unbounded) }
      values.append(value)
    }
    let objective = zip(columns.costs, values).reduce(constant) { $0 + $1.0 * $1.1 }
    let duals = Sensitivity(
      duals: [Double](repeating: 0, count: rowCount), reducedCosts: columns.costs,
      activities: [Double](repeating: 0, count: rowCount))
    return Outcome(
      .optimal, best: Solution(objective: objective, values: values), bound: objective,
      duals: keepingIntegers ? nil : duals)
  }
}

extension Options {
  fileprivate var isSearch: Bool {
    if case .search = self { true } else { false }
  }
}

extension Problem {
  /// Everything that a simplex found out.
  public func outcome(
    of relaxation: Relaxation, withRanges: Bool = false
  ) throws(Fault) -> Outcome {
    var best: Solution?
    if let objective = relaxation.objective {
      best = Solution(objective: objective, values: try read(.values))
    }
    var duals: Sensitivity?
    if relaxation.ending == .optimal {
      let ranges = withRanges ? try ranges() : nil
      duals = Sensitivity(
        duals: try read(.duals), reducedCosts: try read(.reducedCosts),
        activities: try read(.activities), rowRanges: ranges?.rows, columnRanges: ranges?.columns)
    }
    return Outcome(
      relaxation.ending, best: best,
      bound: relaxation.ending == .optimal ? relaxation.objective : nil, duals: duals,
      work: Outcome.Work(iterations: relaxation.iterations))
  }

  private func ranges() throws(Fault) -> (
    rows: [Sensitivity.Range], columns: [Sensitivity.Range]
  ) {
    var lower = [Double](repeating: 0, count: rowCount + variableCount)
    var upper = lower
    try passing(unsafe nobat_read_ranges(handle, &lower, &upper))
    let isBasic = try basicRows() + basicVariables()
    let ranges = isBasic.indices.map { index in
      let bounds = Bounds(lower: lower[index], upper: upper[index])
      return isBasic[index] ? Sensitivity.Range.cost(bounds) : .bound(bounds)
    }
    return (Array(ranges.prefix(rowCount)), Array(ranges.dropFirst(rowCount)))
  }

  /// Solves by the interior-point method.
  func solve(
    _ interior: Interior, cancelling cancellation: Cancellation?
  ) throws(Fault) -> Outcome {
    if cancellation?.isCancelled == true { return Outcome(.cancelled) }
    var options = glp_iptcp()
    unsafe glp_init_iptcp(&options)
    options.ord_alg =
      switch interior.ordering {
      case .natural: GLP_ORD_NONE
      case .minimumDegree: GLP_ORD_AMD
      case .symmetricMinimumDegree: GLP_ORD_SYMAMD
      }
    var result = nobat_result()
    let answer = try passing(
      unsafe withWish(cancellation) { wish, context in
        unsafe nobat_interior(handle, &options, wish, context, &result)
      })
    if Int(answer) == NOBAT_CANCELLED { return Outcome(.cancelled) }
    guard result.code == 0, result.status == GLP_OPT else {
      let isLimit = result.code == GLP_EITLIM
      return Outcome(
        isLimit
          ? .limit(.iterations)
          : result.status == GLP_NOFEAS ? .infeasibleOrUnbounded : .numericalTrouble)
    }
    return Outcome(
      .optimal,
      best: Solution(
        objective: result.objective,
        values: try read(NOBAT_COLUMN_INTERIOR, count: variableCount)),
      bound: result.objective,
      duals: Sensitivity(
        duals: try read(NOBAT_ROW_INTERIOR_DUAL, count: rowCount),
        reducedCosts: try read(NOBAT_COLUMN_INTERIOR_DUAL, count: variableCount),
        activities: try read(NOBAT_ROW_INTERIOR, count: rowCount)))
  }
}
