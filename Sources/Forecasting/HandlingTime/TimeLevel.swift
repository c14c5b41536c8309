import Statistics
import Timeline

/// How handling times drift: by weeks, as a multiple of the pattern.
///
/// The half-life of the level, and whether a trend goes on, are those that would have been best for
/// the weeks of the last half year.
struct TimeLevel {
  /// Relative variance of a forecast week, from those trials; 0 where there were none.
  let doubt: Double
  private let firstDay: LocalDay
  private let weeks: Weeks
  private let season: YearSeason
  /// The level of each week by the weeks on both sides, season left out.
  private let smooth: [Double]
  private let choice: Choice
  private let current: Line

  /// A way to forecast the level.
  private struct Choice {
    let halfLife: Double
    let hasTrend: Bool
  }

  /// Weighted seconds at the pattern and contacts of each week.
  private struct Weeks {
    var ratios: [Double]
    var contacts: [Double]
  }

  /// A level at the last week and its change from there to the next.
  private struct Line {
    let level: Double
    let slope: Double
  }

  static let halfLives = [4.0, 12, 26]
  /// Of a week's change so much goes on in the next.
  static let damping = 0.9
  /// Weeks that are forecast again to choose, and how far each looks ahead.
  static let trials = 26
  static let ahead = 4
  /// A trend must lower the error to this share to be believed.
  static let trendBar = 0.95
  /// The greatest drift from the last level, either way.
  static let mostDrift = 1.4

  init(of readings: [TimeReading], pattern: TimePattern, from first: LocalDay, through last: LocalDay)
  {
    // Weeks end with the last day.
    let count = (last - first) / 7 + 1
    let firstDay = last - (7 * count - 1)
    var weeks = Weeks(
      ratios: Array(repeating: 0, count: count), contacts: Array(repeating: 0, count: count))
    for reading in readings {
      let week = (reading.day - firstDay) / 7
      weeks.ratios[week] += reading.contacts * reading.seconds / pattern[reading.cell]
      weeks.contacts[week] += reading.contacts
    }
    for week in 0..<count where weeks.contacts[week] > 0 {
      weeks.ratios[week] /= weeks.contacts[week]
    }
    let season = YearSeason(ratios: weeks.ratios, weights: weeks.contacts, firstDay: firstDay)
    for week in 0..<count { weeks.ratios[week] /= season.factor(on: firstDay + (7 * week + 3)) }
    let (choice, doubt) = Self.choose(weeks)
    self.firstDay = firstDay
    self.weeks = weeks
    self.season = season
    self.choice = choice
    self.doubt = doubt
    smooth = Self.smooth(weeks)
    current = Self.line(weeks, through: count, choice)
  }

  /// What is expected on a day to come; on a day of the past, what was.
  func factor(on day: LocalDay) -> Double {
    let week = Double(day - firstDay - 3) / 7
    let ahead = week - Double(smooth.count - 1)
    guard ahead > 0 else { return around(day) }
    return Self.value(of: current, ahead: ahead) * season.factor(on: day)
  }

  /// The level around a day of the past.
  func around(_ day: LocalDay) -> Double {
    let week = min(smooth.count - 1, max(0, (day - firstDay) / 7))
    return smooth[week] * season.factor(on: day)
  }

  /// The level some weeks after the last: the sum of a change that is damped each week.
  private static func value(of line: Line, ahead: Double) -> Double {
    let steps = damping * (1 - pow(damping, ahead)) / (1 - damping)
    let drift = line.slope * steps / max(1e-9, line.level)
    return line.level * min(mostDrift, max(1 / mostDrift, 1 + drift))
  }

  /// The discounted level of the first weeks, or the discounted line through them.
  private static func line(_ weeks: Weeks, through count: Int, _ choice: Choice) -> Line {
    var (s, sx, sxx, sy, sxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for week in 0..<count where weeks.contacts[week] > 0 {
      let x = Double(week - count + 1)
      let weight = weeks.contacts[week] * discount(age: -x, halfLife: choice.halfLife)
      s += weight
      sx += weight * x
      sxx += weight * x * x
      sy += weight * weeks.ratios[week]
      sxy += weight * x * weeks.ratios[week]
    }
    guard s > 0 else { return Line(level: 1, slope: 0) }
    let spread = sxx - sx * sx / s
    guard choice.hasTrend, spread > 1e-9 * s else { return Line(level: sy / s, slope: 0) }
    let slope = (sxy - sx * sy / s) / spread
    return Line(level: max(1e-6, (sy - slope * sx) / s), slope: slope)
  }

  /// The way that would have been best, and the mean square of its relative errors.
  private static func choose(_ weeks: Weeks) -> (Choice, doubt: Double) {
    let count = weeks.ratios.count
    let usual = Choice(halfLife: 12, hasTrend: false)
    let first = max(6, count - trials)
    guard first < count else { return (usual, 0) }
    func errors(_ choice: Choice) -> (absolute: Double, square: Double) {
      var (absolute, square, weight) = (0.0, 0.0, 0.0)
      for origin in first..<count {
        let line = line(weeks, through: origin, choice)
        for week in origin..<min(count, origin + ahead) {
          let value = value(of: line, ahead: Double(week - origin + 1))
          let error = (weeks.ratios[week] - value) / value
          absolute += weeks.contacts[week] * abs(error)
          square += weeks.contacts[week] * error * error
          weight += weeks.contacts[week]
        }
      }
      return weight > 0 ? (absolute / weight, square / weight) : (0, 0)
    }
    var best = (choice: usual, errors: errors(usual))
    for halfLife in halfLives where halfLife != usual.halfLife {
      let choice = Choice(halfLife: halfLife, hasTrend: false)
      let own = errors(choice)
      // A tie is for the middle one.
      if own.absolute < 0.99 * best.errors.absolute { best = (choice, own) }
    }
    let plain = best.errors.absolute
    for halfLife in halfLives.dropFirst() where count >= 20 {
      let choice = Choice(halfLife: halfLife, hasTrend: true)
      let own = errors(choice)
      if own.absolute < min(trendBar * plain, best.errors.absolute) { best = (choice, own) }
    }
    return (best.choice, best.errors.square)
  }

  /// The discounted mean of both sides.
  private static func smooth(_ weeks: Weeks) -> [Double] {
    let count = weeks.ratios.count
    let keep = discount(age: 1, halfLife: 3)
    var sums = Array(repeating: 0.0, count: count)
    var weights = sums
    for order in [Array(0..<count), Array((0..<count).reversed())] {
      var (sum, weight) = (0.0, 0.0)
      for week in order {
        sum = keep * sum + weeks.contacts[week] * weeks.ratios[week]
        weight = keep * weight + weeks.contacts[week]
        sums[week] += sum
        weights[week] += weight
      }
    }
    return (0..<count).map { weights[$0] > 0 ? sums[$0] / weights[$0] : 1 }
  }
}

/// The year's wave of handling times, of two pairs of Fourier terms; none with less than two years.
private struct YearSeason {
  private let terms: [Double]

  static let leastWeeks = 104
  static let pairs = 2
  /// Weeks without a season that each term starts with.
  static let penalty = 8.0

  init(ratios: [Double], weights: [Double], firstDay: LocalDay) {
    let seen = ratios.indices.filter { weights[$0] > 0 && ratios[$0] > 0 }
    guard ratios.count >= Self.leastWeeks, seen.count >= Self.leastWeeks * 3 / 4 else {
      terms = []
      return
    }
    let total = seen.reduce(0) { $0 + weights[$1] } / Double(seen.count)
    var system = RidgeSystem(count: 3 + 2 * Self.pairs)
    for week in seen {
      let time = Double(week) / Double(ratios.count) - 0.5
      let waves = Self.waves(on: firstDay + (7 * week + 3))
      // A line of two bends, so that drift is not taken for a wave.
      let row = ([1, time, time * time] + waves).enumerated().map {
        SparseEntry(column: $0.offset, value: $0.element)
      }
      system.add(row[...], target: log(ratios[week]), weight: weights[week] / total)
    }
    let waves = Array(repeating: Self.penalty, count: 2 * Self.pairs)
    terms = Array(system.solution(penalties: [0, 0.01, 0.01] + waves).dropFirst(3))
  }

  func factor(on day: LocalDay) -> Double {
    guard !terms.isEmpty else { return 1 }
    return exp(zip(terms, Self.waves(on: day)).reduce(0) { $0 + $1.0 * $1.1 })
  }

  private static func waves(on day: LocalDay) -> [Double] {
    let angle = 2 * Double.pi * Double(day.daysSince1970) / 365.2425
    return (1...pairs).flatMap { [sin(Double($0) * angle), cos(Double($0) * angle)] }
  }
}
