import CGLPK

extension Problem {
  /// Searches for the best solution with whole values by branch and cut, beginning with the
  /// relaxation: the last simplex's if nothing has changed since, else it is solved first.
  ///
  /// - Parameters:
  ///   - search: Settings and limits.
  ///   - start: A solution to begin with, a value for each variable by place; it prunes from the
  ///     first subproblem on. A start that breaks a bound, a row or wholeness is a fault.
  ///   - cancellation: A flag that stops the search and keeps its best solution. The wait is one
  ///     subproblem's linear programme at most.
  /// - Returns: Why it stopped, the best solution, the bound.
  /// - Throws: A fault if the start is no solution, or if GLPK gives up.
  public mutating func search(
    _ search: Search = Search(), start: [Double]? = nil,
    cancelling cancellation: Cancellation? = nil
  ) throws(Fault) -> Outcome {
    let (outcome, error) = try run(search, start, cancellation, watcher: nil)
    if let fault = error as? Fault { throw fault }
    return outcome
  }

  /// Searches as ``search(_:start:cancelling:)`` does, with a watcher that sees its moments.
  ///
  /// The watcher may stop the search, offer solutions or demand rows; what it throws, the search
  /// throws.
  public mutating func search(
    _ search: Search = Search(), start: [Double]? = nil,
    cancelling cancellation: Cancellation? = nil, watching watcher: @escaping Search.Watcher
  ) throws -> Outcome {
    let (outcome, error) = try run(search, start, cancellation, watcher: watcher)
    if let error { throw error }
    return outcome
  }

  private mutating func run(
    _ search: Search, _ start: [Double]?, _ cancellation: Cancellation?, watcher: Search.Watcher?
  ) throws(Fault) -> (Outcome, (any Error)?) {
    if search.presolve, search.rows == .lazy || start != nil {
      throw Fault(.input, "A search that presolves takes no start and no lazy rows; turn it off.")
    }
    let begin = ContinuousClock.now
    var root = Relaxation(ending: .optimal, objective: nil, iterations: 0)
    if !search.presolve, basis != .optimal {
      root = try solve(until: search.until, cancelling: cancellation)
    }
    guard root.ending == .optimal else {
      // An unbounded relaxation does not say that there is a solution with whole values.
      let isOpen = root.ending == .unbounded && isInteger.contains(1)
      let ending = isOpen ? .infeasibleOrUnbounded : root.ending
      return (Outcome(ending, work: Outcome.Work(iterations: root.iterations)), nil)
    }

    let listener = SearchListener(
      search, cancelling: cancellation, start: start, variableCount: variableCount,
      earlierIterations: root.iterations, watcher: watcher)
    var options = search.options
    if search.until.duration != nil {
      options.time_limit = search.until.timeLimit(used: ContinuousClock.now - begin)
    }
    basis = .other
    var result = nobat_result()
    try withExtendedLifetime(listener) { () throws(Fault) in
      let context = unsafe Unmanaged.passUnretained(listener).toOpaque()
      try passing(
        unsafe nobat_search(handle, &options, SearchListener.callback, context, &result))
    }
    return (try outcome(of: result, listener, root), listener.error)
  }

  private func outcome(
    of result: nobat_result, _ listener: SearchListener, _ root: Relaxation
  ) throws(Fault) -> Outcome {
    let ending = Self.searchEnding(of: result, listener)
    var best: Solution?
    if result.status == GLP_OPT || result.status == GLP_FEAS {
      let values = try read(NOBAT_COLUMN_INTEGER, count: variableCount)
      best = Solution(objective: result.objective, values: values)
    }
    return Outcome(
      ending, best: best,
      bound: ending == .optimal ? best?.objective : ending == .infeasible ? nil : listener.bound,
      work: Outcome.Work(
        iterations: root.iterations + Int(result.iterations), nodes: listener.nodes))
  }

  private static func searchEnding(
    of result: nobat_result, _ listener: SearchListener
  ) -> Outcome.Ending {
    switch result.code {
    case 0: result.status == GLP_OPT ? .optimal : .infeasible
    case GLP_ESTOP: listener.ending ?? .stopped
    case GLP_EMIPGAP: .limit(.gap)
    case GLP_ETMLIM: .limit(.time)
    case GLP_EBOUND, GLP_ENOPFS: .infeasible
    case GLP_ENODFS: .infeasibleOrUnbounded
    default: .numericalTrouble
    }
  }
}

extension Search {
  /// GLPK's form of the settings.
  fileprivate var options: nobat_search_options {
    var options = nobat_search_options()
    options.branching =
      switch branching {
      case .first: GLP_BR_FFV
      case .last: GLP_BR_LFV
      case .mostFractional: GLP_BR_MFV
      case .driebeckTomlin: GLP_BR_DTH
      case .pseudocost: GLP_BR_PCH
      }
    options.backtracking =
      switch backtracking {
      case .depthFirst: GLP_BT_DFS
      case .breadthFirst: GLP_BT_BFS
      case .bestBound: GLP_BT_BLB
      case .bestProjection: GLP_BT_BPH
      }
    options.tightening =
      switch tightening {
      case .never: GLP_PP_NONE
      case .root: GLP_PP_ROOT
      case .always: GLP_PP_ALL
      }
    options.gomory = Self.flag(cuts.contains(.gomory))
    options.rounding_cuts = Self.flag(cuts.contains(.rounding))
    options.cover = Self.flag(cuts.contains(.cover))
    options.clique = Self.flag(cuts.contains(.clique))
    let guesses = rows == .lazy ? [] : heuristics
    options.rounding = Self.flag(guesses.contains(.rounding))
    options.pump = Self.flag(guesses.contains(.feasibilityPump))
    options.presolve = Self.flag(presolve)
    options.time_limit = until.timeLimit()
    options.gap = until.gap ?? 0
    return options
  }

  private static func flag(_ isOn: Bool) -> Int32 {
    isOn ? GLP_ON : GLP_OFF
  }
}
