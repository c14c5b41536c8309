/// How good forecasts were, over the slots whose actual value is known.
///
/// A slot whose actual value is NaN was not observed and is not scored.
package enum Scores {
  /// The sum of absolute errors over the sum of the actual values (WAPE); nil where that sum is 0.
  package static func weightedAbsoluteError(of forecast: [Double], against actual: [Double])
    -> Double?
  {
    let (error, total) = sums(forecast, actual) { abs($0 - $1) }
    return total > 0 ? error / total : nil
  }

  /// How much too much was forecast, as a share of the actual values; nil where nothing came.
  package static func bias(of forecast: [Double], against actual: [Double]) -> Double? {
    let (error, total) = sums(forecast, actual) { $0 - $1 }
    return total > 0 ? error / total : nil
  }

  /// The mean pinball loss of the quantile `p`; nil without any slot to score.
  ///
  /// A value above the quantile costs p times its distance, one below 1 - p times; the true quantile
  /// costs least (Koenker and Bassett, "Regression quantiles", Econometrica 46, 1978).
  package static func pinball(_ p: Double, of forecast: [Double], against actual: [Double])
    -> Double?
  {
    let (loss, _) = sums(forecast, actual) { quantile, value in
      value >= quantile ? p * (value - quantile) : (1 - p) * (quantile - value)
    }
    let scored = actual.count { !$0.isNaN }
    return scored > 0 ? loss / Double(scored) : nil
  }

  /// The share of actual values within `low...high`, both ends included; nil without any.
  package static func coverage(low: [Double], high: [Double], against actual: [Double]) -> Double? {
    precondition(low.count == actual.count && high.count == actual.count, unequal)
    let scored = actual.indices.filter { !actual[$0].isNaN }
    guard !scored.isEmpty else { return nil }
    let inside = scored.count { low[$0] <= actual[$0] && actual[$0] <= high[$0] }
    return Double(inside) / Double(scored.count)
  }

  private static let unequal = "a forecast is scored against as many actual values"

  /// The sums of a loss and of the actual values.
  private static func sums(
    _ forecast: [Double], _ actual: [Double], _ loss: (Double, Double) -> Double
  ) -> (loss: Double, actual: Double) {
    precondition(forecast.count == actual.count, unequal)
    var total = (loss: 0.0, actual: 0.0)
    for (predicted, value) in zip(forecast, actual) where !value.isNaN {
      total.loss += loss(predicted, value)
      total.actual += value
    }
    return total
  }
}
