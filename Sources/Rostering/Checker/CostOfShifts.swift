import Timeline
import Workforce

/// Pay, premiums and wishes, reckoned shift by shift.
extension RosterFacts {
  func costOfShifts() -> Roster.Cost {
    var cost = Roster.Cost()
    for week in weeks {
      let wishes = centre.wishes.filter { $0.agent == week.agent.id }
      for shift in week.shifts {
        let pay = shift.paid.hours * week.site.costPerHour
        cost.pay = cost.pay + pay
        cost.premium = cost.premium + week.premiumShare(of: shift) * pay
        let start = week.minute(of: shift.interval.start, after: shift.day)
        for wish in wishes where wish.day == shift.day {
          if wish.isBroken(byTemplate: shift.template, start: start) {
            cost.wishes = cost.wishes + wish.weight * centre.prices.wish
          }
        }
      }
    }
    return cost
  }
}

extension WorkedWeek {
  /// What a shift earns on top, as a share of its pay: the mean of its minutes' shares, for unpaid
  /// breaks are not told apart, and the template's own.
  fileprivate func premiumShare(of shift: Shift) -> Double {
    let length = shift.interval.length.count
    guard length > 0 else { return 0 }
    let premiums = site.premiums
    let holidays = centre.calendar(site.holidays)
    var sum = 0.0
    // Between changes of the clock local time runs on like real time.
    var pieces = agent.zone.transitions(in: shift.interval).map(\.instant)
    pieces =
      [shift.interval.start] + pieces.filter { $0 > shift.interval.start } + [shift.interval.end]
    for (from, to) in zip(pieces, pieces.dropFirst()) {
      let first = agent.zone.reading(at: from)
      for minute in 0..<(to - from).count {
        let (days, clock) = (first.secondOfDay / 60 + minute).quotientAndRemainder(
          dividingBy: 1440)
        let day = first.day + days
        if premiums.coversNight(clock) { sum += premiums.night }
        if day.weekday == .sunday { sum += premiums.sunday }
        if holidays.isPublicHoliday(day) { sum += premiums.holiday }
      }
    }
    return sum / Double(length) + (centre.template(shift.template)?.premium ?? 0)
  }
}

extension Premiums {
  /// Whether a minute of the clock is night.
  fileprivate func coversNight(_ minute: Int) -> Bool {
    nightFrom <= nightTo
      ? nightFrom.minutes <= minute && minute < nightTo.minutes
      : minute >= nightFrom.minutes || minute < nightTo.minutes
  }
}
