extension Floor {
  /// What was counted, with those who are still there at the end.
  func tally(end: Double) -> Tally {
    for queue in layout.queues.indices { countWaiting(at: queue, end: end) }
    for agent in layout.agents.indices {
      let isInHand = agents[agent].occupation == .deferred || desks[agent].putAside > 0
      if isInHand { countOverdue(desks[agent].work, of: Int(desks[agent].queue), end: end) }
    }
    let slots = layout.slotCount
    let queueCells = layout.queues.count * slots
    return Tally(
      queues: (0..<queueCells).map { Counts(queueCounts + $0 * Counts.width) },
      groups: layout.groups.indices.flatMap { group in
        (0..<slots).map { Counts(groupCounts + (group * (slots + 1) + $0) * Counts.width) }
      },
      backlog: Array(UnsafeBufferPointer(start: backlog, count: queueCells)),
      waits: Array(
        UnsafeBufferPointer(
          start: waits, count: layout.queues.count * layout.days.count * WaitBins.count)))
  }

  /// Whoever stands in line at the end: customers who left before anybody called them, work that was
  /// due.
  private func countWaiting(at queue: Int, end: Double) {
    let line = lines[queue]
    for place in line.first..<line.end {
      let waiting = line[place]
      if traffic[queue].isDeferred {
        countOverdue(waiting, of: queue, end: end)
      } else if waiting.deadline <= now
        || waiting.deadline < .infinity && layout.closing == .servesWhoWaits
      {
        countLeft(waiting, of: queue)
      }
    }
  }

  private func countOverdue(_ waiting: Waiting, of queue: Int, end: Double) {
    guard due(waiting, of: queue) <= end else { return }
    count(.overdue, of: queue, in: slot(of: waiting.arrival))
  }
}

extension Counts {
  fileprivate init(_ numbers: UnsafeMutablePointer<Double>) {
    self.init(UnsafeBufferPointer(start: numbers, count: Counts.width))
  }
}
