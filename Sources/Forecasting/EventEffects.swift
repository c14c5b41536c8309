/// What events of a tag did to the contacts of their time.
package struct EventEffects: Sendable {
  private let factors: [String: Double]

  /// Pseudo occurrence without effect that every tag starts with: most of a single past sale is
  /// believed.
  static let prior = 0.2

  /// Learns from the events of the first `count` days.
  package init(of past: Past, shape: DayShape, level: DayLevel, through count: Int) {
    var sums: [String: (contacts: Double, expected: Double, days: Set<Int>)] = [:]
    for cell in past.table.learned where cell.day < count {
      let weekday = past.signs.weekdays[cell.day]
      let share = shape.shares[weekday * shape.slotsPerDay + cell.slot]
      let expected = cell.exposure * share * level.sizes[weekday] * level.levels[cell.day]
      var sum = sums[cell.tag] ?? (0, 0, [])
      sum.contacts += cell.contacts
      sum.expected += expected
      sum.days.insert(cell.day)
      sums[cell.tag] = sum
    }
    factors = sums.compactMapValues { sum in
      guard sum.expected > 0 else { return nil }
      let pseudo = Self.prior * sum.expected / Double(sum.days.count)
      return (sum.contacts + pseudo) / (sum.expected + pseudo)
    }
  }

  /// The factor of a tag, nil where no such event was seen.
  package func factor(of tag: String) -> Double? { factors[tag] }
}
