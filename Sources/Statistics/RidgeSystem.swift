/// The normal equations of a weighted ridge regression, gathered row by row.
///
/// Minimises sum w (y - x b)² + sum penalty b²: (X'WX + P) b = X'Wy (Hoerl and Kennard, "Ridge
/// regression", Technometrics 12, 1970), solved by Cholesky's decomposition.
package struct RidgeSystem: Sendable {
  package let count: Int
  /// The lower triangle of X'WX, row by row.
  private var products: [Double]
  private var right: [Double]

  package init(count: Int) {
    self.count = count
    products = Array(repeating: 0, count: count * (count + 1) / 2)
    right = Array(repeating: 0, count: count)
  }

  /// Adds a row of which only some columns differ from 0, in rising order of column.
  package mutating func add(
    _ entries: ArraySlice<SparseEntry>, target: Double, weight: Double
  ) {
    for i in entries.indices {
      let (row, x) = (entries[i].column, weight * entries[i].value)
      let base = row * (row + 1) / 2
      for j in entries.startIndex...i {
        products[base + entries[j].column] += x * entries[j].value
      }
      right[row] += x * target
    }
  }

  /// The coefficients for a penalty of each column; a column that is never seen and not penalised
  /// gets 0.
  package func solution(penalties: [Double]) -> [Double] {
    precondition(penalties.count == count, "a penalty for each column")
    var factor = products
    var solution = right
    for row in 0..<count {
      let base = row * (row + 1) / 2
      for column in 0...row {
        let other = column * (column + 1) / 2
        var sum = factor[base + column] + (row == column ? penalties[row] : 0)
        for k in 0..<column { sum -= factor[base + k] * factor[other + k] }
        if row == column {
          // A pivot of 0 is a column without information: infinite, so that its coefficient is 0.
          factor[base + row] =
            sum > 1e-12 * (1 + products[base + row]) ? sum.squareRoot() : .infinity
        } else {
          factor[base + column] = sum / factor[other + column]
        }
      }
    }
    for row in 0..<count {
      let base = row * (row + 1) / 2
      var sum = solution[row]
      for k in 0..<row { sum -= factor[base + k] * solution[k] }
      solution[row] = sum / factor[base + row]
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      var sum = solution[row]
      for k in row + 1..<max(row + 1, count) { sum -= factor[k * (k + 1) / 2 + row] * solution[k] }
      solution[row] = sum / factor[row * (row + 1) / 2 + row]
    }
    return solution
  }
}

/// A column of a sparse row and its value.
package struct SparseEntry: Hashable, Sendable {
  package let column: Int
  package let value: Double

  package init(column: Int, value: Double) {
    self.column = column
    self.value = value
  }
}
