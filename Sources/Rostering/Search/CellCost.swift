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

  /// Flow of each arc, idle supply of each set, shortage of each queue, cell after cell.
  ///
  /// A cell more at the end is scratch paper.
  private var state: ContiguousArray<Int32>
  private let stride: Int
  private let idleAt: Int
  private let shortAt: Int
  /// By cell the queues with a shortage, and by cell and set the queues that it serves, as bits.
  private var short: ContiguousArray<UInt64>
  private var serving: ContiguousArray<UInt64>
  /// By cell the idle supply of all sets.
  private var idle: ContiguousArray<Int32>
  /// Agents on duty, `[set * cells + cell]`.
  private var onDuty: ContiguousArray<Int32>

  private var version: ContiguousArray<UInt32>
  /// Cost changes of one agent more and one fewer, `[set * cells + cell]`, with their stamps.
  private var costsOfAdding: ContiguousArray<Double>
  private var costsOfRemoving: ContiguousArray<Double>
  private var addingStamp: ContiguousArray<UInt32>
  private var removingStamp: ContiguousArray<UInt32>

  // The search tree: for each queue reached, the queue before it and the arcs that trade places.
  private var previous = InlineArray<64, Int32>(repeating: -1)
  private var arcTaken = InlineArray<64, Int32>(repeating: -1)
  private var arcGiven = InlineArray<64, Int32>(repeating: -1)
  private var frontier = InlineArray<64, Int32>(repeating: -1)

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
    short = ContiguousArray(repeating: 0, count: cells + 1)
    idle = ContiguousArray(repeating: 0, count: cells + 1)
    serving = ContiguousArray(repeating: 0, count: (cells + 1) * sets)
    for cell in 0..<cells {
      for queue in 0..<queues {
        let need = demand.need[cell * queues + queue]
        state[cell * stride + shortAt + queue] = need
        if need > 0 { short[cell] |= 1 << UInt64(queue) }
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
    let missing = state[cell * stride + shortAt + queue]
    let cheap = demand.cheap[cell * queues + queue]
    let unit =
      missing > cheap ? demand.beyond[queue] : missing > 0 ? demand.under[queue] : -demand.over
    return unit * Double(Demand.agent)
  }

  /// What is missing and what is idle, priced, from the allocation alone.
  var priced: (under: Double, over: Double) {
    var under = 0.0
    var idlers = 0
    for cell in 0..<cells {
      for queue in 0..<queues {
        under += priceOfShortage(state[cell * stride + shortAt + queue], of: queue, at: cell)
      }
      idlers += Int(idle[cell])
    }
    return (under, Double(idlers) * demand.over)
  }

  /// Who serves what in a cell, in hundredths of an agent: by arc, by set, by queue.
  func allocation(at cell: Int) -> (flows: [Int32], idle: [Int32], short: [Int32]) {
    let base = cell * stride
    return (
      Array(state[base..<base + idleAt]), Array(state[base + idleAt..<base + shortAt]),
      Array(state[base + shortAt..<base + stride])
    )
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
    var row = cell
    var left = Demand.agent
    var cost = 0.0
    while left > 0 {
      let queue = searchForShortage(from: set, row, cell)
      guard queue >= 0 else {
        if isApplied { addIdle(left, of: set, in: row) }
        return cost + Double(left) * demand.over
      }
      // As much as the chain can carry at this price.
      let missing = state[row * stride + shortAt + queue]
      let cheap = demand.cheap[cell * queues + queue]
      var amount = min(left, missing > cheap ? missing - cheap : missing)
      var step = queue
      while previous[step] >= 0 {
        amount = min(amount, state[row * stride + Int(arcTaken[step])])
        step = Int(previous[step])
      }
      cost -= Double(amount) * (missing > cheap ? demand.beyond[queue] : demand.under[queue])
      left -= amount
      if !isApplied {
        if left == 0 { return cost }
        row = onScratch(row)
      }
      addShortage(-amount, of: queue, in: row)
      step = queue
      while previous[step] >= 0 {
        addFlow(amount, on: Int(arcGiven[step]), in: row)
        addFlow(-amount, on: Int(arcTaken[step]), in: row)
        step = Int(previous[step])
      }
      addFlow(amount, on: Int(arcGiven[step]), in: row)
    }
    return cost
  }

  /// One agent fewer of a set that has one on duty.
  private mutating func pull(_ set: Int, at cell: Int, isApplied: Bool) -> Double {
    var row = cell
    var left = Demand.agent
    var cost = 0.0
    let idle = min(left, state[row * stride + idleAt + set])
    if idle > 0 {
      cost -= Double(idle) * demand.over
      left -= idle
      if left == 0 && !isApplied { return cost }
      if !isApplied { row = onScratch(row) }
      addIdle(-idle, of: set, in: row)
    }
    while left > 0 {
      let (queue, idler) = searchForSpare(of: set, row, cell)
      precondition(queue >= 0, "nobody of the skill set is on duty in this cell")
      let missing = state[row * stride + shortAt + queue]
      let cheap = demand.cheap[cell * queues + queue]
      var amount = left
      var price = missing < cheap ? demand.under[queue] : demand.beyond[queue]
      if idler >= 0 {
        amount = min(amount, state[row * stride + idleAt + idler])
        price = -demand.over
      } else if missing < cheap {
        amount = min(amount, cheap - missing)
      }
      var step = queue
      while step >= 0 {
        amount = min(amount, state[row * stride + Int(arcTaken[step])])
        step = Int(previous[step])
      }
      cost += Double(amount) * price
      left -= amount
      if !isApplied {
        if left == 0 { return cost }
        row = onScratch(row)
      }
      if idler >= 0 {
        addIdle(-amount, of: idler, in: row)
        addFlow(amount, on: Int(demand.arcOf[idler * queues + queue]), in: row)
      } else {
        addShortage(amount, of: queue, in: row)
      }
      step = queue
      while step >= 0 {
        addFlow(-amount, on: Int(arcTaken[step]), in: row)
        if previous[step] >= 0 { addFlow(amount, on: Int(arcGiven[step]), in: row) }
        step = Int(previous[step])
      }
    }
    return cost
  }

  private mutating func addFlow(_ amount: Int32, on arc: Int, in row: Int) {
    let place = row * stride + arc
    state[place] += amount
    let (set, bit) = (demand.arcs[arc].set, UInt64(1) << UInt64(demand.arcs[arc].queue))
    if state[place] > 0 {
      serving[row * sets + set] |= bit
    } else {
      serving[row * sets + set] &= ~bit
    }
  }

  private mutating func addShortage(_ amount: Int32, of queue: Int, in row: Int) {
    let place = row * stride + shortAt + queue
    state[place] += amount
    let bit = UInt64(1) << UInt64(queue)
    if state[place] > 0 { short[row] |= bit } else { short[row] &= ~bit }
  }

  private mutating func addIdle(_ amount: Int32, of set: Int, in row: Int) {
    state[row * stride + idleAt + set] += amount
    idle[row] += amount
  }

  /// Copies a cell to the scratch paper, unless it is that already, and says where that is.
  private mutating func onScratch(_ row: Int) -> Int {
    guard row != cells else { return row }
    for offset in 0..<stride { state[cells * stride + offset] = state[row * stride + offset] }
    for set in 0..<sets { serving[cells * sets + set] = serving[row * sets + set] }
    short[cells] = short[row]
    idle[cells] = idle[row]
    return cells
  }

  // MARK: - Searches

  /// The queue with the dearest shortage that supply of a set can reach; -1 if there is none.
  ///
  /// From a queue the search goes on to every queue of a set that serves it now: its agents can be
  /// relieved and serve another.
  private mutating func searchForShortage(from set: Int, _ row: Int, _ cell: Int) -> Int {
    var wanted = short[row] & demand.reach[set]
    guard wanted != 0 else { return -1 }
    var visited = demand.masks[set]
    var count = 0
    var best = -1
    var bestWorth = -Double.infinity
    var fresh = visited
    while fresh != 0 {
      let queue = fresh.trailingZeroBitCount
      fresh &= fresh - 1
      previous[queue] = -1
      arcGiven[queue] = demand.arcOf[set * queues + queue]
      frontier[count] = Int32(queue)
      count += 1
    }
    var next = 0
    while next < count {
      let queue = Int(frontier[next])
      next += 1
      if wanted >> UInt64(queue) & 1 == 1 {
        let missing = state[row * stride + shortAt + queue]
        let isDear = missing > demand.cheap[cell * queues + queue]
        let worth = isDear ? demand.beyond[queue] : demand.under[queue]
        if worth > bestWorth {
          bestWorth = worth
          best = queue
        }
        wanted &= ~(1 << UInt64(queue))
        if wanted == 0 || bestWorth >= demand.dearest { return best }
      }
      for place in Int(demand.startsInto[queue])..<Int(demand.startsInto[queue + 1]) {
        let way = demand.waysInto[place]
        let colleague = Int(way.set)
        guard serving[row * sets + colleague] >> UInt64(queue) & 1 == 1 else { continue }
        var reached = demand.masks[colleague] & ~visited
        visited |= reached
        while reached != 0 {
          let other = reached.trailingZeroBitCount
          reached &= reached - 1
          previous[other] = Int32(queue)
          arcTaken[other] = way.arc
          arcGiven[other] = demand.arcOf[colleague * queues + other]
          frontier[count] = Int32(other)
          count += 1
        }
      }
    }
    return best
  }

  /// Where an agent of a set is missed least: a queue that an idle colleague can take over (then the
  /// colleague's set as well), or the one whose shortage is cheapest.
  private mutating func searchForSpare(
    of set: Int, _ row: Int, _ cell: Int
  ) -> (queue: Int, idler: Int) {
    var visited = serving[row * sets + set]
    var count = 0
    var fresh = visited
    while fresh != 0 {
      let queue = fresh.trailingZeroBitCount
      fresh &= fresh - 1
      previous[queue] = -1
      arcTaken[queue] = demand.arcOf[set * queues + queue]
      frontier[count] = Int32(queue)
      count += 1
    }
    let hasIdlers = idle[row] > 0
    var best = -1
    var least = Double.infinity
    var next = 0
    while next < count {
      let queue = Int(frontier[next])
      next += 1
      let isCheap =
        state[row * stride + shortAt + queue] < demand.cheap[cell * queues + queue]
      let loss = isCheap ? demand.under[queue] : demand.beyond[queue]
      if loss < least {
        least = loss
        best = queue
        if !hasIdlers, least <= demand.cheapest { return (best, -1) }
      }
      for place in Int(demand.startsInto[queue])..<Int(demand.startsInto[queue + 1]) {
        let way = demand.waysInto[place]
        let colleague = Int(way.set)
        if hasIdlers, state[row * stride + idleAt + colleague] > 0 { return (queue, colleague) }
        var others = serving[row * sets + colleague] & ~visited
        visited |= others
        while others != 0 {
          let other = others.trailingZeroBitCount
          others &= others - 1
          previous[other] = Int32(queue)
          arcTaken[other] = demand.arcOf[colleague * queues + other]
          arcGiven[other] = way.arc
          frontier[count] = Int32(other)
          count += 1
        }
      }
    }
    return (best, -1)
  }
}
