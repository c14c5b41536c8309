/// A regression of a slot on the slots some lags before, iterated into the future.
struct SlotRegression: Sendable {
  /// What to regress on, in slots.
  struct Plan: Sendable {
    /// Regress the change since so many slots before, and of that change the change, and so on; none
    /// for the value itself.
    let changes: [Int]
    /// Rising.
    let lags: [Int]
    /// The ridge as a share of the number of rows, on a series of variance 1.
    let ridge: Double
  }

  private struct Term: Sendable {
    let lag: Int
    let sign: Double
  }

  private let scale: SlotScale
  private let changes: [Term]
  /// How far back the changes look together.
  private let reach: Int
  private let lags: [Int]
  private let coefficients: [Double]
  private let mean: Double
  private let deviation: Double

  /// Values are not followed further from the mean than so many standard deviations.
  static let bound = 12.0
  /// A deviation of less than this share of the largest value is rounding.
  private static let rounding = 1e-9

  /// Fits on `past`, scaled values; nil where they are too few for the shortest lags.
  init?(_ plan: Plan, of past: ArraySlice<Double>, scale: SlotScale, week: Int) {
    self.scale = scale
    changes = Self.expanded(plan.changes)
    let reach = plan.changes.reduce(0, +)
    self.reach = reach
    var series: [Double] = []
    series.reserveCapacity(past.count)
    for index in past.indices.dropFirst(reach) {
      series.append(past[index] - Self.base(of: past, at: index, changes))
    }
    // A week of rows is left, whatever the longest lag.
    let lags = plan.lags.filter { $0 + week <= series.count }
    guard let longest = lags.last else { return nil }
    self.lags = lags
    let centre = series.reduce(0, +) / Double(series.count)
    // The mean of a change is 0: a history that grew does not say that the next days will.
    mean = reach > 0 ? 0 : centre
    let variance = series.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(series.count)
    let deviation = variance.squareRoot()
    let largest = past.reduce(0) { max($0, abs($1)) }
    // A series that never moves, but for rounding, is continued as it is.
    guard deviation > Self.rounding * largest else {
      coefficients = Array(repeating: 0, count: lags.count)
      self.deviation = 1
      return
    }
    self.deviation = deviation
    for index in series.indices { series[index] = (series[index] - mean) / deviation }
    coefficients = LagProducts(of: series, first: longest).coefficients(
      lags: lags, penalty: plan.ridge * Double(series.count - longest))
  }

  /// The volumes of `steps` slots after `values`, which are scaled.
  func path(after values: ArraySlice<Double>, steps: Int) -> [Double] {
    var past = Array(values.suffix((lags.last ?? 0) + reach))
    let start = past.count
    var series = Array(repeating: 0.0, count: start + steps)
    for index in reach..<max(reach, start) {
      let change = past[index] - Self.base(of: past[...], at: index, changes)
      series[index] = (change - mean) / deviation
    }
    var path: [Double] = []
    path.reserveCapacity(steps)
    for index in start..<start + steps {
      var sum = 0.0
      for (position, lag) in lags.enumerated() {
        sum += coefficients[position] * series[index - lag]
      }
      sum = min(max(sum, -Self.bound), Self.bound)
      series[index] = sum
      let value = sum * deviation + mean + Self.base(of: past[...], at: index, changes)
      past.append(value)
      path.append(scale.volume(value))
    }
    return path
  }

  /// The terms before a value that a change takes off it: of z[t] - z[t-a] the one of lag a, of the
  /// change by b of the change by a those of a, b and a + b, the last one added.
  private static func expanded(_ changes: [Int]) -> [Term] {
    var terms = [Term(lag: 0, sign: 1)]
    for change in changes {
      terms += terms.map { Term(lag: $0.lag + change, sign: -$0.sign) }
    }
    return terms.dropFirst().map { Term(lag: $0.lag, sign: -$0.sign) }
  }

  private static func base(of past: ArraySlice<Double>, at index: Int, _ terms: [Term]) -> Double {
    var sum = 0.0
    for term in terms { sum += term.sign * past[index - term.lag] }
    return sum
  }
}
