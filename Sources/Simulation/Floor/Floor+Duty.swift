/// A list of agents, linked through their states: the first to come is the first to be asked.
struct AgentList: BitwiseCopyable {
  var head: Int32 = -1
  var tail: Int32 = -1
  var count = 0
}

extension Floor {
  /// An agent comes to work, or goes on if still busy from before.
  mutating func come(_ agent: Int) {
    if agents[agent].isLeaving {
      agents[agent].isLeaving = false
      // Back in the lists of those with room.
      let team = teams[Int(agents[agent].group)]
      switch agents[agent].occupation {
      case .chats where agents[agent].load < team.limit:
        insert(agent, in: team.firstList + Int(agents[agent].load))
        fill(agent)
      case .deferred where traffic[Int(desks[agent].queue)].isPutAside:
        insert(agent, in: team.firstList + chatLimit)
      default: break
      }
      return
    }
    guard agents[agent].occupation == .away else { return }
    let group = Int(agents[agent].group)
    settle(group)
    teams[group].onDuty += 1
    beFree(agent)
    fill(agent)
  }

  /// An agent goes, or leaves as soon as nothing is in hand.
  mutating func go(_ agent: Int) {
    switch agents[agent].occupation {
    case .away: return
    case .free:
      remove(agent)
      let group = Int(agents[agent].group)
      settle(group)
      teams[group].onDuty -= 1
      agents[agent].occupation = .away
    case .call, .chats, .deferred:
      if agents[agent].list >= 0 { remove(agent) }
      agents[agent].isLeaving = true
    }
  }

  /// A busy agent is done at last and goes.
  mutating func leave(_ agent: Int) {
    let group = Int(agents[agent].group)
    settle(group)
    teams[group].busy -= 1
    teams[group].onDuty -= 1
    agents[agent].occupation = .away
    agents[agent].isLeaving = false
    agents[agent].done = .infinity
  }

  /// Adds up a group's time since its numbers last changed.
  @inline(__always)
  mutating func settle(_ group: Int) {
    let time = now - teams[group].settled
    teams[group].settled = now
    let counts = groupCounts + (group * (layout.slotCount + 1) + slot) * Counts.width
    counts[GroupCount.onDuty.rawValue] += Double(teams[group].onDuty) * time
    counts[GroupCount.busy.rawValue] += Double(teams[group].busy) * time
    counts[GroupCount.deferred.rawValue] += Double(teams[group].deferred) * time
  }

  @inline(__always)
  func insert(_ agent: Int, in list: Int) {
    let tail = lists[list].tail
    agents[agent].list = Int32(list)
    agents[agent].previous = tail
    agents[agent].next = -1
    if tail >= 0 { agents[Int(tail)].next = Int32(agent) } else { lists[list].head = Int32(agent) }
    lists[list].tail = Int32(agent)
    lists[list].count += 1
  }

  @inline(__always)
  func remove(_ agent: Int) {
    let state = agents[agent]
    guard state.list >= 0 else { return }
    let list = Int(state.list)
    if state.previous >= 0 {
      agents[Int(state.previous)].next = state.next
    } else {
      lists[list].head = state.next
    }
    if state.next >= 0 {
      agents[Int(state.next)].previous = state.previous
    } else {
      lists[list].tail = state.previous
    }
    lists[list].count -= 1
    agents[agent].list = -1
  }
}
