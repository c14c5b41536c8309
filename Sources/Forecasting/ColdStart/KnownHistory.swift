import Timeline
import Workforce

/// What a queue is forecast from: its own history, or one that it borrows while its own is short.
struct KnownHistory {
  /// Nil where there is none.
  let history: QueueHistory?
  private let notes: [String]
  /// The part of chance that a borrowed history lacks, see ``BorrowedHistory/chance``.
  private let missingChance: Double

  /// From this share on what is borrowed no longer matters.
  static let enough = 0.95
  /// Weeks of history below which a planner is told that a queue may borrow.
  static let shortWeeks = 2.0

  init(of queue: Queue, in history: History, before moment: Instant, _ centre: Centre) {
    let own = history[queue.id]
    let known = own?.before(moment)
    let weeks = known?.weeksSeen ?? 0
    func onlyOwn(_ notes: [String] = []) -> (QueueHistory?, [String], Double) { (own, notes, 0) }
    guard let borrowing = queue.borrowing else {
      let isShort = weeks > 0 && weeks < Self.shortWeeks
      (self.history, notes, missingChance) = onlyOwn(
        isShort
          ? [
            "until it has more, it may borrow the history of another queue: write like and "
              + "contacts-per-week in queues.yaml"
          ] : [])
      return
    }
    guard weeks / (weeks + borrowing.priorWeeks) < Self.enough else {
      (self.history, notes, missingChance) = onlyOwn([
        "it has a history of its own by now; take like and contacts-per-week out of queues.yaml"
      ])
      return
    }
    let donors = borrowing.donors.compactMap { id in
      history[id]?.before(moment)?.asIfCounted(of: queue, in: centre)
    }
    guard
      let borrowed = BorrowedHistory(
        from: donors, for: queue.id, own: known, scaledTo: borrowing.contactsPerWeek,
        priorWeeks: borrowing.priorWeeks)
    else {
      let names = borrowing.donors.map(\.rawValue).joined(separator: ", ")
      (self.history, notes, missingChance) = onlyOwn([
        "nothing can be borrowed from \(names): no contact is known there while this queue is open"
      ])
      return
    }
    self.history = borrowed.history
    notes = [noteOnBorrowing(from: donors.map(\.queue), for: borrowing, trust: borrowed.trust)]
    missingChance = max(0, 1 - borrowed.chance)
  }

  /// The forecast made of it, with what a planner should know, and with the chance that figures have
  /// lost by being scaled down or averaged.
  func completed(_ forecast: QueueForecast) -> QueueForecast {
    let widened =
      missingChance == 0
      ? forecast
      : forecast.with(
        volume: forecast.volume.map { $0.widened(by: missingChance * $0.expected) })
    return notes.reduce(widened) { $0.noting($1) }
  }
}

/// What a planner should know of a forecast on a borrowed history.
private func noteOnBorrowing(
  from donors: [Queue.ID], for borrowing: Borrowing, trust: Double
) -> String {
  let names = donors.map(\.rawValue).joined(separator: ", ")
  let contacts = Int(borrowing.contactsPerWeek.rounded())
  let share = Int((100 * trust).rounded())
  let own =
    share == 0 ? "" : "; its own history counts \(share) %, and more with every week"
  return "the history is borrowed from \(names), scaled to the \(contacts) contacts a week of "
    + "queues.yaml\(own); the band knows nothing of how far that expectation may be off"
}

extension QueueHistory {
  /// The history as it would be, had a queue counted it by its own clock and opening hours; what events
  /// of the donor exclude is left out.
  fileprivate func asIfCounted(of queue: Queue, in centre: Centre) -> QueueHistory {
    let excluded = centre.events.filter { event in
      event.effect == .exclude && event.queues.contains(self.queue)
        && event.interval.overlaps(grid.interval)
    }
    var offered = offered
    let length = 60 * grid.slot.count
    for event in excluded {
      let first = max(0, (event.interval.start.seconds - grid.start.seconds) / length)
      let last = (event.interval.end.seconds - 1 - grid.start.seconds) / length
      for index in first..<max(first, min(grid.count, last + 1)) { offered[index] = .nan }
    }
    let usable = QueueHistory(
      queue: self.queue, grid: grid, offered: offered, handled: handled, handlingTime: handlingTime)
    let zone = centre.queue(self.queue)?.opening.zone ?? queue.opening.zone
    let moved =
      zone == queue.opening.zone ? usable : usable.relocated(from: zone, to: queue.opening.zone)
    let isOpen = queue.opening.mask(on: moved.grid)
    return QueueHistory(
      queue: self.queue, grid: moved.grid,
      offered: zip(moved.offered, isOpen).map { $1 ? $0 : .nan }, handled: moved.handled,
      handlingTime: zip(moved.handlingTime, isOpen).map { $1 ? $0 : .nan })
  }

  /// What was counted at a time of one clock, at the same time of another; of an hour that one clock
  /// shows twice the first is taken.
  private func relocated(from zone: Zone, to other: Zone) -> QueueHistory {
    let starts = zone.readings(of: grid).map { other.instant(of: $0) }
    guard let first = starts.first, let last = starts.last else { return self }
    let length = 60 * grid.slot.count
    let moved = Grid(
      start: first, slot: grid.slot, count: max(1, (last.seconds - first.seconds) / length + 1))
    var offered = Array(repeating: Double.nan, count: moved.count)
    var (handled, handlingTime) = (offered, offered)
    for index in grid.indices {
      guard let slot = moved.index(of: starts[index]), offered[slot].isNaN else { continue }
      offered[slot] = self.offered[index]
      handled[slot] = self.handled[index]
      handlingTime[slot] = self.handlingTime[index]
    }
    return QueueHistory(
      queue: queue, grid: moved, offered: offered, handled: handled, handlingTime: handlingTime)
  }
}
