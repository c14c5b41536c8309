import Statistics

/// Daily totals as the calendar regression times a level of the last weeks times a correction of each
/// weekday.
struct DailyLevel {
  /// Weeks until a day counts half for the level.
  static let halfLife = 4.0
  /// What a day counts that is far from the level of the last weeks, and how far that is.
  static let trustOfOutlier = 0.15
  static let farOff = 0.5

  /// Expected totals of the days from the origin on.
  static func totals(of view: DayView, _ effects: CalendarEffects, days: Int) -> [Double] {
    let fitted = effects.fitted
    let ratios = (0..<view.count).map { day in
      fitted[day] > 0 ? min(5, max(0.2, view.totals[day] / fitted[day])) : 1
    }
    let near = (0..<view.count).filter {
      view.isNormal[$0] && view.age[$0] < max(2 * halfLife, 4)
    }
    let middle = median(of: near.map { ratios[$0] }) ?? 1
    var contacts = 0.0
    var expected = 0.0
    for day in 0..<view.count where view.isNormal[day] {
      let isFar = abs(ratios[day] / middle - 1) > farOff
      let weight = discount(age: view.age[day], halfLife: halfLife) * (isFar ? trustOfOutlier : 1)
      contacts += weight * view.totals[day]
      expected += weight * fitted[day]
    }
    let level = expected > 0 ? contacts / expected : 1
    let factors = (0..<7).map { weekdayFactor($0, of: view, fitted, level: level) }
    return (view.count..<view.count + days).map { day in
      level * fitted[day] * factors[view.table.weekdays[day]]
    }
  }

  /// What a weekday had over what was expected of it, with one pseudo day of the latter.
  private static func weekdayFactor(
    _ weekday: Int, of view: DayView, _ fitted: [Double], level: Double
  ) -> Double {
    var contacts = 0.0
    var expected = 0.0
    var plain = 0.0
    var count = 0.0
    for day in 0..<view.count where view.table.weekdays[day] == weekday {
      plain += fitted[day]
      count += 1
      guard view.isNormal[day] else { continue }
      let weight = discount(age: view.age[day], halfLife: 2 * halfLife + 4)
      contacts += weight * view.totals[day]
      expected += weight * fitted[day]
    }
    let prior = count > 0 ? level * plain / count : 0
    let total = level * expected + prior
    return total > 0 ? (contacts + prior) / total : 1
  }
}
