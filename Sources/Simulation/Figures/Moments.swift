/// Sums of counts over replications, and of their products: all that the figures and their confidence
/// are reckoned from.
struct Moments: Hashable, Sendable {
  /// Replications.
  let count: Int
  let sum: Counts
  /// Row `i` is the sum of count `i` times each count.
  let products: [Counts]

  /// The mean of a weighted sum of counts.
  func mean(_ weights: Counts) -> Double {
    count > 0 ? (weights * sum).sum() / Double(count) : 0
  }

  /// The variance of a weighted sum of counts from one replication to another; infinite of less than
  /// two.
  func variance(_ weights: Counts) -> Double {
    guard count > 1 else { return .infinity }
    var squares = 0.0
    for row in 0..<Counts.width where weights[row] != 0 {
      squares += weights[row] * (weights * products[row]).sum()
    }
    let total = (weights * sum).sum()
    return max(0, squares - total * total / Double(count)) / Double(count - 1)
  }

  /// The quotient of two weighted sums, each summed over the replications; nil where the second is 0.
  ///
  /// Its variance is that of x - R y over the square of y's mean (the delta method; Law, "Simulation
  /// Modeling and Analysis", section 9.5.3).
  func ratio(_ numerator: Counts, to denominator: Counts, confidence: Double) -> Estimate? {
    let below = mean(denominator)
    guard below > 0 else { return nil }
    let ratio = mean(numerator) / below
    let variance = variance(numerator - ratio * denominator) / (below * below)
    return Estimate(mean: ratio, variance: variance, count: count, confidence: confidence)
  }

  /// A weighted sum of counts, in the mean of a replication.
  func estimate(_ weights: Counts, confidence: Double) -> Estimate {
    Estimate(
      mean: mean(weights), variance: variance(weights), count: count, confidence: confidence)
  }
}

/// The moments of many cells, in two arrays.
struct MomentsTable: Hashable, Sendable {
  private var sums: [Counts]
  private var products: [Counts]

  init(cells: Int) {
    sums = Array(repeating: .zero, count: cells)
    products = Array(repeating: .zero, count: cells * Counts.width)
  }

  /// Adds what one replication counted in a cell.
  mutating func add(_ counts: Counts, at cell: Int) {
    // Many cells of a week stay empty.
    guard counts != .zero else { return }
    sums[cell] += counts
    for row in 0..<Counts.width { products[cell * Counts.width + row] += counts[row] * counts }
  }

  func moments(at cell: Int, replications: Int) -> Moments {
    let first = cell * Counts.width
    return Moments(
      count: replications, sum: sums[cell],
      products: Array(products[first..<(first + Counts.width)]))
  }
}
