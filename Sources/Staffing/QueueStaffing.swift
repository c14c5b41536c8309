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
    for share in [queue.shrinkage] + queue.shrinkageCalendar.shares
    where !(share >= 0 && share < 1) {
      throw .shrinkage(queue.id, share)
    }
    guard goal.retries >= 0, goal.retries < 1 else { throw .retries(queue.id, goal.retries) }
    if let dialing = queue.dialing,
      !(dialing.connectRate > 0 && dialing.connectRate <= 1 && dialing.attemptTime >= 0
        && dialing.attemptTime.isFinite)
    {
      throw .dialing(queue.id)
    }
    if let share = goal.maximumAbandonment, !(share > 0) { throw .abandonment(queue.id, share) }
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
      serviceLevel: goal.serviceLevel, within: goal.threshold, as: goal.definition,
      maximumOccupancy: goal.maximumOccupancy, maximumAbandonment: goal.maximumAbandonment)
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

  /// Agents on duty needed in each slot, minimum staff and shrinkage included, in hundredths, and
  /// why; `shrinkage` is the share of time on duty that is lost in each slot.
  func requirement(
    for workload: Workload, shrinkage: [Double], plannedFor: String
  ) -> QueueRequirement {
    var needs = needs(for: workload)
    var agents: [Double] = []
    for slot in workload.grid.indices {
      guard workload.isOpen[slot] else {
        needs[slot] = Need(atWork: 0, ruling: .closed)
        agents.append(0)
        continue
      }
      let onDuty = needs[slot].atWork / (1 - shrinkage[slot])
      if queue.minimumStaff > onDuty { needs[slot].ruling = .minimumStaff }
      agents.append((max(onDuty, queue.minimumStaff) / NeedExplanation.rounding).rounded() / 100)
    }
    return QueueRequirement(
      queue: queue.id, agents: agents, load: workload.load, handlingTime: workload.handlingTime,
      explanation: NeedExplanation(
        model: queue.goal.model, target: queue.goal.words,
        definition: queue.goal.serviceLevel == nil ? nil : queue.goal.definition,
        plannedFor: plannedFor, atWork: needs.map(\.atWork), shrinkage: shrinkage,
        rulings: needs.map(\.ruling)))
  }

  /// Agents at work needed in a slot, and what decided it.
  private struct Need {
    var atWork: Double
    var ruling: NeedExplanation.Ruling

    static let nobody = Need(atWork: 0, ruling: .noContacts)
  }

  private func needs(for workload: Workload) -> [Need] {
    switch waiting {
    case .line(let target, _):
      workload.grid.indices.map { slot in
        guard
          let need = desk(for: workload, in: slot)?.need(
            meeting: target, retries: queue.goal.retries)
        else {
          return .nobody
        }
        let ruling: NeedExplanation.Ruling =
          switch need.bound {
          case .occupancy: .occupancy
          case .abandonment: .abandonment
          case .serviceLevel: .serviceLevel
          case nil: .load
          }
        return Need(atWork: need.agents, ruling: ruling)
      }
    case .backlog(_, let maximumOccupancy):
      due(of: workload).map { work in
        work > 0 ? Need(atWork: work / maximumOccupancy, ruling: .due) : .nobody
      }
    }
  }

  /// The desk of a slot; nil where no contact comes, or of a backlog.
  func desk(for workload: Workload, in slot: Int) -> Desk? {
    guard workload.isOpen[slot] else { return nil }
    return desk(load: workload.load[slot], handlingTime: workload.handlingTime[slot])
  }

  /// The desk of a load; nil of none, or of a backlog.
  func desk(load: Double, handlingTime: Double) -> Desk? {
    guard case .line(_, let patience) = waiting, load > 0 else { return nil }
    return .chat(
      load: load, handlingTime: handlingTime, patience: patience, concurrency: concurrency)
  }

  /// Agents who do the work of a backlog in each slot without a pause.
  func due(of workload: Workload) -> [Double] {
    guard case .backlog(let answerWithin, _) = waiting else { return [] }
    let window = answerWithin.count / workload.grid.slot.count
    return Backlog.spread(
      workload.load, over: workload.isOpen, window: window, clock: queue.goal.answerClock
    )
    .map { $0 / concurrency.greatestThroughput }
  }

  /// Seconds, up to a day: nobody stays on a line for longer.
  private static let patience = 1.0...86_400.0
  /// Work that waits leaves hardly any pause.
  private static let occupancyOfBacklog = 0.95
}
