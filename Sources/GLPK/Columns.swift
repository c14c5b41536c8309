/// A batch of columns: variables with their costs, bounds and entries in the rows.
///
/// Stored flat, as GLPK takes them, and handed over at once: this is the fast way to tens of
/// thousands of columns. Append a column, then enter its values row by row:
///
/// ```swift
/// var columns = Columns()
/// columns.append(cost: 8)
/// for slot in 30..<62 { columns.enter(1, in: cover[slot]) }
/// let places = try problem.add(columns)
/// ```
///
/// ``removeAll()`` keeps the memory for the next batch.
public struct Columns: Sendable {
  var lower: [Double] = []
  var upper: [Double] = []
  var costs: [Double] = []
  var isInteger: [UInt8] = []
  /// The entries of column `k` lie at `starts[k] ..< starts[k + 1]`.
  var starts: [Int32] = [0]
  /// Counted from 1, as GLPK does.
  var rows: [Int32] = []
  var values: [Double] = []

  /// An empty batch.
  public init() {}

  /// How many columns there are.
  public var count: Int { costs.count }

  /// Whether there are none.
  public var isEmpty: Bool { costs.isEmpty }

  /// How many entries all columns have together.
  public var entryCount: Int { rows.count }

  /// Makes room for columns and entries to come.
  public mutating func reserve(columns: Int, entries: Int) {
    lower.reserveCapacity(columns)
    upper.reserveCapacity(columns)
    costs.reserveCapacity(columns)
    isInteger.reserveCapacity(columns)
    starts.reserveCapacity(columns + 1)
    rows.reserveCapacity(entries)
    values.reserveCapacity(entries)
  }

  /// Appends a column without entries; ``enter(_:in:)`` fills it.
  public mutating func append(
    cost: Double, in bounds: some BoundsConvertible = Bounds.nonnegative,
    _ kind: Variable.Kind = .continuous
  ) {
    let bounds = kind == .integer ? bounds.bounds.whole : bounds.bounds
    lower.append(bounds.lower)
    upper.append(bounds.upper)
    costs.append(cost)
    isInteger.append(kind == .integer ? 1 : 0)
    starts.append(Int32(rows.count))
  }

  /// Gives the last column a value in a row; each row once.
  public mutating func enter(_ value: Double, in row: Row) {
    precondition(!isEmpty, "A value needs a column: append one before entering values.")
    rows.append(Int32(clamping: row.index + 1))
    values.append(value)
    starts[count] += 1
  }

  /// Appends a column with its entries.
  public mutating func append(
    cost: Double, in bounds: some BoundsConvertible = Bounds.nonnegative,
    _ kind: Variable.Kind = .continuous, rows: [Row], values: [Double]
  ) {
    precondition(
      rows.count == values.count,
      "A column has \(rows.count) rows but \(values.count) values; give one value a row.")
    append(cost: cost, in: bounds, kind)
    for (row, value) in zip(rows, values) { enter(value, in: row) }
  }

  /// Forgets all columns, keeping the memory.
  public mutating func removeAll() {
    lower.removeAll(keepingCapacity: true)
    upper.removeAll(keepingCapacity: true)
    costs.removeAll(keepingCapacity: true)
    isInteger.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    rows.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// The bounds of a column.
  func bounds(at index: Int) -> Bounds {
    Bounds(lower: lower[index], upper: upper[index])
  }

  /// Where the entries of a column lie.
  func entries(at index: Int) -> Range<Int> {
    Int(starts[index])..<Int(starts[index + 1])
  }
}

/// A batch of rows: bounds, and entries in the columns; stored flat like ``Columns``.
struct Rows: Sendable {
  var lower: [Double] = []
  var upper: [Double] = []
  var starts: [Int32] = [0]
  /// Counted from 1, as GLPK does.
  var columns: [Int32] = []
  var values: [Double] = []

  var count: Int { lower.count }

  init() {}

  init(_ constraints: [Constraint]) {
    for constraint in constraints { append(constraint) }
  }

  mutating func append(_ constraint: Constraint) {
    lower.append(constraint.bounds.lower)
    upper.append(constraint.bounds.upper)
    for term in constraint.terms {
      columns.append(Int32(clamping: term.variable.index + 1))
      values.append(term.coefficient)
    }
    starts.append(Int32(columns.count))
  }

  func bounds(at index: Int) -> Bounds {
    Bounds(lower: lower[index], upper: upper[index])
  }

  func entries(at index: Int) -> Range<Int> {
    Int(starts[index])..<Int(starts[index + 1])
  }
}
