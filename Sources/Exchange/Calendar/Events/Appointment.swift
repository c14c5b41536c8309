import Timeline
import Workforce

/// Something that a week holds for an agent and that their calendar tells.
struct Appointment {
  let kind: Edition.Event.Kind
  /// A shift's template or a break's kind; empty for all-day events.
  let what: String
  let day: LocalDay
  let interval: Interval
  /// The place of the shift that it is among the agent's; nil for all else.
  let shift: Int?

  /// The events of a day that take each other's place when a plan changes: shifts, breaks of one kind,
  /// or the one all-day event.
  var family: String { kind.family(what) }
}

extension Appointment {
  /// All that a week holds for an agent, families of a day together, each in order of time.
  ///
  /// The shifts are the agent's, in order of time; the time off is the agent's and approved.
  static func all(
    of agent: Agent, shifts: ArraySlice<Shift>, timeOff: [TimeOff], weekFrom firstDay: LocalDay,
    on clock: ZoneClock, style: CalendarStyle
  ) -> [Appointment] {
    var result: [Appointment] = []
    result.reserveCapacity(8 + shifts.count)
    for index in shifts.indices {
      let shift = shifts[index]
      result.append(
        Appointment(
          kind: .shift, what: shift.template.rawValue, day: shift.day, interval: shift.interval,
          shift: index))
      guard style.breaks == .events else { continue }
      for pause in shift.breaks where !pause.interval.isEmpty {
        result.append(
          Appointment(
            kind: .pause, what: pause.kind.rawValue, day: shift.day, interval: pause.interval,
            shift: nil))
      }
    }
    if style.showsDaysOff {
      let free = FreeDay.all(
        of: agent, shifts: shifts, timeOff: timeOff, weekFrom: firstDay, on: clock)
      for free in free {
        result.append(
          Appointment(
            kind: free.leave.map { Edition.Event.Kind($0) } ?? .dayOff, what: "", day: free.day,
            interval: free.interval, shift: nil))
      }
    }
    result.sort { left, right in
      if left.day != right.day { return left.day < right.day }
      return (left.family, left.interval.start) < (right.family, right.interval.start)
    }
    return result
  }
}

extension Edition.Event.Kind {
  /// How time off is told: that somebody cannot work on a day is to others a day off.
  fileprivate init(_ kind: TimeOff.Kind) {
    switch kind {
    case .leave: self = .leave
    case .sick: self = .sick
    case .training: self = .training
    case .unavailable: self = .dayOff
    }
  }

  /// The family of an event by its kind and what it is; see ``Appointment/family``.
  func family(_ what: String) -> String {
    switch self {
    case .shift: ""
    case .pause: what
    default: "off"
    }
  }
}
