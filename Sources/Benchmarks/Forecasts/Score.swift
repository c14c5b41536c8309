import Planning
import Statistics
import Timeline
import Workforce

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

  init(
    of method: Judge.Method, weeks: Int, over judged: [Judge.Slot], isSpecial: (LocalDay) -> Bool
  ) {
    let special = judged.filter { isSpecial(LocalDay(daysSince1970: $0.day)) }
    let score = ForecastScore(of: method, weeks: weeks, over: judged)
    absoluteError = score.error ?? .nan
    specialError = ForecastScore(of: method, weeks: weeks, over: special).error
    bias = score.bias ?? .nan
    quantileLoss =
      method == .nobat
      ? Score.quantileLoss(of: judged.map(\.expected), against: judged.map(\.actual)) : nil
    inner = score.covered80
    outer = score.covered95
  }

  /// Twice the mean pinball loss of the bands' five quantiles as a share of what came; nil where nothing
  /// came.
  static func quantileLoss(of bands: [Band], against actual: [Double]) -> Double? {
    let mean = actual.reduce(0, +) / Double(actual.count)
    guard mean > 0 else { return nil }
    let sides: [(p: Double, side: (Band) -> Double)] = [
      (0.025, \.lowest), (0.1, \.low), (0.5, \.expected), (0.9, \.high), (0.975, \.highest),
    ]
    let losses = sides.compactMap { p, side in
      Scores.pinball(p, of: bands.map(side), against: actual)
    }
    return 2 * losses.reduce(0, +) / Double(losses.count) / mean
  }
}
