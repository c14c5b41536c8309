/// All that one queue's past says of the days to come.
package struct QueueModel: Sendable {
  package let shape: DayShape
  package let level: DayLevel
  package let holidays: HolidayEffects
  package let events: EventEffects
  private let past: Past

  /// Learns from the first `count` days, and never looks at later ones.
  package init(of past: Past, through count: Int) {
    let first = Fit(of: past, through: count)
    // Days beside holidays are ordinary until they prove not to be; then they teach no more.
    let odd = (0..<count).filter { day in
      switch past.signs.signs[day] {
      case .before: first.holidays.before != nil
      case .after: first.holidays.after != nil
      case .ordinary, .holiday: false
      }
    }
    let fit = odd.isEmpty ? first : Fit(of: past.trusting(odd, only: 0), through: count)
    shape = fit.shape
    level = fit.level
    holidays = fit.holidays
    events = EventEffects(of: past, shape: fit.shape, level: fit.level, through: count)
    self.past = past
  }

  private struct Fit {
    let shape: DayShape
    let level: DayLevel
    let holidays: HolidayEffects

    init(of past: Past, through count: Int) {
      shape = DayShape(of: past, through: count)
      level = DayLevel(of: past, shape: shape, through: count)
      holidays = HolidayEffects(of: past, shape: shape, level: level, through: count)
    }
  }

  /// Whether a day is a holiday of a kind that was never seen.
  package func isUnseen(_ sign: DaySigns.Sign) -> Bool {
    guard case .holiday = sign else { return false }
    return (holidays.effect(of: sign)?.occurrences ?? 0) == 0
  }

  /// The contacts expected in each slot of a day when the queue is open throughout, by
  /// `slotsPerDay`; days count from the first of the past.
  package func rates(on day: Int) -> [Double] {
    let weekday = past.signs.weekdays[day]
    let sign = past.signs.signs[day]
    let factor = holidays.effect(of: sign)?.factor ?? 1
    let size = level.sizes[weekday] * level.level(on: day) * factor
    let shares =
      if past.signs.isKept(day) {
        holidays.shares(onWeekday: weekday, of: shape, isOpen: past.isOpen)
      } else {
        Array(shape.shares[weekday * past.slotsPerDay..<(weekday + 1) * past.slotsPerDay])
      }
    return shares.map { size * $0 }
  }
}
