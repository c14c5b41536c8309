import Statistics

/// Daily totals by damped exponential smoothing with a season of a week, on logarithms from which the
/// calendar's effects are taken.
///
/// Holt-Winters' additive method (Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential
/// Smoothing", 2008, model A,Ad,A); 84 settings run side by side, and the one that erred least a day
/// ahead is used.
struct DailySmoothing {
  /// Weeks that are smoothed, and from how many the start is taken.
  static let weeks = 112
  static let weeksOfStart = 8
  /// Errors beyond this (logarithms) move nothing further.
  static let clip = 0.5
  /// Weeks until an error counts half in the choice, and weeks that are not judged.
  static let halfLife = 26.0
  static let weeksOfWarmUp = 4
  /// Weeks over which sums of contacts are compared, and how far that may correct.
  static let weeksOfBias = 12.0

  private struct Setting {
    let alpha: Double
    let beta: Double
    let gamma: Double
    let phi: Double
  }

  private static let settings: [Setting] = {
    var settings: [Setting] = []
    for alpha in [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7] {
      for gamma in [0, 0.03, 0.1, 0.2] {
        for (beta, phi) in [(0.0, 0.0), (0.02, 0.95), (0.1, 0.9)] {
          settings.append(Setting(alpha: alpha, beta: alpha * beta, gamma: gamma, phi: phi))
        }
      }
    }
    return settings
  }()

  /// Where a setting stands after a day.
  private struct State {
    var level: Double
    var trend = 0.0
    var season: [Double]

    /// Goes one day on; answers the error, nil where the day teaches nothing.
    mutating func step(_ value: Double?, weekday: Int, by setting: Setting) -> Double? {
      trend *= setting.phi
      level += trend
      guard let value else { return nil }
      let error = value - level - season[weekday]
      let felt = min(clip, max(-clip, error))
      level += setting.alpha * felt
      trend += setting.beta * felt
      season[weekday] += setting.gamma * (1 - setting.alpha) * felt
      return error
    }
  }

  /// Expected totals of the days from the origin on.
  static func totals(of view: DayView, _ effects: CalendarEffects, days: Int) -> [Double] {
    let table = view.table
    let start = max(0, view.count - weeks * table.week)
    let adjust = (start..<view.count + days).map { effects.special[$0] + effects.year[$0] }
    let values = (start..<view.count).map { day in
      view.isNormal[day] ? log(view.totals[day]) - adjust[day - start] : nil
    }
    let weekdays = Array(table.weekdays[start..<view.count + days])
    guard let first = firstState(of: values, weekdays, upTo: weeksOfStart * table.week) else {
      return Array(repeating: 0, count: days)
    }
    let judged = (start..<view.count).map { day in
      day - start < min(values.count / 3, weeksOfWarmUp * table.week)
        ? 0 : discount(age: view.age[day], halfLife: halfLife)
    }
    var best: (loss: Double, errors: [Double?], state: State, setting: Setting)?
    for setting in settings {
      var state = first
      let errors = values.indices.map { index in
        state.step(values[index], weekday: weekdays[index], by: setting)
      }
      let loss = huberLoss(of: errors, weights: judged)
      if best.map({ loss < $0.loss }) ?? true { best = (loss, errors, state, setting) }
    }
    guard let (_, errors, last, setting) = best else { return Array(repeating: 0, count: days) }
    var state = last

    // Logarithms lie below the mean: sums of contacts over the last weeks make up for that.
    var contacts = 0.0
    var expected = 0.0
    for day in start..<view.count where view.age[day] < weeksOfBias {
      guard let value = values[day - start], let error = errors[day - start] else { continue }
      contacts += view.totals[day]
      expected += exp(value - error + adjust[day - start])
    }
    let bias = expected > 0 ? min(1.1, max(0.9, contacts / expected)) : 1
    return (0..<days).map { ahead in
      let index = values.count + ahead
      _ = state.step(nil, weekday: weekdays[index], by: setting)
      return bias * exp(state.level + state.season[weekdays[index]] + adjust[index])
    }
  }

  private static func firstState(
    of values: [Double?], _ weekdays: [Int], upTo count: Int
  ) -> State? {
    let head = values.prefix(count).indices.filter { values[$0] != nil }
    guard let level = median(of: head.compactMap { values[$0] }) else { return nil }
    let season = (0..<7).map { weekday in
      let own = head.filter { weekdays[$0] == weekday }.compactMap { values[$0] }
      return own.isEmpty ? 0 : own.reduce(0, +) / Double(own.count) - level
    }
    return State(level: level, season: season)
  }

  /// Squares up to a bend at twice the third quartile, then straight on.
  private static func huberLoss(of errors: [Double?], weights: [Double]) -> Double {
    let sizes = errors.map { $0.map(abs) }
    let bend = 2 * (quantile(0.75, of: sizes.compactMap(\.self)) ?? 0) + 1e-6
    var loss = 0.0
    for (size, weight) in zip(sizes, weights) {
      guard let size, weight > 0 else { continue }
      loss += weight * (size < bend ? size * size : 2 * bend * size - bend * bend)
    }
    return loss
  }
}
