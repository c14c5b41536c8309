import Timeline
import Workforce

/// Whether every shift is one that a template makes, on a day of the week, once a day.
extension WorkedWeek {
  func illFormedShifts() -> [Violation] {
    var found: [Violation] = []
    for (shift, next) in zip(shifts, shifts.dropFirst()) where shift.day == next.day {
      found.append(
        violation("one shift a day", next.interval, "has two shifts on \(shift.day)"))
    }
    for shift in shifts {
      if !days.contains(shift.day) {
        found.append(
          violation(
            "week", shift.interval, "the shift of \(shift.day) lies outside the week of \(firstDay)"
          ))
      }
      guard let template = centre.template(shift.template) else {
        found.append(violation("template", shift.interval, "there is no shift \(shift.template)"))
        continue
      }
      found += flaws(of: shift, madeFrom: template)
    }
    return found
  }

  private func flaws(of shift: Shift, madeFrom template: ShiftTemplate) -> [Violation] {
    var found: [Violation] = []
    func report(_ rule: String, _ sentence: String) {
      found.append(violation(rule, shift.interval, "on \(shift.day) \(sentence)"))
    }
    if !template.contracts.isEmpty, !template.contracts.contains(contract.id) {
      report("template", "shift \(template.id) is not open to contract \(contract.id)")
    }
    if !template.sites.isEmpty, !template.sites.contains(site.id) {
      report("template", "shift \(template.id) is not open to site \(site.id)")
    }
    if !template.weekdays.isEmpty, !template.weekdays.contains(shift.day.weekday) {
      report("template", "shift \(template.id) does not start on a \(shift.day.weekday)")
    }
    let start = minute(of: shift.interval.start, after: shift.day)
    let steps = (start - template.firstStart) % max(1, template.startStep.count)
    let isWhole = shift.interval.start.seconds.isMultiple(of: 60)
    if start < template.firstStart || start > template.lastStart || steps != 0 || !isWhole {
      report("start", "shift \(template.id) does not start at \(clock(start))")
    }
    let length = shift.interval.length
    if !template.lengths.contains(length) {
      report("length", "shift \(template.id) is not \(length) long")
    }
    if shift.paid != template.paid(of: length) {
      report("paid time", "\(shift.paid) are paid instead of \(template.paid(of: length))")
    }
    found += misplacedBreaks(of: shift, madeFrom: template)
    return found
  }

  private func misplacedBreaks(of shift: Shift, madeFrom template: ShiftTemplate) -> [Violation] {
    guard shift.breaks.count == template.breaks.count else {
      return [
        violation(
          "breaks", shift.interval,
          "on \(shift.day) has \(shift.breaks.count) breaks instead of \(template.breaks.count)")
      ]
    }
    var found: [Violation] = []
    var free = shift.interval.start
    for (pause, rule) in zip(shift.breaks, template.breaks) {
      func report(_ sentence: String) {
        found.append(
          violation("breaks", pause.interval, "the \(rule.kind) break on \(shift.day) \(sentence)"))
      }
      let offset = pause.interval.start - shift.interval.start
      if pause.kind != rule.kind { report("is a \(pause.kind) break") }
      if pause.interval.length != rule.length {
        report("lasts \(pause.interval.length) instead of \(rule.length)")
      }
      if offset < rule.earliest || offset > rule.latest {
        report(
          "starts after \(offset), outside its window of \(rule.earliest) to \(rule.latest)")
      }
      if offset.count % max(1, template.breakGrid.count) != 0 {
        report("starts after \(offset), which is no multiple of \(template.breakGrid)")
      }
      if pause.interval.start < free { report("starts before the one before it has ended") }
      if pause.interval.end > shift.interval.end { report("ends after the shift") }
      free = pause.interval.end
    }
    return found
  }

  /// Minutes after midnight as a planner writes them: `25:30` is half past one on the next day.
  private func clock(_ minutes: Int) -> String {
    guard minutes >= 0 else { return "\(minutes) minutes" }
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
