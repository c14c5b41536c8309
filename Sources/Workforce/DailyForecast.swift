package import Timeline

/// What is expected of months to come: per queue and day a distribution of contacts, and how long one
/// takes.
///
/// A day is a date of the queue's own clock, from its midnight to the next.
package struct DailyForecast: Hashable, Sendable, Codable {
  package let id: String
  package let firstDay: LocalDay
  package let dayCount: Int
  /// In order of the queue's id.
  package let queues: [QueueDays]

  package init(id: String, firstDay: LocalDay, dayCount: Int, queues: [QueueDays]) {
    precondition(
      queues.allSatisfy { $0.volume.count == dayCount && $0.handlingTime.count == dayCount },
      "a forecast has one value a day")
    self.id = id
    self.firstDay = firstDay
    self.dayCount = dayCount
    self.queues = queues.sorted { $0.queue < $1.queue }
  }

  package subscript(queue: Queue.ID) -> QueueDays? { queues.first { $0.queue == queue } }

  package var days: Range<LocalDay> { firstDay..<firstDay + dayCount }

  /// A copy whose queue has one more thing to know.
  package func noting(_ note: String, of queue: Queue.ID) -> DailyForecast {
    DailyForecast(
      id: id, firstDay: firstDay, dayCount: dayCount,
      queues: queues.map { $0.queue == queue ? $0.noting(note) : $0 })
  }
}

/// One queue's days of a ``DailyForecast``.
package struct QueueDays: Hashable, Sendable, Codable {
  package let queue: Queue.ID
  /// Offered contacts a day.
  package let volume: [Band]
  /// Mean seconds of the day's contacts.
  package let handlingTime: [Double]
  /// What a planner should know of how it was made.
  package let notes: [String]
  /// How the ways to carry on did on the queue's past; nil where nobody asked.
  package let league: League?
  /// What planners changed, one after the other.
  package let adjustments: [AppliedAdjustment]
  /// Expected contacts a day before any of it; nil where nothing was changed.
  package let statistical: [Double]?

  package init(
    queue: Queue.ID, volume: [Band], handlingTime: [Double], notes: [String] = [],
    league: League? = nil, adjustments: [AppliedAdjustment] = [], statistical: [Double]? = nil
  ) {
    self.queue = queue
    self.volume = volume
    self.handlingTime = handlingTime
    self.notes = notes
    self.league = league
    self.adjustments = adjustments
    self.statistical = statistical
  }
  func noting(_ note: String) -> QueueDays {
    QueueDays(
      queue: queue, volume: volume, handlingTime: handlingTime, notes: notes + [note],
      league: league, adjustments: adjustments, statistical: statistical)
  }
}
