import Statistics

/// What special days and the season of the year do to a day's contacts, found by a regression of the
/// logarithms of daily totals before any other model looks at the past.
struct CalendarEffects: Sendable {
  /// Logarithm of the effect of special days, for each day of the table; 0 on ordinary ones.
  let special: [Double]
  /// Logarithm of the effect of the season, for each day of the table; 0 without a season.
  let year: [Double]
  /// Contacts of each day of the table by the regression alone.
  let fitted: [Double]

  /// Working weeks of the past that are looked at, and until one counts half.
  static let mostWeeks = 160.0
  static let halfLife = 60.0
  /// Residuals above this many robust standard deviations count less.
  static let bend = 1.5
  /// Days of history from which on a trend is fitted.
  static let daysOfTrend = 300

  /// Learns from the days of a view; the season only where asked for.
  init(of view: DayView, columns: CalendarColumns, withYear: Bool) {
    let table = view.table
    let isKept = columns.roles.map { role in
      switch role {
      case .weekday, .special: true
      case .year: withYear
      case .trend: view.count > Self.daysOfTrend
      }
    }
    // A column that is left out has no room to differ from 0.
    let penalties = zip(columns.penalties, isKept).map { $1 ? $0 : 1e12 }
    let rows = (0..<view.count).filter { view.isUsed[$0] && view.age[$0] < Self.mostWeeks }
    let weights = rows.map { discount(age: view.age[$0], halfLife: Self.halfLife) }
    let targets = rows.map { log(view.totals[$0]) }
    let weightSum = weights.reduce(0, +)
    guard weightSum > 0 else {
      special = Array(repeating: 0, count: table.days.count)
      year = special
      fitted = special
      return
    }
    let mean = zip(weights, targets).reduce(0) { $0 + $1.0 * $1.1 } / weightSum

    var coefficients: [Double] = []
    var trust = Array(repeating: 1.0, count: rows.count)
    for _ in 0..<3 {
      var system = RidgeSystem(count: columns.roles.count)
      for (index, day) in rows.enumerated() {
        system.add(
          columns[day], target: targets[index] - mean, weight: weights[index] * trust[index])
      }
      coefficients = system.solution(penalties: penalties)
      let misses = rows.indices.map { index in
        abs(targets[index] - mean - Self.value(of: columns[rows[index]], coefficients))
      }
      let scale = 1.4826 * (median(of: misses) ?? 0) + 1e-9
      // Special days always count in full: a single past Christmas must be believed.
      trust = rows.indices.map { index in
        columns.isSpecial[rows[index]]
          ? 1 : min(1, Self.bend * scale / max(misses[index], 1e-9))
      }
    }
    var special: [Double] = []
    var year: [Double] = []
    var fitted: [Double] = []
    for day in table.days.indices {
      var parts = (special: 0.0, year: 0.0, all: mean)
      for entry in columns[day] {
        let part = entry.value * coefficients[entry.column]
        parts.all += part
        switch columns.roles[entry.column] {
        case .special: parts.special += part
        case .year: parts.year += part
        case .weekday, .trend: break
        }
      }
      special.append(parts.special)
      year.append(parts.year)
      fitted.append(exp(parts.all))
    }
    self.special = special
    self.year = year
    self.fitted = fitted
  }

  private static func value(of entries: ArraySlice<SparseEntry>, _ coefficients: [Double]) -> Double
  {
    entries.reduce(0) { $0 + $1.value * coefficients[$1.column] }
  }
}
