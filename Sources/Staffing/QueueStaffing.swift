import Timeline
import Workforce

/// How one queue is staffed: its goal as a desk or a backlog, checked once.
struct QueueStaffing {
  /// What waits for an agent: customers on a line, or work in a pile.
  enum Waiting {
    case line(ServiceTarget, patience: Double?)
    /// Worked off within the time to answer by agents who may be so busy at the most.
    case backlog(answerWithin: Minutes, maximumOccupancy: Double)
  }

  let queue: Queue
  let waiting: Waiting
  let concurrency: Concurrency

  init(_ queue: Queue) throws(StaffingFault) {
    self.queue = queue
    let goal = queue.goal
    if let level = goal.serviceLevel, !(level >= 0 && level < 1) {
      throw .serviceLevel(queue.id, level)
    }
    if let share = goal.maximumOccupancy, !(share > 0) { throw .occupancy(queue.id, share) }
    guard goal.threshold >= 0, goal.threshold.isFinite else {
      throw .threshold(queue.id, goal.threshold)
    }
    guard queue.shrinkage >= 0, queue.shrinkage < 1 else {
      throw .shrinkage(queue.id, queue.shrinkage)
    }
    guard queue.minimumStaff >= 0, queue.minimumStaff.isFinite else {
      throw .minimumStaff(queue.id, queue.minimumStaff)
    }
    guard queue.concurrency >= 1, queue.concurrencySlowdown >= 1,
      queue.concurrencySlowdown.isFinite
    else {
      throw .concurrency(
        queue.id, limit: queue.concurrency, slowdown: queue.concurrencySlowdown)
    }
    concurrency = Concurrency(limit: queue.concurrency, slowdown: queue.concurrencySlowdown)
    let target = ServiceTarget(
      serviceLevel: goal.serviceLevel, within: goal.threshold,
      maximumOccupancy: goal.maximumOccupancy)
    switch goal.model {
    case .erlangC:
      waiting = .line(target, patience: nil)
    case .erlangA:
      guard let patience = goal.patience, Self.patience.contains(patience) else {
        throw .patience(queue.id, goal.patience)
      }
      waiting = .line(target, patience: patience)
    case .backlog:
      waiting = .backlog(
        answerWithin: goal.answerWithin ?? Minutes(0),
        maximumOccupancy: min(1, goal.maximumOccupancy ?? Self.occupancyOfBacklog))
    }
  }

  /// Agents on duty needed in each slot, minimum staff and shrinkage included, in hundredths.
  func agents(for workload: Workload) -> [Double] {
    let needs = needs(for: workload)
    return workload.grid.indices.map { slot in
      guard workload.isOpen[slot] else { return 0 }
      let onDuty = max(needs[slot] / (1 - queue.shrinkage), queue.minimumStaff)
      return (100 * onDuty).rounded() / 100
    }
  }

  /// Agents at work needed in each slot.
  private func needs(for workload: Workload) -> [Double] {
    switch waiting {
    case .line(let target, _):
      workload.grid.indices.map { slot in
        desk(for: workload, in: slot)?.fractionalAgents(meeting: target) ?? 0
      }
    case .backlog(_, let maximumOccupancy):
      due(of: workload).map { $0 / maximumOccupancy }
    }
  }

  /// The desk of a slot; nil where no contact comes, or of a backlog.
  func desk(for workload: Workload, in slot: Int) -> Desk? {
    guard case .line(_, let patience) = waiting, workload.isOpen[slot], workload.load[slot] > 0
    else { return nil }
    return .chat(
      load: workload.load[slot], handlingTime: workload.handlingTime[slot], patience: patience,
      concurrency: concurrency)
  }

  /// Agents who do the work of a backlog in each slot without a pause.
  func due(of workload: Workload) -> [Double] {
    guard case .backlog(let answerWithin, _) = waiting else { return [] }
    let window = answerWithin.count / workload.grid.slot.count
    return Backlog.spread(workload.load, over: workload.isOpen, window: window)
      .map { $0 / concurrency.greatestThroughput }
  }

  /// Seconds, up to a day: nobody stays on a line for longer.
  private static let patience = 1.0...86_400.0
  /// Work that waits leaves hardly any pause.
  private static let occupancyOfBacklog = 0.95
}
