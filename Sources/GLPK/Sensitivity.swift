/// How the optimum of a linear programme answers small changes.
///
/// A row's dual (shadow price) is what the objective gains for each unit that the row's active bound
/// moves up; a variable's reduced cost is the same for the variable's bound. Both are 0 where no
/// bound is active. With duals `u`, reduced costs `d`, row sums `r` and values `x`:
/// `d = c - A'u`, and the objective is `sum(u * r) + sum(d * x) + constant`.
public struct Sensitivity: Hashable, Sendable {
  /// The interval in which the optimal basis stays the same.
  public enum Range: Hashable, Sendable {
    /// A basic variable or row: its cost may lie within.
    case cost(Bounds)
    /// A variable or row at its bound: that bound may lie within.
    case bound(Bounds)
  }

  /// The rows' duals by place.
  public let duals: [Double]
  /// The variables' reduced costs by place.
  public let reducedCosts: [Double]
  /// The rows' sums by place.
  public let activities: [Double]
  let rowRanges: [Range]?
  let columnRanges: [Range]?

  init(
    duals: [Double], reducedCosts: [Double], activities: [Double],
    rowRanges: [Range]? = nil, columnRanges: [Range]? = nil
  ) {
    self.duals = duals
    self.reducedCosts = reducedCosts
    self.activities = activities
    self.rowRanges = rowRanges
    self.columnRanges = columnRanges
  }

  /// The dual (shadow price) of a row.
  public subscript(row: Row) -> Double { duals[row.index] }

  /// The reduced cost of a variable.
  public subscript(variable: Variable) -> Double { reducedCosts[variable.index] }

  /// The range of a row, if ``Simplex/ranges`` was asked for.
  public func range(of row: Row) -> Range? { rowRanges?[row.index] }

  /// The range of a variable, if ``Simplex/ranges`` was asked for.
  public func range(of variable: Variable) -> Range? { columnRanges?[variable.index] }
}
