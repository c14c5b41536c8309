/// How many agents of each skill set are on duty in every cell, how they are shared among the
/// queues at the least cost, and exactly what one more or one fewer would change.
///
/// A cell is a small transport problem. Serving costs nothing, so an agent more goes, over a chain
/// of colleagues who each take on another queue, wherever the dearest shortage can be reached, and an
/// agent fewer leaves the cheapest hole: a reachability search over queues finds either. As units are
/// hundredths of an agent, one agent may take several pushes. Kept optimal by augmenting, the
/// allocation is optimal after every change (successive shortest paths).
///
/// Answers are kept in a table and stamped with the cell's version, so that only cells that changed
/// are searched again.
struct CellCost: Sendable {
  private let demand: Demand
  private let cells: Int
  private let sets: Int
  private let queues: Int
  /// Cost of all cells, kept up with every change.
  private(set) var total = 0.0

  /// By cell: flow of each arc, idle supply of each set, shortage of each queue. A cell more at the
  /// end is scratch paper.
  private var state: ContiguousArray<Int32>
  private let stride: Int
  private let idleAt: Int
  private let shortAt: Int
  /// Agents on duty, `[set * cells + cell]`.
  private var onDuty: ContiguousArray<Int32>

  private var version: ContiguousArray<UInt32>
  /// Cost changes of one agent more and one fewer, `[set * cells + cell]`, with their stamps.
  private var costsOfAdding: ContiguousArray<Double>
  private var costsOfRemoving: ContiguousArray<Double>
  private var addingStamp: ContiguousArray<UInt32>
  private var removingStamp: ContiguousArray<UInt32>

  // The search tree: for each queue reached, the queue before it and the arcs that trade places.
  private var previous: ContiguousArray<Int>
  private var arcTaken: ContiguousArray<Int>
  private var arcGiven: ContiguousArray<Int>
  private var frontier: ContiguousArray<Int>

  /// Nobody on duty anywhere.
  init(_ demand: Demand, cells: Int) {
    self.demand = demand
    self.cells = cells
    sets = demand.skillSets.count
    queues = demand.queues.count
    idleAt = demand.arcs.count
    shortAt = idleAt + sets
    stride = shortAt + queues
    state = ContiguousArray(repeating: 0, count: (cells + 1) * stride)
    onDuty = ContiguousArray(repeating: 0, count: sets * cells)
    version = ContiguousArray(repeating: 1, count: cells)
    costsOfAdding = ContiguousArray(repeating: 0, count: sets * cells)
    costsOfRemoving = costsOfAdding
    addingStamp = ContiguousArray(repeating: 0, count: sets * cells)
    removingStamp = addingStamp
    previous = ContiguousArray(repeating: -1, count: queues)
    arcTaken = previous
    arcGiven = previous
    frontier = previous
    for cell in 0..<cells {
      for queue in 0..<queues {
        let need = demand.need[cell * queues + queue]
        state[cell * stride + shortAt + queue] = need
        total += priceOfShortage(need, of: queue, at: cell)
      }
    }
  }

  // MARK: - Questions

  /// The cost change of one more agent of a skill set in a cell.
  mutating func costOfAdding(_ set: Int, at cell: Int) -> Double {
    let place = set * cells + cell
    if addingStamp[place] != version[cell] {
      addingStamp[place] = version[cell]
      costsOfAdding[place] = push(set, at: cell, isApplied: false)
    }
    return costsOfAdding[place]
  }

  /// The cost change of one agent fewer; infinite where none is on duty.
  mutating func costOfRemoving(_ set: Int, at cell: Int) -> Double {
    let place = set * cells + cell
    if removingStamp[place] != version[cell] {
      removingStamp[place] = version[cell]
      costsOfRemoving[place] = onDuty[place] > 0 ? pull(set, at: cell, isApplied: false) : .infinity
    }
    return costsOfRemoving[place]
  }

  /// Agents of a skill set on duty.
  func onDuty(_ set: Int, at cell: Int) -> Int { Int(onDuty[set * cells + cell]) }

  /// What the next hundredth of an agent of each queue is worth, in money an agent and cell: the
  /// price of its shortage, or nothing but less idling.
  func worth(of queue: Int, at cell: Int) -> Double {
    let short = state[cell * stride + shortAt + queue]
    let cheap = demand.cheap[cell * queues + queue]
    let unit = short > cheap ? demand.beyond[queue] : short > 0 ? demand.under[queue] : -demand.over
    return unit * Double(Demand.agent)
  }

  /// What is missing and what is idle, priced, from the allocation alone.
  var priced: (under: Double, over: Double) {
    var under = 0.0
    var idle = 0
    for cell in 0..<cells {
      for queue in 0..<queues {
        under += priceOfShortage(state[cell * stride + shortAt + queue], of: queue, at: cell)
      }
      for set in 0..<sets { idle += Int(state[cell * stride + idleAt + set]) }
    }
    return (under, Double(idle) * demand.over)
  }

  private func priceOfShortage(_ short: Int32, of queue: Int, at cell: Int) -> Double {
    let cheap = min(short, demand.cheap[cell * queues + queue])
    return Double(cheap) * demand.under[queue] + Double(short - cheap) * demand.beyond[queue]
  }

  // MARK: - Changes

  /// Puts agents of a skill set on duty in a cell, or takes them off where `count` is negative.
  mutating func change(_ set: Int, at cell: Int, by count: Int) {
    guard count != 0 else { return }
    for _ in 0..<abs(count) {
      total +=
        count > 0 ? push(set, at: cell, isApplied: true) : pull(set, at: cell, isApplied: true)
    }
    onDuty[set * cells + cell] += Int32(count)
    version[cell] += 1
  }

  /// One more agent of a set.
  private mutating func push(_ set: Int, at cell: Int, isApplied: Bool) -> Double {
    var base = cell * stride
    var left = Demand.agent
    var cost = 0.0
    while left > 0 {
      let queue = searchForShortage(from: set, base, cell)
      guard queue >= 0 else {
        if isApplied { state[base + idleAt + set] += left }
        return cost + Double(left) * demand.over
      }
      // As much as the chain can carry at this price.
      let short = state[base + shortAt + queue]
      let cheap = demand.cheap[cell * queues + queue]
      var amount = min(left, short > cheap ? short - cheap : short)
      var step = queue
      while previous[step] >= 0 {
        amount = min(amount, state[base + arcTaken[step]])
        step = previous[step]
      }
      cost -= Double(amount) * (short > cheap ? demand.beyond[queue] : demand.under[queue])
      left -= amount
      if !isApplied {
        if left == 0 { return cost }
        base = onScratch(base)
      }
      state[base + shortAt + queue] -= amount
      step = queue
      while previous[step] >= 0 {
        state[base + arcGiven[step]] += amount
        state[base + arcTaken[step]] -= amount
        step = previous[step]
      }
      state[base + arcGiven[step]] += amount
    }
    return cost
  }

  /// One agent fewer of a set that has one on duty.
  private mutating func pull(_ set: Int, at cell: Int, isApplied: Bool) -> Double {
    var base = cell * stride
    var left = Demand.agent
    var cost = 0.0
    let idle = min(left, state[base + idleAt + set])
    if idle > 0 {
      cost -= Double(idle) * demand.over
      left -= idle
      if left == 0 && !isApplied { return cost }
      if !isApplied { base = onScratch(base) }
      state[base + idleAt + set] -= idle
    }
    while left > 0 {
      let (queue, idler) = searchForSpare(of: set, base, cell)
      precondition(queue >= 0, "nobody of the skill set is on duty in this cell")
      let short = state[base + shortAt + queue]
      let cheap = demand.cheap[cell * queues + queue]
      var amount = left
      if idler >= 0 {
        amount = min(amount, state[base + idleAt + idler])
      } else if short < cheap {
        amount = min(amount, cheap - short)
      }
      var step = queue
      while step >= 0 {
        amount = min(amount, state[base + arcTaken[step]])
        step = previous[step]
      }
      let price =
        idler >= 0 ? -demand.over : short < cheap ? demand.under[queue] : demand.beyond[queue]
      cost += Double(amount) * price
      left -= amount
      if !isApplied {
        if left == 0 { return cost }
        base = onScratch(base)
      }
      if idler >= 0 {
        state[base + idleAt + idler] -= amount
        state[base + Int(demand.arcOf[idler * queues + queue])] += amount
      } else {
        state[base + shortAt + queue] += amount
      }
      step = queue
      while step >= 0 {
        state[base + arcTaken[step]] -= amount
        if previous[step] >= 0 { state[base + arcGiven[step]] += amount }
        step = previous[step]
      }
    }
    return cost
  }

  /// Copies a cell to the scratch paper, unless it is that already, and says where that is.
  private mutating func onScratch(_ base: Int) -> Int {
    let scratch = cells * stride
    if base != scratch {
      for offset in 0..<stride { state[scratch + offset] = state[base + offset] }
    }
    return scratch
  }

  // MARK: - Searches

  /// The queue with the dearest shortage that supply of a set can reach; -1 if idling is cheaper.
  ///
  /// From a queue the search goes on to every queue of a set that serves it now: its agents can be
  /// relieved and serve another.
  private mutating func searchForShortage(from set: Int, _ base: Int, _ cell: Int) -> Int {
    var visited = demand.masks[set]
    var count = 0
    var best = -1
    // A shortage is never cheaper than nothing, and relief of it never dearer than idling.
    var bestWorth = -demand.over
    var fresh = visited
    while fresh != 0 {
      let queue = fresh.trailingZeroBitCount
      fresh &= fresh - 1
      previous[queue] = -1
      arcGiven[queue] = Int(demand.arcOf[set * queues + queue])
      frontier[count] = queue
      count += 1
    }
    var next = 0
    while next < count {
      let queue = frontier[next]
      next += 1
      let short = state[base + shortAt + queue]
      if short > 0 {
        let isDear = short > demand.cheap[cell * queues + queue]
        let worth = isDear ? demand.beyond[queue] : demand.under[queue]
        if worth > bestWorth {
          bestWorth = worth
          best = queue
        }
      }
      for place in Int(demand.startsInto[queue])..<Int(demand.startsInto[queue + 1]) {
        let arc = Int(demand.arcsInto[place])
        guard state[base + arc] > 0 else { continue }
        let colleague = demand.arcs[arc].set
        var reached = demand.masks[colleague] & ~visited
        visited |= reached
        while reached != 0 {
          let other = reached.trailingZeroBitCount
          reached &= reached - 1
          previous[other] = queue
          arcTaken[other] = arc
          arcGiven[other] = Int(demand.arcOf[colleague * queues + other])
          frontier[count] = other
          count += 1
        }
      }
    }
    return best
  }

  /// Where an agent of a set is missed least: a queue that an idle colleague can take over (then the
  /// colleague's set as well), or the one whose shortage is cheapest.
  private mutating func searchForSpare(
    of set: Int, _ base: Int, _ cell: Int
  ) -> (queue: Int, idler: Int) {
    var visited: UInt64 = 0
    var count = 0
    var fresh = demand.masks[set]
    while fresh != 0 {
      let queue = fresh.trailingZeroBitCount
      fresh &= fresh - 1
      let arc = Int(demand.arcOf[set * queues + queue])
      guard state[base + arc] > 0 else { continue }
      visited |= 1 << UInt64(queue)
      previous[queue] = -1
      arcTaken[queue] = arc
      frontier[count] = queue
      count += 1
    }
    var best = -1
    var least = Double.infinity
    var next = 0
    while next < count {
      let queue = frontier[next]
      next += 1
      let isCheap = state[base + shortAt + queue] < demand.cheap[cell * queues + queue]
      let loss = isCheap ? demand.under[queue] : demand.beyond[queue]
      if loss < least {
        least = loss
        best = queue
      }
      for place in Int(demand.startsInto[queue])..<Int(demand.startsInto[queue + 1]) {
        let relief = Int(demand.arcsInto[place])
        let colleague = demand.arcs[relief].set
        if state[base + idleAt + colleague] > 0 { return (queue, colleague) }
        var others = demand.masks[colleague] & ~visited
        while others != 0 {
          let other = others.trailingZeroBitCount
          others &= others - 1
          let arc = Int(demand.arcOf[colleague * queues + other])
          guard state[base + arc] > 0 else { continue }
          visited |= 1 << UInt64(other)
          previous[other] = queue
          arcTaken[other] = arc
          arcGiven[other] = relief
          frontier[count] = other
          count += 1
        }
      }
    }
    return (best, -1)
  }
}
