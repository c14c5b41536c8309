import Statistics

extension Band {
  /// The probabilities of the five quantiles, in order.
  package static let levels = [0.025, 0.1, 0.5, 0.9, 0.975]

  /// The five quantiles, in order.
  package var quantiles: [Double] { [lowest, low, median, high, highest] }

  /// The value that is not exceeded with a probability between 0 and 1, never below 0.
  ///
  /// Between two of the five quantiles it goes in a straight line over the normal scores of their
  /// probabilities, beyond them along the outer pairs: exact at the five, and a normal distribution
  /// where the five are those of one.
  package func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile lies between 0 and 1")
    return value(atNormalScore: NormalDistribution.standard.quantile(probability))
  }

  /// The quantile of the probability that a standard normal value stays below a score.
  package func value(atNormalScore score: Double) -> Double {
    // The pair around the score; the outer pairs reach on.
    let right = Self.scores[1..<4].firstIndex { score < $0 } ?? 4
    let (from, to) = (Self.scores[right - 1], Self.scores[right])
    let values = (value(right - 1), value(right))
    if score == to { return max(0, values.1) }
    let share = (score - from) / (to - from)
    return max(0, values.0 + share * (values.1 - values.0))
  }

  /// A copy of which all values are mapped by a function that never falls.
  package func map(_ change: (Double) -> Double) -> Band {
    Band(
      expected: change(expected), lowest: change(lowest), low: change(low), median: change(median),
      high: change(high), highest: change(highest))
  }

  private func value(_ index: Int) -> Double {
    switch index {
    case 0: lowest
    case 1: low
    case 2: median
    case 3: high
    default: highest
    }
  }

  private static let scores = levels.map { NormalDistribution.standard.quantile($0) }
}
