import Statistics
import Timeline
import Workforce

/// Daily totals for up to a year and a half: the ways to carry on, weighted by how they did on the queue's
/// own past, with bands that grow.
struct LongRange: Sendable {
  /// Expected contacts of the table's days from the origin on.
  let expected: [Double]
  let league: League
  /// Weeks of history.
  let weeks: Int
  private let table: DayTable
  private let origin: Int
  private let spread: Spread
  private let drift: LevelDrift
  private let occurrences: [String: Int]
  /// The relative variance of the level itself, of which little may be seen after a jump.
  private let doubtOfLevel: Double

  /// Weeks between two trials, and the most of them: four years.
  static let weeksBetween = 13
  static let mostTrials = 16
  /// The same for a past of less than that and a year.
  static let weeksBetweenYoung = 4
  static let leastWeeks = 4
  /// A way that errs twice as much weighs 1/1000.
  static let power = 10.0

  /// Nil where the table has no day to forecast.
  ///
  /// - Parameters:
  ///   - table: the past and the days to forecast.
  ///   - columns: of the table.
  ///   - origin: the first day that is not known.
  ///   - growth: the planner's growth a year, in place of the trend that the past has.
  ///   - doubt: the relative variance of the level itself.
  ///   - seed: the seed of all draws.
  init?(
    of table: DayTable, columns: CalendarColumns, from origin: Int, growth: Double?,
    doubt: Double = 0, seed: UInt64
  ) {
    let days = table.days.count - origin
    guard origin > 0, days > 0, table.slotsPerDay > 0 else { return nil }
    let ways = growth == nil ? LongWay.all : LongWay.level
    let week = table.week
    let isLong = origin >= (Members.weeksOfShort + Self.weeksBetween) * week
    let step = isLong ? Self.weeksBetween : Self.weeksBetweenYoung
    let least = isLong ? Members.weeksOfShort : Self.leastWeeks
    let trials = (1...Self.mostTrials).map { origin - $0 * step * week }
      .filter { $0 >= least * week }
      .map { past in
        LongTrial(
          of: table, columns: columns, ways: ways, from: past, to: origin,
          days: min(days, origin - past))
      }
    let weights = Self.weights(of: trials, count: ways.count)
    let now = LongView(of: table, columns: columns, through: origin)
      .totals(by: ways, days: days)
    let first = table.days[origin]
    expected = (0..<days).map { ahead in
      let mean = zip(weights, now).reduce(0) { $0 + $1.0 * $1.1[ahead] }
      let years = Double(table.days[origin + ahead] - first) / 365.2425
      return max(0, mean * pow(1 + (growth ?? 0), years))
    }
    let isCounted = table.isCounted
    let blended = trials.map { $0.blended(by: weights) }
    var misses: [LevelDrift.Miss] = []
    var residuals: [Spread.Residual] = []
    for (trial, totals) in zip(trials, blended) {
      let (own, rest) = trial.misses(of: totals, stretch: step * week, isCounted: isCounted)
      misses += own
      residuals += rest
    }
    spread = Spread(
      of: residuals, slotsPerDay: 1, week: week, isShort: !isLong, isYoung: false,
      isCounted: isCounted, drift: nil, seed: seed)
    drift = LevelDrift(
      of: misses, years: Double(7 * step) / 365.2425,
      hasTrend: origin >= LongView.weeksOfTrend * week,
      hasSeason: !Members.isShort(days: origin, in: table))
    var occurrences: [String: Int] = [:]
    for day in 0..<origin where table.isSeen[day] {
      if case .holiday(let kind) = table.signs[day] { occurrences[kind.name, default: 0] += 1 }
    }
    self.occurrences = occurrences
    league = Self.league(of: ways, trials, blended, weights, weeks: isLong ? 52 : 4 * step)
    weeks = origin / max(1, week)
    doubtOfLevel = doubt
    self.table = table
    self.origin = origin
  }

  /// The band of a day of the table around a mean.
  func band(around mean: Double, on day: Int) -> Band {
    let ahead = Double(table.days[day] - table.days[origin]) / 365.2425
    return spread.band(
      around: mean, lead: 0, doubt: doubtOfLevel + drift.variance(after: ahead) + doubt(of: day))
  }

  /// Relative variance of a holiday's effect, the less often it was seen the more.
  private func doubt(of day: Int) -> Double {
    guard case .holiday(let kind) = table.signs[day] else { return 0 }
    guard let seen = occurrences[kind.name] else { return LocalForecast.doubtOfUnseen }
    return LocalForecast.doubtOfOne / Double(seen)
  }

  /// By the inverse tenth power of errors, long trials counting more; all alike where there is none.
  private static func weights(of trials: [LongTrial], count: Int) -> [Double] {
    var errors = Array(repeating: 1e-9, count: count)
    for trial in trials where trial.contacts > 0 {
      for (index, error) in trial.errors.enumerated() {
        errors[index] += error / trial.contacts * Double(trial.days)
      }
    }
    let least = errors.min() ?? 1
    let raw = errors.map { pow($0 / least, -power) }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum }
  }

  private static func league(
    of ways: [LongWay], _ trials: [LongTrial], _ blended: [[Double]], _ weights: [Double],
    weeks: Int
  ) -> League {
    let actual = trials.flatMap(\.actual)
    func row(_ name: String, _ totals: [Double], _ weight: Double?) -> League.Row? {
      guard let error = Scores.weightedAbsoluteError(of: totals, against: actual),
        let bias = Scores.bias(of: totals, against: actual)
      else { return nil }
      return League.Row(
        method: name, weeks: weeks, error: error, bias: bias, covered: nil, weight: weight)
    }
    var rows = ways.indices.compactMap { way in
      row(ways[way].name, trials.flatMap { $0.totals[way] }, weights[way])
    }
    rows += [row("blend", blended.flatMap(\.self), nil)].compactMap(\.self)
    return League(
      rows: rows.sorted { ($0.error, $0.method) < ($1.error, $1.method) }, origins: trials.count)
  }
}
