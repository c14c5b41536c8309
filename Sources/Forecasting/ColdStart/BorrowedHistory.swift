import Timeline
package import Workforce

/// A history for a queue that has none yet, or little: what others had, with the volume a planner
/// expects, that fades as weeks of its own come in.
///
/// The donors' slots, each donor scaled to the expected contacts a week, are averaged; with n weeks of
/// its own the queue counts n / (n + prior), in how much comes and in when it comes. Donors on slots
/// of another length than the first are left out. The ordinary door forecasts it; the planner should be
/// told by ``noteOnBorrowing(from:)``.
///
/// - Parameters:
///   - donors: histories of like queues, such as all of a channel; a single one is a donor queue.
///   - queue: the queue that borrows.
///   - own: what it has counted itself, on slots that begin with those of the donors.
///   - volume: contacts a week that the planner expects.
///   - priorWeeks: how many weeks of its own the expectation is worth.
/// - Returns: nil where no donor has any contact.
package func borrowedHistory(
  from donors: [QueueHistory], for queue: Queue.ID, own: QueueHistory? = nil,
  scaledTo volume: Double,
  priorWeeks: Double
) -> QueueHistory? {
  precondition(volume >= 0 && volume.isFinite, "contacts a week are 0 or more")
  precondition(priorWeeks > 0 && priorWeeks.isFinite, "an expectation is worth some weeks")
  guard let slot = donors.first?.grid.slot else { return nil }
  let like = donors.filter { $0.grid.slot == slot && weekly($0) > 0 }
  guard let start = like.map(\.grid.start).min(), let end = like.map(\.grid.end).max() else {
    return nil
  }
  let usable = own.flatMap { own in
    own.grid.slot == slot && (own.grid.start.seconds - start.seconds) % (60 * slot.count) == 0
      && own.offered.contains { $0.isFinite } ? own : nil
  }
  let span = Interval(
    start: min(start, usable?.grid.start ?? start), end: max(end, usable?.grid.end ?? end))
  let grid = Grid(covering: span, slot: slot)
  let weeks = usable.map { Double($0.grid.count * slot.count) / (7 * 1440) } ?? 0
  let trust = weeks / (weeks + priorWeeks)
  let level = trust * (usable.map(weekly) ?? 0) + (1 - trust) * volume

  var sums = Array(repeating: 0.0, count: grid.count)
  var counts = sums
  var times = (sums: sums, contacts: sums)
  for donor in like {
    let factor = level / weekly(donor)
    let shift = (donor.grid.start.seconds - grid.start.seconds) / (60 * slot.count)
    for index in donor.grid.indices {
      let target = index + shift
      let offered = donor.offered[index]
      guard grid.indices.contains(target), offered.isFinite, offered >= 0 else { continue }
      sums[target] += factor * offered
      counts[target] += 1
      let seconds = donor.handlingTime[index]
      guard seconds.isFinite, seconds > 0, offered > 0 else { continue }
      times.sums[target] += offered * seconds
      times.contacts[target] += offered
    }
  }
  var offered = grid.indices.map { counts[$0] > 0 ? sums[$0] / counts[$0] : .nan }
  var handlingTime = grid.indices.map {
    times.contacts[$0] > 0 ? times.sums[$0] / times.contacts[$0] : .nan
  }
  if let usable {
    let shift = (usable.grid.start.seconds - grid.start.seconds) / (60 * slot.count)
    for index in usable.grid.indices where usable.offered[index].isFinite {
      let target = index + shift
      let mixed = trust * usable.offered[index] + (1 - trust) * offered[target]
      offered[target] = offered[target].isFinite ? mixed : usable.offered[index]
      if usable.handlingTime[index].isFinite { handlingTime[target] = usable.handlingTime[index] }
    }
  }
  return QueueHistory(queue: queue, grid: grid, offered: offered, handlingTime: handlingTime)
}

/// What a planner should know of a forecast on a borrowed history.
package func noteOnBorrowing(from donors: [Queue.ID]) -> String {
  "the history is borrowed from \(donors.map(\.rawValue).joined(separator: ", ")) and scaled to the "
    + "volume expected; the band knows nothing of how far that may be off"
}

/// Contacts a week over the whole of a history.
private func weekly(_ history: QueueHistory) -> Double {
  let total = history.offered.reduce(0) { $1.isFinite ? $0 + max(0, $1) : $0 }
  let weeks = Double(history.grid.count * history.grid.slot.count) / (7 * 1440)
  return weeks > 0 ? total / weeks : 0
}
