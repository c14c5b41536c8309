import Timeline
import Workforce

extension QueueHistory {
  /// Whole weeks back from the end, of which a year at most is looked at: a year's wave evens out in it.
  private static let mostWeeks = 52

  /// Contacts an average week of the last year, weeks without any observation left out.
  ///
  /// Less than a week is taken for a part of one.
  var contactsPerWeek: Double {
    let slots = 7 * 1440 / grid.slot.count
    let count = min(Self.mostWeeks, max(1, grid.count / max(1, slots)))
    var (total, weeks) = (0.0, 0.0)
    for week in 0..<count {
      let end = grid.count - week * slots
      let slice = offered[max(0, end - slots)..<end]
      guard slice.contains(where: \.isFinite) else { continue }
      total += slice.reduce(0) { $1.isFinite ? $0 + max(0, $1) : $0 }
      weeks += Double(slice.count) / Double(slots)
    }
    return weeks > 0 ? total / weeks : 0
  }

  /// Weeks with an observation, back from the end; a part of the first counts as a part.
  var weeksSeen: Double {
    let slots = 7 * 1440 / grid.slot.count
    guard slots > 0 else { return 0 }
    var weeks = 0.0
    var end = grid.count
    while end > 0 {
      let slice = offered[max(0, end - slots)..<end]
      if slice.contains(where: \.isFinite) { weeks += Double(slice.count) / Double(slots) }
      end -= slots
    }
    return weeks
  }

  /// The same contacts on slots that lie like those of a grid; nil where the own slots do not fit into
  /// them.
  func summed(onSlotsOf other: Grid) -> QueueHistory? {
    let (length, own) = (60 * other.slot.count, 60 * grid.slot.count)
    let behind = (grid.start.seconds - other.start.seconds) % length
    let lead = (behind + length) % length
    guard length % own == 0, lead % own == 0 else { return nil }
    if length == own { return self }
    let start = Instant(seconds: grid.start.seconds - lead)
    let whole = Grid(covering: Interval(start: start, end: grid.end), slot: other.slot)
    var offered = Array(repeating: Double.nan, count: whole.count)
    var handled = Array(repeating: 0.0, count: whole.count)
    var work = handled
    for index in grid.indices where self.offered[index].isFinite {
      let slot = (index + lead / own) / (length / own)
      offered[slot] = (offered[slot].isFinite ? offered[slot] : 0) + self.offered[index]
      let contacts = self.handled[index].isFinite ? self.handled[index] : self.offered[index]
      guard handlingTime[index].isFinite, contacts > 0 else { continue }
      handled[slot] += contacts
      work[slot] += contacts * handlingTime[index]
    }
    return QueueHistory(
      queue: queue, grid: whole, offered: offered, handled: handled.map { $0 > 0 ? $0 : .nan },
      handlingTime: whole.indices.map { handled[$0] > 0 ? work[$0] / handled[$0] : .nan })
  }
}
