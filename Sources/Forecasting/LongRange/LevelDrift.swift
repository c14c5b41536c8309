import Statistics

/// How far the level of a queue drifts from what was expected of it, by time ahead.
///
/// Learnt from what trials missed over whole stretches of weeks. Few of them are independent, so they are
/// drawn to a usual growth of the variance, which also stands alone where nothing could be tried:
/// 0.02² + 0.05² a year.
struct LevelDrift: Hashable, Sendable {
  /// What a trial missed over a stretch of weeks.
  struct Miss: Hashable, Sendable {
    /// The stretch ahead, 0 for the first.
    let stretch: Int
    /// The logarithm of what came over what was expected.
    let logarithm: Double
    /// The variance that chance alone gives it.
    let chance: Double
  }

  /// The relative variance in the middle of each stretch, never falling.
  private let variances: [Double]
  /// The length of a stretch.
  private let years: Double
  /// Growth of the variance a year beyond what was tried.
  private let growth: Double
  /// Relative variance of a season that was never seen, after half a year.
  private let season: Double

  /// Relative variance of a level at once, and its growth a year.
  static let atOnce = 0.02 * 0.02
  static let aYear = 0.05 * 0.05
  /// The same of queues with less than two years of history, whose trend nobody knows.
  static let aYearOfYoung = 0.1 * 0.1
  /// Of a season that was never seen: a quarter up or down.
  static let unseenSeason = 0.25 * 0.25
  /// Trials that stand so close that they count as one, and how many the usual growth is worth.
  static let trialsOfOne = 4.0
  static let trialsOfUsual = 1.0

  /// - Parameters:
  ///   - misses: of all trials.
  ///   - years: the length of a stretch.
  ///   - hasTrend: whether two years of history tell a trend.
  ///   - hasSeason: whether a season has been seen.
  init(of misses: [Miss], years: Double, hasTrend: Bool, hasSeason: Bool) {
    let growth = hasTrend ? Self.aYear : Self.aYearOfYoung
    let count = (misses.map(\.stretch).max() ?? -1) + 1
    var last = 0.0
    var variances: [Double] = []
    for stretch in 0..<count {
      let usual = Self.atOnce + growth * (Double(stretch) + 0.5) * years
      let own = misses.filter { $0.stretch == stretch }
      let squares = own.reduce(0) { sum, miss in
        sum + max(0, miss.logarithm * miss.logarithm - miss.chance)
      }
      let value =
        (squares / Self.trialsOfOne + Self.trialsOfUsual * usual)
        / (Double(own.count) / Self.trialsOfOne + Self.trialsOfUsual)
      last = max(last, value)
      variances.append(last)
    }
    self.variances = variances.isEmpty ? [Self.atOnce + growth * years / 2] : variances
    self.years = years
    self.growth = growth
    season = hasSeason ? 0 : Self.unseenSeason
  }

  /// The relative variance of the level some years ahead.
  func variance(after ahead: Double) -> Double {
    let position = ahead / years - 0.5
    let known: Double
    if position <= 0 {
      known = variances[0]
    } else if Int(position) + 1 < variances.count {
      let below = Int(position)
      let part = position - Double(below)
      known = variances[below] + part * (variances[below + 1] - variances[below])
    } else {
      let last = variances.count - 1
      known = variances[last] + growth * (position - Double(last)) * years
    }
    return known + season * min(1, 2 * ahead)
  }
}
