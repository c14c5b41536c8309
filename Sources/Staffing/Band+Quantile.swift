import Statistics
package import Workforce

extension Band {
  /// The value that is not exceeded with a probability between 0 and 1, never below 0.
  ///
  /// A split normal distribution: two halves of normal curves that meet at ``expected`` and pass
  /// through ``low`` at 10 % and ``high`` at 90 %. A band whose expected value lies outside its
  /// quantiles, as with a handful of contacts, is flat on that side.
  package func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile lies between 0 and 1")
    let deviation = NormalDistribution.standard.quantile(probability) / Self.deviationOfBounds
    let spread = deviation < 0 ? expected - low : high - expected
    return max(0, expected + deviation * max(0, spread))
  }

  /// Standard deviations from the middle to the 90 % quantile of a normal distribution.
  private static let deviationOfBounds = NormalDistribution.standard.quantile(0.9)
}
