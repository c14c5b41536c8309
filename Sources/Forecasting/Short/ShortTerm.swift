import Statistics

/// The next days of a series slot by slot, from its last values.
///
/// The median of several regressions on past slots and of smoothings: each knows the last hours as well
/// as the day and the week before, so that a day that began high is continued high, and none leads the
/// others astray. It knows no calendar: give it values without the effects of special days.
package struct ShortTerm: Sendable {
  /// A way to continue the series.
  enum Member: Sendable {
    case regression(SlotRegression, scale: Int)
    case smoothing(SlotSmoothing, scale: Int)
  }

  let values: [Double]
  let day: Int
  let week: Int
  let count: Int
  /// The first value that the fit sees.
  let start: Int
  /// How members see the values: by logarithms, and plain.
  let scales: [SlotScale]
  /// For each of ``scales``, the values from ``start`` on.
  let scaled: [[Double]]
  let members: [Member]

  /// Older weeks than these tell nothing about the next days.
  static let longestWeeks = 26
  /// The shift of the logarithms as a share of the mean volume.
  static let shiftShare = 0.1

  /// Two weeks for the patterns and two days to learn on.
  static func leastCount(day: Int, week: Int) -> Int { 2 * week + 2 * day }

  /// Fits on `values[..<count]`, volumes of working slots without gaps and without the effects of
  /// special days, at least 0; `day` and `week` are slots, the one a multiple of the other.
  ///
  /// Nil for less than two weeks and two days, or fewer than 4 slots a day.
  package init?(of values: [Double], day: Int, week: Int, through count: Int) {
    precondition(count <= values.count, "a fit within the values")
    precondition(day > 0 && week % day == 0, "a week of whole days")
    guard day >= 4, count >= Self.leastCount(day: day, week: week) else { return nil }
    self.values = values
    self.day = day
    self.week = week
    self.count = count
    let start = max(0, count - Self.longestWeeks * week)
    self.start = start
    let length = count - start
    let mean = values[start..<count].reduce(0) { $0 + $1 / Double(length) }
    // All zero: any shift will do.
    let shift = mean > 0 ? Self.shiftShare * mean : 1
    let scales: [SlotScale] = [.logarithms(shift: shift), .plain]
    self.scales = scales
    let scaled = scales.map { scale in values[start...].map { scale.scaled($0) } }
    self.scaled = scaled
    var members: [Member] = Self.plans(day: day, week: week).compactMap { plan in
      SlotRegression(plan, of: scaled[0][..<length], scale: scales[0], week: week)
        .map { .regression($0, scale: 0) }
    }
    for index in scales.indices {
      let smoothing = SlotSmoothing(
        of: scaled[index][..<length], scale: scales[index], day: day, week: week)
      members.append(.smoothing(smoothing, scale: index))
    }
    self.members = members
  }

  /// The mean volumes of `steps` slots from `origin` on, from the values before it; what came after
  /// ``init(of:day:week:through:)``'s count moves the path, not the fit.
  package func path(from origin: Int, steps: Int) -> [Double] {
    let paths = paths(from: origin, steps: steps)
    var at = Array(repeating: 0.0, count: paths.count)
    return (0..<steps).map { step in
      for index in paths.indices { at[index] = paths[index][step] }
      return median(of: at) ?? 0
    }
  }

  /// What each member says.
  func paths(from origin: Int, steps: Int) -> [[Double]] {
    precondition(origin >= count && origin <= values.count, "an origin after the fit")
    let now = origin - start
    return members.map { member in
      switch member {
      case .regression(let regression, let scale):
        regression.path(after: scaled[scale][..<now], steps: steps)
      case .smoothing(let smoothing, let scale):
        smoothing.path(after: scaled[scale][..<now], steps: steps)
      }
    }
  }

  /// On the value itself, and on its change since the slot, the day and the week before.
  static func plans(day: Int, week: Int) -> [SlotRegression.Plan] {
    let days = week / day
    let multiples = (2..<max(2, days)).map { $0 * day }
    func rising(_ lags: [Int]) -> [Int] { Array(Set(lags.filter { $0 > 0 })).sorted() }
    let itself =
      [1, 2, 3, day - 1, day, day + 1, 2 * day - 1, 2 * day, 2 * day + 1, week - 1, week, week + 1]
      + multiples + [2 * week]
    let daily = Array(1...min(day, 24)) + [day] + multiples + [week - day + 1, week, week + 1]
    let weekly =
      [1, 2, 3, day - 1, day, day + 1, week - day + 1, week - 1, week, week + 1] + multiples
    let hourly =
      Array(1...min(day, 24)) + [day, 2 * day - 1, 2 * day, week - 1, week, week + 1] + multiples
      + [2 * week]
    return [
      SlotRegression.Plan(changes: [], lags: rising(itself), ridge: 0.0001),
      SlotRegression.Plan(changes: [1], lags: rising(hourly), ridge: 0.003),
      SlotRegression.Plan(changes: [day], lags: rising(daily), ridge: 0.003),
      SlotRegression.Plan(changes: [week], lags: rising(weekly), ridge: 0.001),
    ]
  }
}
