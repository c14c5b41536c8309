/// What becomes of work that may wait when so much can be done in each slot: what is due earliest is
/// done first, and what is left is carried on, over nights, closed days and holidays.
///
/// Doing the earliest due first is the best there is: if any order keeps every date, this one does
/// (Jackson's rule).
package struct BacklogRun: Hashable, Sendable {
  /// Work that came, or lay there before the first slot.
  package struct Batch: Hashable, Sendable {
    /// Agents for a slot.
    package let work: Double
    /// The slot that it came in, below 0 for what lay there before.
    package let slot: Int
    /// The last slot in which it is done in time.
    package let due: Int

    package init(work: Double, slot: Int, due: Int) {
      self.work = work
      self.slot = slot
      self.due = due
    }
  }

  /// Work done in each slot, and what is left at its end.
  package private(set) var done: [Double] = []
  package private(set) var left: [Double] = []
  /// Of what is left, work whose date has passed.
  package private(set) var overdue: [Double] = []
  /// Slots since the oldest work left came; 0 where none is.
  package private(set) var oldest: [Int] = []
  /// Work done in its time, by the batches' order.
  package private(set) var inTime: [Double]

  /// Works off batches with what the agents can do in each slot beside the customers on their lines.
  package init(of batches: [Batch], capacity: [Double]) {
    inTime = Array(repeating: 0, count: batches.count)
    let arrivals = batches.indices.sorted { (batches[$0].slot, $0) < (batches[$1].slot, $1) }
    var next = 0
    // Places of batches that are there and not done, the latest due first.
    var waiting: [Int] = []
    var rest = batches.map { max(0, $0.work) }
    for slot in capacity.indices {
      while next < arrivals.count, batches[arrivals[next]].slot <= slot {
        let place = arrivals[next]
        next += 1
        guard rest[place] > 0 else { continue }
        let due = (batches[place].due, place)
        let later = waiting.firstIndex { (batches[$0].due, $0) < due } ?? waiting.count
        waiting.insert(place, at: later)
      }
      var free = max(0, capacity[slot])
      var worked = 0.0
      while free > 0, let place = waiting.last {
        let part = min(free, rest[place])
        worked += part
        free -= part
        if slot <= batches[place].due { inTime[place] += part }
        if part == rest[place] { waiting.removeLast() }
        rest[place] -= part
      }
      done.append(worked)
      left.append(waiting.reduce(0) { $0 + rest[$1] })
      overdue.append(waiting.reduce(0) { $0 + (batches[$1].due <= slot ? rest[$1] : 0) })
      oldest.append(slot - (waiting.map { batches[$0].slot }.min() ?? slot))
    }
  }

  /// The share of all work that is done in its time; nil of none.
  package func serviceLevel(of batches: [Batch]) -> Double? {
    let total = batches.reduce(0) { $0 + max(0, $1.work) }
    return total > 0 ? min(1, inTime.reduce(0, +) / total) : nil
  }
}
