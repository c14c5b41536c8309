import Timeline
import Workforce

/// One agent's week before any shift: free days, wishes, and what the contract asks of it.
struct AgentWeek {
  let agent: Agent
  let contract: Contract
  let leastPaid: Minutes
  let mostPaid: Minutes
  let leastDays: Int
  let mostDays: Int
  /// Days of the week on which approved time off counts as worked, and all days off for any reason.
  let creditedDays: Int
  private let offDays: [DayOff]
  private let wishes: [Int: [Wish]]
  private let wishPrice: Double
  private let firstDay: LocalDay

  private struct DayOff {
    let day: LocalDay
    let interval: Interval
    let reason: Reason
  }

  private enum Reason {
    case timeOff, employment, weeklyRest
  }

  init(_ agent: Agent, contract: Contract, in centre: Centre, firstDay: LocalDay) {
    self.agent = agent
    self.contract = contract
    self.firstDay = firstDay
    let timeOff = centre.timeOff.filter { $0.agent == agent.id && $0.state == .approved }
    let week = firstDay...firstDay + 6
    let credited = week.filter { day in
      timeOff.contains { $0.kind.countsAsWorked && $0.covers(day) }
    }
    .count
    creditedDays = credited

    // A shift may reach into the days after the week, or begin on the day after its own.
    offDays = (firstDay - 1...firstDay + 9).compactMap { day in
      let reason: Reason? =
        if timeOff.contains(where: { $0.covers(day) }) {
          .timeOff
        } else if !agent.isEmployed(on: day) {
          .employment
        } else if day.weekday == contract.weeklyRestDay {
          .weeklyRest
        } else {
          nil
        }
      return reason.map { DayOff(day: day, interval: agent.zone.interval(of: day), reason: $0) }
    }

    // Days that count as worked lessen the week's hours in proportion to the contract's days.
    let days = max(contract.maximumDays, 1)
    let credit = Minutes(contract.weekly.count * credited / days)
    leastPaid = max(.zero, contract.weekly - contract.tolerance - credit)
    mostPaid = max(.zero, contract.weekly + contract.tolerance - credit)
    mostDays = max(0, contract.maximumDays - credited)
    leastDays = min(mostDays, max(0, (contract.minimumDays ?? 0) - credited))

    wishPrice = centre.prices.wish.amount
    wishes = Dictionary(grouping: centre.wishes.filter { $0.agent == agent.id }) {
      $0.day - firstDay
    }
  }

  /// Whether neither the shift's day nor any moment of its presence is a day off.
  func isFree(for interval: Interval, on day: Int) -> Bool {
    offDays.allSatisfy { $0.day != firstDay + day && !$0.interval.overlaps(interval) }
  }

  /// What a shift costs in wishes that it breaks.
  func wishes(against index: Int, in menu: Menu) -> Double {
    let candidate = menu.candidates[index]
    let template = menu.kinds[candidate.kind].template.id
    return (wishes[candidate.day] ?? []).reduce(0) { sum, wish in
      wish.isBroken(byTemplate: template, start: candidate.local)
        ? sum + wish.weight * wishPrice : sum
    }
  }

  /// What to tell the planner where the week asks for more than the agent can give.
  func note(on bounds: WeekBounds, unit: Int, hasShifts: Bool) -> String? {
    let week = offDays.filter { (firstDay...firstDay + 6).contains($0.day) }
    if week.count == 7, week.contains(where: { $0.reason == .timeOff }) {
      return "\(agent.id): off all week, so no shifts"
    }
    guard bounds.missingHours > 0 || bounds.missingDays > 0 else { return nil }
    var reason = "the shifts and rules of contract \(contract.id) add up to no more"
    if !hasShifts {
      reason = "no shift is open to contract \(contract.id) at site \(agent.site)"
    } else if !week.isEmpty {
      let kinds: [(Reason, String)] = [
        (.timeOff, "time off"), (.employment, "outside employment"), (.weeklyRest, "weekly rest"),
      ]
      let parts = kinds.compactMap { kind, name in
        let count = week.count { $0.reason == kind }
        return count > 0 ? "\(name) on \(count) \(count == 1 ? "day" : "days")" : nil
      }
      reason += ", with " + parts.joined(separator: ", ")
    }
    let asked =
      bounds.missingHours > 0
      ? "\(Minutes(bounds.hours.lowerBound * unit)) of the \(leastPaid) asked"
      : "\(bounds.dayCount.lowerBound) of the \(leastDays) days asked"
    return "\(agent.id): at most \(asked) can be planned; \(reason)"
  }
}

/// What the earlier roster leaves to an agent's week.
struct Past {
  let last: LastShift?
  /// Whether the last shift belongs to the day before the week.
  let endsOnEve: Bool
  /// Days worked in a row up to the day before the week.
  let daysInRow: Int
  /// Shifts in a row up to the day before the week that touch the night.
  let nightsInRow: Int

  init(_ shifts: [Shift], of agent: Agent, before firstDay: LocalDay) {
    last = shifts.max { $0.interval.end < $1.interval.end }.map { shift in
      let start = agent.zone.reading(at: shift.interval.start)
      return LastShift(
        interval: shift.interval,
        local: (start.day - shift.day) * 1440 + start.secondOfDay / 60, zone: agent.zone)
    }
    let byDay = Dictionary(grouping: shifts, by: \.day)
    endsOnEve = byDay[firstDay - 1] != nil
    var days = 0
    while byDay[firstDay - 1 - days] != nil { days += 1 }
    daysInRow = days
    var nights = 0
    while let shift = byDay[firstDay - 1 - nights]?.first,
      PremiumClock.touchesNight(shift.interval, in: agent.zone)
    {
      nights += 1
    }
    nightsInRow = nights
  }

  /// Whether a shift keeps its distance from the last one of the earlier roster.
  func allows(_ candidate: Menu.Candidate, by rules: Rules) -> Bool {
    guard let last else { return true }
    let start = Menu.Start(local: candidate.local, instant: candidate.instant)
    let isNextDay = endsOnEve && candidate.day == 0
    return rules.allows(start, after: last, daysLater: isNextDay ? 1 : candidate.day + 2)
  }
}

extension PremiumClock {
  /// Whether any minute of an interval lies between 00:00 and 05:00 on a zone's clock.
  static func touchesNight(_ interval: Interval, in zone: Zone) -> Bool {
    (0..<interval.length.count).contains { minute in
      let reading = zone.reading(at: interval.start + Minutes(minute))
      return night.contains(reading.secondOfDay / 60)
    }
  }
}
