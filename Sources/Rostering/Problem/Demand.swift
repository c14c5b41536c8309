import Timeline
import Workforce

/// What a cell asks for and what it costs not to get it, with the ways in which agents can help.
///
/// Needs are whole hundredths of an agent. A shortage is paid at ``under`` up to the cheap share of
/// the need and at ``beyond`` from there on; supply that nobody needs is paid at ``over``.
struct Demand: Sendable {
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
  /// The arcs into each queue, `arcsInto[starts[queue]..<starts[queue + 1]]`.
  let arcsInto: ContiguousArray<Int32>
  let startsInto: ContiguousArray<Int32>

  struct Arc: Hashable, Sendable {
    let set: Int
    let queue: Int
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
    masks = ContiguousArray(
      skillSets.indices.map { set in
        arcs.reduce(0) { $1.set == set ? $0 | 1 << UInt64($1.queue) : $0 }
      })
    var arcsInto: ContiguousArray<Int32> = []
    var startsInto: ContiguousArray<Int32> = [0]
    for queue in rows.indices {
      arcsInto += arcs.indices.filter { arcs[$0].queue == queue }.map(Int32.init)
      startsInto.append(Int32(arcsInto.count))
    }
    self.arcsInto = arcsInto
    self.startsInto = startsInto
  }
}
