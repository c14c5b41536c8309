import Timeline
package import Workforce

/// A history for a queue that has none yet, or little: what others had, with the volume a planner
/// expects, that fades as weeks of its own come in.
///
/// The donors' slots, each donor scaled to the expected contacts a week, are averaged; with n weeks of
/// its own the queue counts n / (n + prior), in how much comes and in when it comes. The ordinary door
/// forecasts it.
package struct BorrowedHistory: Sendable {
  package let history: QueueHistory
  /// What the queue's own weeks count, from 0 to 1.
  package let trust: Double
  /// What scaling and averaging left of chance: the variance of Poisson counts over their mean, 1 for
  /// counts as they are.
  package let chance: Double

  /// Donors are laid on the slots of the first; nil where none that fits has any contact.
  ///
  /// - Parameters:
  ///   - donors: histories of like queues, such as all of a channel.
  ///   - queue: the queue that borrows.
  ///   - own: what it has counted itself; if on slots that do not fit it tells how much comes, but not when.
  ///   - volume: contacts a week that the planner expects.
  ///   - priorWeeks: how many weeks of its own the expectation is worth.
  package init?(
    from donors: [QueueHistory], for queue: Queue.ID, own: QueueHistory? = nil,
    scaledTo volume: Double, priorWeeks: Double
  ) {
    precondition(volume >= 0 && volume.isFinite, "contacts a week are 0 or more")
    precondition(priorWeeks > 0 && priorWeeks.isFinite, "an expectation is worth some weeks")
    guard let first = donors.first?.grid else { return nil }
    let like = donors.compactMap { $0.summed(onSlotsOf: first) }.filter { $0.contactsPerWeek > 0 }
    let own = own.flatMap { $0.weeksSeen > 0 ? $0 : nil }
    let usable = own?.summed(onSlotsOf: first)
    guard !like.isEmpty else { return nil }
    let grids = (like + [usable].compactMap(\.self)).map(\.grid)
    let span = Interval(
      start: grids.map(\.start).min() ?? first.start, end: grids.map(\.end).max() ?? first.end)
    let grid = Grid(covering: span, slot: first.slot)
    let weeks = own?.weeksSeen ?? 0
    trust = weeks / (weeks + priorWeeks)
    let level = trust * (own?.contactsPerWeek ?? 0) + (1 - trust) * volume

    var mix = SlotMix(over: grid)
    for donor in like { mix.add(donor, times: level / donor.contactsPerWeek) }
    mix.average()
    if let usable { mix.blend(usable, trust) }
    history = mix.history(of: queue)
    chance = mix.chance
  }
}

/// Slots of several histories, added up with weights.
private struct SlotMix {
  private let grid: Grid
  private var offered: [Double]
  private var counts: [Double]
  /// Contacts times the squares of their weights: the variance, were they Poisson counts.
  private var variance: [Double]
  /// Contacts that handling times are known of, as they were counted, and their seconds.
  private var handled: [Double]
  private var work: [Double]

  init(over grid: Grid) {
    self.grid = grid
    offered = Array(repeating: 0, count: grid.count)
    counts = offered
    variance = offered
    handled = offered
    work = offered
  }

  private func shift(of history: QueueHistory) -> Int {
    (history.grid.start.seconds - grid.start.seconds) / (60 * grid.slot.count)
  }

  mutating func add(_ history: QueueHistory, times factor: Double) {
    let shift = shift(of: history)
    for index in history.grid.indices where history.offered[index] >= 0 {
      let (slot, contacts) = (index + shift, history.offered[index])
      offered[slot] += factor * contacts
      variance[slot] += factor * factor * contacts
      counts[slot] += 1
      addTime(of: history, index, to: slot)
    }
  }

  private mutating func addTime(of history: QueueHistory, _ index: Int, to slot: Int) {
    let contacts = history.handled[index].isFinite ? history.handled[index] : history.offered[index]
    let seconds = history.handlingTime[index]
    guard seconds > 0, contacts > 0, seconds.isFinite, contacts.isFinite else { return }
    handled[slot] += contacts
    work[slot] += contacts * seconds
  }

  /// Takes what was added for a mean of all that were seen in a slot.
  mutating func average() {
    for slot in grid.indices {
      guard counts[slot] > 0 else {
        offered[slot] = .nan
        continue
      }
      offered[slot] /= counts[slot]
      variance[slot] /= counts[slot] * counts[slot]
    }
  }

  /// Lets a history count for a share; all where the others have nothing.
  mutating func blend(_ history: QueueHistory, _ share: Double) {
    let shift = shift(of: history)
    for index in history.grid.indices where history.offered[index] >= 0 {
      let (slot, contacts) = (index + shift, history.offered[index])
      let share = offered[slot].isFinite ? share : 1
      offered[slot] = share * contacts + (1 - share) * (offered[slot].isFinite ? offered[slot] : 0)
      variance[slot] = share * share * contacts + (1 - share) * (1 - share) * variance[slot]
      // Its own handling times are known at once: a few contacts tell them.
      guard history.handlingTime[index].isFinite else { continue }
      (handled[slot], work[slot]) = (0, 0)
      addTime(of: history, index, to: slot)
    }
  }

  /// The variance that is left over the mean, of all slots together.
  var chance: Double {
    let total = offered.reduce(0) { $1.isFinite ? $0 + $1 : $0 }
    return total > 0 ? variance.reduce(0, +) / total : 1
  }

  func history(of queue: Queue.ID) -> QueueHistory {
    QueueHistory(
      queue: queue, grid: grid, offered: offered,
      handled: handled.map { $0 > 0 ? $0 : .nan },
      handlingTime: grid.indices.map { handled[$0] > 0 ? work[$0] / handled[$0] : .nan })
  }
}
