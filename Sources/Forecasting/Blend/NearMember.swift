import Statistics

/// The next days slot by slot from the last values, with special days' effects taken out and put back.
struct NearMember: Sendable {
  private let table: DayTable
  private let short: ShortTerm
  /// For each day of the table, the factor of its special effect.
  private let factors: [Double]

  /// Days ahead for which it is asked.
  static let days = 7

  /// Days ahead for which its own bands are used.
  static let daysOfSpread = 2

  /// Fits on the cells before one; nil where there are too few, or too few slots a day.
  init?(of table: DayTable, columns: CalendarColumns, through cell: Int) {
    let view = DayView(of: table, through: cell / table.slotsPerDay, isSpecial: columns.isSpecial)
    let effects = CalendarEffects(of: view, columns: columns, withYear: false)
    let factors = effects.special.map { exp(min(2, max(-2, $0))) }
    let slots = table.slotsPerDay
    let values = table.filled.indices.map { table.filled[$0] / factors[$0 / slots] }
    guard
      let short = ShortTerm(of: values, day: slots, week: table.slotsPerWeek, through: cell)
    else { return nil }
    self.table = table
    self.factors = factors
    self.short = short
  }

  /// How far the cells after the fit may fall from the path.
  func spread(steps: Int) -> ShortSpread? { short.spread(steps: steps) }

  /// Expected contacts of the cells from one on; it and all before it are at or after those of the fit.
  func volumes(from cell: Int, count: Int) -> [Double] {
    let slots = table.slotsPerDay
    return short.path(from: cell, steps: count).enumerated().map { step, volume in
      let day = (cell + step) / slots
      return table.isOpen((cell + step) % slots, on: day) ? max(0, volume * factors[day]) : 0
    }
  }
}
