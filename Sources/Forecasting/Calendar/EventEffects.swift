/// What events of a tag did to the contacts of their time.
struct EventEffects: Sendable {
  private let factors: [String: Double]

  /// Pseudo occurrence without effect that every tag starts with: most of a single past sale is
  /// believed.
  static let prior = 0.2

  /// Learns from the cells that events to be learnt took out of a table.
  ///
  /// - Parameters:
  ///   - cells: what came in them.
  ///   - usual: contacts of a whole slot that the blend would have expected there.
  init(of cells: [LocalTable.LearnedCell], usual: (_ day: Int, _ slot: Int) -> Double) {
    var sums: [String: (contacts: Double, expected: Double, days: Set<Int>)] = [:]
    for cell in cells {
      var sum = sums[cell.tag] ?? (0, 0, [])
      sum.contacts += cell.contacts
      sum.expected += cell.exposure * usual(cell.day, cell.slot)
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
  func factor(of tag: String) -> Double? { factors[tag] }
}
