import CGLPK

/// A problem inside GLPK, lent by `withProblem(_:_:)`: for column
/// generation and cutting planes, where columns or rows are added between solves and the basis is
/// kept.
///
/// Its variables and rows have the places they had in the model; added ones follow. A problem
/// belongs to its thread and cannot leave the closure it is lent to.
///
/// After a ``Fault`` of kind `solver`, or a cancelled simplex, the problem is lost: GLPK's memory of
/// this thread has been given up, and each further call throws a fault of kind `lost`.
@safe
public struct Problem: ~Copyable {
  /// What is known of the basis.
  enum Basis {
    /// Nothing, or that rows or bounds have changed since.
    case other
    /// It is feasible: only columns or costs have changed since it was optimal.
    case primalFeasible
    /// It is optimal.
    case optimal
  }

  let handle: OpaquePointer
  /// How many rows there are.
  public internal(set) var rowCount = 0
  /// How many variables there are.
  public internal(set) var variableCount = 0
  /// 1 for each variable of whole values.
  var isInteger: [UInt8] = []
  /// Whether the objective is to be small or large.
  public private(set) var direction = Model.Direction.minimize
  var basis = Basis.other

  init() throws(Fault) {
    var made: OpaquePointer?
    let answer = unsafe nobat_create(&made)
    if answer != 0 { unsafe nobat_delete(made) }
    try passing(answer)
    guard let made = unsafe made else {
      throw Fault(.system, "There is no memory for a problem.")
    }
    unsafe self.handle = made
  }

  deinit {
    unsafe nobat_delete(handle)
  }

  /// Takes over a model that has been checked.
  mutating func load(_ model: Model) throws(Fault) {
    direction = model.direction
    let code = model.direction == .minimize ? GLP_MIN : GLP_MAX
    try passing(unsafe nobat_set_objective(handle, Int32(code), model.constant))

    let rows = model.rows
    let bare = [Int32](repeating: 0, count: rows.count + 1)
    try passing(
      unsafe withNames(model.rowNames) { names in
        unsafe nobat_add_rows(
          handle, Int32(rows.count), rows.lower, rows.upper, bare, [], [], names)
      })
    rowCount = rows.count

    let columns = model.columns
    let matrix = model.matrix()
    try passing(
      unsafe withNames(model.variableNames) { names in
        unsafe nobat_add_columns(
          handle, Int32(columns.count), columns.lower, columns.upper, columns.costs,
          columns.isInteger, matrix.starts, matrix.rows, matrix.values, names)
      })
    variableCount = columns.count
    isInteger = columns.isInteger
  }
}

/// Lends a problem made from the model, for solving it more than once while it changes.
///
/// The whole closure runs on the calling thread. GLPK's environment of a thread is made with its
/// first problem and freed with its last, so a thread may simply end. Problems may be lent inside
/// one another; a fault of one loses them all. To let a closure throw nothing but faults, say so:
///
/// ```swift
/// try withProblem(model) { problem throws(Fault) in ... }
/// ```
public func withProblem<T>(
  _ model: Model, _ body: (inout Problem) throws(Fault) -> T
) throws(Fault) -> T {
  if let fault = Fault(findings: model.findings) { throw fault }
  var problem = try Problem()
  try problem.load(model)
  return try body(&problem)
}

/// Lends a problem made from the model to a closure that may throw errors of its own.
public func withProblem<T>(_ model: Model, _ body: (inout Problem) throws -> T) throws -> T {
  if let fault = Fault(findings: model.findings) { throw fault }
  var problem = try Problem()
  try problem.load(model)
  return try body(&problem)
}
