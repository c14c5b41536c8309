package import Timeline

/// What is expected of a time to come: per queue and slot a distribution of contacts and of
/// handling time.
package struct Forecast: Hashable, Sendable, Codable {
  package let id: String
  package let grid: Grid
  /// In order of the queue's id.
  package let queues: [QueueForecast]

  package init(id: String, grid: Grid, queues: [QueueForecast]) {
    self.id = id
    self.grid = grid
    self.queues = queues.sorted { $0.queue < $1.queue }
  }

  package subscript(queue: Queue.ID) -> QueueForecast? { queues.first { $0.queue == queue } }
}

package struct QueueForecast: Hashable, Sendable, Codable {
  package let queue: Queue.ID
  /// Offered contacts a slot.
  package let volume: [Band]
  /// Handling time in seconds.
  package let handlingTime: [Band]
  /// What a planner should know of how it was made: short history, days left out.
  package let notes: [String]

  package init(queue: Queue.ID, volume: [Band], handlingTime: [Band], notes: [String] = []) {
    self.queue = queue
    self.volume = volume
    self.handlingTime = handlingTime
    self.notes = notes
  }
}

/// A distribution by its mean and the quantiles of 10 % and 90 %.
package struct Band: Hashable, Sendable, Codable {
  package let expected: Double
  package let low: Double
  package let high: Double

  package init(expected: Double, low: Double, high: Double) {
    self.expected = expected
    self.low = low
    self.high = high
  }

  package static let zero = Band(expected: 0, low: 0, high: 0)
}
