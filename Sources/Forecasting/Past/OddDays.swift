import Statistics

/// Finds days that were unlike their neighbours in time: outages, strikes, errors of the source.
enum OddDays {
  /// Working weeks on each side among which a day is judged.
  static let reach = 3
  /// How far beyond the change that one day in twenty exceeds a day is odd, and the least change that is
  /// worth a thought.
  static let limit = 3.0
  static let leastChange = 0.5
  /// Standard deviations of chance within which few contacts are never odd.
  static let chance = 4.0
  /// Longer runs of such days are taken as the new level.
  static let longestRun = 3

  /// The days of a table's past whose contacts lie far from what the calendar and the weeks around
  /// them say; special days are never odd.
  static func days(of table: DayTable, columns: CalendarColumns) -> [Int] {
    let view = DayView(of: table, through: table.pastDays, isSpecial: columns.isSpecial)
    let effects = CalendarEffects(
      of: view, columns: columns, withYear: !Members.isShort(days: table.pastDays, in: table))
    let days = (0..<view.count).filter { day in
      view.isNormal[day]
        || (table.isSeen[day] && view.totals[day] == 0 && !columns.isSpecial[day]
          && !view.isClosed[table.weekdays[day]])
    }
    // A median over some weeks needs some weeks.
    guard days.count >= 2 * table.week else { return [] }
    let ratios = days.map { log(max(view.totals[$0] / max(effects.fitted[$0], 1e-300), 1e-3)) }
    let reach = Self.reach * table.week
    var changes = Array(repeating: 0.0, count: days.count)
    var first = 0
    var end = 0
    for index in days.indices {
      while days[first] < days[index] - reach { first += 1 }
      while end < days.count, days[end] <= days[index] + reach { end += 1 }
      let around = median(of: Array(ratios[first..<end])) ?? 0
      // At the ends of a growing history the weeks around are no fair judge: the days beside are.
      let beside =
        median(of: Array(ratios[max(0, index - 2)...min(days.count - 1, index + 2)])) ?? 0
      let change = ratios[index] - around
      let step = ratios[index] - beside
      changes[index] = change * step > 0 ? (abs(change) < abs(step) ? change : step) : 0
    }
    let usual = quantile(0.95, of: changes.map(abs)) ?? 0
    let bound = max(limit * usual, leastChange)
    let signs = days.indices.map { index -> Int in
      let expected = effects.fitted[days[index]] * exp(ratios[index] - changes[index])
      let miss = abs(view.totals[days[index]] - expected)
      guard miss > Self.chance * (expected * table.unit).squareRoot() else { return 0 }
      return changes[index] > bound ? 1 : changes[index] < -bound ? -1 : 0
    }
    return shortRuns(of: signs).map { days[$0] }
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
