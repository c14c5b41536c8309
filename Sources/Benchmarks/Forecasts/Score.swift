import Statistics

/// How far forecasts were off.
struct Score: Hashable {
  /// The sum of absolute errors as a share of what came (WAPE).
  let absoluteError: Double
  /// The same on holidays, the days beside them and from December 22 to January 2; nil without any.
  let specialError: Double?
  /// How much too much was forecast, as a share of what came.
  let bias: Double
  /// Twice the mean pinball loss of five quantiles as a share of what came (wQL); nil of a mean alone.
  ///
  /// The quantiles are those of 2.5, 10, 50, 90 and 97.5 %. The mean stands for the median, as it does
  /// for all peers.
  let quantileLoss: Double?
  /// The share of slots that came to lie within the band from 10 % to 90 %; nil without a band.
  let inner: Double?
  /// The same of the band from 2.5 % to 97.5 %.
  let outer: Double?

  /// The mean and the quantiles of slots in a row.
  struct Quantiles {
    let expected: [Double]
    let lowest: [Double]
    let low: [Double]
    let high: [Double]
    let highest: [Double]
  }

  /// Scores a mean alone.
  init(of expected: [Double], against actual: [Double], special: [Bool]) {
    self.init(expected, nil, actual, special)
  }

  init(of quantiles: Quantiles, against actual: [Double], special: [Bool]) {
    self.init(quantiles.expected, quantiles, actual, special)
  }

  private init(
    _ expected: [Double], _ quantiles: Quantiles?, _ actual: [Double], _ special: [Bool]
  ) {
    absoluteError = Scores.weightedAbsoluteError(of: expected, against: actual) ?? .nan
    bias = Scores.bias(of: expected, against: actual) ?? .nan
    let specialActual = zip(actual, special).map { $1 ? $0 : .nan }
    specialError = Scores.weightedAbsoluteError(of: expected, against: specialActual)
    quantileLoss = quantiles?.loss(against: actual)
    inner = quantiles.flatMap { Scores.coverage(low: $0.low, high: $0.high, against: actual) }
    outer = quantiles.flatMap { Scores.coverage(low: $0.lowest, high: $0.highest, against: actual) }
  }
}

extension Score.Quantiles {
  fileprivate func loss(against actual: [Double]) -> Double? {
    let scored = actual.filter { !$0.isNaN }
    guard !scored.isEmpty, scored.contains(where: { $0 > 0 }) else { return nil }
    let sides = [(0.025, lowest), (0.1, low), (0.5, expected), (0.9, high), (0.975, highest)]
    let losses = sides.compactMap { Scores.pinball($0, of: $1, against: actual) }
    let meanLoss = losses.reduce(0, +) / Double(losses.count)
    return 2 * meanLoss / (scored.reduce(0, +) / Double(scored.count))
  }
}
