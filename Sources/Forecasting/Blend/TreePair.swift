/// Two sets of trees fitted on the same past: one on volumes without special days' effects, one without
/// the season either.
struct TreePair: Sendable {
  /// Absent where the second set speaks for both.
  private let plain: TreeMember?
  private let seasonal: TreeMember?

  /// Weeks from which on the second set looks at volumes without the season; before, it only draws
  /// anew.
  static let weeksOfSeason = 104

  /// Fits both sets on the days before one.
  init(of table: DayTable, columns: CalendarColumns, through count: Int, seed: UInt64) {
    let view = DayView(of: table, through: count, isSpecial: columns.isSpecial)
    let effects = CalendarEffects(of: view, columns: columns, withYear: false)
    plain = TreeMember(
      of: table, effects: effects.special, isSpecial: columns.isSpecial, through: count, seed: seed)
    seasonal = Self.seasonal(of: view, columns: columns, seed: seed)
  }

  /// Fits the second set only, for trials: it errs about as much as the first, so that it can tell what
  /// either is worth in half the time.
  init(judging table: DayTable, columns: CalendarColumns, through count: Int, seed: UInt64) {
    let view = DayView(of: table, through: count, isSpecial: columns.isSpecial)
    plain = nil
    seasonal = Self.seasonal(of: view, columns: columns, seed: seed)
  }

  /// What the sets say of each slot of the days from an origin on; nothing where there was too little to
  /// learn from.
  func volumes(from origin: Int, days: Int) -> [Method: [Double]] {
    guard let second = seasonal?.forecast(from: origin, days: days) else { return [:] }
    return [.trees: plain?.forecast(from: origin, days: days) ?? second, .seasonalTrees: second]
  }

  private static func seasonal(
    of view: DayView, columns: CalendarColumns, seed: UInt64
  ) -> TreeMember? {
    let withYear = view.count >= weeksOfSeason * view.table.week
    let effects = CalendarEffects(of: view, columns: columns, withYear: withYear)
    return TreeMember(
      of: view.table, effects: zip(effects.special, effects.year).map { $0 + $1 },
      isSpecial: columns.isSpecial, through: view.count, seed: seed &+ 1)
  }
}
