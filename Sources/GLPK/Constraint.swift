/// A linear expression that has to stay within bounds: `x + 2 * y <= 5`.
///
/// Constants move to the other side: `x + 1 <= 5` and `x <= 4` are the same.
public struct Constraint: Hashable, Sendable {
  /// The weighted sum, without a constant, one term a variable, in the order of their places.
  public let terms: [Expression.Term]
  /// Where the sum must lie.
  public let bounds: Bounds

  /// Keeps the expression within bounds.
  public init(_ expression: some Linear, in bounds: some BoundsConvertible) {
    let expression = expression.expression
    let bounds = bounds.bounds
    self.terms = expression.merged
    self.bounds = Bounds(
      lower: bounds.lower - expression.constant,
      upper: bounds.upper - expression.constant)
  }
}

extension Linear {
  /// The constraint that the expression lies within bounds: `(x + y).within(2...5)`.
  public func within(_ bounds: some BoundsConvertible) -> Constraint {
    Constraint(self, in: bounds)
  }

  /// At most the other.
  public static func <= (left: Self, right: some Linear) -> Constraint {
    Constraint(left - right, in: ...0)
  }

  /// At most a number.
  public static func <= (left: Self, right: Double) -> Constraint {
    Constraint(left, in: Bounds(upper: right))
  }

  /// At least a number.
  public static func <= (left: Double, right: Self) -> Constraint { right >= left }

  /// At least the other.
  public static func >= (left: Self, right: some Linear) -> Constraint {
    Constraint(left - right, in: 0...)
  }

  /// At least a number.
  public static func >= (left: Self, right: Double) -> Constraint {
    Constraint(left, in: Bounds(lower: right))
  }

  /// At most a number.
  public static func >= (left: Double, right: Self) -> Constraint { right <= left }

  /// Equal to the other.
  public static func == (left: Self, right: some Linear) -> Constraint {
    Constraint(left - right, in: Bounds.fixed(0))
  }

  /// Equal to a number.
  public static func == (left: Self, right: Double) -> Constraint {
    Constraint(left, in: Bounds.fixed(right))
  }

  /// Equal to a number.
  public static func == (left: Double, right: Self) -> Constraint { right == left }
}
