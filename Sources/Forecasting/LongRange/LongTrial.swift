import Statistics

/// A time of the past that is carried on as if nothing of it were known.
struct LongTrial: Sendable {
  let days: Int
  /// Expected contacts of each day, a row for each way.
  let totals: [[Double]]
  /// What came; NaN where a day was not seen.
  let actual: [Double]

  init(
    of table: DayTable, columns: CalendarColumns, ways: [LongWay], from origin: Int, to end: Int,
    days: Int
  ) {
    self.days = days
    totals = LongView(of: table, columns: columns, through: origin).totals(by: ways, days: days)
    actual = (origin..<origin + days).map { table.isSeen[$0] ? table.totals[$0] : .nan }
  }

  /// All contacts that came.
  var contacts: Double { actual.reduce(0) { $1.isNaN ? $0 : $0 + $1 } }

  /// The sum of absolute errors of each way.
  var errors: [Double] {
    totals.map { row in
      zip(row, actual).reduce(0) { $1.1.isNaN ? $0 : $0 + abs($1.0 - $1.1) }
    }
  }

  func blended(by weights: [Double]) -> [Double] {
    (0..<days).map { day in zip(weights, totals).reduce(0) { $0 + $1.0 * $1.1[day] } }
  }

  /// What was missed, in two parts: the level of whole stretches, and the days about it.
  func misses(of totals: [Double], stretch: Int, isCounted: Bool)
    -> (level: [LevelDrift.Miss], days: [Spread.Residual])
  {
    var level: [LevelDrift.Miss] = []
    var residuals: [Spread.Residual] = []
    for number in 0..<days / stretch {
      let range = number * stretch..<(number + 1) * stretch
      let seen = range.filter { !actual[$0].isNaN }
      let came = seen.reduce(0) { $0 + actual[$1] }
      let expected = seen.reduce(0) { $0 + totals[$1] }
      guard 2 * seen.count > stretch, came > 0, expected > 0 else { continue }
      level.append(
        LevelDrift.Miss(
          stretch: number, logarithm: log(came / expected), chance: isCounted ? 1 / expected : 0))
      for day in seen {
        residuals.append(
          Spread.Residual(
            expected: totals[day] * came / expected, actual: actual[day], lead: 0, day: day))
      }
    }
    return (level, residuals)
  }
}
