import Statistics

/// Daily totals by a ridge autoregression of what they deviate from their weekday, on logarithms from
/// which the calendar's effects are taken; iterated day by day.
struct DailyAutoregression {
  static let weeks = 160
  /// Days back in a week of seven; in a shorter week as many of its days.
  static let lags = [1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 15, 21, 28]
  /// Weeks until a day counts half.
  static let halfLife = 26.0
  /// Pseudo days of the overall mean that each weekday starts with.
  static let pseudoDays = 2.0
  /// The penalty as a share of the mean square of a column.
  static let ridge = 0.025
  /// What is left of a deviation after a day without observation.
  static let memory = 0.7

  /// Expected totals of the days from the origin on; nil where too little is known.
  static func totals(of view: DayView, _ effects: CalendarEffects, days: Int) -> [Double]? {
    let table = view.table
    let lags = Set(
      Self.lags.map {
        max(1, Int((Double($0 * table.week) / 7).rounded(.toNearestOrEven)))
      }
    ).sorted()
    let start = max(0, view.count - weeks * table.week)
    let length = view.count - start
    guard let longest = lags.last, length > longest else { return nil }
    let adjust = (start..<view.count + days).map { effects.special[$0] + effects.year[$0] }
    let weekdays = Array(table.weekdays[start..<view.count + days])
    let isUsed = Array(view.isNormal[start...])
    let values = (0..<length).map { isUsed[$0] ? log(view.totals[start + $0]) - adjust[$0] : 0 }
    let weights = (0..<length).map { index in
      isUsed[index] ? discount(age: view.age[start + index], halfLife: halfLife) : 0
    }
    let weightSum = weights.reduce(0, +)
    guard weightSum > 0 else { return nil }
    let overall = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / weightSum
    var sums = Array(repeating: pseudoDays * overall, count: 7)
    var counts = Array(repeating: pseudoDays, count: 7)
    for index in 0..<length {
      sums[weekdays[index]] += weights[index] * values[index]
      counts[weekdays[index]] += weights[index]
    }
    let means = zip(sums, counts).map { $0 / $1 }

    var path = Array(repeating: 0.0, count: length + days)
    for index in 0..<length {
      path[index] =
        isUsed[index]
        ? min(1, max(-1, values[index] - means[weekdays[index]]))
        : index > 0 ? memory * path[index - 1] : 0
    }
    let coefficients = fit(path, length: length, lags: lags, longest: longest, weights: weights)
    for index in length..<length + days {
      path[index] = coefficients[lags.count]
      for (column, lag) in lags.enumerated() {
        path[index] += coefficients[column] * path[index - lag]
      }
    }
    return (0..<days).map { ahead in
      let index = length + ahead
      return exp(min(1.5, max(-1.5, path[index])) + means[weekdays[index]] + adjust[index])
    }
  }

  /// The lags' coefficients and a constant.
  private static func fit(
    _ path: [Double], length: Int, lags: [Int], longest: Int, weights: [Double]
  ) -> [Double] {
    let width = lags.count + 1
    var system = RidgeSystem(count: width)
    var squares = 0.0
    for index in longest..<length where weights[index] > 0 {
      var row = lags.enumerated().map { SparseEntry(column: $0, value: path[index - $1]) }
      row.append(SparseEntry(column: lags.count, value: 1))
      squares += weights[index] * row.reduce(0) { $0 + $1.value * $1.value }
      system.add(row[...], target: path[index], weight: weights[index])
    }
    let penalty = ridge * squares / Double(width)
    return system.solution(
      penalties: Array(repeating: penalty, count: lags.count) + [3 * penalty])
  }
}
