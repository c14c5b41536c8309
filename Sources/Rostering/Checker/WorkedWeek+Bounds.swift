import Timeline
import Workforce

/// The hours and days of the week against the contract.
extension WorkedWeek {
  func boundsMissed() -> [Violation] {
    let asked = BoundsAsked(contract, creditedDays: creditedDays)
    let paid = shifts.reduce(Minutes.zero) { $0 + $1.paid }
    let worked = Set(shifts.map(\.day)).count
    var found: [Violation] = []
    if paid > asked.mostPaid {
      found.append(
        violation("hours", nil, "is paid \(paid), more than the \(asked.mostPaid) of the week"))
    }
    if worked > asked.mostDays {
      found.append(
        violation("days", nil, "works \(worked) days, more than the \(asked.mostDays) of the week"))
    }
    guard paid < asked.leastPaid || worked < asked.leastDays else { return found }

    // Less than asked is right where no allowed week has more: first of hours, then of days.
    let attainable = AttainableWeeks(of: self, mostDays: asked.mostDays, mostPaid: asked.mostPaid)
    let hours = min(asked.leastPaid, attainable.greatestPaid)
    let days = min(asked.leastDays, attainable.greatestDays(payingAtLeast: hours))
    if paid < hours {
      found.append(violation("hours", nil, "is paid \(paid) of at least \(hours)"))
    }
    if worked < days {
      found.append(violation("days", nil, "works \(worked) of at least \(days) days"))
    }
    return found
  }

  /// Days of the week with approved time off that counts as worked.
  private var creditedDays: Int {
    days.count { day in
      approvedTimeOff.contains { $0.kind.countsAsWorked && $0.covers(day) }
    }
  }
}

/// What a contract asks of a week with some credited days.
private struct BoundsAsked {
  let leastPaid: Minutes
  let mostPaid: Minutes
  let leastDays: Int
  let mostDays: Int

  init(_ contract: Contract, creditedDays: Int) {
    let share = contract.weekly.count * creditedDays / max(1, contract.maximumDays)
    let weekly = contract.weekly - Minutes(share)
    leastPaid = max(.zero, weekly - contract.tolerance)
    mostPaid = max(.zero, weekly + contract.tolerance)
    mostDays = max(0, contract.maximumDays - creditedDays)
    leastDays = min(mostDays, max(0, (contract.minimumDays ?? 0) - creditedDays))
  }
}
