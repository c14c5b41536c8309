import Timeline
import Workforce

/// What a cell asks for and what it costs not to get it, with the ways in which agents can help.
///
/// Needs are whole hundredths of an agent. A shortage is paid at ``under`` up to the cheap share of
/// the need and at ``beyond`` from there on; supply that nobody needs is paid at ``over``. One object
/// for all who read it: it never changes, and it is read in the innermost loops.
final class Demand: Sendable {
  /// One agent on duty supplies this much.
  static let agent: Int32 = 100
  /// Queues are bits of a word.
  static let queueLimit = 64

  let queues: [Queue.ID]
  let skillSets: [SkillSet]
  /// Hundredths of an agent, by cell and queue: `[cell * queues.count + queue]`.
  let need: ContiguousArray<Int32>
  /// The part of ``need`` whose shortage is cheap.
  let cheap: ContiguousArray<Int32>
  /// Money for a hundredth of an agent that is missing for a cell, by queue.
  let under: ContiguousArray<Double>
  let beyond: ContiguousArray<Double>
  /// Money for a hundredth of an agent that is idle for a cell.
  let over: Double

  /// The queues of each skill set as bits.
  let masks: ContiguousArray<UInt64>
  /// Which set can serve which queue: every pair is an arc, ordered by set and queue.
  let arcs: [Arc]
  /// The arc of a set and a queue, -1 where there is none: `[set * queues.count + queue]`.
  let arcOf: ContiguousArray<Int32>
  /// The ways into each queue, `waysInto[startsInto[queue]..<startsInto[queue + 1]]`.
  let waysInto: ContiguousArray<Way>
  let startsInto: ContiguousArray<Int32>
  /// The queues that supply of a set can come to help, over any number of colleagues.
  let reach: ContiguousArray<UInt64>
  /// The dearest and the cheapest price of any shortage.
  let dearest: Double
  let cheapest: Double

  struct Arc: Hashable, Sendable {
    let set: Int
    let queue: Int
  }

  /// An arc as its queue sees it.
  struct Way: Sendable {
    let arc: Int32
    let set: Int32
  }

  init(
    _ requirement: Requirement, on circle: Circle, of centre: Centre, skillSets: [SkillSet]
  ) {
    let rows = requirement.queues
    queues = rows.map(\.queue)
    self.skillSets = skillSets
    let cellsPerSlot = circle.count / requirement.grid.count
    var need: ContiguousArray<Int32> = []
    var cheap: ContiguousArray<Int32> = []
    need.reserveCapacity(circle.count * rows.count)
    for cell in 0..<circle.count {
      for row in rows {
        let hundredths = (100 * row.agents[cell / cellsPerSlot]).rounded()
        need.append(Int32(hundredths))
        cheap.append(Int32((centre.prices.cheapShare * hundredths).rounded(.down)))
      }
    }
    self.need = need
    self.cheap = cheap

    let unit = circle.hours / Double(Demand.agent)
    let factors = rows.map { row in
      centre.queue(row.queue).map { centre.prices.factor(of: $0.channel) } ?? 1
    }
    under = ContiguousArray(factors.map { $0 * centre.prices.under.amount * unit })
    beyond = ContiguousArray(factors.map { $0 * centre.prices.underBeyond.amount * unit })
    over = centre.prices.over.amount * unit

    var arcs: [Arc] = []
    var arcOf = ContiguousArray<Int32>(repeating: -1, count: skillSets.count * rows.count)
    for (set, skills) in skillSets.enumerated() {
      for (queue, id) in queues.enumerated() where skills.queues.contains(id) {
        arcOf[set * rows.count + queue] = Int32(arcs.count)
        arcs.append(Arc(set: set, queue: queue))
      }
    }
    self.arcs = arcs
    self.arcOf = arcOf
    let masks = ContiguousArray(
      skillSets.indices.map { set in
        arcs.reduce(UInt64(0)) { $1.set == set ? $0 | 1 << UInt64($1.queue) : $0 }
      })
    self.masks = masks
    var waysInto: ContiguousArray<Way> = []
    var startsInto: ContiguousArray<Int32> = [0]
    for queue in rows.indices {
      for (arc, ends) in arcs.enumerated() where ends.queue == queue {
        waysInto.append(Way(arc: Int32(arc), set: Int32(ends.set)))
      }
      startsInto.append(Int32(waysInto.count))
    }
    self.waysInto = waysInto
    self.startsInto = startsInto
    reach = ContiguousArray(
      masks.map { mask in
        var reached = mask
        for _ in masks {
          for other in masks where other & reached != 0 { reached |= other }
        }
        return reached
      })
    dearest = beyond.max() ?? 0
    cheapest = under.min() ?? 0
  }
}
