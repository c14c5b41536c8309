/// Settings of branch and cut.
public struct Search: Hashable, Sendable, Codable {
  /// Which fractional variable to branch on.
  public enum Branching: Hashable, Sendable, Codable {
    /// The first.
    case first
    /// The last.
    case last
    /// The most fractional.
    case mostFractional
    /// Driebeck's and Tomlin's heuristic.
    case driebeckTomlin
    /// By how much branching on it has moved the bound so far.
    case pseudocost
  }

  /// Which open subproblem to take up next.
  public enum Backtracking: Hashable, Sendable, Codable {
    /// The newest.
    case depthFirst
    /// The oldest.
    case breadthFirst
    /// The one with the best bound.
    case bestBound
    /// The one whose best solution is guessed to be the best.
    case bestProjection
  }

  /// Where subproblems are tightened before they are solved.
  public enum Tightening: Hashable, Sendable, Codable {
    /// Nowhere.
    case never
    /// At the first one.
    case root
    /// At each one.
    case always
  }

  /// Cutting planes.
  public struct Cuts: OptionSet, Hashable, Sendable, Codable {
    /// The set as bits.
    public let rawValue: Int

    /// The set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Gomory's mixed integer cuts.
    public static let gomory = Cuts(rawValue: 1)
    /// Mixed integer rounding.
    public static let rounding = Cuts(rawValue: 2)
    /// Covers of knapsack rows.
    public static let cover = Cuts(rawValue: 4)
    /// Cliques of variables of which one at most can be 1.
    public static let clique = Cuts(rawValue: 8)
    /// All of them.
    public static let all: Cuts = [.gomory, .rounding, .cover, .clique]
  }

  /// Heuristics that look for solutions. (GLPK's proximity search stops by the clock, so its
  /// results cannot be repeated; it is left out.)
  public struct Heuristics: OptionSet, Hashable, Sendable, Codable {
    /// The set as bits.
    public let rawValue: Int

    /// The set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Rounding the relaxation at every subproblem: cheap.
    public static let rounding = Heuristics(rawValue: 1)
    /// The feasibility pump at the first subproblem.
    public static let feasibilityPump = Heuristics(rawValue: 2)
  }

  /// Whether the rows of the model are all there are.
  public enum RowSupply: Hashable, Sendable, Codable {
    /// They are.
    case complete
    /// More are given by the watcher when a relaxation breaks them
    /// (``Search/Moment/Kind/relaxation``). GLPK's heuristics do not know them and are turned off.
    case lazy
  }

  /// When to stop before the optimum is proved.
  public var until: Stop
  /// Which fractional variable to branch on.
  public var branching: Branching
  /// Which open subproblem to take up next.
  public var backtracking: Backtracking
  /// Where subproblems are tightened.
  public var tightening: Tightening
  /// Which cutting planes are made.
  public var cuts: Cuts
  /// Which heuristics look for solutions.
  public var heuristics: Heuristics
  /// Whether the rows of the model are all there are.
  public var rows: RowSupply
  /// Whether to reduce the model first.
  ///
  /// The search then works on other variables, so that it takes
  /// no start, offers or rows, and shows no values; and its first relaxation cannot be cancelled.
  public var presolve: Bool

  /// GLPK's usual settings, or some changed.
  public init(
    until: Stop = .finished, branching: Branching = .driebeckTomlin,
    backtracking: Backtracking = .bestBound, tightening: Tightening = .always, cuts: Cuts = [],
    heuristics: Heuristics = .rounding, rows: RowSupply = .complete, presolve: Bool = false
  ) {
    self.until = until
    self.branching = branching
    self.backtracking = backtracking
    self.tightening = tightening
    self.cuts = cuts
    self.heuristics = heuristics
    self.rows = rows
    self.presolve = presolve
  }

  /// A moment of a running search, as its watcher sees it.
  public struct Moment: Sendable {
    /// What happens.
    public enum Kind: Hashable, Sendable {
      /// A subproblem is about to be solved, for the first time or again after cuts.
      case node
      /// A better solution has been found.
      case incumbent
      /// A subproblem's relaxation has been solved; rows that it breaks can be demanded. Only with
      /// ``Search/RowSupply/lazy``.
      case relaxation
    }

    /// What happens.
    public let kind: Kind
    /// Subproblems taken up so far.
    public let nodes: Int
    /// Simplex steps so far.
    public let iterations: Int
    /// No solution is better than this.
    public let bound: Double?
    /// The best solution's objective.
    public let incumbent: Double?
    /// The variables' values by place: the new solution's, or the relaxation's; else empty.
    public let values: [Double]

    /// How far the best solution may be from the optimum, as a share of its objective.
    public var gap: Double? {
      guard let incumbent, let bound else { return nil }
      return relativeGap(best: incumbent, bound: bound)
    }
  }

  /// What a watcher answers.
  public enum Reply: Hashable, Sendable {
    /// Go on.
    case proceed
    /// Stop with the best solution so far: ``Outcome/Ending/stopped``.
    case stop
    /// Here is a solution, by place; it is taken if it is better. One that breaks a bound, a row or
    /// wholeness ends the search with a fault.
    case offer([Double])
    /// These rows must hold as well; only in answer to ``Moment/Kind/relaxation``. They must cut off
    /// no solution that counts.
    case demand([Constraint])
  }

  /// Sees the moments of a search on the search's own thread.
  ///
  /// An error it throws ends the search and is thrown again by it. No solve can be started inside.
  public typealias Watcher = (Moment) throws -> Reply
}
