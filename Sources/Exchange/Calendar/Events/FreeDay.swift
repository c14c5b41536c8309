import Timeline
import Workforce

/// A day of a week on which an agent has no shift: leave of some sort, or a day off.
struct FreeDay: Hashable, Sendable {
  let day: LocalDay
  /// The day on the agent's clock.
  let interval: Interval
  /// Nil for a plain day off.
  let leave: TimeOff.Kind?
}

extension FreeDay {
  /// The free days of a week in order; days off only of those who work in the week.
  ///
  /// A night belongs to the day on which it begins, so that the day of its end may be free. The shifts
  /// are the agent's; the time off is the agent's and approved.
  static func all(
    of agent: Agent, shifts: ArraySlice<Shift>, timeOff: [TimeOff], weekFrom firstDay: LocalDay,
    on clock: ZoneClock
  ) -> [FreeDay] {
    (firstDay..<firstDay + 7).compactMap { day in
      guard agent.isEmployed(on: day), !shifts.contains(where: { $0.day == day }) else {
        return nil
      }
      let leave = timeOff.first { $0.covers(day) }?.kind
      guard leave != nil || !shifts.isEmpty else { return nil }
      let interval = clock.interval(of: day)
      // A date that the zone has skipped is nobody's day off.
      guard !interval.isEmpty else { return nil }
      return FreeDay(day: day, interval: interval, leave: leave)
    }
  }
}
