import CGLPK

extension Problem {
  /// What can be read after a simplex.
  public enum Quantity: Hashable, Sendable {
    /// The variables' values.
    case values
    /// The variables' reduced costs.
    case reducedCosts
    /// The rows' duals (shadow prices).
    case duals
    /// The rows' sums.
    case activities

    fileprivate var code: Int {
      switch self {
      case .values: NOBAT_COLUMN_PRIMAL
      case .reducedCosts: NOBAT_COLUMN_DUAL
      case .duals: NOBAT_ROW_DUAL
      case .activities: NOBAT_ROW_PRIMAL
      }
    }

    fileprivate var isOfRows: Bool { self == .duals || self == .activities }
  }

  /// Reads one number for each variable or row, as the last simplex left it.
  ///
  /// The array's memory is used again. Before the first simplex all numbers are 0; after a search
  /// they are those of its last subproblem.
  public func read(_ quantity: Quantity, into numbers: inout [Double]) throws(Fault) {
    try read(quantity.code, count: quantity.isOfRows ? rowCount : variableCount, into: &numbers)
  }

  /// Reads one number for each variable or row, as the last simplex left it.
  public func read(_ quantity: Quantity) throws(Fault) -> [Double] {
    var numbers: [Double] = []
    try read(quantity, into: &numbers)
    return numbers
  }

  /// Whether each variable is in the basis.
  public func basicVariables() throws(Fault) -> [Bool] {
    var statuses = [UInt8](repeating: 0, count: variableCount)
    try passing(unsafe nobat_read_column_basis(handle, &statuses))
    return statuses.map { $0 == UInt8(GLP_BS) }
  }

  /// Whether each row is in the basis: a basic row is not binding.
  public func basicRows() throws(Fault) -> [Bool] {
    var statuses = [UInt8](repeating: 0, count: rowCount)
    try passing(unsafe nobat_read_row_basis(handle, &statuses))
    return statuses.map { $0 == UInt8(GLP_BS) }
  }

  func read(_ code: Int, count: Int) throws(Fault) -> [Double] {
    var numbers: [Double] = []
    try read(code, count: count, into: &numbers)
    return numbers
  }

  private func read(_ code: Int, count: Int, into numbers: inout [Double]) throws(Fault) {
    if numbers.count < count {
      numbers += repeatElement(0, count: count - numbers.count)
    } else if numbers.count > count {
      numbers.removeLast(numbers.count - count)
    }
    try passing(unsafe nobat_read(handle, Int32(code), &numbers))
  }
}
