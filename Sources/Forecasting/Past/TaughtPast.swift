/// A queue's past as the methods are taught it: at its last level, without days unlike their neighbours.
package struct TaughtPast: Sendable {
  package let table: DayTable
  /// Jumps of the level, the latest first.
  package let shifts: [LevelShift]
  /// The days that are left out.
  package let oddDays: [Int]

  init(_ table: DayTable, columns: CalendarColumns) {
    let (level, shifts) = LevelShift.levelled(table, columns: columns)
    oddDays = OddDays.days(of: level, columns: columns)
    self.table = level.leavingOut(oddDays)
    self.shifts = shifts
  }

  /// What a day's contacts were multiplied by.
  func factor(on day: Int) -> Double {
    shifts.reduce(1) { day < $1.day ? $0 * $1.factor : $0 }
  }

  /// The relative variance of what is not known of the last level.
  var doubt: Double { shifts.reduce(0) { max($0, $1.doubt) } }
}
