/// Work that may wait, spread over its time to answer.
package enum Backlog {
  /// Works off each slot's arrivals evenly within the time to answer, which runs on the clock of
  /// the open hours.
  ///
  /// - Parameters:
  ///   - work: what arrives in each slot; while closed it counts for the next opening.
  ///   - isOpen: whether the queue works in each slot.
  ///   - window: slots of the time to answer, the slot of the arrival included.
  /// - Returns: the work to be done in each slot.
  ///
  /// The slots are taken as a circle: what arrived before the first is what arrives at the end, as
  /// in a week like the one before. So all work of the grid is done within the grid, unless nobody
  /// ever works.
  package static func spread(_ work: [Double], over isOpen: [Bool], window: Int) -> [Double] {
    precondition(work.count == isOpen.count, "work and opening have the same slots")
    var spread = Array(repeating: 0.0, count: work.count)
    let open = isOpen.indices.filter { isOpen[$0] }
    guard !open.isEmpty else { return spread }
    let arrivals = arrivals(of: work, at: open)
    let width = min(max(window, 1), open.count)
    for position in open.indices {
      var sum = 0.0
      for age in 0..<width {
        let source = position - age
        sum += arrivals[source < 0 ? source + open.count : source]
      }
      spread[open[position]] = sum / Double(width)
    }
    return spread
  }

  /// The work by open slot: each slot's own, and what came while closed before it.
  private static func arrivals(of work: [Double], at open: [Int]) -> [Double] {
    var arrivals = Array(repeating: 0.0, count: open.count)
    var next = 0
    for slot in work.indices {
      while next < open.count, open[next] < slot { next += 1 }
      arrivals[next == open.count ? 0 : next] += work[slot]
    }
    return arrivals
  }
}
