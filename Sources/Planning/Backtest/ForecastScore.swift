import Statistics
import Workforce

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
  /// The share of slots between the quantiles of 10 % and 90 %, both ends included; nil for methods
  /// without bands.
  package let covered80: Double?
  /// The share of slots between the quantiles of 2.5 % and 97.5 %.
  package let covered95: Double?

  package init(of method: Judge.Method, weeks: Int, over judged: [Judge.Slot]) {
    let expected = judged.map { $0.expected(by: method) }
    let actual = judged.map(\.actual)
    func covered(_ low: (Band) -> Double, _ high: (Band) -> Double) -> Double? {
      guard method == .nobat else { return nil }
      return Scores.coverage(
        low: judged.map { low($0.expected) }, high: judged.map { high($0.expected) },
        against: actual)
    }
    self.method = method.rawValue
    self.weeks = weeks
    slots = judged.count
    error = Scores.weightedAbsoluteError(of: expected, against: actual)
    bias = Scores.bias(of: expected, against: actual)
    covered80 = covered(\.low, \.high)
    covered95 = covered(\.lowest, \.highest)
  }
}
