import Statistics

/// What an ordinary past day had, slot by slot.
///
/// The calendar's total times the level around that day, spread by its shares. What events did is measured
/// against it.
struct UsualVolumes {
  private let view: DayView
  private let effects: CalendarEffects
  private let shares: DayShares

  /// Working weeks on each side over which the level is taken.
  static let reach = 2

  init(of table: DayTable, columns: CalendarColumns, through count: Int) {
    view = DayView(of: table, through: count, isSpecial: columns.isSpecial)
    effects = CalendarEffects(
      of: view, columns: columns, withYear: !Members.isShort(days: count, in: table))
    shares = DayShares(of: view)
  }

  /// Contacts of each slot of a day of the table.
  func volumes(on day: Int) -> [Double] {
    let reach = Self.reach * view.table.week
    let around = max(0, day - reach)...max(0, min(view.count - 1, day + reach))
    var contacts = 0.0
    var expected = 0.0
    for day in around where view.isNormal.indices.contains(day) && view.isNormal[day] {
      contacts += view.totals[day]
      expected += effects.fitted[day]
    }
    let level = expected > 0 ? contacts / expected : 1
    let total = level * effects.fitted[day]
    return shares.shares(of: day).map { $0 * total }
  }
}
