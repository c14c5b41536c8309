import Statistics

/// Finds days that were unlike their neighbours in time: outages, strikes, errors of the source.
package enum Outliers {
  /// How much such a day may still teach.
  static let trust = 0.1
  /// Days on each side among which a day is judged.
  static let reach = 21
  /// Robust standard deviations from which on a day is an outlier.
  static let limit = 4.0
  /// Longer runs of such days are taken as the new level, not as outliers.
  static let longestRun = 3
  /// Least deviation of a day, as a share of its size, that is worth a thought.
  static let leastSpread = 0.03

  /// The days of a past whose contacts lie far from what their weekday has at that time, both by
  /// the level around them and by its trend.
  package static func days(of past: Past) -> [Int] {
    let shape = DayShape(of: past, through: past.dayCount)
    let level = DayLevel(of: past, shape: shape, through: past.dayCount)
    let days = (0..<past.dayCount).filter { day in
      past.trust[day] > 0 && usual(day, past, shape, level) > 0
    }
    // A median over seven days of each weekday needs some weeks.
    guard days.count >= 14 else { return [] }
    let expected = days.map { usual($0, past, shape, level) }
    let ratios = zip(days, expected).map { past.totals[$0] / $1 }
    let mean = expected.reduce(0, +) / Double(expected.count)

    var deviations = Array(repeating: 0.0, count: days.count)
    var scores = deviations
    var first = 0
    var end = 0
    for index in days.indices {
      while days[first] < days[index] - reach { first += 1 }
      while end < days.count, days[end] <= days[index] + reach { end += 1 }
      let around = Array(ratios[first..<end])
      let middle = median(of: around) ?? 1
      guard middle > 0 else { continue }
      let onLine = line(through: around, at: index - first)
      // Days with few contacts spread wider, as counts do.
      let measure = (expected[index] / mean).squareRoot() / middle
      deviations[index] = (ratios[index] - middle) * measure
      scores[index] = lesser(deviations[index], (ratios[index] - onLine) * measure)
    }
    let spread = 1.4826 * (median(of: deviations.map(abs)) ?? 0)
    let bound = limit * max(spread, leastSpread)
    return shortRuns(of: scores.map { $0 > bound ? 1 : $0 < -bound ? -1 : 0 }).map { days[$0] }
  }

  /// The value at a position of the line through the medians of both halves of a row: at the ends
  /// of a growing history the middle of the row is no fair judge.
  private static func line(through values: [Double], at position: Int) -> Double {
    let half = values.count / 2
    guard half > 0, let left = median(of: Array(values[..<half])),
      let right = median(of: Array(values[half...]))
    else { return values.first ?? 0 }
    // The halves' middles lie half a row apart, the first a quarter from the start.
    let slope = (right - left) / (Double(values.count) / 2)
    return left + slope * (Double(position) + 0.5 - Double(half) / 2)
  }

  /// The one nearer to 0 of two deviations to the same side, else 0.
  private static func lesser(_ a: Double, _ b: Double) -> Double {
    guard a * b > 0 else { return 0 }
    return abs(a) < abs(b) ? a : b
  }

  /// What a day would have by its weekday alone.
  private static func usual(_ day: Int, _ past: Past, _ shape: DayShape, _ level: DayLevel)
    -> Double
  {
    shape.observedShare[day] * level.sizes[past.signs.weekdays[day]]
  }

  /// The positions of signs other than 0 that stand in runs of at most ``longestRun`` equal ones.
  private static func shortRuns(of signs: [Int]) -> [Int] {
    var found: [Int] = []
    var start = 0
    while start < signs.count {
      var end = start + 1
      while end < signs.count, signs[end] == signs[start] { end += 1 }
      if signs[start] != 0, end - start <= longestRun { found += start..<end }
      start = end
    }
    return found
  }
}
