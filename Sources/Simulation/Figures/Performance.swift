package import Workforce

/// How a centre did, over all replications: of every queue and every group, in every slot, on every
/// day and over all days.
package struct Performance: Hashable, Sendable {
  package let queues: [Queue.ID]
  package let groups: [String]
  package let replications: Int
  /// The share of cases in which an estimate's interval holds the truth.
  package let confidence: Double
  /// Contacts that came, in all replications.
  package let contacts: Int

  let slotCount: Int
  let dayCount: Int
  /// By queue (one more for all together), then the slots, the days and all days.
  let ofQueues: MomentsTable
  let ofGroups: MomentsTable
  /// Sums over replications of contacts waiting at a slot's end, and of their squares.
  let backlogs: MomentsTable
  let waits: [UInt64]

  /// What a figure is about.
  package enum Period: Hashable, Sendable {
    case slot(Int)
    case day(Int)
    case allDays
  }

  /// What became of the contacts of a queue that came in a period.
  package func service(of queue: Queue.ID, in period: Period = .allDays) -> Service? {
    queues.firstIndex(of: queue).map { service(number: $0, in: period) }
  }

  /// What became of the contacts of all queues that came in a period.
  package func service(in period: Period = .allDays) -> Service {
    service(number: queues.count, in: period)
  }

  /// What the agents of a group did in a period.
  package func work(of group: String, in period: Period = .allDays) -> Work? {
    groups.firstIndex(of: group).map { number in
      let cell = number * cellCount + cell(of: period)
      return Work(
        moments: ofGroups.moments(at: cell, replications: replications), confidence: confidence)
    }
  }

  /// How many contacts of a queue wait at the end of a slot.
  package func backlog(of queue: Queue.ID, after slot: Int) -> Estimate? {
    queues.firstIndex(of: queue).map { number in
      backlogs.moments(at: number * slotCount + slot, replications: replications)
        .estimate(.lane(0), confidence: confidence)
    }
  }

  private var cellCount: Int { slotCount + dayCount + 1 }

  private func cell(of period: Period) -> Int {
    switch period {
    case .slot(let slot):
      precondition((0..<slotCount).contains(slot), "a slot of the centre")
      return slot
    case .day(let day):
      precondition((0..<dayCount).contains(day), "a day of the centre")
      return slotCount + day
    case .allDays: return slotCount + dayCount
    }
  }

  private func service(number: Int, in period: Period) -> Service {
    let days: Range<Int> =
      switch period {
      case .slot: 0..<0
      case .day(let day): day..<(day + 1)
      case .allDays: 0..<dayCount
      }
    let members = number == queues.count ? 0..<number : number..<(number + 1)
    var bins = Array(repeating: UInt64(0), count: days.isEmpty ? 0 : WaitBins.count)
    for queue in members {
      for day in days {
        let first = (queue * dayCount + day) * WaitBins.count
        for bin in bins.indices { bins[bin] += waits[first + bin] }
      }
    }
    let cell = number * cellCount + cell(of: period)
    return Service(
      moments: ofQueues.moments(at: cell, replications: replications), waits: bins,
      confidence: confidence)
  }
}
