import Statistics

/// Boosted trees as a method of the blend: the contacts of each slot as a ratio to the level of late,
/// learnt from the weeks before and the calendar, once special days' effects are taken out.
///
/// Fitted once, it serves all later origins: they give it newer weeks to look at.
struct TreeMember: Sendable {
  /// Weeks that are learnt from.
  static let weeks = 156
  /// Weeks before an origin that rows need, and that a table needs before the first row.
  static let weeksBefore = 6
  static let weeksBeforeRows = 8
  /// Weeks of rows below which there are no trees.
  static let leastWeeks = 2
  /// Rows below which there are no trees, to which the cells are repeated at different leads, and at
  /// most.
  static let leastRows = 200
  static let goodRows = 12_000
  static let mostRows = 20_000
  /// Bounds of an effect: what lies beyond is nearly closed and says little.
  static let mostEffect = 3.0

  private let trees: BoostedTrees
  private let table: DayTable
  private let factors: [Double]
  private let isSpecial: [Bool]
  private let through: Int

  /// - Parameters:
  ///   - effects: the logarithm of each day's calendar effect, for all days of the table.
  ///   - isSpecial: whether a day has an effect of its own.
  ///   - day: the first day that is not known.
  /// - Returns: nil where there is too little to learn from.
  init?(
    of table: DayTable, effects: [Double], isSpecial: [Bool], through day: Int, seed: UInt64,
    settings: BoostedTrees.Settings = BoostedTrees.Settings()
  ) {
    let week = table.week
    let slots = table.slotsPerDay
    let factors = effects.map { exp(min(Self.mostEffect, max(-Self.mostEffect, $0))) }
    let first = max(day % week + Self.weeksBeforeRows * week, day - Self.weeks * week)
    guard slots > 0, day - first >= Self.leastWeeks * week,
      let past = TreeFeatures(of: table, effects: factors, isSpecial: isSpecial, through: day)
    else { return nil }

    var generator = Generator(seed: seed, stream: "rows")
    let drawn = Self.drawRows(of: table, from: first, to: day, &generator)
    guard drawn.count >= Self.leastRows else { return nil }
    var features = FeatureColumns(rows: drawn.count, columns: TreeFeatures.count)
    var targets: [Float] = []
    var weights: [Double] = []
    targets.reserveCapacity(drawn.count)
    weights.reserveCapacity(drawn.count)
    for (row, cell) in drawn.enumerated() {
      let level = past.write(
        row: row, of: &features, slot: cell.slot, on: cell.day, from: cell.origin)
      targets.append(Float(past.volume(cell.slot, on: cell.day) / level))
      weights.append(level * factors[cell.day])
    }
    let mean = weights.reduce(0, +) / Double(weights.count)
    trees = BoostedTrees(
      features: features, targets: targets, weights: weights.map { Float($0 / mean) },
      settings: settings, seed: generator.next())
    self.table = table
    self.factors = factors
    self.isSpecial = isSpecial
    through = day
  }

  /// Expected contacts of each slot of the days from an origin on, which is not before the day that
  /// the trees were fitted through; of the days before it the latest weeks are looked at.
  func forecast(from origin: Int, days: Int) -> [Double] {
    precondition(origin >= through, "the days to forecast begin after those learnt from")
    let slots = table.slotsPerDay
    let silent = Array(repeating: 0.0, count: days * slots)
    guard
      let past = TreeFeatures(of: table, effects: factors, isSpecial: isSpecial, through: origin)
    else { return silent }
    var features = FeatureColumns(rows: days * slots, columns: TreeFeatures.count)
    var levels = silent
    for row in levels.indices {
      let day = origin + row / slots
      levels[row] =
        factors[day]
        * past.write(row: row, of: &features, slot: row % slots, on: day, from: origin)
    }
    let ratios = trees.means(of: features)
    return levels.indices.map { row in
      table.isOpen(row % slots, on: origin + row / slots) ? levels[row] * ratios[row] : 0
    }
  }
}

// MARK: - Rows

extension TreeMember {
  /// A cell to learn from, forecast from a day that is whole weeks before the first unknown one.
  private struct Row {
    let slot: Int
    let day: Int
    let origin: Int
  }

  /// Draws cells evenly over the days, each at a lead of its own; few cells come at several leads.
  private static func drawRows(
    of table: DayTable, from first: Int, to end: Int, _ generator: inout Generator
  ) -> [Row] {
    let week = table.week
    let slots = table.slotsPerDay
    let cells = (end - first) * slots
    let copies = max(1, min(TreeFeatures.mostLead, goodRows / cells))
    let count = min(mostRows, cells * copies)
    var rows: [Row] = []
    rows.reserveCapacity(count)
    var lead = 0
    for draw in 0..<count {
      // The copies of a cell follow each other and take one lead after the other.
      lead =
        copies == 1 || draw % copies == 0
        ? generator.index(below: TreeFeatures.mostLead) : (lead + 1) % TreeFeatures.mostLead
      let within = count < cells ? generator.uniform() : 0
      let cell = Int((Double(draw) + within) * Double(cells) / Double(count))
      let day = first + cell / slots
      let weeksToEnd = (end - day + week - 1) / week
      let origin = end - (weeksToEnd + lead) * week
      guard !table.volume[day * slots + cell % slots].isNaN, origin >= weeksBefore * week
      else { continue }
      rows.append(Row(slot: cell % slots, day: day, origin: origin))
    }
    return rows
  }
}
