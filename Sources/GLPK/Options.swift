/// How to solve a model.
public enum Options: Hashable, Sendable, Codable {
  /// By the simplex method; integer variables are relaxed to continuous ones.
  case simplex(Simplex = Simplex(), until: Stop = .finished)
  /// By the simplex method in exact rational arithmetic, starting from the ordinary simplex's
  /// answer: for small models whose numbers span many orders. Integer variables are relaxed. A
  /// cancellation is seen only before the exact part begins.
  case exact(until: Stop = .finished)
  /// By the interior-point method: no basis, so no vertex; integer variables are relaxed. It tells
  /// an optimum from trouble, but not an infeasible model from an unbounded one.
  case interior(Interior = Interior())
  /// By branch and cut, keeping integer variables integer.
  case search(Search)

  /// By branch and cut with its usual settings, stopping early if asked to.
  public static func search(until stop: Stop = .finished, gap: Double = 0) -> Options {
    .search(Search(until: stop.or(.gap(gap))))
  }
}

/// Settings of the simplex method.
public struct Simplex: Hashable, Sendable, Codable {
  /// Which way the simplex goes.
  public enum Method: Hashable, Sendable, Codable {
    /// Primal where the basis is known to be primal feasible (columns or costs changed since the
    /// last optimum), else dual then primal.
    case automatic
    /// Primal: for new columns and costs.
    case primal
    /// Dual: for new rows and bounds.
    case dual
    /// Dual, and primal if that fails.
    case dualThenPrimal
  }

  /// How the next variable is chosen.
  public enum Pricing: Hashable, Sendable, Codable {
    /// By projected steepest edge: fewer, dearer steps; nearly always the faster.
    case steepestEdge
    /// By the largest reduced cost (Dantzig).
    case dantzig
  }

  /// How far a step goes.
  public enum RatioTest: Hashable, Sendable, Codable {
    /// Harris's two passes, which avoid small pivots.
    case harris
    /// The textbook's.
    case textbook
    /// Long steps over several bounds.
    case longStep
  }

  /// Which way the simplex goes.
  public var method: Method
  /// How the next variable is chosen.
  public var pricing: Pricing
  /// How far a step goes.
  public var ratioTest: RatioTest
  /// Whether to reduce the model first.
  ///
  /// A reduced model leaves no basis to start from next time.
  public var presolve: Bool
  /// Whether ``Sensitivity`` shall tell ranges: one more solve with the basis for each variable
  /// and row.
  public var ranges: Bool

  /// The usual settings, or some changed.
  public init(
    _ method: Method = .automatic, pricing: Pricing = .steepestEdge,
    ratioTest: RatioTest = .harris, presolve: Bool = false, ranges: Bool = false
  ) {
    self.method = method
    self.pricing = pricing
    self.ratioTest = ratioTest
    self.presolve = presolve
    self.ranges = ranges
  }
}

/// Settings of the interior-point method.
public struct Interior: Hashable, Sendable, Codable {
  /// How the rows are ordered before factoring. (GLPK's quotient minimum degree is left out: it
  /// ends in a fault in GLPK 5.)
  public enum Ordering: Hashable, Sendable, Codable {
    /// As they stand.
    case natural
    /// Approximate minimum degree.
    case minimumDegree
    /// Approximate minimum degree for symmetric matrices.
    case symmetricMinimumDegree
  }

  /// How the rows are ordered.
  public var ordering: Ordering

  /// The usual settings, or another ordering.
  public init(ordering: Ordering = .minimumDegree) {
    self.ordering = ordering
  }
}
