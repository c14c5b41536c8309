/// How good forecasts were, over all slots of a stretch ahead of which it is known what came.
package struct ForecastScore: Hashable, Sendable, Encodable {
  /// `Nobat`, or a plain method that stands beside it.
  package let method: String
  /// Weeks ahead that are judged, from the first on.
  package let weeks: Int
  /// Slots that were judged.
  package let slots: Int
  /// The sum of absolute errors as a share of what came (WAPE); nil where nothing came.
  package let error: Double?
  /// What was forecast too much as a share of what came.
  package let bias: Double?
  /// The share of slots between the quantiles of 10 % and 90 %; nil for methods without bands.
  package let covered80: Double?
  /// The share of slots between the quantiles of 2.5 % and 97.5 %.
  package let covered95: Double?
}

/// Adds up errors of one method over one stretch ahead.
struct ScoreSum {
  private var count = 0
  private var error = 0.0
  private var excess = 0.0
  private var actual = 0.0
  private var banded = 0
  private var within80 = 0
  private var within95 = 0

  mutating func add(_ forecast: Double, actual volume: Double) {
    count += 1
    error += abs(volume - forecast)
    excess += forecast - volume
    actual += volume
  }

  /// Ends of a band count as within it.
  mutating func add(
    _ forecast: Double, low: Double, high: Double, lowest: Double, highest: Double,
    actual volume: Double
  ) {
    add(forecast, actual: volume)
    banded += 1
    if low <= volume, volume <= high { within80 += 1 }
    if lowest <= volume, volume <= highest { within95 += 1 }
  }

  func score(_ method: String, weeks: Int) -> ForecastScore {
    func share(_ count: Int) -> Double? {
      banded > 0 ? Double(count) / Double(banded) : nil
    }
    return ForecastScore(
      method: method, weeks: weeks, slots: count, error: actual > 0 ? error / actual : nil,
      bias: actual > 0 ? excess / actual : nil, covered80: share(within80),
      covered95: share(within95))
  }
}
