/// How the ways to forecast a queue did on its own past, and what each weighs in the blend.
package struct League: Hashable, Sendable, Codable {
  /// One method over one stretch ahead.
  package struct Row: Hashable, Sendable, Codable {
    /// In a planner's words, such as `level` or `average of six weeks`; `blend` is what is used.
    package let method: String
    /// Weeks ahead that are judged, from the first on.
    package let weeks: Int
    /// The sum of absolute errors as a share of what came (WAPE).
    package let error: Double
    /// What was forecast too much as a share of what came.
    package let bias: Double
    /// The share of slots within the band from 10 % to 90 %; nil for methods without one.
    package let covered: Double?
    /// The method's share of the blend; nil for the blend itself and for methods only shown beside it.
    package let weight: Double?

    package init(
      method: String, weeks: Int, error: Double, bias: Double, covered: Double?, weight: Double?
    ) {
      self.method = method
      self.weeks = weeks
      self.error = error
      self.bias = bias
      self.covered = covered
      self.weight = weight
    }
  }

  /// Best first for each stretch ahead, the nearest stretch first.
  package let rows: [Row]
  /// How many times of the past were forecast to find it.
  package let origins: Int

  package init(rows: [Row], origins: Int) {
    self.rows = rows
    self.origins = origins
  }
}
