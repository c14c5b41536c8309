import Timeline
import Workforce

/// Rest between shifts in real time, and what one day's shift forbids to the next day's.
extension WorkedWeek {
  func shiftsTooClose() -> [Violation] {
    let all = (earlier.last.map { [$0] } ?? []) + shifts
    return zip(all, all.dropFirst()).flatMap { before, after in
      restsMissed(between: before, and: after) + sequencesForbidden(of: before, and: after)
    }
  }

  /// The longest rest that contract and rules ask for, and which of them does.
  private var restAsked: (length: Minutes, rule: String) {
    var asked = (length: contract.rest, rule: "contract \(contract.id)")
    for rule in rules {
      if case .rest(let least) = rule.condition, least > asked.length {
        asked = (least, "rule \(rule.id)")
      }
    }
    return asked
  }

  private func restsMissed(between before: Shift, and after: Shift) -> [Violation] {
    let pause = after.interval.start - before.interval.end
    if pause < .zero {
      return [
        violation(
          "rest", after.interval, "the shift of \(after.day) begins before the last one has ended")
      ]
    }
    let asked = restAsked
    guard pause < asked.length else { return [] }
    return [
      violation(
        "rest", Interval(start: before.interval.end, end: after.interval.start),
        "rests \(pause) before the shift of \(after.day); \(asked.rule) asks for \(asked.length)")
    ]
  }

  /// Rules on the starts and ends of shifts on two consecutive days.
  private func sequencesForbidden(of before: Shift, and after: Shift) -> [Violation] {
    guard after.day - before.day == 1 else { return [] }
    let earlierStart = minute(of: before.interval.start, after: before.day)
    let earlierEnd = minute(of: before.interval.end, after: before.day)
    let laterStart = minute(of: after.interval.start, after: after.day)
    return rules.compactMap { rule in
      switch rule.condition {
      case .startChange(let most):
        let change = Minutes(abs(laterStart - earlierStart))
        guard change > most else { return nil }
        return violation(
          "start change", after.interval,
          "starts \(change) off the day before on \(after.day); rule \(rule.id) allows \(most)")
      case .succession(let late, let early):
        guard earlierEnd > late, laterStart < early.minutes else { return nil }
        return violation(
          "succession", after.interval,
          """
          starts before \(early) on \(after.day) after a late end on \(before.day), against rule \
          \(rule.id)
          """)
      case .rest, .daysInRow:
        return nil
      }
    }
  }
}
