extension Model {
  /// All that is wrong with the model, in sentences; empty if it can be solved.
  ///
  /// GLPK takes costs that are not numbers without a word and answers nonsense, and ends the process
  /// on wrong places, double entries and control characters: so all of it is looked for here.
  public var findings: [String] {
    var findings: [String] = []
    if !constant.isFinite { findings.append("The objective's constant is \(constant).") }
    for index in strayCosts {
      findings.append("The objective uses variable \(index), which the model does not have.")
    }
    findings += columns.findings(rowCount: rows.count) { describe(Variable($0)) }
    findings += rows.findings(columnCount: columns.count) { describe(Row($0)) }
    findings += Self.findings(of: variableNames, "variable")
    findings += Self.findings(of: rowNames, "row")
    if findings.isEmpty { findings += doubles }
    return findings
  }

  /// The variable's name, or its place.
  func describe(_ variable: Variable) -> String {
    let name = variableNames[variable.index]
    return name.isEmpty ? "variable \(variable.index)" : "variable \"\(name)\""
  }

  /// The row's name, or its place.
  func describe(_ row: Row) -> String {
    let name = rowNames[row.index]
    return name.isEmpty ? "row \(row.index)" : "row \"\(name)\""
  }

  /// Whether some bounds cross, so that there is no solution.
  var hasCrossedBounds: Bool {
    zip(columns.lower, columns.upper).contains { $0 > $1 }
      || zip(rows.lower, rows.upper).contains { $0 > $1 }
  }

  private static func findings(of names: [String], _ noun: String) -> [String] {
    names.enumerated().compactMap { index, name in
      if name.utf8.count > 255 {
        return "The name of \(noun) \(index) has \(name.utf8.count) bytes; GLPK takes 255."
      }
      if name.utf8.contains(where: { $0 < 32 || $0 == 127 }) {
        return "The name of \(noun) \(index) has a control character; take it out."
      }
      return nil
    }
  }

  /// Entries that were given both by a row and by a column.
  private var doubles: [String] {
    matrix().doubles.map { entry in
      let row = describe(Row(entry.row))
      let variable = describe(Variable(entry.column))
      return "The entry of \(variable) in \(row) is given twice, by the row and by the column."
    }
  }
}

extension Columns {
  /// What is wrong with the columns in a problem of so many rows.
  func findings(rowCount: Int, describing: (Int) -> String) -> [String] {
    var findings: [String] = []
    // The last column that entered each row, for finding double entries in one pass.
    var lastEntrant = [Int](repeating: -1, count: rowCount)
    for column in 0..<count {
      if !costs[column].isFinite {
        findings.append("The cost of \(describing(column)) is \(costs[column]).")
      }
      if !bounds(at: column).areNumbers {
        findings.append(
          "The bounds of \(describing(column)) are \(lower[column]) and \(upper[column]).")
      }
      for entry in entries(at: column) {
        let row = Int(rows[entry]) - 1
        guard row >= 0, row < rowCount else {
          findings.append("\(describing(column)) enters row \(row); there are \(rowCount) rows.")
          continue
        }
        if !values[entry].isFinite {
          findings.append("\(describing(column)) enters row \(row) with \(values[entry]).")
        }
        if lastEntrant[row] == column {
          findings.append("\(describing(column)) enters row \(row) twice; add the values up.")
        }
        lastEntrant[row] = column
      }
    }
    return findings
  }
}

extension Rows {
  /// What is wrong with the rows in a problem of so many columns. (A constraint has added up its
  /// terms, so there are no double entries.)
  func findings(columnCount: Int, describing: (Int) -> String) -> [String] {
    var findings: [String] = []
    for row in 0..<count {
      if !bounds(at: row).areNumbers {
        findings.append("The bounds of \(describing(row)) are \(lower[row]) and \(upper[row]).")
      }
      for entry in entries(at: row) {
        let column = Int(columns[entry]) - 1
        if column < 0 || column >= columnCount {
          findings.append(
            "\(describing(row)) uses variable \(column); there are \(columnCount) variables.")
        } else if !values[entry].isFinite {
          findings.append("\(describing(row)) has variable \(column) times \(values[entry]).")
        }
      }
    }
    return findings
  }
}

/// The matrix of a model by columns.
struct Matrix {
  /// The entries of column `k` lie at `starts[k] ..< starts[k + 1]`.
  var starts: [Int32]
  /// Counted from 1.
  var rows: [Int32]
  var values: [Double]
  /// Places, from 0, that occur twice.
  var doubles: [(row: Int, column: Int)] = []
}

extension Model {
  /// Brings the entries given by rows and by columns together, by counting: O(entries).
  ///
  /// The places must have been checked.
  func matrix() -> Matrix {
    var lengths = [Int32](repeating: 0, count: columns.count + 1)
    for column in 0..<columns.count {
      lengths[column + 1] = Int32(columns.entries(at: column).count)
    }
    for column in rows.columns { lengths[Int(column)] += 1 }
    for column in 0..<columns.count { lengths[column + 1] += lengths[column] }

    let starts = lengths
    let total = Int(starts[columns.count])
    var result = Matrix(
      starts: starts, rows: [Int32](repeating: 0, count: total),
      values: [Double](repeating: 0, count: total))
    var ends = starts
    func place(_ value: Double, row: Int32, column: Int) {
      let place = Int(ends[column])
      result.rows[place] = row
      result.values[place] = value
      ends[column] += 1
    }
    for column in 0..<columns.count {
      for entry in columns.entries(at: column) {
        place(columns.values[entry], row: columns.rows[entry], column: column)
      }
    }
    for row in 0..<rows.count {
      for entry in rows.entries(at: row) {
        place(rows.values[entry], row: Int32(row + 1), column: Int(rows.columns[entry]) - 1)
      }
    }

    var lastEntrant = [Int](repeating: -1, count: rows.count + 1)
    for column in 0..<columns.count {
      for entry in Int(starts[column])..<Int(starts[column + 1]) {
        let row = Int(result.rows[entry])
        if lastEntrant[row] == column { result.doubles.append((row - 1, column)) }
        lastEntrant[row] = column
      }
    }
    return result
  }
}
