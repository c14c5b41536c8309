import Statistics

/// How much comes in a day: a size by weekday times a level that moves slowly with trend and season.
package struct DayLevel: Sendable {
  /// Contacts of a whole day at level 1, Monday first.
  package let sizes: [Double]
  /// The level around each day learnt from.
  package let levels: [Double]
  /// The level of the last weeks.
  package let current: Double
  /// Weekdays that were never seen.
  package let unseenWeekdays: [Int]
  /// Whether the history is long enough to take those as closed.
  package let isUnseenClosed: Bool

  /// The last of the days learnt from that taught anything.
  private let last: Int
  private let ratios: [DayRatio]

  /// A day's contacts and what the weekdays' sizes alone expect of it, both times its weight.
  private struct DayRatio {
    var contacts = 0.0
    var expected = 0.0
  }

  /// Weeks until a day counts half for the level of now.
  static let levelHalfLife = 3.0
  /// Weeks until a day counts half for its weekday's size.
  static let sizeHalfLife = 12.0
  /// Days on each side over which the level of a day of the past is taken.
  static let levelReach = 14
  /// From here on a weekday that was never seen is taken as closed, in weeks.
  static let weeksToTrustGaps = 4

  package init(of past: Past, shape: DayShape, through count: Int) {
    let weights = past.weights(through: count, halfLife: Self.sizeHalfLife)
    let observed = shape.observedShare
    last = past.lastTrusted(of: count) ?? 0
    var levels = Array(repeating: 1.0, count: count)
    var sizes = Array(repeating: 0.0, count: 7)
    var ratios = Array(repeating: DayRatio(), count: count)
    // Sizes and levels explain each other; three rounds settle it to well below a percent.
    for _ in 0..<3 {
      sizes = Self.sizes(of: past, weights: weights, observed: observed, levels: levels)
      for day in 0..<count where past.trust[day] > 0 {
        let expected = observed[day] * sizes[past.signs.weekdays[day]]
        ratios[day] = DayRatio(
          contacts: past.trust[day] * past.totals[day], expected: past.trust[day] * expected)
      }
      levels = Self.movingLevels(ratios)
    }
    let unseen = (0..<7).filter { weekday in
      !weights.indices.contains { weights[$0] > 0 && past.signs.weekdays[$0] == weekday }
    }
    unseenWeekdays = unseen
    isUnseenClosed = last >= 7 * Self.weeksToTrustGaps
    if isUnseenClosed {
      for weekday in unseen { sizes[weekday] = 0 }
    }
    self.sizes = sizes
    self.levels = levels
    self.ratios = ratios
    current = Self.trailingLevel(ratios, until: last)
  }

  /// The level that is expected on a day to come.
  package func level(on day: Int) -> Double {
    current * season(on: day)
  }
}

// MARK: - Weekday sizes

extension DayLevel {
  private static func sizes(
    of past: Past, weights: [Double], observed: [Double], levels: [Double]
  ) -> [Double] {
    var contacts = Array(repeating: 0.0, count: 7)
    var exposure = Array(repeating: 0.0, count: 7)
    var squares = Array(repeating: 0.0, count: 7)
    for day in weights.indices where weights[day] > 0 && levels[day] > 0 {
      let weekday = past.signs.weekdays[day]
      let times = weights[day] * observed[day] * levels[day]
      contacts[weekday] += weights[day] * past.totals[day]
      exposure[weekday] += times
      squares[weekday] += times * times
    }
    let own = (0..<7).map { exposure[$0] > 0 ? contacts[$0] / exposure[$0] : 0 }
    let days = (0..<7).map { squares[$0] > 0 ? exposure[$0] * exposure[$0] / squares[$0] : 0 }
    let seen = (0..<7).filter { days[$0] > 0 }
    let all = exposure.reduce(0, +)
    guard all > 0 else { return own }
    let mean = contacts.reduce(0, +) / all

    // What one day deviates from its weekday's size, and what the weekdays deviate from each other.
    var errors = 0.0
    var freedom = 0.0
    for day in weights.indices where weights[day] > 0 && observed[day] * levels[day] > 0 {
      let weekday = past.signs.weekdays[day]
      let error = past.totals[day] / (observed[day] * levels[day]) - own[weekday]
      errors += weights[day] * error * error
      freedom += weights[day] * (1 - 1 / max(1, days[weekday]))
    }
    let pooling: Pooling
    if freedom > 0.5 {
      let variance = errors / freedom
      pooling = Pooling(
        squaredDeviations: seen.reduce(0) { $0 + (own[$1] - mean) * (own[$1] - mean) },
        noise: seen.reduce(0) { $0 + variance / days[$1] }, variance: variance, parts: seen.count)
    } else {
      pooling = Pooling(pseudoCount: 1)
    }
    return (0..<7).map { pooling.estimate(own[$0], seen: days[$0], common: mean) }
  }
}

// MARK: - Level

extension DayLevel {
  /// Around each day the sum of contacts over the sum of what was expected; where nothing was
  /// observed for so long, the level before, and at the start the level of all.
  private static func movingLevels(_ ratios: [DayRatio]) -> [Double] {
    var sums = [DayRatio()]
    sums.reserveCapacity(ratios.count + 1)
    for ratio in ratios {
      let before = sums[sums.count - 1]
      sums.append(
        DayRatio(
          contacts: before.contacts + ratio.contacts, expected: before.expected + ratio.expected))
    }
    let total = sums[ratios.count]
    var level = total.expected > 0 ? total.contacts / total.expected : 1
    return ratios.indices.map { day in
      let first = max(0, day - levelReach)
      let end = min(ratios.count, day + levelReach + 1)
      let expected = sums[end].expected - sums[first].expected
      if expected > 1e-9 * total.expected {
        level = max(0, sums[end].contacts - sums[first].contacts) / expected
      }
      return level
    }
  }

  /// The level of the weeks up to a day, the latest counting most.
  private static func trailingLevel(_ ratios: [DayRatio], until last: Int) -> Double {
    var contacts = 0.0
    var expected = 0.0
    for day in 0...max(0, last) where day < ratios.count {
      let weight = discount(age: Double(last - day) / 7, halfLife: levelHalfLife)
      contacts += weight * ratios[day].contacts
      expected += weight * ratios[day].expected
    }
    return expected > 0 ? contacts / expected : 0
  }
}

// MARK: - Season

extension DayLevel {
  /// Weeks of history from which on the year before is asked.
  static let seasonWeeks = 60
  /// How much of last year's change is expected again.
  static let seasonShare = 0.75

  /// What the same week of last years had over the weeks that led to today's date, damped.
  ///
  /// Comparing with the trailing level, which looks back some weeks, makes up for that delay too.
  func season(on day: Int) -> Double {
    var sum = 0.0
    var years = 0.0
    for year in 1...3 {
      let then = day - 364 * year
      let now = last - 364 * year
      // The weeks before are needed too, to compare with.
      guard now >= 7 * (Self.seasonWeeks - 52), (0..<levels.count).contains(then) else { continue }
      let before = Self.trailingLevel(ratios, until: now)
      guard before > 0 else { continue }
      sum += min(2, max(0.5, levels[then] / before))
      years += 1
    }
    return years > 0 ? 1 + Self.seasonShare * (sum / years - 1) : 1
  }
}
