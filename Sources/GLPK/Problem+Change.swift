import CGLPK

// Everything is checked before GLPK sees it: a wrong place, a double entry or a bound that is no
// number throws a fault of kind `input` and leaves the problem as it was.

extension Problem {
  /// Adds variables by their columns; answers their places.
  ///
  /// The basis is kept: the next solve goes on from it, by the primal simplex. O(entries).
  @discardableResult
  public mutating func add(_ columns: Columns) throws(Fault) -> Range<Int> {
    let first = variableCount
    let findings = columns.findings(rowCount: rowCount) { "new variable \(first + $0)" }
    if let fault = Fault(findings: findings) { throw fault }
    try passing(
      unsafe nobat_add_columns(
        handle, Int32(columns.count), columns.lower, columns.upper, columns.costs,
        columns.isInteger, columns.starts, columns.rows, columns.values, nil))
    variableCount += columns.count
    isInteger += columns.isInteger
    if basis == .optimal, !columns.isEmpty { basis = .primalFeasible }
    return first..<variableCount
  }

  /// Adds rows; answers their places.
  ///
  /// The basis is kept: the next solve goes on from it, by the dual simplex.
  @discardableResult
  public mutating func add(_ constraints: [Constraint]) throws(Fault) -> Range<Int> {
    let first = rowCount
    let rows = Rows(constraints)
    let findings = rows.findings(columnCount: variableCount) { "new row \(first + $0)" }
    if let fault = Fault(findings: findings) { throw fault }
    try passing(
      unsafe nobat_add_rows(
        handle, Int32(rows.count), rows.lower, rows.upper, rows.starts, rows.columns, rows.values,
        nil))
    rowCount += rows.count
    if rows.count > 0 { basis = .other }
    return first..<rowCount
  }

  /// Adds a row.
  @discardableResult
  public mutating func add(_ constraint: Constraint) throws(Fault) -> Row {
    Row(try add([constraint]).lowerBound)
  }

  /// Takes variables out; later ones move up.
  ///
  /// The basis survives if none of them was in it (``basicVariables()``), else the next solve builds
  /// a new one.
  public mutating func remove(_ variables: [Variable]) throws(Fault) {
    let places = variables.map(\.index)
    let findings = Self.findings(removing: places, of: variableCount, "variable")
    if let fault = Fault(findings: findings) { throw fault }
    let numbers = places.map { Int32($0 + 1) }
    try passing(unsafe nobat_delete_columns(handle, Int32(numbers.count), numbers))
    let gone = Set(places)
    isInteger = isInteger.indices.filter { !gone.contains($0) }.map { isInteger[$0] }
    variableCount -= places.count
    if basis == .optimal, !places.isEmpty { basis = .primalFeasible }
  }

  /// Takes rows out; later ones move up.
  public mutating func remove(_ rows: [Row]) throws(Fault) {
    let places = rows.map(\.index)
    let findings = Self.findings(removing: places, of: rowCount, "row")
    if let fault = Fault(findings: findings) { throw fault }
    let numbers = places.map { Int32($0 + 1) }
    try passing(unsafe nobat_delete_rows(handle, Int32(numbers.count), numbers))
    rowCount -= places.count
    if !places.isEmpty { basis = .other }
  }

  /// Gives a variable other bounds; whole ones if it is an integer.
  public mutating func setBounds(
    of variable: Variable, to bounds: some BoundsConvertible
  ) throws(Fault) {
    try check(variable)
    try Self.check(bounds.bounds)
    let isWhole = isInteger[variable.index] == 1
    let bounds = isWhole ? bounds.bounds.whole : bounds.bounds
    let column = Int32(variable.index + 1)
    try passing(unsafe nobat_set_column_bounds(handle, column, bounds.lower, bounds.upper))
    basis = .other
  }

  /// Gives a row other bounds.
  public mutating func setBounds(of row: Row, to bounds: some BoundsConvertible) throws(Fault) {
    try check(row)
    let bounds = bounds.bounds
    try Self.check(bounds)
    try passing(
      unsafe nobat_set_row_bounds(handle, Int32(row.index + 1), bounds.lower, bounds.upper))
    basis = .other
  }

  /// Gives a variable another coefficient in the objective.
  public mutating func setCost(of variable: Variable, to cost: Double) throws(Fault) {
    try check(variable)
    try setCosts(from: variable.index, [cost])
  }

  /// Gives all variables new coefficients in the objective.
  public mutating func setCosts(_ costs: [Double]) throws(Fault) {
    guard costs.count == variableCount else {
      throw Fault(.input, "There are \(costs.count) costs for \(variableCount) variables.")
    }
    try setCosts(from: 0, costs)
  }

  private mutating func setCosts(from first: Int, _ costs: [Double]) throws(Fault) {
    if let index = costs.firstIndex(where: { !$0.isFinite }) {
      throw Fault(.input, "The cost of variable \(first + index) is \(costs[index]).")
    }
    try passing(unsafe nobat_set_costs(handle, Int32(first + 1), Int32(costs.count), costs))
    if basis == .optimal { basis = .primalFeasible }
  }

  func check(_ variable: Variable) throws(Fault) {
    guard variable.index >= 0, variable.index < variableCount else {
      throw Fault(
        .input, "There is no variable \(variable.index); the problem has \(variableCount).")
    }
  }

  func check(_ row: Row) throws(Fault) {
    guard row.index >= 0, row.index < rowCount else {
      throw Fault(.input, "There is no row \(row.index); the problem has \(rowCount).")
    }
  }

  private static func check(_ bounds: Bounds) throws(Fault) {
    guard bounds.areNumbers else {
      throw Fault(.input, "The bounds \(bounds.lower) and \(bounds.upper) are none.")
    }
  }

  private static func findings(removing places: [Int], of count: Int, _ noun: String) -> [String] {
    var seen: Set<Int> = []
    return places.compactMap { place in
      if place < 0 || place >= count {
        return "There is no \(noun) \(place) to take out; the problem has \(count)."
      }
      return seen.insert(place).inserted ? nil : "\(noun) \(place) is to be taken out twice."
    }
  }
}
