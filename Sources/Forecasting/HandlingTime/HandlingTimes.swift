import Statistics
package import Timeline
package import Workforce

/// How long a contact takes: a pattern of weekday group and hour, times a level that drifts with trend
/// and season.
///
/// Everything is a mean of contacts, never of slots: a slot of two contacts says a hundredth of one of
/// two hundred.
package struct HandlingTimes: Sendable {
  /// Where a value comes from.
  package enum Source: Hashable, Sendable {
    case history, assumedByQueue, assumedByChannel
  }

  package let source: Source
  /// The slots whose mean time is so far from all others that no chance explains it, in order; they
  /// hardly count.
  package let oddSlots: [Instant]
  private let pattern: TimePattern
  /// Nil where nothing was observed.
  private let level: TimeLevel?
  private let spread: TimeSpread

  /// Learns from the slots of a history that end by a moment, else takes what the queue assumes.
  package init(
    of history: QueueHistory, before end: Instant, for queue: Queue, by clock: LocalClock
  ) {
    let readings = TimeReadings(of: history, before: end, by: clock)
    guard let first = readings.list.first, let last = readings.list.last else {
      source = queue.assumedHandlingTime == nil ? .assumedByChannel : .assumedByQueue
      oddSlots = []
      pattern = TimePattern(seconds: queue.assumedHandlingTime ?? Self.usual(for: queue.channel))
      level = nil
      spread = .none
      return
    }
    source = .history
    oddSlots = readings.odd
    // Pattern and level explain each other; after two rounds nothing moves any more.
    var pattern = TimePattern(of: readings.list, levels: nil)
    var level = TimeLevel(of: readings.list, pattern: pattern, from: first.day, through: last.day)
    pattern = TimePattern(of: readings.list, levels: level)
    level = TimeLevel(of: readings.list, pattern: pattern, from: first.day, through: last.day)
    self.pattern = pattern
    self.level = level
    spread = TimeSpread(of: readings.list, pattern: pattern, level: level)
  }

  /// Mean seconds at a time of the local day, the drift up to that day included.
  package func mean(on day: LocalDay, minute: Int) -> Double {
    pattern.seconds(on: day, minute: minute) * (level?.factor(on: day) ?? 1)
  }

  /// Mean seconds at a moment by a queue's clock.
  package func mean(at instant: Instant, by clock: LocalClock) -> Double {
    let reading = clock.zone.reading(at: instant)
    return mean(on: reading.day, minute: reading.secondOfDay / 60)
  }

  /// The distribution of the mean time of a slot's contacts: the fewer, the farther it may lie.
  package func band(around mean: Double, contacts: Double) -> Band {
    spread.band(around: mean, contacts: contacts)
  }

  /// The same for as many contacts as the mean slot of the history has.
  package func band(around mean: Double) -> Band {
    spread.band(around: mean, contacts: spread.usualContacts)
  }

  /// What a contact takes where nobody said anything.
  package static func usual(for channel: Channel) -> Double {
    switch channel {
    case .voice, .outbound: 300
    case .chat: 600
    case .email: 480
    }
  }
}
