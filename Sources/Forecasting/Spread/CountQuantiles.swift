import Statistics

/// Counts around a mean below which they are so few that their steps matter: negative binomial, made
/// continuous so that an interval holds the share it promises.
///
/// A count k stands for the stretch from k - 1/2 to k + 1/2, over which its probability is spread
/// evenly (the continuity correction). Quantiles on whole numbers would hold too much: of a Poisson
/// count of mean 6.6 the interval from the quantile of 10 % to that of 90 % holds 88 %.
struct CountQuantiles {
  /// Probabilities of 0, 1, 2 and so on, until hardly anything is left.
  private let probabilities: [Double]

  /// Means above which the steps do not matter any more.
  static let mostMean = 25.0

  /// - Parameters:
  ///   - mean: up to ``mostMean``, above 0.
  ///   - dispersion: variance = mean + dispersion x mean².
  init(mean: Double, dispersion: Double) {
    let dispersion = max(1e-6, dispersion)
    // P(0) = (1 + d m)^(-1/d) and P(k + 1) / P(k) = (k + 1/d) / (k + 1) x d m / (1 + d m).
    var probability = exp(-log(1 + dispersion * mean) / dispersion)
    let ratio = mean / (1 + dispersion * mean)
    var probabilities: [Double] = []
    var left = 1.0
    var count = 0.0
    while left > 1e-9, count < 4000 {
      probabilities.append(probability)
      left -= probability
      probability *= (count * dispersion + 1) / (count + 1) * ratio
      count += 1
    }
    self.probabilities = probabilities
  }

  /// The value below which a share of the probability lies, at least 0.
  func quantile(_ share: Double) -> Double {
    var below = 0.0
    for (count, probability) in probabilities.enumerated() {
      if below + probability >= share, probability > 0 {
        return max(0, Double(count) - 0.5 + (share - below) / probability)
      }
      below += probability
    }
    return Double(probabilities.count)
  }

  /// The probability of less than a count plus a part of the probability of itself.
  func probability(below count: Int, andPart part: Double) -> Double {
    let below = probabilities.prefix(count).reduce(0, +)
    let own = count < probabilities.count ? probabilities[count] : 0
    return min(1 - 1e-9, max(1e-9, below + part * own))
  }
}
