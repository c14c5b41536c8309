import Planning
import Timeline
import Workforce

/// A published shift as JSON tells it: what the agent's clock shows, and what it means.
struct PublishedTimes: Encodable {
  let startLocal: String
  let endLocal: String
  let zone: String
  let start: Instant
  let end: Instant
  let paidMinutes: Minutes

  init(_ published: PublishedShift) {
    startLocal = "\(published.start.reading)"
    endLocal = "\(published.end.reading)"
    zone = published.zone
    start = published.shift.interval.start
    end = published.shift.interval.end
    paidMinutes = published.shift.paid
  }
}

/// A change as JSON tells it, with both times.
struct ChangeSummary: Encodable {
  let agent: Agent.ID
  let change: ShiftChange.Kind
  let day: LocalDay
  let shift: ShiftTemplate.ID
  let before: PublishedTimes?
  let after: PublishedTimes?

  init(_ change: ShiftChange) {
    agent = change.agent
    self.change = change.kind
    day = change.shift.shift.day
    shift = change.shift.shift.template
    before = change.before.map(PublishedTimes.init)
    after = change.after.map(PublishedTimes.init)
  }
}

/// A shift that newer rules of time zones move, as JSON tells it.
struct MovedShiftSummary: Encodable {
  let agent: Agent.ID
  let day: LocalDay
  let published: PublishedTimes
  /// What the published times mean now; absent where they no longer make a shift.
  let start: Instant?
  let end: Instant?

  init(_ moved: MovedShift) {
    agent = moved.published.agent
    day = moved.published.shift.day
    published = PublishedTimes(moved.published)
    start = moved.interval?.start
    end = moved.interval?.end
  }
}

extension ChangeList {
  /// `3 added, 1 moved, 1 cancelled for 4 agents`; nothing where nothing changes.
  var words: String? {
    let counts = ShiftChange.Kind.allCases.compactMap { kind -> String? in
      count(kind) > 0 ? "\(count(kind)) \(kind.rawValue)" : nil
    }
    guard !counts.isEmpty else { return nil }
    return "\(counts.joined(separator: ", ")) for \(agents.count) "
      + "\(agents.count == 1 ? "agent" : "agents")"
  }
}
