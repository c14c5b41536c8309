import Timeline
package import Workforce

/// A change list as people read it: an agent's changes under the agent's name, with both times of each.
///
/// It names those agents only of whom it has something to tell: the list of one agent names no other.
package func changeText(
  _ changes: ChangeList, of record: Publication.Record, in centre: Centre
) -> String {
  let names = Dictionary(centre.agents.map { ($0.id, $0.name) }) { first, _ in first }
  let days = record.firstDay...record.firstDay + 6
  var text = "\(ChangeWords.title), \(days.longName), \(ChangeWords.publication(record.number))\n"
  if changes.isEmpty { text += "\n\(ChangeWords.nothing)\n" }
  for (agent, own) in changes.byAgent {
    let name = names[agent].map { "\($0.inert) (\(agent))" } ?? "\(agent)"
    let zones = Set(own.changes.map(\.shift.zone)).sorted().joined(separator: ", ")
    var table = Table(ChangeWords.title, columns: [.words(""), .times("")])
    for change in own.changes {
      table.add([.init(ChangeWords.name(of: change.kind)), .init(change.words)])
    }
    text += "\n\(name), \(ChangeWords.times) \(zones)\n"
    text += table.text(style: .plain, isHeaded: false)
  }
  return text
}

extension ShiftChange {
  /// What became of the shift: `Mon 7 Dec 07:00–15:30 → 09:00–17:30`.
  var words: String {
    switch self {
    case .added(let shift):
      let breaks = shift.shift.breaks.isEmpty ? "" : "; \(ChangeWords.breaks) \(shift.breakTimes)"
      return "\(shift.span)\(breaks)"
    case .cancelled(let shift):
      return shift.span
    case .moved(let before, let after):
      return ([ShiftChange.move(before, after)] + ShiftChange.details(before, after))
        .joined(separator: "; ")
    case .changed(let before, let after):
      return ([after.span] + ShiftChange.details(before, after)).joined(separator: "; ")
    }
  }

  private static func move(_ before: PublishedShift, _ after: PublishedShift) -> String {
    if before.start == after.start, before.end == after.end {
      return "\(after.span) \(ChangeWords.sameClock) \(before.utcSpan) → \(after.utcSpan)"
    }
    let isSameDay = before.start.reading.day == after.start.reading.day
    let areWithinDays = [before, after].allSatisfy { $0.span.hasSuffix($0.clockSpan) }
    return "\(before.span) → \(isSameDay && areWithinDays ? after.clockSpan : after.span)"
  }

  /// What else differs but the times.
  private static func details(_ before: PublishedShift, _ after: PublishedShift) -> [String] {
    let pairs = [
      (ChangeWords.breaks, before.breakTimes, after.breakTimes),
      (ChangeWords.paid, "\(before.shift.paid)", "\(after.shift.paid)"),
      (ChangeWords.template, "\(before.shift.template)", "\(after.shift.template)"),
      (ChangeWords.zone, before.zone, after.zone),
    ]
    return pairs.compactMap { word, old, new in old == new ? nil : "\(word) \(old) → \(new)" }
  }
}
