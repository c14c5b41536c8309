import Timeline
import Workforce

/// What was counted of a queue, slot by slot of a forecast.
struct SlotFigures {
  /// NaN where it is not known, or in part only.
  private(set) var offered: [Double]
  /// Mean seconds of a contact, and of how many it is the mean.
  private(set) var seconds: [Double]
  private(set) var handled: [Double]

  init(unknownOn grid: Grid) {
    offered = Array(repeating: .nan, count: grid.count)
    seconds = offered
    handled = Array(repeating: 0, count: grid.count)
  }

  /// Takes what a history says of the slots, in the place of what was said before.
  mutating func take(_ history: QueueHistory, on grid: Grid) {
    for index in grid.indices {
      let slot = grid.interval(of: index)
      guard slot.overlaps(history.grid.interval) else { continue }
      let figures = history.figures(in: slot)
      if figures.offered.isFinite { offered[index] = figures.offered }
      if figures.handled > 0 {
        seconds[index] = figures.work / figures.handled
        handled[index] = figures.handled
      }
    }
  }

  /// Forgets contacts that are not believed.
  mutating func forget(_ slots: Range<Int>) {
    for index in slots { offered[index] = .nan }
  }
}

extension QueueHistory {
  /// Contacts in an interval, a slot that it cuts by its share; NaN where a part of it was not observed.
  ///
  /// The work is that of the contacts whose time is known.
  fileprivate func figures(in interval: Interval) -> (
    offered: Double, handled: Double, work: Double
  ) {
    let isWhole = grid.start <= interval.start && interval.end <= grid.end
    var (contacts, known, work) = (isWhole ? 0.0 : .nan, 0.0, 0.0)
    var index = grid.index(of: max(interval.start, grid.start)) ?? 0
    while index < grid.count, let part = grid.interval(of: index).intersection(interval) {
      let share = part.length.hours / grid.slot.hours
      contacts += share * offered[index]
      let answered = handled[index].isFinite ? handled[index] : offered[index]
      if answered.isFinite, answered > 0, handlingTime[index].isFinite, handlingTime[index] > 0 {
        known += share * answered
        work += share * answered * handlingTime[index]
      }
      index += 1
    }
    return (contacts, known, work)
  }
}
