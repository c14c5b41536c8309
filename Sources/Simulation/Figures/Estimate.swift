import Statistics

/// A figure with its confidence: the true value lies within ``halfWidth`` of the ``mean``, but for the
/// share of cases that the confidence leaves.
package struct Estimate: Hashable, Sendable {
  package let mean: Double
  /// Infinite where there was only one replication.
  package let halfWidth: Double

  init(mean: Double, halfWidth: Double) {
    self.mean = mean
    self.halfWidth = halfWidth
  }

  /// From the variance of so many independent replications.
  init(mean: Double, variance: Double, count: Int, confidence: Double) {
    let deviation = (variance / Double(max(1, count))).squareRoot()
    let quantile = count > 1 ? studentQuantile(confidence, freedom: count - 1) : .infinity
    self.init(mean: mean, halfWidth: deviation > 0 ? quantile * deviation : 0)
  }

  package var lowest: Double { mean - halfWidth }
  package var highest: Double { mean + halfWidth }

  package func contains(_ value: Double) -> Bool { lowest <= value && value <= highest }
}

/// The width that Student's t keeps within, on both sides, with this probability.
///
/// One and two degrees of freedom exactly, more by the series of Abramowitz and Stegun, "Handbook of
/// Mathematical Functions", 26.7.5: at 95 % within 0.003 from three degrees on.
func studentQuantile(_ confidence: Double, freedom: Int) -> Double {
  let p = (1 + confidence) / 2
  switch freedom {
  case 1: return sin(Double.pi * (p - 0.5)) / cos(Double.pi * (p - 0.5))
  case 2: return (2 * p - 1) * (2 / (4 * p * (1 - p))).squareRoot()
  default: break
  }
  let n = Double(freedom)
  let x = NormalDistribution.standard.quantile(p)
  let x2 = x * x
  let first = (x2 + 1) * x / 4
  let second = ((5 * x2 + 16) * x2 + 3) * x / 96
  let third = (((3 * x2 + 19) * x2 + 17) * x2 - 15) * x / 384
  let fourth = ((((79 * x2 + 776) * x2 + 1482) * x2 - 1920) * x2 - 945) * x / 92_160
  return x + (((fourth / n + third) / n + second) / n + first) / n
}
