import Statistics

/// Slot by slot the mean of the last weeks, once special days' effects are taken out.
struct RecentAverage {
  static let weeks = 6

  /// Expected contacts of each slot of the days from the origin on.
  static func volumes(of view: DayView, _ effects: CalendarEffects, days: Int) -> [Double] {
    let table = view.table
    let slots = table.slotsPerDay
    let teaching = (0..<view.count).filter {
      view.isUsed[$0] || (table.isSeen[$0] && view.totals[$0] == 0)
    }
    let profiles = (0..<7).map { weekday -> [Double] in
      let first = view.count - weeks * table.week
      let own = teaching.filter { table.weekdays[$0] == weekday && $0 >= first }
      // A weekday that was never seen is taken like the others.
      let taught = own.isEmpty ? teaching.suffix(weeks * table.week) : own[...]
      guard !taught.isEmpty else { return Array(repeating: 0, count: slots) }
      return (0..<slots).map { slot in
        taught.reduce(0) { $0 + table.filled[$1 * slots + slot] / exp(effects.special[$1]) }
          / Double(taught.count)
      }
    }
    return (view.count..<view.count + days).flatMap { day in
      profiles[table.weekdays[day]].map { $0 * exp(effects.special[day]) }
    }
  }
}
