/// Two sets of trees fitted on the same past: one on volumes without special days' effects, one without
/// the season either.
struct TreePair: Sendable {
  let plain: TreeMember?
  let seasonal: TreeMember?

  /// Weeks from which on the second set looks at volumes without the season; before, it only draws
  /// anew.
  static let weeksOfSeason = 104

  init(of table: DayTable, columns: CalendarColumns, through count: Int, seed: UInt64) {
    let view = DayView(of: table, through: count, isSpecial: columns.isSpecial)
    let effects = CalendarEffects(of: view, columns: columns, withYear: false)
    var divided = effects.special
    if count >= Self.weeksOfSeason * table.week {
      let season = CalendarEffects(of: view, columns: columns, withYear: true)
      divided = zip(season.special, season.year).map { $0 + $1 }
    }
    plain = TreeMember(
      of: table, effects: effects.special, isSpecial: columns.isSpecial, through: count, seed: seed)
    seasonal = TreeMember(
      of: table, effects: divided, isSpecial: columns.isSpecial, through: count, seed: seed &+ 1)
  }
}
