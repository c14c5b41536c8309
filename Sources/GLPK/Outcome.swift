/// What came of solving a model: three answers kept apart.
///
/// ``ending`` says why it stopped, ``best`` is a solution if there is one, and ``bound`` says how
/// good any solution can be. A search that hits a limit may have a solution or none; both are
/// outcomes, not errors.
public struct Outcome: Hashable, Sendable {
  /// Why a solve stopped.
  public enum Ending: Hashable, Sendable {
    /// The best solution is proved to be the best.
    case optimal
    /// A limit of ``Stop`` was reached.
    case limit(Limit)
    /// A ``Cancellation`` was raised.
    case cancelled
    /// The watcher of a search asked to stop.
    case stopped
    /// There is no solution.
    case infeasible
    /// There are solutions as good as one likes.
    case unbounded
    /// There is no solution, or there are solutions as good as one likes; it was not found out
    /// which.
    case infeasibleOrUnbounded
    /// The arithmetic broke down, also in a second attempt from another basis.
    case numericalTrouble
  }

  /// Which limit was reached.
  public enum Limit: Hashable, Sendable {
    /// The number of subproblems.
    case nodes
    /// The number of simplex steps.
    case iterations
    /// The time.
    case time
    /// The gap was small enough.
    case gap
  }

  /// Counted work: the same on every machine.
  public struct Work: Hashable, Sendable {
    /// Simplex steps.
    public var iterations: Int
    /// Subproblems taken up by a search.
    public var nodes: Int

    /// Steps and subproblems.
    public init(iterations: Int = 0, nodes: Int = 0) {
      self.iterations = iterations
      self.nodes = nodes
    }
  }

  /// Why it stopped.
  public let ending: Ending
  /// The best solution, if one was found.
  public let best: Solution?
  /// No solution is better than this; `nil` if nothing is proved.
  public let bound: Double?
  /// Shadow prices and reduced costs of an optimal linear programme; `nil` after a search.
  public let duals: Sensitivity?
  /// The work done.
  public let work: Work

  init(
    _ ending: Ending, best: Solution? = nil, bound: Double? = nil, duals: Sensitivity? = nil,
    work: Work = Work()
  ) {
    self.ending = ending
    self.best = best
    self.bound = bound.flatMap { $0.isFinite ? $0 : nil }
    self.duals = duals
    self.work = work
  }

  /// How far the best solution may be from the optimum, as a share of its objective; `nil` if there
  /// is no solution or no bound.
  public var gap: Double? {
    guard let best, let bound else { return nil }
    return relativeGap(best: best.objective, bound: bound)
  }
}

/// `|best - bound| / |best|`, as GLPK reckons it (manual, section 5.4.8): 0 for two zeros, large for
/// a best of zero with another bound.
func relativeGap(best: Double, bound: Double) -> Double {
  abs(best - bound) / (abs(best) + .ulpOfOne)
}

/// Values of all variables, and the objective they give.
public struct Solution: Hashable, Sendable {
  /// The objective's value.
  public let objective: Double
  /// The variables' values by place.
  public let values: [Double]

  init(objective: Double, values: [Double]) {
    self.objective = objective
    self.values = values
  }

  /// The value of a variable.
  public subscript(variable: Variable) -> Double { values[variable.index] }

  /// The value of an expression.
  public subscript(expression: Expression) -> Double {
    expression.terms.reduce(expression.constant) { $0 + $1.coefficient * self[$1.variable] }
  }
}
