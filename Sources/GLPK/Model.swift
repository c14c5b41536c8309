/// A linear or integer programme as a value: variables, rows, an objective.
///
/// A model is built without GLPK and checked as a whole when it is solved, so building never throws.
///
/// ```swift
/// var model = Model()
/// let early = model.variable("early", in: 0..., .integer)
/// let late = model.variable("late", in: 0...9, .integer)
/// model.add("cover 12:00", early + late >= 14)
/// model.minimize(8 * early + 9 * late)
/// let outcome = try model.solve()
/// ```
public struct Model: Sendable {
  /// Whether the objective is to be small or large.
  public enum Direction: Hashable, Sendable, Codable {
    /// As small as possible.
    case minimize
    /// As large as possible.
    case maximize
  }

  /// Whether the objective is to be small or large.
  public private(set) var direction = Direction.minimize
  /// What the objective adds to the variables' costs.
  public private(set) var constant = 0.0
  /// The variables' names by place; an empty name is none.
  public private(set) var variableNames: [String] = []
  /// The rows' names by place; an empty name is none.
  public private(set) var rowNames: [String] = []

  /// Variables, with those entries that were given by columns.
  private(set) var columns = Columns()
  /// Rows, with those entries that were given by rows.
  private(set) var rows = Rows()
  /// What was wrong with the objective's terms, for the check.
  private(set) var strayCosts: [Int] = []

  /// An empty model.
  public init() {}

  // MARK: Asking

  /// How many variables there are.
  public var variableCount: Int { columns.count }

  /// How many rows there are.
  public var rowCount: Int { rows.count }

  /// Whether some variable takes whole values only.
  public var hasIntegers: Bool { columns.isInteger.contains(1) }

  /// The bounds of a variable; whole numbers for an integer one.
  public func bounds(of variable: Variable) -> Bounds { columns.bounds(at: variable.index) }

  /// The bounds of a row.
  public func bounds(of row: Row) -> Bounds { rows.bounds(at: row.index) }

  /// Which values a variable takes.
  public func kind(of variable: Variable) -> Variable.Kind {
    columns.isInteger[variable.index] == 1 ? .integer : .continuous
  }

  /// A variable's coefficient in the objective.
  public func cost(of variable: Variable) -> Double { columns.costs[variable.index] }

  // MARK: Building by rows

  /// Adds a variable.
  public mutating func variable(
    _ name: String = "", in bounds: some BoundsConvertible = Bounds.nonnegative,
    _ kind: Variable.Kind = .continuous
  ) -> Variable {
    columns.append(cost: 0, in: bounds, kind)
    variableNames.append(name)
    return Variable(columns.count - 1)
  }

  /// Adds a row that holds the constraint.
  @discardableResult
  public mutating func add(_ constraint: Constraint) -> Row {
    add("", constraint)
  }

  /// Adds a named row that holds the constraint.
  @discardableResult
  public mutating func add(_ name: String, _ constraint: Constraint) -> Row {
    rows.append(constraint)
    rowNames.append(name)
    return Row(rows.count - 1)
  }

  /// Sets the objective: the expression, as small as possible.
  public mutating func minimize(_ objective: some Linear) {
    setObjective(objective.expression, .minimize)
  }

  /// Sets the objective: the expression, as large as possible.
  public mutating func maximize(_ objective: some Linear) {
    setObjective(objective.expression, .maximize)
  }

  private mutating func setObjective(_ objective: Expression, _ direction: Direction) {
    self.direction = direction
    constant = objective.constant
    strayCosts = []
    for index in columns.costs.indices { columns.costs[index] = 0 }
    for term in objective.merged {
      let index = term.variable.index
      if columns.costs.indices.contains(index) {
        columns.costs[index] = term.coefficient
      } else {
        strayCosts.append(index)
      }
    }
  }

  // MARK: Building by columns

  /// Adds a row without entries, to be filled by ``column(_:cost:in:_:rows:values:)``.
  public mutating func row(_ name: String = "", in bounds: some BoundsConvertible) -> Row {
    add(name, Constraint(Expression(), in: bounds))
  }

  /// Adds a variable by its column: its cost and its entries in rows.
  @discardableResult
  public mutating func column(
    _ name: String = "", cost: Double, in bounds: some BoundsConvertible = Bounds.nonnegative,
    _ kind: Variable.Kind = .continuous, rows: [Row], values: [Double]
  ) -> Variable {
    columns.append(cost: cost, in: bounds, kind, rows: rows, values: values)
    variableNames.append(name)
    return Variable(columns.count - 1)
  }

  /// Turns the objective without changing its costs.
  public mutating func setDirection(_ direction: Direction, constant: Double = 0) {
    self.direction = direction
    self.constant = constant
  }

  // MARK: Changing

  /// Gives a variable other bounds.
  public mutating func setBounds(of variable: Variable, to bounds: some BoundsConvertible) {
    let isInteger = columns.isInteger[variable.index] == 1
    let bounds = isInteger ? bounds.bounds.whole : bounds.bounds
    columns.lower[variable.index] = bounds.lower
    columns.upper[variable.index] = bounds.upper
  }

  /// Gives a row other bounds.
  public mutating func setBounds(of row: Row, to bounds: some BoundsConvertible) {
    rows.lower[row.index] = bounds.bounds.lower
    rows.upper[row.index] = bounds.bounds.upper
  }
}
