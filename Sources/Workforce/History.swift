package import Timeline

/// What the ACD counted, per queue and slot.
package struct History: Hashable, Sendable {
  /// In order of the queue's id; a queue without any observation is absent.
  package let queues: [QueueHistory]

  package init(_ queues: [QueueHistory]) {
    self.queues = queues.sorted { $0.queue < $1.queue }
  }

  package subscript(queue: Queue.ID) -> QueueHistory? { queues.first { $0.queue == queue } }
}

/// One queue's observations on a grid of its own, from the first slot seen to the last.
package struct QueueHistory: Hashable, Sendable {
  package let queue: Queue.ID
  package let grid: Grid
  /// Offered contacts a slot; NaN where nothing was observed.
  package let offered: [Double]
  /// Answered contacts a slot; NaN where unknown.
  package let handled: [Double]
  /// Mean handling time of the slot's answered contacts in seconds; NaN where unknown.
  package let handlingTime: [Double]

  package init(
    queue: Queue.ID, grid: Grid, offered: [Double], handled: [Double]? = nil,
    handlingTime: [Double]? = nil
  ) {
    let unknown = Array(repeating: Double.nan, count: grid.count)
    self.queue = queue
    self.grid = grid
    self.offered = offered
    self.handled = handled ?? unknown
    self.handlingTime = handlingTime ?? unknown
    precondition(
      self.offered.count == grid.count && self.handled.count == grid.count
        && self.handlingTime.count == grid.count, "a history has one value a slot")
  }
}

extension QueueHistory {
  /// What was observed in slots that had ended by a moment; nil where there are none.
  package func before(_ moment: Instant) -> QueueHistory? {
    guard moment < grid.end else { return self }
    let count = (moment.seconds - grid.start.seconds) / (60 * grid.slot.count)
    guard count > 0 else { return nil }
    return QueueHistory(
      queue: queue, grid: Grid(start: grid.start, slot: grid.slot, count: count),
      offered: Array(offered.prefix(count)), handled: Array(handled.prefix(count)),
      handlingTime: Array(handlingTime.prefix(count)))
  }
}
