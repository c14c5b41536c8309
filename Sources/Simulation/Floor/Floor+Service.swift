/// An agent on the floor.
struct AgentState: BitwiseCopyable {
  let group: Int32
  var occupation = Occupation.away
  /// Due home, but not done yet.
  var isLeaving = false
  /// Contacts in hand.
  var load: Int32 = 0
  /// When the agent is done; an event for another time is out of date.
  var done = Double.infinity
  var idleSince = 0.0
  /// The list the agent stands in, -1 for none, and its neighbours there.
  var list: Int32 = -1
  var previous: Int32 = -1
  var next: Int32 = -1

  init(group: Int32) { self.group = group }

  enum Occupation: UInt8 {
    case away, free, call, chats, deferred
  }
}

/// What lies on an agent's desk: deferred work in hand or put aside, or the clock of the chats.
struct Desk: BitwiseCopyable {
  var work = Waiting(arrival: 0, deadline: 0, number: 0)
  var queue: Int32 = -1
  /// Seconds of work left in what was put aside; 0 where nothing is.
  var putAside = 0.0
  /// Time that each chat in hand was given, counted through, and when that was reckoned.
  var chatClock = 0.0
  var chatsReckoned = 0.0
}

extension Floor {
  /// An agent takes a contact, which came now or was first in line.
  @inline(__always)
  mutating func take(_ waiting: Waiting, of queue: Int, by agent: Int) {
    let group = Int(agents[agent].group)
    if agents[agent].occupation == .deferred { putAside(agent) }
    if traffic[queue].isChat && teams[group].limit > 1 {
      takeChat(waiting, of: queue, by: agent)
      return
    }
    let done = begin(waiting, of: queue, by: agent)
    heap.push(Event(time: done, what: .init(.done, number: UInt64(agent))))
  }

  /// An agent begins with a contact that has the agent to itself; the moment of being done.
  @inline(__always)
  private mutating func begin(_ waiting: Waiting, of queue: Int, by agent: Int) -> Double {
    let group = Int(agents[agent].group)
    let wasFree = agents[agent].occupation == .free
    if wasFree {
      settle(group)
      teams[group].busy += 1
      remove(agent)
    }
    agents[agent].load = 1
    let done = now + handlingTime(of: waiting.number, at: queue, by: group)
    agents[agent].done = done
    if traffic[queue].isDeferred {
      begin(deferred: waiting, of: queue, by: agent)
    } else {
      agents[agent].occupation = .call
      countAnswer(waiting, of: queue)
    }
    return done
  }

  @inline(__always)
  private func handlingTime(of number: UInt64, at queue: Int, by group: Int) -> Double {
    let time = traffic[queue].handling.time(at: traffic[queue].handlings.uniform(at: number))
    let factor = traffic[queue].factors[min(slot, layout.slotCount - 1)]
    return time * factor * slowness[group * layout.queues.count + queue]
  }

  private mutating func begin(deferred waiting: Waiting, of queue: Int, by agent: Int) {
    let group = Int(agents[agent].group)
    settle(group)
    teams[group].deferred += 1
    agents[agent].occupation = .deferred
    desks[agent].work = waiting
    desks[agent].queue = Int32(queue)
    if traffic[queue].isPutAside, !agents[agent].isLeaving {
      insert(agent, in: teams[group].firstList + chatLimit)
    }
  }

  /// The customer's wait is over.
  @inline(__always)
  private func countAnswer(_ waiting: Waiting, of queue: Int) {
    let wait = now - waiting.arrival
    let slot = wait > 0 ? slot(of: waiting.arrival) : slot
    countAnswer(of: queue, in: slot, after: wait, isInTime: wait <= traffic[queue].threshold)
  }

  /// Deferred work counts when it is done, and is in time if that is when it was due or before.
  private func countDone(_ agent: Int) {
    let (waiting, queue) = (desks[agent].work, Int(desks[agent].queue))
    countAnswer(
      of: queue, in: slot(of: waiting.arrival), after: now - waiting.arrival,
      isInTime: now <= due(waiting, of: queue))
  }

  @inline(__always)
  private func countAnswer(of queue: Int, in slot: Int, after wait: Double, isInTime: Bool) {
    count(.answered, of: queue, in: slot)
    count(.waitOfAnswered, of: queue, in: slot, wait)
    if isInTime { count(.inTime, of: queue, in: slot) }
    let day = Int(dayOfSlot[slot])
    guard day >= 0 else { return }
    waits[(queue * layout.days.count + day) * WaitBins.count + WaitBins.bin(of: wait)] += 1
  }

  /// When work is due; what never waited has not been asked for it yet.
  func due(_ waiting: Waiting, of queue: Int) -> Double {
    guard waiting.deadline == .infinity else { return waiting.deadline }
    return layout.queues[queue].deadlines?.due(of: waiting.arrival, in: slot(of: waiting.arrival))
      ?? .infinity
  }

  /// An agent leaves deferred work for a customer.
  private mutating func putAside(_ agent: Int) {
    let group = Int(agents[agent].group)
    remove(agent)
    settle(group)
    teams[group].deferred -= 1
    desks[agent].putAside = max(agents[agent].done - now, .leastNonzeroMagnitude)
    // Its event on the heap is out of date now.
    agents[agent].occupation = .call
  }

  private mutating func takeUpAgain(_ agent: Int) {
    let group = Int(agents[agent].group)
    if agents[agent].occupation == .free {
      remove(agent)
      settle(group)
      teams[group].busy += 1
    }
    settle(group)
    teams[group].deferred += 1
    agents[agent].occupation = .deferred
    agents[agent].load = 1
    agents[agent].done = now + desks[agent].putAside
    desks[agent].putAside = 0
    insert(agent, in: teams[group].firstList + chatLimit)
  }

  /// An agent's event at the top of the heap: done with a contact, and on to the next.
  @inline(__always)
  mutating func finish(_ agent: Int, at time: Double) {
    guard agents[agent].done == time else {
      heap.pop()
      return
    }
    switch agents[agent].occupation {
    case .chats:
      heap.pop()
      finishChat(agent)
      return
    case .deferred:
      countDone(agent)
      let group = Int(agents[agent].group)
      settle(group)
      teams[group].deferred -= 1
      if agents[agent].list >= 0 { remove(agent) }
    case .away, .free, .call: break
    }
    agents[agent].load = 0
    let group = Int(agents[agent].group)
    let team = teams[group]
    if agents[agent].isLeaving {
      heap.pop()
      leave(agent)
    } else if let queue = nextQueue(team.firstSkill..<team.firstDeferred) {
      if traffic[queue].isChat && team.limit > 1 {
        heap.pop()
        becomeFree(agent)
        fill(agent)
      } else {
        again(agent, queue)
      }
    } else if desks[agent].putAside > 0 {
      takeUpAgain(agent)
      heap.replaceTop(
        with: Event(time: agents[agent].done, what: .init(.done, number: UInt64(agent))))
    } else if let queue = nextQueue(team.firstDeferred..<team.endOfSkills) {
      again(agent, queue)
    } else {
      heap.pop()
      becomeFree(agent)
    }
  }

  /// The agent whose event is at the top of the heap goes on with the first of a line.
  @inline(__always)
  private mutating func again(_ agent: Int, _ queue: Int) {
    let waiting = lines[queue][lines[queue].first]
    removeFirst(of: queue)
    let done = begin(waiting, of: queue, by: agent)
    heap.replaceTop(with: Event(time: done, what: .init(.done, number: UInt64(agent))))
  }

  /// A busy agent has nothing in hand any more.
  mutating func becomeFree(_ agent: Int) {
    let group = Int(agents[agent].group)
    settle(group)
    teams[group].busy -= 1
    beFree(agent)
  }

  mutating func beFree(_ agent: Int) {
    agents[agent].occupation = .free
    agents[agent].idleSince = now
    agents[agent].done = .infinity
    insert(agent, in: teams[Int(agents[agent].group)].firstList)
  }

  /// A free agent, or one with room for a chat, takes what waits.
  mutating func fill(_ agent: Int) {
    let team = teams[Int(agents[agent].group)]
    while true {
      switch agents[agent].occupation {
      case .free:
        if let queue = nextQueue(team.firstSkill..<team.firstDeferred) {
          takeFirst(of: queue, by: agent)
        } else if desks[agent].putAside > 0 {
          takeUpAgain(agent)
          heap.push(Event(time: agents[agent].done, what: .init(.done, number: UInt64(agent))))
          return
        } else if let queue = nextQueue(team.firstDeferred..<team.endOfSkills) {
          takeFirst(of: queue, by: agent)
        } else {
          return
        }
      case .chats:
        guard agents[agent].list >= 0,
          let queue = nextQueue(team.firstSkill..<team.firstDeferred, chatsOnly: true)
        else { return }
        takeFirst(of: queue, by: agent)
      case .away, .call, .deferred: return
      }
    }
  }

  private mutating func takeFirst(of queue: Int, by agent: Int) {
    let waiting = lines[queue][lines[queue].first]
    removeFirst(of: queue)
    take(waiting, of: queue, by: agent)
  }
}

// MARK: - Chats

extension Floor {
  /// An agent takes a chat beside those in hand.
  private mutating func takeChat(_ waiting: Waiting, of queue: Int, by agent: Int) {
    let group = Int(agents[agent].group)
    switch agents[agent].occupation {
    case .chats: reckonChats(agent)
    case .free:
      settle(group)
      teams[group].busy += 1
    case .away, .call, .deferred: break
    }
    if agents[agent].occupation != .chats {
      agents[agent].occupation = .chats
      agents[agent].load = 0
      desks[agent].chatClock = 0
      desks[agent].chatsReckoned = now
    }
    remove(agent)
    let ends = chatEnds + agent * chatLimit
    var place = 0
    while ends[place] < .infinity { place += 1 }
    ends[place] = desks[agent].chatClock + handlingTime(of: waiting.number, at: queue, by: group)
    agents[agent].load += 1
    countAnswer(waiting, of: queue)
    goOnWithChats(agent)
  }

  /// The first of an agent's chats ends.
  private mutating func finishChat(_ agent: Int) {
    reckonChats(agent)
    let ends = chatEnds + agent * chatLimit
    var first = 0
    for place in 1..<chatLimit where ends[place] < ends[first] { first = place }
    ends[first] = .infinity
    agents[agent].load -= 1
    if agents[agent].list >= 0 { remove(agent) }
    if agents[agent].load > 0 {
      goOnWithChats(agent)
    } else if agents[agent].isLeaving {
      leave(agent)
      return
    } else {
      becomeFree(agent)
    }
    fill(agent)
  }

  /// Gives each chat in hand its share of the time that passed: of j chats, f(j) / j.
  private func reckonChats(_ agent: Int) {
    let chats = Int(agents[agent].load)
    let rate = throughput[Int(agents[agent].group) * chatLimit + chats - 1] / Double(chats)
    desks[agent].chatClock += (now - desks[agent].chatsReckoned) * rate
    desks[agent].chatsReckoned = now
  }

  /// Reckons when the first of the chats in hand will end, and stands in the list for its number.
  private mutating func goOnWithChats(_ agent: Int) {
    let chats = Int(agents[agent].load)
    let group = Int(agents[agent].group)
    let ends = chatEnds + agent * chatLimit
    var first = Double.infinity
    for place in 0..<chatLimit { first = min(first, ends[place]) }
    let rate = throughput[group * chatLimit + chats - 1] / Double(chats)
    let done = now + max(0, first - desks[agent].chatClock) / rate
    agents[agent].done = done
    heap.push(Event(time: done, what: .init(.done, number: UInt64(agent))))
    if chats < teams[group].limit, !agents[agent].isLeaving {
      insert(agent, in: teams[group].firstList + chats)
    }
  }
}
