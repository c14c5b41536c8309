import Statistics
import Workforce

/// How far contacts fall from the expected ones, learnt from what the blend said of the queue's past.
///
/// Variance = mean + dispersion x mean². What came is turned into a normal score by that variance; the
/// scores' own quantiles then take the place of the normal distribution's (split conformal prediction:
/// Vovk, Gammerman and Shafer, "Algorithmic Learning in a Random World", 2005), so that the band holds
/// what it promises whatever the shape.
struct Spread: Hashable, Sendable {
  /// The levels of a ``Band``.
  static let levels = [0.025, 0.1, 0.5, 0.9, 0.975]

  /// Relative variance beyond Poisson.
  let dispersion: Double
  /// Whether contacts come as whole numbers.
  let isCounted: Bool
  /// The normal scores at ``levels``.
  let scores: [Double]
  /// How much wider the band is in each week ahead than on average; the last for all later ones.
  let widening: [Double]

  /// Without any trial: a day factor that deviates by 25 %.
  static let unknownDispersion = 0.0625
  /// Below this share of the mean slot a residual says little of the others.
  static let leastShare = 0.05
  /// Short histories have seen few levels: what they missed by is less than what is missed in general.
  static let cautionOfShort = 1.15
  /// Growth of the variance a week beyond those that were tried.
  static let growth = 0.02

  /// A slot of a trial.
  struct Residual {
    let expected: Double
    let actual: Double
    let week: Int
  }

  init(of residuals: [Residual], isShort: Bool, isCounted: Bool, seed: UInt64) {
    self.isCounted = isCounted
    let mean = residuals.reduce(0) { $0 + $1.expected } / Double(max(1, residuals.count))
    let judged = residuals.filter { $0.expected > Self.leastShare * mean && $0.expected > 0 }
    let normal = Self.levels.map { NormalDistribution.standard.quantile($0) }
    guard judged.count >= 8 else {
      dispersion = Self.unknownDispersion
      scores = normal
      widening = [1]
      return
    }
    var excess = 0.0
    var squares = 0.0
    for residual in judged {
      let error = residual.actual - residual.expected
      excess += error * error - (isCounted ? residual.expected : 0)
      squares += residual.expected * residual.expected
    }
    let dispersion = min(4, max(0, excess / squares))
    self.dispersion = dispersion

    var generator = Generator(seed: seed, stream: "scores")
    let all = judged.map { residual in
      Self.score(residual, dispersion, isCounted: isCounted, part: generator.uniform())
    }
    let caution = isShort ? Self.cautionOfShort : 1
    scores = zip(Self.levels, normal).map { level, usual in
      // The middle is where the blend says.
      level == 0.5 ? quantile(level, of: all) ?? 0 : caution * (quantile(level, of: all) ?? usual)
    }
    widening = Self.widening(of: all, weeks: judged.map(\.week))
  }

  /// The band of a slot.
  ///
  /// - Parameters:
  ///   - mean: expected contacts.
  ///   - week: weeks ahead, 0 for the first.
  ///   - doubt: relative variance of the mean itself, as on a holiday that was seldom seen.
  func band(around mean: Double, week: Int, doubt: Double) -> Band {
    guard mean > 0 else { return .zero }
    let later = max(0, week - 3)
    let stretch = widening[min(week, widening.count - 1)]
    let dispersion = dispersion + doubt + Self.growth * self.dispersion * Double(later)
    let values: [Double]
    if isCounted, mean < CountQuantiles.mostMean {
      let counts = CountQuantiles(mean: mean, dispersion: dispersion)
      values = scores.map {
        counts.quantile(NormalDistribution.standard.probability(atMost: stretch * $0))
      }
    } else {
      let deviation = ((isCounted ? mean : 0) + dispersion * mean * mean).squareRoot()
      values = scores.map { max(0, mean + stretch * $0 * deviation) }
    }
    return Band(
      expected: mean, lowest: values[0], low: values[1], median: values[2], high: values[3],
      highest: values[4])
  }

  /// The normal score of what came.
  private static func score(
    _ residual: Residual, _ dispersion: Double, isCounted: Bool, part: Double
  ) -> Double {
    guard isCounted, residual.expected < CountQuantiles.mostMean else {
      let own = isCounted ? residual.expected : 0
      let variance = own + dispersion * residual.expected * residual.expected
      return (residual.actual - residual.expected) / max(variance, 1e-18).squareRoot()
    }
    // Where a count holds a stretch of probability, chance says where in it (Czado, Gneiting and Held,
    // "Predictive model assessment for count data", Biometrics 65, 2009).
    let counts = CountQuantiles(mean: residual.expected, dispersion: dispersion)
    let share = counts.probability(below: Int(residual.actual.rounded()), andPart: part)
    return NormalDistribution.standard.quantile(share)
  }

  /// The usual size of scores by week ahead over that of all, drawn to 1 by half, never falling.
  private static func widening(of scores: [Double], weeks: [Int]) -> [Double] {
    let sizes = scores.map(abs)
    guard let usual = quantile(0.8, of: sizes), usual > 0 else { return [1] }
    var last = 0.0
    return (0..<4).map { week in
      let own = zip(sizes, weeks).filter { $0.1 == week }.map(\.0)
      let ratio = own.count < 20 ? 1 : (1 + (quantile(0.8, of: own) ?? usual) / usual) / 2
      last = max(last, ratio)
      return last
    }
  }
}
