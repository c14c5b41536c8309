import RealModule

/// A distribution of counts, 0, 1, 2 and so on.
package protocol CountDistribution {
  var mean: Double { get }
  var variance: Double { get }

  /// The probability of exactly `count`.
  func probability(of count: Int) -> Double
}

extension CountDistribution {
  /// The probability of `count` or fewer, with an error of about 1e-12.
  ///
  /// A sum of at most some 24 standard deviations' worth of terms.
  package func probability(atMost count: Int) -> Double {
    guard count >= least else { return 0 }
    var sum = 0.0
    for k in least...min(count, greatest) { sum += probability(of: k) }
    return min(1, sum)
  }

  /// The least count that is not exceeded with probability `p`, 0 ≤ p < 1.
  package func quantile(_ p: Double) -> Int {
    precondition(p >= 0 && p < 1, "a quantile of counts is asked for a probability below 1")
    var sum = 0.0
    for k in least...greatest {
      sum += probability(of: k)
      if sum >= p { return k }
    }
    return greatest
  }

  /// Below lies less than 1e-12: the lower tail of these distributions is lighter than the normal.
  private var least: Int { max(0, Int(mean - 12 * variance.squareRoot())) }

  /// Above lies less than 1e-12: a gamma rate falls like exp(-x / scale), and its scale is less than
  /// variance / mean.
  private var greatest: Int {
    guard mean > 0 else { return 0 }
    return Int(mean + 40 * (variance.squareRoot() + variance / mean))
  }
}

/// Counts of things that come independently of each other.
package struct PoissonDistribution: CountDistribution, Hashable, Sendable {
  package let mean: Double

  package init(mean: Double) {
    precondition(mean >= 0 && mean.isFinite, "a Poisson distribution has a mean of 0 or more")
    self.mean = mean
  }

  package var variance: Double { mean }

  /// The formula is P(k) = exp(-mean) mean^k / k!.
  package func probability(of count: Int) -> Double {
    guard count >= 0 else { return 0 }
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    let k = Double(count)
    return Double.exp(k * Double.log(mean) - mean - Double.logGamma(k + 1))
  }
}

/// Poisson counts whose rate itself varies from one time to the next (gamma-distributed).
package struct NegativeBinomialDistribution: CountDistribution, Hashable, Sendable {
  package let mean: Double
  /// The squared coefficient of variation of the rate; 0 is Poisson.
  package let dispersion: Double

  package init(mean: Double, dispersion: Double) {
    precondition(mean >= 0 && mean.isFinite, "a negative binomial has a mean of 0 or more")
    precondition(dispersion >= 0 && dispersion.isFinite, "a dispersion is 0 or more")
    self.mean = mean
    self.dispersion = dispersion
  }

  package var variance: Double { mean + dispersion * mean * mean }

  /// The formula is P(k) = Γ(k + r) / (k! Γ(r)) (r / (r + mean))^r (mean / (r + mean))^k with r = 1 / dispersion.
  package func probability(of count: Int) -> Double {
    guard count >= 0 else { return 0 }
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    // So close to Poisson the difference of log gammas loses its digits.
    guard dispersion > 1e-9 else { return PoissonDistribution(mean: mean).probability(of: count) }
    let k = Double(count)
    let r = 1 / dispersion
    let ways = Double.logGamma(k + r) - Double.logGamma(k + 1) - Double.logGamma(r)
    let logNone = -r * Double.log(onePlus: mean / r)
    return Double.exp(ways + logNone + k * Double.log(mean / (r + mean)))
  }
}
