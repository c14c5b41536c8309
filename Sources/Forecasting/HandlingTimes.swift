import Statistics
package import Timeline
package import Workforce

/// How long a contact takes, by weekday group and hour of the local day.
package struct HandlingTimes: Sendable {
  /// Where a value comes from.
  package enum Source: Hashable, Sendable {
    case history, assumedByQueue, assumedByChannel
  }

  package let source: Source
  /// Mean seconds by group (Monday to Friday, Saturday, Sunday) and hour.
  private let means: [Double]
  /// The quantiles of 10 % and 90 % as shares of the mean.
  private let low: Double
  private let high: Double

  /// Weeks until an observation counts half.
  static let halfLife = 12.0
  /// How many mean slots' worth of contacts at the queue's mean each hour starts with.
  static let prior = 8.0

  /// Learns from the slots of a history that end by a moment, else takes what the queue assumes.
  package init(
    of history: QueueHistory, before end: Instant, for queue: Queue, by clock: LocalClock
  ) {
    let observations = Self.observations(of: history, before: end, by: clock)
    let weight = observations.reduce(0) { $0 + $1.weight }
    guard weight > 0 else {
      source = queue.assumedHandlingTime == nil ? .assumedByChannel : .assumedByQueue
      let assumed = queue.assumedHandlingTime ?? Self.usual(for: queue.channel)
      means = Array(repeating: assumed, count: 3 * 24)
      (low, high) = (1, 1)
      return
    }
    source = .history
    var sums = Array(repeating: 0.0, count: 3 * 24)
    var weights = sums
    for observation in observations {
      sums[observation.cell] += observation.weight * observation.seconds
      weights[observation.cell] += observation.weight
    }
    let mean = sums.reduce(0, +) / weight
    let pseudo = Self.prior * weight / Double(observations.count)
    let means = sums.indices.map { (sums[$0] + pseudo * mean) / (weights[$0] + pseudo) }
    self.means = means
    let ratios = observations.map { $0.seconds / means[$0.cell] }
    let share = observations.map(\.weight)
    low = min(1, quantile(0.1, of: ratios, weights: share) ?? 1)
    high = max(1, quantile(0.9, of: ratios, weights: share) ?? 1)
  }

  /// Mean seconds at a time of the local day.
  package func mean(on day: LocalDay, minute: Int) -> Double {
    means[Self.cell(of: day, minute: minute)]
  }

  /// Mean seconds at a moment by a queue's clock.
  package func mean(at instant: Instant, by clock: LocalClock) -> Double {
    let reading = clock.zone.reading(at: instant)
    return mean(on: reading.day, minute: reading.secondOfDay / 60)
  }

  package func band(around mean: Double) -> Band {
    Band(expected: mean, low: low * mean, high: high * mean)
  }

  /// What a contact takes where nobody said anything.
  package static func usual(for channel: Channel) -> Double {
    switch channel {
    case .voice: 300
    case .chat: 600
    case .email: 480
    }
  }
}

extension HandlingTimes {
  private struct Observation {
    let cell: Int
    let seconds: Double
    let weight: Double
  }

  private static func cell(of day: LocalDay, minute: Int) -> Int {
    max(0, day.weekday.index - 4) * 24 + minute / 60
  }

  /// Handling times with the contacts they stand for: those handled, else those offered.
  private static func observations(
    of history: QueueHistory, before end: Instant, by clock: LocalClock
  ) -> [Observation] {
    let grid = history.grid
    var observations: [Observation] = []
    guard let last = grid.indices.last(where: { grid.start(of: $0 + 1) <= end }) else { return [] }
    for index in 0...last {
      let seconds = history.handlingTime[index]
      let handled = history.handled[index]
      let contacts = handled.isFinite ? handled : history.offered[index]
      guard seconds.isFinite, seconds > 0, contacts.isFinite, contacts > 0 else { continue }
      let weeks = Double(((last - index) * grid.slot.count)) / (7 * 1440)
      var cell: Int?
      clock.forEachPiece(of: grid.interval(of: index)) { piece in
        cell = cell ?? Self.cell(of: piece.day, minute: piece.slot * clock.slot.count)
      }
      guard let cell else { continue }
      observations.append(
        Observation(
          cell: cell, seconds: seconds,
          weight: contacts * discount(age: weeks, halfLife: halfLife)))
    }
    return observations
  }
}
