/// How far estimates of parts are drawn towards what they have in common.
///
/// Empirical Bayes for means (Efron and Morris, "Stein's paradox in statistics", 1977): a part that was
/// seen n times keeps the share n / (n + pseudoCount) of its own deviation, with
/// pseudoCount = (variance of one observation) / (true variance between parts). All is measured on
/// the data, so that contacts counted in dozens give the same answer as contacts counted singly.
package struct Pooling: Sendable {
  package let pseudoCount: Double

  /// - Parameters:
  ///   - squaredDeviations: sum over the parts of (estimate - common)².
  ///   - noise: sum over the parts of variance / n, the part of it that is chance.
  ///   - variance: mean variance of one observation.
  ///   - parts: number of parts summed over.
  package init(squaredDeviations: Double, noise: Double, variance: Double, parts: Int) {
    let between = (squaredDeviations - noise) / Double(max(1, parts))
    guard variance > 0 else {
      // Without noise every deviation is real.
      pseudoCount = 0
      return
    }
    pseudoCount = between > variance / Self.most ? variance / between : Self.most
  }

  package init(pseudoCount: Double) {
    self.pseudoCount = pseudoCount
  }

  /// Where nothing between the parts can be seen, a year of weeks of one part hardly counts more
  /// than the rest.
  private static let most = 100.0

  package func estimate(_ own: Double, seen count: Double, common: Double) -> Double {
    let total = count + pseudoCount
    return total > 0 ? (count * own + pseudoCount * common) / total : common
  }
}
