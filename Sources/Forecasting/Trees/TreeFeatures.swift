import Statistics
import Timeline

/// What the trees look at: for a cell to come the same cell of the weeks before an origin, all as
/// ratios to the level of the last four of them, and the calendar.
///
/// Of a row that is forecast from some day nothing on or after that day is looked at.
struct TreeFeatures: Sendable {
  static let count = 24
  /// Weekly lags of a row.
  static let lags = 8
  /// Weeks that the level is the mean of.
  static let weeksOfLevel = 4
  /// Weeks ahead that are told apart; what lies further ahead counts as the last of them.
  static let mostLead = 4
  /// Weeks after which the season returns.
  static let weeksOfYear = 52
  /// The least level as a share of the mean of all; keeps a stretch without contacts from dividing by 0.
  static let leastLevel = 1e-3

  private let table: DayTable
  private let isSpecial: [Bool]
  /// By cell of the table's past, without calendar effects.
  private let volumes: [Double]
  /// The sum of the days before each day, and at the end of all.
  private let sums: [Double]
  private let dayOfYear: [Float]
  private let isHoliday: [Bool]
  private let floor: Double

  /// - Parameters:
  ///   - effects: for each day of the table the factor that is divided out.
  ///   - through: days that may be looked at.
  init?(
    of table: DayTable, effects: [Double], isSpecial: [Bool], through: Int, floor: Double? = nil
  ) {
    self.table = table
    self.isSpecial = isSpecial
    let slots = table.slotsPerDay
    var volumes: [Double] = []
    volumes.reserveCapacity(through * slots)
    var sums = [0.0]
    for day in 0..<through {
      var sum = 0.0
      for slot in 0..<slots {
        let volume = table.filled[day * slots + slot] / effects[day]
        volumes.append(volume)
        sum += volume
      }
      sums.append(sums[day] + sum)
    }
    self.volumes = volumes
    self.sums = sums
    dayOfYear = table.days.map { Float($0.dayOfYear - 1) }
    isHoliday = table.signs.map { if case .holiday = $0 { true } else { false } }
    let mean = sums[through] / Double(max(1, through * slots))
    guard mean > 0 else { return nil }
    self.floor = floor ?? Self.leastLevel * mean
  }

  /// The mean of a slot over the weeks before a day, as far as the past goes back.
  private func mean(ofWeeks weeks: Int, before day: Int) -> Double {
    let first = max(0, day - weeks * table.week)
    return (sums[day] - sums[first]) / Double(max(1, day - first) * table.slotsPerDay)
  }

  /// The level that the rows forecast from a day are ratios to.
  func level(before origin: Int) -> Double {
    max(floor, mean(ofWeeks: Self.weeksOfLevel, before: origin))
  }

  /// The volume of a past cell without calendar effects.
  func volume(_ slot: Int, on day: Int) -> Double { volumes[day * table.slotsPerDay + slot] }

  /// Writes a row for a slot of a day that is forecast from `origin`, and returns its level.
  func write(
    row: Int, of features: inout FeatureColumns, slot: Int, on day: Int, from origin: Int
  ) -> Double {
    let week = table.week
    let slots = table.slotsPerDay
    let rows = features.rows
    let level = level(before: origin)
    let scale = 1 / level
    var at = row
    func put(_ value: Double) {
      features.values[at] = Float(value)
      at += rows
    }

    // The last known same weekdays.
    let lead = (day - origin) / week + 1
    let base = (day - lead * week) * slots + slot
    var lags = InlineArray<8, Double>(repeating: .nan)
    var known = 0
    var sum = 0.0
    var sumOfFour = 0.0
    for lag in 0..<Self.lags {
      let cell = base - lag * week * slots
      guard cell >= 0 else { break }
      let ratio = volumes[cell] * scale
      lags[lag] = ratio
      known += 1
      sum += ratio
      if lag < 4 { sumOfFour += ratio }
    }
    for lag in 0..<Self.lags { put(lags[lag]) }
    put(known >= 4 ? sumOfFour / 4 : .nan)
    put(known > 0 ? sum / Double(known) : .nan)
    put(Self.median(of: lags, count: known))

    // How the level moved.
    put(mean(ofWeeks: 1, before: origin) * scale)
    put(mean(ofWeeks: 12, before: origin) * scale)
    put(recent(days: 3, before: origin))

    // The same week of the year before, and what followed the level of then.
    var years = 1
    while day - years * Self.weeksOfYear * week + week >= origin { years += 1 }
    let ago = day - years * Self.weeksOfYear * week
    if ago >= week {
      let then = max(1, origin - years * Self.weeksOfYear * week)
      let first = max(0, then - Self.weeksOfLevel * week)
      let before = max(floor, (sums[then] - sums[first]) / Double((then - first) * slots))
      let cell = ago * slots + slot
      let near = volumes[cell - week * slots] + volumes[cell] + volumes[cell + week * slots]
      put(near / 3 / before)
      let start = ago - week / 2
      put((sums[start + week] - sums[start]) / Double(week * slots) / before)
    } else {
      put(.nan)
      put(.nan)
    }

    // The calendar.
    put(Double(slot))
    put(Double(table.weekdays[day]))
    put(Double(dayOfYear[day]))
    put(Double(min(lead, Self.mostLead)))
    put(isHoliday[day] ? 1 : 0)
    put(table.signs[day] == .before ? 1 : 0)
    put(table.signs[day] == .after ? 1 : 0)
    put(isSpecial[day] ? 1 : 0)
    return level
  }

  /// The last days over the mean of the same weekdays of the three weeks before.
  private func recent(days: Int, before origin: Int) -> Double {
    var same = 0.0
    for weeks in 1...3 {
      let end = max(0, origin - weeks * table.week)
      same += sums[end] - sums[max(0, end - days)]
    }
    let least = floor * Double(days * table.slotsPerDay)
    return (sums[origin] - sums[max(0, origin - days)]) / max(least, same / 3)
  }

  /// The median of the first `count` of some values; NaN of none.
  private static func median(of values: InlineArray<8, Double>, count: Int) -> Double {
    guard count > 0 else { return .nan }
    var sorted = values
    for end in 1..<max(1, count) {
      let value = sorted[end]
      var place = end
      while place > 0 && sorted[place - 1] > value {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = value
    }
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
