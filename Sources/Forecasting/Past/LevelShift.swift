import Statistics

/// A level that jumped once, by a large factor, and stayed: a merger, a new product, a line switched over.
///
/// What lies before it tells of weekdays, hours and holidays, but not of the level, and a fit that takes
/// the jump for growth runs away with it. So the past is taken at the new level before any method sees it.
package struct LevelShift: Hashable, Sendable {
  /// The first day at the new level, as a position among a table's days.
  package let day: Int
  /// The new level over the old one.
  package let factor: Double
  /// The relative variance of what is not known of the new level.
  package let doubt: Double

  /// The least factor, up or down, that is taken for a jump.
  static let leastFactor = 2.5
  /// Weeks on each side whose medians are compared.
  static let reach = 8
  /// Days on a side, of ten, that may lie on the wrong one.
  static let mostStrays = 0.1
  /// A past that had the new level before, for so large a share of its days or so many days in a row,
  /// knows it from a season or a campaign.
  static let mostKnown = 0.05
  static let longestVisit = 4
  /// Jumps that are looked for, the latest first.
  static let mostShifts = 3
  /// A new level settles: of the logarithm of its factor so much is in doubt on its first day, half as
  /// much after so many weeks.
  static let doubtOfFactor = 0.1
  static let weeksToSettle = 4.0

  /// Working days for which a level holds before it is believed: about ten by the calendar.
  static func leastDays(week: Int) -> Int { week + week / 3 }

  /// A table's past at the level that it has at last, and the jumps that led there, the latest first.
  static func levelled(_ table: DayTable, columns: CalendarColumns) -> (
    table: DayTable, shifts: [LevelShift]
  ) {
    var table = table
    var shifts: [LevelShift] = []
    while shifts.count < mostShifts, let shift = last(in: table, columns: columns) {
      table = table.scaled(before: shift.day, by: shift.factor)
      shifts.append(shift)
    }
    return (table, shifts)
  }

  /// The latest jump of a table's past that holds until its end.
  private static func last(in table: DayTable, columns: CalendarColumns) -> LevelShift? {
    let view = DayView(of: table, through: table.pastDays, isSpecial: columns.isSpecial)
    let days = (0..<view.count).filter { view.isNormal[$0] }
    let least = leastDays(week: table.week)
    guard days.count >= 2 * table.week + least else { return nil }
    let levels = levels(on: days, of: view)
    var sums = [0.0]
    for level in levels { sums.append(sums[sums.count - 1] + level) }

    for start in stride(from: days.count - least, through: 2 * table.week, by: -1) {
      let left = sums[start] - sums[start - least]
      let right = sums[start + least] - sums[start]
      guard abs(right - left) >= 0.8 * log(leastFactor) * Double(least) else { continue }
      let near = (
        before: median(of: Array(levels[start - least..<start])) ?? 0,
        after: median(of: Array(levels[start..<start + least])) ?? 0
      )
      let reach = reach * table.week
      let before = levels[max(0, start - reach)..<start]
      let after = levels[start..<min(levels.count, start + reach)]
      guard let old = median(of: Array(before)), let new = median(of: Array(after)) else {
        continue
      }
      let change = new - old
      let step = near.after - near.before
      guard min(abs(change), abs(step)) >= log(leastFactor), change * step > 0 else { continue }
      let sign: Double = change > 0 ? 1 : -1
      func isBeyond(_ level: Double) -> Bool { sign * (level - (old + new) / 2) > 0 }
      guard isBeyond(levels[start]), !isBeyond(levels[start - 1]),
        Double(levels[start...].count { !isBeyond($0) })
          <= mostStrays * Double(levels.count - start),
        Double(before.count(where: isBeyond)) <= mostStrays * Double(before.count),
        !isKnown(levels[..<start].map(isBeyond)),
        isBusy(table, from: days[start], closed: view.isClosed)
      else { continue }
      let noise = median(of: after.map { abs($0 - new) } + before.map { abs($0 - old) }) ?? 0
      let variance = pow(1.4826 * noise, 2)
      let weeks = Double(days.count - start) / Double(table.week)
      let unsettled = pow(doubtOfFactor * change, 2) * discount(age: weeks, halfLife: weeksToSettle)
      return LevelShift(
        day: days[start], factor: exp(change),
        doubt: variance * (1 / Double(before.count) + 1 / Double(after.count)) + unsettled)
    }
    return nil
  }

  /// Logarithms of some days' contacts without what is usual of their weekday among the days beside them.
  private static func levels(on days: [Int], of view: DayView) -> [Double] {
    let logarithms = days.map { log(view.totals[$0]) }
    let reach = view.table.week / 2
    var departures: [[Double]] = Array(repeating: [], count: 7)
    for index in days.indices where index >= reach && index + reach < days.count {
      let around = logarithms[index - reach...index + reach]
      let mean = around.reduce(0, +) / Double(around.count)
      departures[view.table.weekdays[days[index]]].append(logarithms[index] - mean)
    }
    let usual = departures.map { median(of: $0) ?? 0 }
    return days.indices.map { logarithms[$0] - usual[view.table.weekdays[days[$0]]] }
  }

  /// Whether what came before a jump had been beyond it already, and came back.
  private static func isKnown(_ isBeyond: [Bool]) -> Bool {
    var run = 0
    for isOne in isBeyond {
      run = isOne ? run + 1 : 0
      if run > longestVisit { return true }
    }
    return Double(isBeyond.count(where: \.self)) > mostKnown * Double(isBeyond.count)
  }

  /// Whether hardly any day from one on was empty: a queue that falls silent has not a lower level.
  private static func isBusy(_ table: DayTable, from day: Int, closed isClosed: [Bool]) -> Bool {
    let seen = (day..<table.pastDays).filter {
      table.isSeen[$0] && !isClosed[table.weekdays[$0]]
    }
    let empty = seen.count { table.totals[$0] == 0 }
    return Double(empty) <= mostStrays * Double(seen.count)
  }
}
