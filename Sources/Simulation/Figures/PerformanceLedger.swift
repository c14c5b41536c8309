import Workforce

/// Gathers what replications counted, one after the other in their order.
struct PerformanceLedger {
  private let queues: [Queue.ID]
  private let groups: [String]
  private let slotCount: Int
  private let days: [Range<Int>]
  private var ofQueues: MomentsTable
  private var ofGroups: MomentsTable
  private var backlogs: MomentsTable
  private var waits: [UInt64]
  private var replications = 0
  private var contacts = 0.0

  init(for centre: ContactCentre) {
    queues = centre.queues.map(\.id)
    groups = centre.groups.map(\.name)
    slotCount = centre.slotCount
    days = centre.days
    let cells = slotCount + days.count + 1
    ofQueues = MomentsTable(cells: (queues.count + 1) * cells)
    ofGroups = MomentsTable(cells: groups.count * cells)
    backlogs = MomentsTable(cells: queues.count * slotCount)
    waits = Array(repeating: 0, count: queues.count * days.count * WaitBins.count)
  }

  mutating func add(_ tally: Tally) {
    replications += 1
    var all = Array(repeating: Counts.zero, count: slotCount)
    for queue in queues.indices {
      let slots = tally.queues[(queue * slotCount)..<((queue + 1) * slotCount)]
      for (slot, counts) in slots.enumerated() {
        all[slot] += counts
        contacts += counts[QueueCount.offered.rawValue]
      }
      Self.add(slots, of: queue, days: days, to: &ofQueues)
    }
    Self.add(all[...], of: queues.count, days: days, to: &ofQueues)
    for group in groups.indices {
      let slots = tally.groups[(group * slotCount)..<((group + 1) * slotCount)]
      Self.add(slots, of: group, days: days, to: &ofGroups)
    }
    for (cell, waiting) in tally.backlog.enumerated() { backlogs.add(waiting * .lane(0), at: cell) }
    for (bin, count) in tally.waits.enumerated() where count > 0 { waits[bin] += UInt64(count) }
  }

  /// Adds the slots of a queue or group, and the days that they make.
  private static func add(
    _ slots: ArraySlice<Counts>, of number: Int, days: [Range<Int>], to table: inout MomentsTable
  ) {
    let slotCount = slots.count
    let first = number * (slotCount + days.count + 1)
    for (slot, counts) in slots.enumerated() { table.add(counts, at: first + slot) }
    var total = Counts.zero
    for (day, range) in days.enumerated() {
      let sum = range.reduce(into: Counts.zero) { $0 += slots[slots.startIndex + $1] }
      table.add(sum, at: first + slotCount + day)
      total += sum
    }
    table.add(total, at: first + slotCount + days.count)
  }

  /// The figures of all that was added.
  func performance(confidence: Double) -> Performance {
    Performance(
      queues: queues, groups: groups, replications: replications, confidence: confidence,
      contacts: Int(contacts), slotCount: slotCount, dayCount: days.count, ofQueues: ofQueues,
      ofGroups: ofGroups, backlogs: backlogs, waits: waits)
  }
}
