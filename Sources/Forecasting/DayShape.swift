/// How a day's contacts spread over its slots, weekday by weekday: shares of a whole day, 0 where
/// the queue is closed or nothing was ever observed.
package struct DayShape: Sendable {
  /// By `7 x slotsPerDay`, Monday first; a weekday's shares sum to 1, or are all 0.
  package let shares: [Double]
  package let slotsPerDay: Int
  /// For each day learnt from: the share of an ordinary day that was observed, about 1.
  package let observedShare: [Double]

  /// Weeks until a day counts half.
  static let halfLife = 16.0
  /// Rounds after which half-observed days count as they are; few histories need more than three.
  static let mostRounds = 16

  /// Learns from the first `count` days.
  package init(of past: Past, through count: Int) {
    let weights = past.weights(through: count, halfLife: Self.halfLife)
    slotsPerDay = past.slotsPerDay
    // At first a day's size is its contacts; then, where a part of it was not observed, its contacts
    // over the share that was. Where all is observed the second round changes nothing.
    var shares: [Double] = []
    var observed = Array(repeating: 1.0, count: count)
    for _ in 0..<Self.mostRounds {
      let sizes = (0..<count).map { observed[$0] > 0 ? past.totals[$0] / observed[$0] : 0 }
      shares = ShapeSums(of: past, weights: weights, sizes: sizes).pooledShares()
      let before = observed
      observed = Self.observedShares(of: past, through: count, shares: shares)
      if observed.indices.allSatisfy({ abs(observed[$0] - before[$0]) < 1e-5 }) { break }
    }
    self.shares = shares
    observedShare = observed
  }

  private static func observedShares(of past: Past, through count: Int, shares: [Double])
    -> [Double]
  {
    (0..<count).map { day in
      let base = past.signs.weekdays[day] * past.slotsPerDay
      let cells = past.table.cells(of: day)
      var sum = 0.0
      for slot in 0..<past.slotsPerDay {
        sum += past.table.exposure[cells.lowerBound + slot] * shares[base + slot]
      }
      return sum
    }
  }
}
