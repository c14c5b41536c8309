package import Workforce

/// Work that may wait, spread over its time to answer.
package enum Backlog {
  /// Works off each slot's arrivals evenly over the open slots of their time to answer.
  ///
  /// - Parameters:
  ///   - work: what arrives in each slot; while closed it counts for the next opening.
  ///   - isOpen: whether the queue works in each slot.
  ///   - window: slots of the time to answer, the slot of the arrival included.
  ///   - clock: whether that time runs on while closed. Work that falls due before the queue opens is
  ///     done, too late, in the first slot that it can be.
  /// - Returns: the work to be done in each slot.
  ///
  /// Done so, no work is done late that could be in time: every arrival stays within its own window.
  /// The slots are taken as a circle: what arrived before the first is what arrives at the end, as
  /// in a week like the one before. So all work of the grid is done within the grid, unless nobody
  /// ever works.
  package static func spread(
    _ work: [Double], over isOpen: [Bool], window: Int, clock: Goal.AnswerClock = .openHours
  ) -> [Double] {
    precondition(work.count == isOpen.count, "work and opening have the same slots")
    var spread = Array(repeating: 0.0, count: work.count)
    let open = isOpen.indices.filter { isOpen[$0] }
    guard !open.isEmpty else { return spread }
    let before = openSlotsBefore(isOpen)
    for slot in work.indices where work[slot] > 0 {
      let width =
        switch clock {
        case .openHours: max(window, 1)
        case .wall: max(openSlots(in: slot..<(slot + max(window, 1)), before), 1)
        }
      let slots = min(width, open.count)
      let part = work[slot] / Double(slots)
      for step in 0..<slots {
        spread[open[(before[slot] + step) % open.count]] += part
      }
    }
    return spread
  }

  /// How many open slots lie before each slot, and before the end.
  private static func openSlotsBefore(_ isOpen: [Bool]) -> [Int] {
    isOpen.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1 ? 1 : 0)) }
  }

  /// The open slots of a stretch that may go on behind the end, at the start.
  private static func openSlots(in stretch: Range<Int>, _ before: [Int]) -> Int {
    let count = before.count - 1
    guard stretch.count < count else { return before[count] }
    guard stretch.upperBound > count else {
      return before[stretch.upperBound] - before[stretch.lowerBound]
    }
    return before[count] - before[stretch.lowerBound] + before[stretch.upperBound - count]
  }
}
