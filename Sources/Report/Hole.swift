package import Timeline
package import Workforce

/// A stretch of time in which a queue lacks agents.
package struct Hole: Hashable, Sendable {
  package let queue: Queue.ID
  package let interval: Interval
  /// Most agents missing in a slot of it.
  package let depth: Double
  /// Agent-hours missing in all.
  package let hours: Double

  package init(queue: Queue.ID, interval: Interval, depth: Double, hours: Double) {
    self.queue = queue
    self.interval = interval
    self.depth = depth
    self.hours = hours
  }

  /// What a slot may lack before anyone calls it a hole: requirements are in hundredths.
  package static let tolerance = 0.05

  /// All holes of a coverage, the one with most missing hours first; equals by time and queue.
  package static func all(in coverage: Coverage) -> [Hole] {
    coverage.queues.flatMap { holes(of: $0, on: coverage.grid) }.sorted { left, right in
      if left.hours != right.hours { return left.hours > right.hours }
      return (left.interval.start, left.queue) < (right.interval.start, right.queue)
    }
  }

  private static func holes(of queue: QueueCoverage, on grid: Grid) -> [Hole] {
    let lacks = zip(queue.required, queue.serving).map { $0 - $1 }
    return lacks.runs { ($0 > tolerance) == ($1 > tolerance) }.compactMap { slots in
      guard lacks[slots.lowerBound] > tolerance else { return nil }
      return Hole(
        queue: queue.queue,
        interval: Interval(
          start: grid.start(of: slots.lowerBound), end: grid.start(of: slots.upperBound)),
        depth: lacks[slots].max() ?? 0,
        hours: grid.slot.hours * lacks[slots].reduce(0, +))
    }
  }
}

extension Array {
  /// The longest ranges of indices whose neighbours are alike; together they cover the array.
  package func runs(ofAlike areAlike: (Element, Element) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in indices.dropFirst() where !areAlike(self[index - 1], self[index]) {
      runs.append(start..<index)
      start = index
    }
    if !isEmpty { runs.append(start..<count) }
    return runs
  }
}
