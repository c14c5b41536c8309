/// A group on the floor.
struct Team: BitwiseCopyable {
  let firstSkill: Int
  /// Where skills for deferred work begin, and where all end.
  let firstDeferred: Int
  let endOfSkills: Int
  let firstList: Int
  let limit: Int
  var onDuty = 0
  var busy = 0
  var deferred = 0
  /// When the three numbers above were last counted up.
  var settled = 0.0

  init(_ group: GroupLayout, firstSkill: Int, firstList: Int) {
    self.firstSkill = firstSkill
    firstDeferred = firstSkill + group.liveCount
    endOfSkills = firstSkill + group.skills.count
    self.firstList = firstList
    limit = group.throughput.count
  }
}

struct TeamSkill: BitwiseCopyable {
  let queue: Int32
  let priority: Int32
}

extension Floor {
  /// The agent who takes a new contact of a queue; nil where it has to wait.
  @inline(__always)
  mutating func freeAgent(for queue: Int) -> Int? {
    let groups = Int(firstServer[queue])..<Int(firstServer[queue + 1])
    if traffic[queue].isChat && chatLimit > 1 {
      if let agent = roomiestAgent(groups) { return agent }
    } else {
      switch layout.choice {
      case .fewestSkills:
        for index in groups {
          let agent = lists[teams[Int(servers[index])].firstList].head
          if agent >= 0 { return Int(agent) }
        }
      case .longestIdle:
        if let agent = longestIdle(groups) { return agent }
      case .anyone:
        if let agent = anyone(groups) { return agent }
      }
    }
    return traffic[queue].isDeferred ? nil : interruptible(groups)
  }

  private func longestIdle(_ groups: Range<Int>) -> Int? {
    var best = -1
    var since = Double.infinity
    for index in groups {
      let agent = Int(lists[teams[Int(servers[index])].firstList].head)
      if agent >= 0, agents[agent].idleSince < since {
        since = agents[agent].idleSince
        best = agent
      }
    }
    return best >= 0 ? best : nil
  }

  /// One of the free, all equally likely; within a group, where all are alike, the longest free.
  private mutating func anyone(_ groups: Range<Int>) -> Int? {
    var free = 0
    for index in groups { free += lists[teams[Int(servers[index])].firstList].count }
    guard free > 0 else { return nil }
    var draw = Int(choices.uniform(at: choiceCount) * Double(free))
    choiceCount += 1
    for index in groups {
      let list = lists[teams[Int(servers[index])].firstList]
      if draw < list.count { return Int(list.head) }
      draw -= list.count
    }
    return nil
  }

  /// The agent with the fewest chats, with the fewest skills among those alike.
  private func roomiestAgent(_ groups: Range<Int>) -> Int? {
    for chats in 0..<chatLimit {
      for index in groups {
        let team = teams[Int(servers[index])]
        guard chats < team.limit else { continue }
        let agent = lists[team.firstList + chats].head
        if agent >= 0 { return Int(agent) }
      }
    }
    return nil
  }

  /// An agent who puts deferred work aside for a customer.
  private func interruptible(_ groups: Range<Int>) -> Int? {
    for index in groups {
      let agent = lists[teams[Int(servers[index])].firstList + chatLimit].head
      if agent >= 0 { return Int(agent) }
    }
    return nil
  }

  /// The queue whose first contact a free agent takes next; nil where nobody waits.
  ///
  /// Customers go before deferred work, then by priority, then by the longest wait or the earliest
  /// due.
  @inline(__always)
  mutating func nextQueue(_ skillRange: Range<Int>, chatsOnly: Bool = false) -> Int? {
    guard occupiedLines > 0 else { return nil }
    var index = skillRange.lowerBound
    while index < skillRange.upperBound {
      let start = index
      let priority = skills[start].priority
      var best = -1
      var key = Double.infinity
      while index < skillRange.upperBound, skills[index].priority == priority {
        let queue = Int(skills[index].queue)
        if firstKey[queue] < key, !chatsOnly || traffic[queue].isChat {
          key = firstKey[queue]
          best = queue
        }
        index += 1
      }
      guard best >= 0 else { continue }
      guard !traffic[best].isDeferred else { return best }
      let waiting = lines[best][lines[best].first]
      if waiting.deadline > now { return best }
      countLeft(waiting, of: best)
      removeFirst(of: best)
      index = start
    }
    return nil
  }
}
