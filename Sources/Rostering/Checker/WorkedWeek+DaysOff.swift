import Timeline
import Workforce

/// Presence on days that are off: approved time off, days outside employment, the weekly rest day.
extension WorkedWeek {
  func shiftsOnDaysOff() -> [Violation] {
    var found: [Violation] = []
    for shift in shifts {
      // A shift is present on its own day and on every date that it reaches into.
      let first = min(shift.day, agent.zone.day(at: shift.interval.start))
      let last = agent.zone.day(at: shift.interval.end + Minutes(-1))
      for day in first...max(first, last) {
        let isPresent =
          day == shift.day || agent.zone.interval(of: day).overlaps(shift.interval)
        guard isPresent else { continue }
        if let timeOff = approvedTimeOff.first(where: { $0.covers(day) }) {
          found.append(
            violation("time off", shift.interval, "works on \(day), a day of \(timeOff.kind)"))
        }
        if !agent.isEmployed(on: day) {
          found.append(
            violation("employment", shift.interval, "works on \(day), outside employment"))
        }
        if day.weekday == contract.weeklyRestDay {
          found.append(
            violation("weekly rest", shift.interval, "works on \(day), the weekly day of rest"))
        }
      }
    }
    return found
  }
}
