/// What a sample says of itself in a few numbers.
package struct Summary: Hashable, Sendable {
  package let count: Int
  package let mean: Double
  /// Of a sample, so divided by `count - 1`; 0 for a single value.
  package let variance: Double
  package let least: Double
  package let greatest: Double

  /// Nil of an empty sample.
  ///
  /// In one pass after Welford, "Note on a method for calculating corrected sums of squares and
  /// products", Technometrics 4 (1962), so that a great mean does not swallow the variance.
  package init?(of values: some Sequence<Double>) {
    var count = 0
    var mean = 0.0
    var squares = 0.0
    var least = Double.infinity
    var greatest = -Double.infinity
    for value in values {
      count += 1
      let step = value - mean
      mean += step / Double(count)
      squares += step * (value - mean)
      least = min(least, value)
      greatest = max(greatest, value)
    }
    guard count > 0 else { return nil }
    self.count = count
    self.mean = mean
    self.variance = count > 1 ? squares / Double(count - 1) : 0
    self.least = least
    self.greatest = greatest
  }

  package var deviation: Double { variance.squareRoot() }
}
