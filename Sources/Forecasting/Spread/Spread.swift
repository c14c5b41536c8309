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
  /// What was missed, by the size of what was expected, least first.
  let sizes: [Size]
  /// How much wider the band is in each stretch ahead than on average: the first day, the second, the
  /// rest of the week, the second week, the third and the fourth.
  let widening: [Double]
  /// Growth of the variance a week beyond those that were tried.
  let growth: Double
  private let slotsPerDay: Int
  private let week: Int

  /// Without any trial: a day factor that deviates by 25 %.
  static let unknownDispersion = 0.0625
  /// Below this share of the mean slot a residual says little of the others.
  static let leastShare = 0.002
  /// Residuals that make a size of their own, and the most sizes.
  static let residualsOfSize = 150
  static let mostSizes = 5
  /// Short histories have seen few levels: what they missed by is less than what is missed in general.
  static let cautionOfShort = 1.15
  /// Trials a day apart have seen one level only.
  static let cautionOfYoung = 1.5
  /// Least and most growth of the variance a week beyond those that were tried.
  static let growths = 0.02...0.34
  /// Growth by stretch of the width that nothing was tried of.
  static let unknownWidening = [1, 1, 1, 1.15, 1.3, 1.45]

  /// Slots of about the same mean: those at night scatter otherwise than those at noon.
  struct Size: Hashable, Sendable {
    /// The mean logarithm of the expected contacts.
    let logarithm: Double
    /// The normal scores at ``levels``.
    let scores: [Double]
  }

  /// A slot of a trial.
  struct Residual {
    let expected: Double
    let actual: Double
    /// Slots ahead, 0 for the first.
    let lead: Int
    /// A number for the day of a trial.
    let day: Int
  }

  /// Learns from what was missed in the trials, and from how far the level moves within the days ahead; nil
  /// where too little is known of that.
  init(
    of residuals: [Residual], slotsPerDay: Int, week: Int, isShort: Bool, isYoung: Bool,
    isCounted: Bool, drift: DayDrift?, seed: UInt64
  ) {
    self.isCounted = isCounted
    self.slotsPerDay = slotsPerDay
    self.week = week
    let mean = residuals.reduce(0) { $0 + $1.expected } / Double(max(1, residuals.count))
    let judged = residuals.filter { $0.expected > Self.leastShare * mean && $0.expected > 0 }
    let normal = Self.levels.map { NormalDistribution.standard.quantile($0) }
    guard judged.count >= 8 else {
      dispersion = Self.unknownDispersion
      sizes = [Size(logarithm: 0, scores: normal)]
      widening = Self.unknownWidening
      growth = Self.growths.upperBound
      return
    }
    let dispersion = Self.dispersion(of: judged, isCounted: isCounted)
    self.dispersion = dispersion

    var generator = Generator(seed: seed, stream: "scores")
    var all = judged.map { residual in
      Self.score(residual, dispersion, isCounted: isCounted, part: generator.uniform())
    }
    let stretches = judged.map { Self.stretch(of: $0.lead / slotsPerDay, week: week) }
    let share = drift == nil ? 0 : Self.dayShare(of: judged)
    var caution = isYoung ? Self.cautionOfYoung : isShort ? Self.cautionOfShort : 1
    if let drift {
      // Only what a whole day has in common moves with the level.
      let mean = stretches.reduce(0) { $0 + drift.sizes[$1] } / Double(stretches.count)
      let widening = drift.sizes.map { size in
        (1 - share + share * (size / mean) * (size / mean)).squareRoot()
      }
      for index in all.indices { all[index] /= widening[stretches[index]] }
      self.widening = widening
      caution = 1 + (caution - 1) * (1 - share)
    } else {
      widening = Self.widening(of: all, stretches: stretches)
    }
    let (later, last) = (widening[min(2, widening.count - 1)], widening[widening.count - 1])
    let slope = (last * last - later * later) / (3 * last * last)
    growth = min(Self.growths.upperBound, max(Self.growths.lowerBound, slope))

    let count = max(1, min(Self.mostSizes, judged.count / Self.residualsOfSize))
    let order = judged.indices.sorted {
      (judged[$0].expected, $0) < (judged[$1].expected, $1)
    }
    sizes = (0..<count).map { part in
      let members = order[part * order.count / count..<(part + 1) * order.count / count]
      let own = members.map { all[$0] }
      let size = own.reduce(0) { $0 + abs($1) } / Double(own.count)
      return Size(
        logarithm: members.reduce(0) { $0 + log(judged[$1].expected) } / Double(members.count),
        scores: Self.ordered(
          zip(Self.levels, normal).map { level, usual in
            let seen = quantile(level, of: own) ?? usual
            guard level != 0.5 else { return seen }
            guard let reach = drift?.reach else { return caution * seen }
            // Where whole days move, the few levels that were tried do not show how far they can.
            let general =
              (abs(usual) > 1.5 ? reach.outer : reach.inner) * (usual < 0 ? -size : size)
            return caution * (seen + share / 2 * (general - seen))
          }))
    }
  }

  /// Scores with each at or beyond its neighbour towards the median: where all misses lie on one side, what is
  /// general lies on the other.
  private static func ordered(_ scores: [Double]) -> [Double] {
    let middle = scores.count / 2
    var scores = scores
    for index in (0..<middle).reversed() { scores[index] = min(scores[index], scores[index + 1]) }
    for index in middle + 1..<scores.count {
      scores[index] = max(scores[index], scores[index - 1])
    }
    return scores
  }

  /// The share of the variance that all slots of a day have in common: 1 for whole days.
  ///
  /// Misses that are independent from slot to slot sum up over a day in squares; those that a whole day has in
  /// common sum up as they are.
  private static func dayShare(of residuals: [Residual]) -> Double {
    var squares = (slots: 0.0, days: 0.0)
    var expected = (slots: 0.0, days: 0.0)
    var first = 0
    while first < residuals.count {
      var end = first
      var miss = 0.0
      var sum = 0.0
      while end < residuals.count, residuals[end].day == residuals[first].day {
        let own = residuals[end].actual - residuals[end].expected
        squares.slots += own * own
        expected.slots += residuals[end].expected * residuals[end].expected
        miss += own
        sum += residuals[end].expected
        end += 1
      }
      squares.days += miss * miss
      expected.days += sum * sum
      first = end
    }
    let together = expected.days / max(expected.slots, 1e-300)
    guard together > 1 + 1e-9 else { return 1 }
    let ratio = squares.days / max(squares.slots, 1e-300)
    return min(1, max(0, (ratio - 1) / (together - 1)))
  }

  /// The dispersion under which four of five of the larger slots lie within the normal distribution's
  /// 80 %: unlike a mean of squares it is not ruled by a few days that went wrong.
  private static func dispersion(of residuals: [Residual], isCounted: Bool) -> Double {
    let middle = median(of: residuals.map(\.expected)) ?? 0
    let large = residuals.filter { $0.expected >= middle }
    let bound = NormalDistribution.standard.quantile(0.9)
    func isWide(_ dispersion: Double) -> Bool {
      let sizes = large.map { residual in
        let variance =
          (isCounted ? residual.expected : 0) + dispersion * residual.expected * residual.expected
        return abs(residual.actual - residual.expected) / max(variance, 1e-18).squareRoot()
      }
      return (quantile(0.8, of: sizes) ?? 0) <= bound
    }
    var range = (low: 0.0, high: 4.0)
    if isWide(range.low) { return 0 }
    for _ in 0..<30 {
      let middle = (range.low + range.high) / 2
      if isWide(middle) { range.high = middle } else { range.low = middle }
    }
    return range.high
  }

  /// The normal scores for a mean, between those of the sizes beside it.
  private func scores(around mean: Double) -> [Double] {
    let position = log(mean)
    guard let above = sizes.firstIndex(where: { $0.logarithm > position }) else {
      return sizes[sizes.count - 1].scores
    }
    guard above > 0 else { return sizes[0].scores }
    let (left, right) = (sizes[above - 1], sizes[above])
    let part = (position - left.logarithm) / (right.logarithm - left.logarithm)
    return zip(left.scores, right.scores).map { $0 + part * ($1 - $0) }
  }

  /// The band of a slot that is so many slots ahead, 0 for the first.
  ///
  /// A doubt is the relative variance of the mean itself, as on a holiday that was seldom seen.
  func band(around mean: Double, lead: Int, doubt: Double) -> Band {
    guard mean > 0 else { return .zero }
    let day = max(0, lead) / slotsPerDay
    let later = max(0, day / week - 3)
    let stretch = widening[min(Self.stretch(of: day, week: week), widening.count - 1)]
    let dispersion = dispersion + doubt + growth * self.dispersion * Double(later)
    let scores = scores(around: mean)
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

  /// The stretch of ``widening`` that a day ahead lies in.
  static func stretch(of day: Int, week: Int) -> Int {
    day < 2 ? day : min(5, 2 + day / week)
  }

  /// The usual size of scores by stretch ahead over that of all, drawn to 1 by half, never falling.
  private static func widening(of scores: [Double], stretches: [Int]) -> [Double] {
    let sizes = scores.map(abs)
    guard let usual = quantile(0.8, of: sizes), usual > 0 else { return [1] }
    var last = 0.0
    let raw = (0..<6).map { stretch -> Double in
      let own = zip(sizes, stretches).filter { $0.1 == stretch }.map(\.0)
      if own.count >= 20 {
        last = max(last, (1 + (quantile(0.8, of: own) ?? usual) / usual) / 2)
      } else if last == 0 {
        last = 1
      }
      return last
    }
    // All together are as wide as they were.
    let mean = stretches.reduce(0) { $0 + raw[$1] } / Double(max(1, stretches.count))
    return raw.map { $0 / mean }
  }
}
