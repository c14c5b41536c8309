/// A regression of a slot on the slots some lags before, iterated into the future.
struct SlotRegression: Sendable {
  /// What to regress on, in slots.
  struct Plan: Sendable {
    /// Regress the change since so many slots before; 0 for the value itself.
    let season: Int
    /// Rising.
    let lags: [Int]
    /// The ridge as a share of the number of rows, on a series of variance 1.
    let ridge: Double
  }

  private let scale: SlotScale
  private let season: Int
  private let lags: [Int]
  private let coefficients: [Double]
  private let mean: Double
  private let deviation: Double

  /// Values are not followed further from the mean than so many standard deviations.
  static let bound = 12.0

  /// Fits on `past`, scaled values; nil where they are too few for the shortest lags.
  init?(_ plan: Plan, of past: ArraySlice<Double>, scale: SlotScale, week: Int) {
    self.scale = scale
    season = plan.season
    var series: [Double] = []
    series.reserveCapacity(past.count)
    for index in past.indices.dropFirst(season) {
      series.append(season > 0 ? past[index] - past[index - season] : past[index])
    }
    // A week of rows is left, whatever the longest lag.
    let lags = plan.lags.filter { $0 + week <= series.count }
    guard let longest = lags.last else { return nil }
    self.lags = lags
    // The mean of a change is 0: a history that grew does not say that the next days will.
    let mean = season > 0 ? 0 : series.reduce(0, +) / Double(series.count)
    let centre = series.reduce(0, +) / Double(series.count)
    let variance = series.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(series.count)
    let deviation = variance.squareRoot()
    self.mean = mean
    // A series that never moves, but for rounding, is continued as it is.
    guard deviation > 1e-9 * max(abs(centre), abs(past.first ?? 0), 1e-300) else {
      coefficients = Array(repeating: 0, count: lags.count)
      self.deviation = 1
      return
    }
    self.deviation = deviation
    for index in series.indices { series[index] = (series[index] - mean) / deviation }
    coefficients = LagProducts(of: series, first: longest).coefficients(
      lags: lags, penalty: plan.ridge * Double(series.count - longest))
  }

  /// The volumes of `steps` slots from `origin` on; `values` are scaled.
  func path(after values: ArraySlice<Double>, steps: Int) -> [Double] {
    let reach = (lags.last ?? 0) + season
    var past = Array(values.suffix(reach))
    let start = past.count
    var series = Array(repeating: 0.0, count: start + steps)
    for index in season..<max(season, start) {
      let change = season > 0 ? past[index] - past[index - season] : past[index]
      series[index] = (change - mean) / deviation
    }
    var path: [Double] = []
    path.reserveCapacity(steps)
    for index in start..<start + steps {
      var sum = 0.0
      for (lag, coefficient) in zip(lags, coefficients) { sum += coefficient * series[index - lag] }
      sum = min(max(sum, -Self.bound), Self.bound)
      series[index] = sum
      let value = sum * deviation + mean + (season > 0 ? past[index - season] : 0)
      past.append(value)
      path.append(scale.volume(value))
    }
    return path
  }
}
