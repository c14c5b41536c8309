package import Timeline
package import Workforce

/// What each event of one week last said to the world, whoever wrote it and wherever it went.
///
/// The one memory of SEQUENCE and LAST-MODIFIED: the next edition of the week is numbered by it. An
/// event stays in it for ever, also after its cancellation, so that its numbers never go back.
package struct Edition: Hashable, Sendable {
  /// The first day of the week, as the roster has it.
  package let firstDay: LocalDay
  /// In order of agent, day and uid; each uid once.
  package let events: [Event]

  /// The edition of these events; without any, the state before a week is first told.
  package init(firstDay: LocalDay, events: [Event] = []) {
    self.firstDay = firstDay
    // Mostly they are in order already, and copying them is what sorting costs.
    self.events = events.isInOrder ? events : events.sorted()
  }

  /// The events of an agent, in order of day and uid.
  package func events(of agent: Agent.ID) -> ArraySlice<Event> {
    let start = events.startIndex(of: agent)
    return events[start...].prefix { $0.agent == agent }
  }

  /// The event that tells of a shift as it is now, nil where none does.
  package func event(of shift: Shift) -> Event? {
    events(of: shift.agent).first { $0.tells(of: shift) }
  }
}

extension [Edition.Event] {
  fileprivate var isInOrder: Bool { indices.dropFirst().allSatisfy { self[$0 - 1] < self[$0] } }

  /// Where the events of an agent begin, or would.
  fileprivate func startIndex(of agent: Agent.ID) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].agent < agent { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Edition {
  /// One event as the world last heard of it.
  package struct Event: Hashable, Sendable {
    /// What the event tells of, by the word that the edition's file has for it.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
      case shift
      case pause = "break"
      case dayOff = "day-off"
      case leave, sick, training

      /// Whether it is a matter of dates rather than of times.
      package var isAllDay: Bool { self != .shift && self != .pause }
    }

    /// Whether the event takes place, by the words of iCalendar (RFC 5545, 3.8.1.11).
    package enum Status: String, CaseIterable, Hashable, Sendable {
      case confirmed = "CONFIRMED"
      case cancelled = "CANCELLED"
    }

    /// The event's name for ever: `mina-2026-12-07@acme.nobat.invalid`.
    package let uid: String
    package let agent: Agent.ID
    package let kind: Kind
    /// A shift's template or a break's kind; empty for all-day events.
    package let what: String
    /// The local date that the event belongs to.
    package let day: LocalDay
    /// The IANA name of the clock that shows `start` and `end`.
    package let zone: String
    package let start: LocalReading
    package let end: LocalReading
    /// The same in absolute time, by the zone's rules at that time.
    package let interval: Interval
    package var status: Status
    /// Rises with every change of time or status (RFC 5545, section 3.8.7.4).
    package var sequence = 0
    /// When anything of it last changed: DTSTAMP and LAST-MODIFIED.
    package var modified: Instant
    /// Which of the agent's editions last added, moved or cancelled it, counted from 1.
    package var revision = 1
    /// The number of the last publication that told of it as taking place; 0 for none.
    package var published = 0
    /// Of all the text that a reader gets, times and status included.
    package var digest: UInt64 = 0
  }
}

extension Edition.Event: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    if left.agent != right.agent { return left.agent < right.agent }
    return (left.day, left.uid) < (right.day, right.uid)
  }
}

extension Edition.Event {
  /// Whether the event tells the agent of a shift of theirs as it is now.
  func tells(of shift: Shift) -> Bool {
    kind == .shift && status == .confirmed && day == shift.day && interval == shift.interval
  }

  /// Whether a reader who planned by the earlier one would be at the wrong time, or wrongly there.
  ///
  /// The same moments on a clock that shows another time count as moved: that is what people read.
  package func isMoved(from earlier: Self) -> Bool {
    status != earlier.status || start != earlier.start || end != earlier.end
      || (!kind.isAllDay && interval != earlier.interval)
  }

  /// This event as the next edition of an earlier one, told at `stamp`.
  ///
  /// Nothing changed: its numbers stay. Another time or status raises SEQUENCE, another text alone
  /// does not; either moves LAST-MODIFIED on, also where the stamp is behind the last one.
  func following(_ earlier: Self, at stamp: Instant, revision: Int) -> Self {
    var next = self
    let isMoved = isMoved(from: earlier)
    let isChanged = isMoved || digest != earlier.digest
    next.sequence = earlier.sequence + (isMoved ? 1 : 0)
    next.revision = isMoved ? revision : earlier.revision
    next.published = earlier.published
    next.modified =
      isChanged ? max(stamp, Instant(seconds: earlier.modified.seconds + 1)) : earlier.modified
    return next
  }

  /// The same event, no longer to take place.
  var cancelled: Self {
    var next = self
    next.status = .cancelled
    return next
  }
}
