/// A weighted sum of variables and a constant: `3 * x - y + 2`.
///
/// A variable may occur several times; its coefficients add up. Sums of many terms are best built by
/// `+=` or ``init(sum:)``: `a + b + c + ...` copies at every sign.
public struct Expression: Hashable, Sendable {
  /// A variable and its coefficient.
  public struct Term: Hashable, Sendable {
    /// The variable.
    public var variable: Variable
    /// What it is multiplied by.
    public var coefficient: Double
  }

  /// The terms in the order they were added.
  public private(set) var terms: [Term]
  /// What is added to the terms.
  public private(set) var constant: Double

  /// A constant alone.
  public init(_ constant: Double = 0) {
    self.terms = []
    self.constant = constant
  }

  /// A coefficient times a variable.
  public init(_ coefficient: Double, _ variable: Variable) {
    self.terms = [Term(variable: variable, coefficient: coefficient)]
    self.constant = 0
  }

  /// The sum of variables or expressions.
  public init(sum parts: some Sequence<some Linear>) {
    self.init()
    for part in parts { self += part }
  }

  /// The sum of variables, each times its weight; stops with the shorter of the two.
  public init(_ weights: some Sequence<Double>, times variables: some Sequence<Variable>) {
    self.terms = zip(variables, weights).map(Term.init)
    self.constant = 0
  }

  /// One term a variable, in the order of their places; terms that cancel out are left out.
  var merged: [Term] {
    var sums: [Term] = []
    sums.reserveCapacity(terms.count)
    for term in terms.sorted(by: { $0.variable.index < $1.variable.index }) {
      if let last = sums.last, last.variable == term.variable {
        sums[sums.count - 1].coefficient += term.coefficient
      } else {
        sums.append(term)
      }
    }
    sums.removeAll { $0.coefficient == 0 }
    return sums
  }
}

/// What can stand in a linear expression: a ``Variable`` or an ``Expression``.
public protocol Linear {
  /// The expression it stands for.
  var expression: Expression { get }
}

extension Expression: Linear {
  /// The expression itself.
  public var expression: Expression { self }
}

extension Variable: Linear {
  /// Once the variable.
  public var expression: Expression { Expression(1, self) }
}

// MARK: Sums

extension Expression {
  /// Adds the terms of another.
  public static func += (left: inout Expression, right: some Linear) {
    let right = right.expression
    left.terms += right.terms
    left.constant += right.constant
  }

  /// Adds to the constant.
  public static func += (left: inout Expression, right: Double) {
    left.constant += right
  }

  /// Subtracts the terms of another.
  public static func -= (left: inout Expression, right: some Linear) {
    left += -1 * right
  }

  /// Subtracts from the constant.
  public static func -= (left: inout Expression, right: Double) {
    left.constant -= right
  }

  /// Multiplies every coefficient and the constant.
  public static func *= (left: inout Expression, factor: Double) {
    for index in left.terms.indices { left.terms[index].coefficient *= factor }
    // Zero times a factor that is no number would spoil a constant that is not even there.
    if left.constant != 0 { left.constant *= factor }
  }
}

extension Linear {
  /// The sum of the two.
  public static func + (left: Self, right: some Linear) -> Expression {
    var sum = left.expression
    sum += right
    return sum
  }

  /// The expression and a constant.
  public static func + (left: Self, right: Double) -> Expression {
    var sum = left.expression
    sum += right
    return sum
  }

  /// A constant and the expression.
  public static func + (left: Double, right: Self) -> Expression { right + left }

  /// The difference of the two.
  public static func - (left: Self, right: some Linear) -> Expression {
    var difference = left.expression
    difference -= right
    return difference
  }

  /// The expression less a constant.
  public static func - (left: Self, right: Double) -> Expression { left + -right }

  /// A constant less the expression.
  public static func - (left: Double, right: Self) -> Expression { -1 * right + left }

  /// The expression with all signs turned.
  public static prefix func - (operand: Self) -> Expression { -1 * operand }

  /// The expression times a factor.
  public static func * (factor: Double, right: Self) -> Expression {
    var product = right.expression
    product *= factor
    return product
  }

  /// The expression times a factor.
  public static func * (left: Self, factor: Double) -> Expression { factor * left }

  /// The expression divided by a number.
  public static func / (left: Self, divisor: Double) -> Expression {
    var quotient = left.expression
    quotient *= 1 / divisor
    return quotient
  }
}
