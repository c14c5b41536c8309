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
  /// How the methods did on the queue's past; nil where nobody asked, as in a file of figures only.
  package let league: League?
  /// What planners changed, one after the other.
  package let adjustments: [AppliedAdjustment]
  /// Expected contacts a slot before any of it; nil where nothing was changed.
  package let statistical: [Double]?

  package init(
    queue: Queue.ID, volume: [Band], handlingTime: [Band], notes: [String] = [],
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
}

/// A distribution by its mean and five quantiles.
package struct Band: Hashable, Sendable, Codable {
  package let expected: Double
  /// The quantiles of 2.5 %, 10 %, 50 %, 90 % and 97.5 %, never falling.
  package let lowest: Double
  package let low: Double
  package let median: Double
  package let high: Double
  package let highest: Double

  package init(
    expected: Double, lowest: Double, low: Double, median: Double, high: Double, highest: Double
  ) {
    self.expected = expected
    self.lowest = lowest
    self.low = low
    self.median = median
    self.high = high
    self.highest = highest
  }

  /// A band of which only the quantiles of 10 % and 90 % are known: each side is a half of a normal
  /// curve, never below 0.
  package init(expected: Double, low: Double, high: Double) {
    self.init(
      expected: expected,
      lowest: max(0, min(low, expected + Self.outerStretch * (low - expected))), low: low,
      median: min(high, max(low, expected)), high: high,
      highest: max(high, expected + Self.outerStretch * (high - expected)))
  }

  package static let zero = Band(expected: 0, low: 0, high: 0)

  /// The quantile of 97.5 % of a normal distribution over that of 90 %: 1.959964 / 1.281552.
  private static let outerStretch = 1.959964 / 1.281552
}
