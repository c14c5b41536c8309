import Statistics
import Timeline
import Workforce

/// The mean handling time of one slot.
struct TimeReading {
  let day: LocalDay
  /// See ``TimePattern``.
  let cell: Int
  let seconds: Double
  /// The contacts that it is a mean of: those handled, else those offered.
  let contacts: Double
}

/// What a history says of handling times, extremes drawn in.
struct TimeReadings {
  private(set) var list: [TimeReading] = []
  /// Those that no chance explains: a single contact may well take a sixth of the mean, or eight times it.
  private(set) var odd: [Instant] = []

  /// How far a slot may lie from the middle of all, as a factor, before it is drawn in.
  static let leastLimit = 6.0
  /// The same in robust standard deviations of the logarithm.
  static let deviations = 5.0
  /// How far a slot of few contacts must lie above before it is odd, as a factor: of times that are
  /// exponentially distributed, one of 160,000 does.
  static let oddLimit = 12.0
  /// From so many contacts on all that is drawn in is odd.
  static let manyContacts = 10.0

  init(of history: QueueHistory, before end: Instant, by clock: LocalClock) {
    let grid = history.grid
    var starts: [Instant] = []
    for index in grid.indices where grid.start(of: index + 1) <= end {
      let seconds = history.handlingTime[index]
      let handled = history.handled[index]
      let contacts = handled.isFinite ? handled : history.offered[index]
      guard seconds.isFinite, seconds > 0, contacts.isFinite, contacts > 0 else { continue }
      let start = grid.start(of: index)
      let reading = clock.zone.reading(at: start)
      list.append(
        TimeReading(
          day: reading.day,
          cell: TimePattern.cell(of: reading.day, minute: reading.secondOfDay / 60),
          seconds: seconds, contacts: contacts))
      starts.append(start)
    }
    drawIn(starts)
  }

  /// A forgotten call of six hours is an error of the source, not a change of how people talk.
  private mutating func drawIn(_ starts: [Instant]) {
    let logs = list.map { log($0.seconds) }
    let weights = list.map(\.contacts)
    guard let middle = quantile(0.5, of: logs, weights: weights),
      let spread = quantile(0.5, of: logs.map { abs($0 - middle) }, weights: weights)
    else { return }
    let limit = max(log(Self.leastLimit), Self.deviations * 1.4826 * spread)
    for index in list.indices where abs(logs[index] - middle) > limit {
      let reading = list[index]
      let isFarAbove = logs[index] - middle > max(limit, log(Self.oddLimit))
      if isFarAbove || reading.contacts >= Self.manyContacts { odd.append(starts[index]) }
      let nearest = exp(middle + (logs[index] > middle ? limit : -limit))
      list[index] = TimeReading(
        day: reading.day, cell: reading.cell, seconds: nearest, contacts: reading.contacts)
    }
  }
}
