import Timeline
import Workforce

/// Every pair of paid time and days that one agent's week can have under the hard rules, found by
/// going through the days with all states that matter later.
struct AttainableWeeks {
  private var pairs: Set<Pair> = []

  private struct Pair: Hashable {
    let paid: Minutes
    let days: Int
  }

  /// What a week so far leaves to its later days, but for the last shift.
  private struct State: Hashable {
    var paid = Minutes.zero
    var days = 0
    var run = 0
    var nights = 0
    var off = 0
    var longestOff = 0
  }

  init(of week: WorkedWeek, mostDays: Int, mostPaid: Minutes) {
    let hasStartChange = week.rules.contains { rule in
      if case .startChange = rule.condition { true } else { false }
    }
    var states: [State: Set<Trial>] = [:]
    var begin = State()
    let worked = Dictionary(grouping: week.earlier, by: \.day)
    while worked[week.firstDay - 1 - begin.run] != nil { begin.run += 1 }
    while let shift = worked[week.firstDay - 1 - begin.nights]?.first,
      week.touchesNight(shift.interval)
    {
      begin.nights += 1
    }
    let last = week.earlier.last.map { Trial($0.day, $0.interval, paid: $0.paid) }
    states[begin] = [last ?? .none]

    for day in week.days {
      let trials = Trial.all(on: day, in: week)
      var next: [State: Set<Trial>] = [:]
      for (state, lasts) in states {
        var rested = state
        rested.run = 0
        rested.nights = 0
        rested.off += 1
        rested.longestOff = max(rested.longestOff, rested.off)
        next[rested, default: []].formUnion(lasts)
        guard state.days < mostDays else { continue }
        for trial in trials where state.paid + trial.paid <= mostPaid {
          var worked = state
          worked.paid = worked.paid + trial.paid
          worked.days += 1
          worked.run += 1
          worked.off = 0
          worked.nights = week.touchesNight(trial.interval) ? worked.nights + 1 : 0
          guard week.allowsRun(of: worked.run), worked.nights <= week.mostNights,
            lasts.contains(where: { week.allows(trial, after: $0) })
          else { continue }
          next[worked, default: []].insert(trial)
        }
      }
      // Without a rule on changes of start, whoever ends first can do whatever the others can.
      if !hasStartChange {
        for (state, lasts) in next {
          next[state] = lasts.min { $0.interval.end < $1.interval.end }.map { [$0] }
        }
      }
      states = next
    }
    let together = min(week.contract.daysOffTogether, 7)
    for state in states.keys where state.longestOff >= together {
      pairs.insert(Pair(paid: state.paid, days: state.days))
    }
  }

  var greatestPaid: Minutes { pairs.reduce(.zero) { max($0, $1.paid) } }

  func greatestDays(payingAtLeast paid: Minutes) -> Int {
    pairs.reduce(0) { $1.paid >= paid ? max($0, $1.days) : $0 }
  }
}

/// A shift that could be worked, tried on for its hours and rests.
struct Trial: Hashable {
  let day: LocalDay
  let interval: Interval
  let paid: Minutes

  /// Before the first shift of all.
  static let none = Trial(
    LocalDay(daysSince1970: -1_000_000),
    Interval(start: Instant(seconds: Int.min / 4), length: .zero), paid: .zero)

  init(_ day: LocalDay, _ interval: Interval, paid: Minutes) {
    self.day = day
    self.interval = interval
    self.paid = paid
  }

  /// The shifts that templates make on a day and that no day off forbids; equal ones once.
  static func all(on day: LocalDay, in week: WorkedWeek) -> [Trial] {
    var found: Set<Trial> = []
    for template in week.centre.templates(for: week.agent)
    where template.weekdays.isEmpty || template.weekdays.contains(day.weekday) {
      for start in template.starts {
        let date = day + start / 1440
        let reading = LocalReading(date, LocalTime(minutes: start % 1440))
        let instant: Instant
        switch week.agent.zone.occurrence(of: reading) {
        case .once(let only): instant = only
        case .twice(let first, _): instant = first
        case .never: continue
        }
        for length in template.lengths
        where template.hasRoomForBreaks(in: length) && template.paid(of: length) > .zero {
          let trial = Trial(
            day, Interval(start: instant, length: length), paid: template.paid(of: length))
          if week.isFree(trial) { found.insert(trial) }
        }
      }
    }
    return found.sorted {
      ($0.interval.start, $0.interval.end, $0.paid) < ($1.interval.start, $1.interval.end, $1.paid)
    }
  }
}

extension ShiftTemplate {
  /// Whether the breaks can follow one another in their windows and end with the shift.
  fileprivate func hasRoomForBreaks(in length: Minutes) -> Bool {
    var free = 0
    for pause in breaks {
      var start = max(free, pause.earliest.count)
      while start % max(1, breakGrid.count) != 0 { start += 1 }
      guard start <= pause.latest.count, start + pause.length.count <= length.count else {
        return false
      }
      free = start + pause.length.count
    }
    return true
  }
}

extension WorkedWeek {
  fileprivate func isFree(_ trial: Trial) -> Bool { with([trial]).shiftsOnDaysOff().isEmpty }

  fileprivate func allows(_ trial: Trial, after last: Trial) -> Bool {
    last == .none || with([last, trial]).shiftsTooClose().isEmpty
  }

  fileprivate func allowsRun(of days: Int) -> Bool {
    days <= contract.maximumDaysInRow
      && rules.allSatisfy { rule in
        if case .daysInRow(let most) = rule.condition { days <= most } else { true }
      }
  }

  fileprivate var mostNights: Int { contract.maximumNightsInRow ?? Int.max }

  /// The same agent with other shifts and no past.
  private func with(_ trials: [Trial]) -> WorkedWeek {
    let shifts = trials.map { trial in
      Shift(
        agent: agent.id, template: "", day: trial.day, interval: trial.interval, breaks: [],
        paid: trial.paid)
    }
    return WorkedWeek(
      agent: agent, contract: contract, site: site, centre: centre, firstDay: firstDay,
      shifts: shifts, earlier: [])
  }
}
