import Statistics

/// Who waits in a queue, first come first: a ring that doubles when it is full.
struct Line: BitwiseCopyable {
  private var places: UnsafeMutablePointer<Waiting>
  private var mask: UInt64
  /// Places are numbered through; those before the first are gone.
  private(set) var first: UInt64 = 0
  private(set) var end: UInt64 = 0

  init(in arena: Arena) {
    places = arena.filled(64, with: Waiting(arrival: 0, deadline: 0, number: 0))
    mask = 63
  }

  var isEmpty: Bool { first == end }

  /// Who stands at a place from ``first`` up to ``end``.
  subscript(place: UInt64) -> Waiting { places[Int(truncatingIfNeeded: place & mask)] }

  mutating func append(_ waiting: Waiting, in arena: Arena) {
    if end - first > mask { grow(in: arena) }
    places[Int(truncatingIfNeeded: end & mask)] = waiting
    end += 1
  }

  mutating func removeFirst() { first += 1 }

  private mutating func grow(in arena: Arena) {
    let larger = 2 * mask + 1
    let moved = arena.filled(Int(larger) + 1, with: self[first])
    for place in first..<end { moved[Int(place & larger)] = self[place] }
    (places, mask) = (moved, larger)
  }
}

/// A contact that waits.
struct Waiting: BitwiseCopyable {
  let arrival: Double
  /// When the customer leaves, or the work is due.
  let deadline: Double
  let number: UInt64
}

/// How contacts come to a queue, and its streams of chance.
struct Traffic: BitwiseCopyable {
  /// The number of the next contact, which all its draws are asked for with.
  var number: UInt64 = 0
  /// The slot of the last contact that came.
  var slot = 0
  /// When it came.
  var time = 0.0
  /// Contacts yet to come in the slot, where a path says how many.
  var left: Int
  let isChance: Bool
  /// Mean seconds from one contact to the next in each slot.
  let gaps: UnsafeMutablePointer<Double>
  /// Contacts of each slot by the path of the replication.
  let counts: UnsafeMutablePointer<Int32>

  let handling: DrawnTime
  let patience: DrawnTime
  let threshold: Double
  let arrivals: DrawStream
  let handlings: DrawStream
  let patiences: DrawStream
  /// Who tries again, when, and who takes an offer to be called back.
  let retrials: DrawStream
  let delays: DrawStream
  let offers: DrawStream
  let factors: UnsafeMutablePointer<Double>
  let isChat: Bool
  let isDeferred: Bool
  let isPutAside: Bool
  let retrialShare: Double
  let trials: Int
  let offerShare: Double

  init(_ queue: QueueLayout, of layout: Layout, seed: UInt64, replication: Int, in arena: Arena) {
    func stream(_ name: String) -> DrawStream {
      DrawStream(seed: seed, name: "\(name) \(queue.name)", replication: replication)
    }
    (arrivals, handlings, patiences) = (stream("arrival"), stream("handling"), stream("patience"))
    (retrials, delays, offers) = (stream("retrial"), stream("delay"), stream("offer"))
    (handling, patience, threshold) = (queue.handling, queue.patience, queue.threshold)
    (isChat, isDeferred, isPutAside) = (queue.isChat, queue.isDeferred, queue.isPutAside)
    (retrialShare, trials) = (queue.retrialShare, queue.trials)
    offerShare = queue.callBackShare
    factors = arena.copy(
      queue.factors.isEmpty ? Array(repeating: 1, count: layout.slotCount) : queue.factors)
    switch queue.arrivals {
    case .chance(let means):
      isChance = true
      gaps = arena.copy(means.map { $0 > 0 ? layout.slotLength / $0 : .infinity })
      counts = arena.copy([])
      left = 0
    case .paths(let paths):
      isChance = false
      gaps = arena.copy([])
      counts = arena.copy(paths[replication % paths.count].map(Int32.init))
      left = Int(counts[0])
    }
  }

  /// When the next contact comes; nil where none comes before the end.
  ///
  /// By chance: the expected number of contacts up to it is an exponential number more than up to the
  /// last (the time change of the Poisson process). By a path: of n yet to come in the rest of a slot,
  /// the first comes after the share 1 - U^(1/n) of it.
  @inline(__always)
  mutating func next(slotLength: Double, slotCount: Int) -> Double? {
    let uniform = arrivals.uniform(at: number)
    if isChance {
      var needed = -log(uniform)
      while slot < slotCount {
        let candidate = time + needed * gaps[slot]
        let end = slotLength * Double(slot + 1)
        if candidate < end {
          time = candidate
          return candidate
        }
        needed -= (end - time) / gaps[slot]
        // Rounding may leave less than nothing.
        if needed < 0 { needed = 0 }
        time = end
        slot += 1
      }
      return nil
    }
    while left == 0 {
      slot += 1
      guard slot < slotCount else { return nil }
      time = slotLength * Double(slot)
      left = Int(counts[slot])
    }
    let rest = slotLength * Double(slot + 1) - time
    time += rest * (1 - exp(log(uniform) / Double(left)))
    left -= 1
    return time
  }
}

extension Floor {
  /// The coming of a queue's next contact; nil where none comes before the end.
  @inline(__always)
  mutating func nextArrival(at queue: Int) -> Event? {
    traffic[queue].next(slotLength: layout.slotLength, slotCount: layout.slotCount)
      .map { Event(time: $0, what: .init(.arrival, queue: queue)) }
  }

  /// A contact comes: a free agent takes it, or it waits.
  @inline(__always)
  mutating func arrive(_ number: UInt64, at queue: Int) {
    if let agent = freeAgent(for: queue) {
      count(.offered, of: queue, in: slot)
      take(Waiting(arrival: now, deadline: .infinity, number: number), of: queue, by: agent)
    } else if traffic[queue].isDeferred {
      count(.offered, of: queue, in: slot)
      let deadline = layout.queues[queue].deadlines?.due(of: now, in: slot) ?? .infinity
      join(queue, number, deadline: deadline, key: deadline)
    } else {
      wait(number, at: queue)
    }
  }

  /// A customer waits on the line, or is to be called back.
  @inline(__always)
  private mutating func wait(_ number: UInt64, at queue: Int) {
    let state = traffic[queue]
    if state.offerShare > 0, state.offers.uniform(at: number) < state.offerShare {
      // In the other queue the number is unlike all of its own.
      arrive(number | UInt64(queue + 1) << 48, at: layout.queues[queue].callBackQueue)
      return
    }
    count(.offered, of: queue, in: slot)
    let deadline = now + state.patience.time(at: state.patiences.uniform(at: number))
    join(queue, number, deadline: deadline, key: now)
    // Whoever leaves to try again must be seen leaving; others are found gone when they are called.
    if state.retrialShare > 0, Int(number >> 40) + 1 < state.trials,
      state.retrials.uniform(at: number) < state.retrialShare
    {
      let place = lines[queue].end - 1
      heap.push(Event(time: deadline, what: .init(.impatience, queue: queue, number: place)))
    }
  }

  @inline(__always)
  private mutating func join(_ queue: Int, _ number: UInt64, deadline: Double, key: Double) {
    if lines[queue].isEmpty {
      occupiedLines += 1
      firstKey[queue] = key
    }
    lines[queue].append(Waiting(arrival: now, deadline: deadline, number: number), in: arena)
  }

  /// The customer at a place leaves, if still there, and comes again after a time.
  mutating func leaveToTryAgain(place: UInt64, of queue: Int) {
    guard place >= lines[queue].first, !isOver else { return }
    let number = lines[queue][place].number
    let delay = layout.queues[queue].retrialDelay.time(
      at: traffic[queue].delays.uniform(at: number))
    let time = now + delay
    guard time < layout.slotLength * Double(layout.slotCount) else { return }
    heap.push(Event(time: time, what: .init(.retrial, queue: queue, number: number + (1 << 40))))
  }

  /// Takes the first of a line away.
  @inline(__always)
  mutating func removeFirst(of queue: Int) {
    lines[queue].removeFirst()
    if lines[queue].isEmpty {
      occupiedLines -= 1
      firstKey[queue] = .infinity
    } else {
      let waiting = lines[queue][lines[queue].first]
      firstKey[queue] = traffic[queue].isDeferred ? waiting.deadline : waiting.arrival
    }
  }

  /// Counts a customer who left.
  func countLeft(_ waiting: Waiting, of queue: Int) {
    let wait = waiting.deadline - waiting.arrival
    let slot = slot(of: waiting.arrival)
    count(wait <= traffic[queue].threshold ? .leftEarly : .leftLate, of: queue, in: slot)
    count(.waitOfLeft, of: queue, in: slot, wait)
  }

  @inline(__always)
  func count(_ what: QueueCount, of queue: Int, in slot: Int, _ amount: Double = 1) {
    queueCounts[(queue * layout.slotCount + slot) * Counts.width + what.rawValue] += amount
  }

  /// The slot of a moment before the end.
  @inline(__always)
  func slot(of time: Double) -> Int {
    let guess = min(layout.slotCount - 1, Int(time / layout.slotLength))
    // The quotient may round up to the next slot.
    return time < layout.slotLength * Double(guess) ? guess - 1 : guess
  }

  /// How many wait at a queue now; whoever left by now does not.
  func waiting(at queue: Int) -> Int {
    let line = lines[queue]
    guard !traffic[queue].isDeferred else { return Int(line.end - line.first) }
    return (line.first..<line.end).count { line[$0].deadline > now }
  }

  /// Takes nothing from a queue any more.
  mutating func close(_ queue: Int) {
    guard !lines[queue].isEmpty else { return }
    occupiedLines -= 1
    firstKey[queue] = .infinity
  }
}
