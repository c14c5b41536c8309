import CGLPK

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Model {
  /// Formats that models are kept in.
  ///
  /// A path that ends in `.gz` is compressed.
  public enum Format: Hashable, Sendable {
    /// CPLEX LP: readable algebra.
    case lp
    /// MPS with fixed columns.
    case fixedMPS
    /// MPS with free columns.
    case freeMPS

    fileprivate var code: Int32 {
      switch self {
      case .lp: Int32(NOBAT_LP)
      case .fixedMPS: Int32(NOBAT_MPS_FIXED)
      case .freeMPS: Int32(NOBAT_MPS_FREE)
      }
    }
  }

  /// Reads a model from a file.
  ///
  /// - Throws: A fault of kind `file` with the line and what is wrong there.
  public init(contentsOf path: String, as format: Format) throws(Fault) {
    try checkReadable(path)
    let problem = try Problem()
    let code = try passing(unsafe nobat_read_file(problem.handle, format.code, path))
    guard code == 0 else { throw fileFault(path) }
    try self.init(problem)
  }

  /// Reads a model in GNU MathProg, translated with its data (from a second file, if given).
  ///
  /// - Throws: A fault of kind `file` with the line and what is wrong there.
  public init(mathProg path: String, data: String? = nil, seed: Int32 = 1) throws(Fault) {
    try checkReadable(path)
    if let data { try checkReadable(data) }
    let problem = try Problem()
    let code = try passing(unsafe nobat_read_mathprog(problem.handle, path, data, seed))
    guard code == 0 else { throw fileFault(path) }
    try self.init(problem)
  }

  /// Writes the model to a file, which is replaced when all is written.
  ///
  /// What a format cannot say is said otherwise, with the same solutions: in LP the objective's
  /// constant becomes a variable fixed at 1, and a row with two bounds gets a variable of its own;
  /// in MPS a maximum becomes the minimum of the turned objective. Names that a format does not
  /// allow are changed by GLPK.
  ///
  /// - Throws: A fault of kind `file`; also for a path that is no ordinary file.
  public func write(to path: String, as format: Format) throws(Fault) {
    try checkWritable(path)
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[...$0] } ?? ""
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let draft = "\(folder).part-\(getpid())-\(name)"
    try withProblem(writable(as: format)) { problem throws(Fault) in
      let code = try passing(unsafe nobat_write_file(problem.handle, format.code, draft))
      guard code == 0, unsafe rename(draft, path) == 0 else {
        unsafe unlink(draft)
        throw fileFault(path)
      }
    }
  }

  /// The model as a format can say it.
  private func writable(as format: Format) -> Model {
    var model = self
    if format == .lp, constant != 0 {
      model.column("constant", cost: constant, in: Bounds.fixed(1), rows: [], values: [])
      model.setDirection(direction)
    } else if format != .lp, direction == .maximize {
      let costs = (0..<variableCount).map { -cost(of: Variable($0)) }
      model.minimize(Expression(costs, times: (0..<variableCount).map { Variable($0) }) - constant)
    }
    return model
  }

  /// Takes the model out of a problem that was read.
  private init(_ problem: borrowing Problem) throws(Fault) {
    self.init()
    var size = nobat_size()
    try passing(unsafe nobat_measure(problem.handle, &size))
    let rowCount = Int(size.rows)
    let columnCount = Int(size.columns)

    let rowLower = try problem.read(NOBAT_ROW_LOWER, count: rowCount)
    let rowUpper = try problem.read(NOBAT_ROW_UPPER, count: rowCount)
    for index in 0..<rowCount {
      var name: UnsafePointer<CChar>?
      try passing(unsafe nobat_row_name(problem.handle, Int32(index + 1), &name))
      let bounds = Bounds(lower: rowLower[index], upper: rowUpper[index])
      _ = row(unsafe name.map { unsafe String(cString: $0) } ?? "", in: bounds)
    }

    let lower = try problem.read(NOBAT_COLUMN_LOWER, count: columnCount)
    let upper = try problem.read(NOBAT_COLUMN_UPPER, count: columnCount)
    let costs = try problem.read(NOBAT_COLUMN_COST, count: columnCount)
    var kinds = [UInt8](repeating: 0, count: columnCount)
    try passing(unsafe nobat_read_kinds(problem.handle, &kinds))
    var starts = [Int32](repeating: 0, count: columnCount + 1)
    var numbers = [Int32](repeating: 0, count: Int(size.entries))
    var values = [Double](repeating: 0, count: Int(size.entries))
    try passing(unsafe nobat_read_matrix(problem.handle, &starts, &numbers, &values))
    for index in 0..<columnCount {
      var name: UnsafePointer<CChar>?
      try passing(unsafe nobat_column_name(problem.handle, Int32(index + 1), &name))
      let entries = Int(starts[index])..<Int(starts[index + 1])
      column(
        unsafe name.map { unsafe String(cString: $0) } ?? "", cost: costs[index],
        in: Bounds(lower: lower[index], upper: upper[index]),
        kinds[index] == 1 ? .integer : .continuous,
        rows: numbers[entries].map { Row(Int($0) - 1) }, values: Array(values[entries]))
    }
    setDirection(size.direction == GLP_MAX ? .maximize : .minimize, constant: size.constant)
  }
}

/// What GLPK says about a file: the lines that name it, or all.
private func fileFault(_ path: String) -> Fault {
  let lines = messageLines
  let about = lines.filter { $0.hasPrefix("\(path):") }
  let message = about.isEmpty ? lines.joined(separator: "\n") : about.joined(separator: "\n")
  return Fault(.file, message.isEmpty ? "\(path): could not be read or written." : message)
}

/// GLPK takes some names of devices for the terminal, and would wait on a pipe for ever.
private func checkReadable(_ path: String) throws(Fault) {
  guard isOrdinary(path) == true else {
    throw Fault(.file, "\(path): there is no such file, or it is not an ordinary one.")
  }
}

private func checkWritable(_ path: String) throws(Fault) {
  guard !path.isEmpty, !path.hasSuffix("/"), isOrdinary(path) != false else {
    throw Fault(.file, "\(path): is not an ordinary file, so nothing is written to it.")
  }
}

/// Whether a path is an ordinary file, or `nil` if there is nothing.
///
/// Whatever lies in `/dev` is none, even where the terminal is led into a file.
private func isOrdinary(_ path: String) -> Bool? {
  guard !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/") else { return false }
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return nil }
  return status.st_mode & S_IFMT == S_IFREG
}
