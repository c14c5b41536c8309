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

  /// The days of a past whose contacts lie far from what their weekday has at that time.
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

    var scores = Array(repeating: 0.0, count: days.count)
    var first = 0
    var end = 0
    for index in days.indices {
      while days[first] < days[index] - reach { first += 1 }
      while end < days.count, days[end] <= days[index] + reach { end += 1 }
      let middle = median(of: Array(ratios[first..<end])) ?? 1
      guard middle > 0 else { continue }
      // Days with few contacts spread wider, as counts do.
      scores[index] = (ratios[index] / middle - 1) * (expected[index] / mean).squareRoot()
    }
    let spread = 1.4826 * (median(of: scores.map(abs)) ?? 0)
    let bound = limit * max(spread, leastSpread)
    return shortRuns(of: scores.map { $0 > bound ? 1 : $0 < -bound ? -1 : 0 }).map { days[$0] }
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
