import Timeline
import Workforce

/// Days in a row, nights in a row and days off together.
extension WorkedWeek {
  func runsTooLong() -> [Violation] {
    daysInRowTooMany() + nightsInRowTooMany() + daysOffApart()
  }

  private func daysInRowTooMany() -> [Violation] {
    var most = (days: contract.maximumDaysInRow, rule: "contract \(contract.id)")
    for rule in rules {
      if case .daysInRow(let bound) = rule.condition, bound < most.days {
        most = (bound, "rule \(rule.id)")
      }
    }
    var found: [Violation] = []
    let worked = Set((earlier + shifts).map(\.day))
    for shift in shifts {
      var run = 1
      while worked.contains(shift.day - run) { run += 1 }
      guard run > most.days, !worked.contains(shift.day + 1) || !days.contains(shift.day + 1)
      else { continue }
      found.append(
        violation(
          "days in a row", shift.interval,
          "works \(run) days in a row up to \(shift.day); \(most.rule) allows \(most.days)"))
    }
    return found
  }

  /// Shifts that touch the night, on consecutive days.
  private func nightsInRowTooMany() -> [Violation] {
    guard let most = contract.maximumNightsInRow else { return [] }
    let nights = Set((earlier + shifts).filter { touchesNight($0.interval) }.map(\.day))
    return shifts.compactMap { shift in
      guard nights.contains(shift.day), !nights.contains(shift.day + 1) else { return nil }
      var run = 1
      while nights.contains(shift.day - run) { run += 1 }
      guard run > most else { return nil }
      return violation(
        "nights in a row", shift.interval,
        "works \(run) nights in a row up to \(shift.day); contract \(contract.id) allows \(most)")
    }
  }

  private func daysOffApart() -> [Violation] {
    let worked = Set(shifts.map(\.day))
    var longest = 0
    for first in days {
      var length = 0
      while days.contains(first + length), !worked.contains(first + length) { length += 1 }
      longest = max(longest, length)
    }
    let asked = min(contract.daysOffTogether, 7)
    guard longest < asked else { return [] }
    return [
      violation(
        "days off together", nil,
        "has \(longest) days off together; contract \(contract.id) asks for \(asked)")
    ]
  }
}
