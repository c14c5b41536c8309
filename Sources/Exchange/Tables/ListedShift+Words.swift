import Timeline
import Workforce

extension Interval {
  /// The zone in whose times the interval can be told without doubt: the given one, or UTC where its
  /// clock shows the start or the end twice.
  func clock(in zone: Zone) -> Zone {
    let isRepeated = [start, end].contains { instant in
      if case .twice = zone.occurrence(of: zone.reading(at: instant)) { true } else { false }
    }
    return isRepeated ? .utc : zone
  }
}

extension ListedShift {
  /// The shift in words: its hours on the agent's clock and in UTC, its pay and its breaks.
  func description(in zone: Zone) -> String {
    let (start, end) = (shift.interval.start, shift.interval.end)
    let lines = [
      "\(shift.template): \(span(shift.interval, zone)) (\(zone))",
      "UTC: \(start) to \(end)",
      "Paid: \(shift.paid)",
      shift.breaks.isEmpty ? nil : "Breaks: \(breaks(in: zone))",
    ]
    return lines.compactMap(\.self).joined(separator: "\n")
  }

  /// `10:00-10:15 rest, 12:00-12:30 meal (unpaid)`.
  func breaks(in zone: Zone) -> String {
    shift.breaks.map { pause in
      let pay = unpaid.contains(pause.interval) ? " (unpaid)" : ""
      return "\(span(pause.interval, zone)) \(pause.kind.rawValue)\(pay)"
    }
    .joined(separator: ", ")
  }

  private func span(_ interval: Interval, _ zone: Zone) -> String {
    "\(zone.reading(at: interval.start).time)-\(zone.reading(at: interval.end).time)"
  }
}

extension TableContent {
  /// The languages of an agent's queues, each once, separated by blanks.
  func languages(of agent: Agent) -> String {
    let queues = Set(agent.skills.map(\.queue))
    let languages = centre.queues.filter { queues.contains($0.id) }.map(\.language)
    return Set(languages).sorted().joined(separator: " ")
  }
}
