import Statistics

/// How far a queue's daily level moves away within the days ahead, seen from every day of its past.
///
/// Trials of the past are dear and so few that they have seen two or three levels; a plain exponential
/// smoothing of the days is cheap enough to be tried from each day, and shows how misses grow with the days
/// ahead and how far the largest reach.
struct DayDrift: Sendable {
  /// The mean size of misses, as logarithms, by stretch ahead.
  let sizes: [Double]
  /// How large four of five and 19 of 20 misses are at most, over the mean size.
  let reach: (inner: Double, outer: Double)

  /// Weeks that are looked at, and the least that tell something.
  static let weeks = 160
  static let leastWeeks = 12
  static let weeksOfWarmUp = 4
  /// Weeks from which on the season of the year is known apart from a drift.
  static let weeksOfSeason = 104
  /// How fast the level follows the days.
  static let rates = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7]

  /// Nil for a short or an empty past.
  init?(of table: DayTable, columns: CalendarColumns, through count: Int) {
    guard count >= Self.leastWeeks * table.week else { return nil }
    let view = DayView(of: table, through: count, isSpecial: columns.isSpecial)
    let effects = CalendarEffects(
      of: view, columns: columns, withYear: count >= Self.weeksOfSeason * table.week)
    let first = max(0, count - Self.weeks * table.week)
    var values = (first..<count).map { day in
      view.isNormal[day] ? log(view.totals[day]) - effects.special[day] - effects.year[day] : .nan
    }
    var sums = Array(repeating: 0.0, count: 7)
    var counts = sums
    for (index, value) in values.enumerated() where !value.isNaN {
      sums[table.weekdays[first + index]] += value
      counts[table.weekdays[first + index]] += 1
    }
    for index in values.indices {
      let weekday = table.weekdays[first + index]
      values[index] -= sums[weekday] / max(1, counts[weekday])
    }
    var best: (size: Double, levels: [Double])?
    for rate in Self.rates {
      let levels = Self.levels(of: values, rate: rate)
      let size = Self.meanSize(values, levels, week: table.week)
      if size > 0, best.map({ size < $0.size }) ?? true { best = (size, levels) }
    }
    guard let best else { return nil }
    let week = table.week
    let levels = best.levels
    var misses: [[Double]] = Array(repeating: [], count: 6)
    for origin in stride(from: Self.weeksOfWarmUp * week, to: values.count, by: 2) {
      for lead in stride(from: origin % 3, to: 4 * week, by: 3) where origin + lead < values.count {
        let miss = abs(values[origin + lead] - levels[origin])
        if !miss.isNaN { misses[Spread.stretch(of: lead, week: week)].append(miss) }
      }
    }
    var sizes: [Double] = []
    for own in misses {
      let size = own.reduce(0, +) / Double(max(1, own.count))
      sizes.append(max(size, sizes.last ?? 0))
    }
    // What rounding leaves of a past that repeats itself is no drift.
    guard let least = sizes.first, least > 1e-9 else { return nil }
    self.sizes = sizes
    let shares = zip(misses, sizes).flatMap { own, size in own.map { $0 / size } }
    reach = (quantile(0.8, of: shares) ?? 0, quantile(0.95, of: shares) ?? 0)
  }

  private static func levels(of values: [Double], rate: Double) -> [Double] {
    var level = values.first { !$0.isNaN } ?? 0
    // At first all days weigh alike.
    var seen = 0.0
    return values.map { value in
      let before = level
      if !value.isNaN {
        seen += 1
        level += max(rate, 1 / seen) * (value - level)
      }
      return before
    }
  }

  /// The mean size of misses one day, a week and four weeks ahead.
  private static func meanSize(_ values: [Double], _ levels: [Double], week: Int) -> Double {
    var sum = 0.0
    var count = 0.0
    for origin in min(values.count, weeksOfWarmUp * week)..<values.count {
      for lead in [0, week, 4 * week - 1] where origin + lead < values.count {
        let miss = abs(values[origin + lead] - levels[origin])
        if !miss.isNaN {
          sum += miss
          count += 1
        }
      }
    }
    return count > 0 ? sum / count : 0
  }
}
