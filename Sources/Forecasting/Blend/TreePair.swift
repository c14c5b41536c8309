/// Two sets of trees fitted on the same past: one on volumes without special days' effects, one without
/// the season either.
///
/// Apart they err alike; their mean errs less.
struct TreePair: Sendable {
  let plain: TreeMember?
  let seasonal: TreeMember?

  /// Weeks from which on the second set looks at volumes without the season; before, it only draws
  /// anew.
  static let weeksOfSeason = 104

  init(of table: DayTable, columns: CalendarColumns, through count: Int, seed: UInt64) {
    let view = DayView(of: table, through: count, isSpecial: columns.isSpecial)
    let effects = CalendarEffects(of: view, columns: columns, withYear: false)
    plain = TreeMember(
      of: table, effects: effects.special, isSpecial: columns.isSpecial, through: count, seed: seed)
    seasonal = TreeMember(
      of: table, effects: Self.seasonalEffects(of: view, columns: columns),
      isSpecial: columns.isSpecial, through: count, seed: seed &+ 1)
  }

  /// The second set in place of both: enough to judge by what trees are worth, and half as dear.
  init(
    judging table: DayTable, columns: CalendarColumns, through count: Int, seed: UInt64
  ) {
    let view = DayView(of: table, through: count, isSpecial: columns.isSpecial)
    seasonal = TreeMember(
      of: table, effects: Self.seasonalEffects(of: view, columns: columns),
      isSpecial: columns.isSpecial, through: count, seed: seed &+ 1)
    plain = seasonal
  }

  /// What is divided out before the second set looks.
  private static func seasonalEffects(of view: DayView, columns: CalendarColumns) -> [Double] {
    let withYear = view.count >= weeksOfSeason * view.table.week
    let effects = CalendarEffects(of: view, columns: columns, withYear: withYear)
    return zip(effects.special, effects.year).map { $0 + $1 }
  }
}
