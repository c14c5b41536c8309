import Workforce

extension ContactCentre {
  /// All that keeps the centre from being played; none of a sound one.
  ///
  /// A queue that nobody serves, a slot without agents, no contacts or a handling time of 0 are sound:
  /// the figures say what comes of them.
  func flaws() -> [SimulationFault.Flaw] {
    // The rest counts on slots.
    guard slotLength >= 1, slotLength <= 1e7, (1...1_000_000).contains(slotCount) else {
      return [.slots(length: slotLength, count: slotCount)]
    }
    guard queues.count + groups.count <= 4_000 else {
      return [.tooManyQueuesOrGroups(queues.count + groups.count)]
    }
    return dayFlaws + nameFlaws + queues.flatMap(flaws) + groups.flatMap(flaws) + sizeFlaws
  }

  private var dayFlaws: [SimulationFault.Flaw] {
    var end = 0
    return days.compactMap { day in
      defer { end = max(end, day.upperBound) }
      return day.lowerBound < end || day.upperBound > slotCount ? .day(day) : nil
    }
  }

  private var nameFlaws: [SimulationFault.Flaw] {
    let queueIDs = Dictionary(grouping: queues.map(\.id)) { $0 }.filter { $0.value.count > 1 }
    let names = Dictionary(grouping: groups.map(\.name)) { $0 }.filter { $0.value.count > 1 }
    return queueIDs.keys.sorted().map { .queueTwice($0) }
      + names.keys.sorted().map { .groupTwice($0) }
  }

  private func flaws(of queue: SimulatedQueue) -> [SimulationFault.Flaw] {
    var flaws: [SimulationFault.Flaw] = []
    func check(_ isSound: Bool, _ flaw: SimulationFault.Flaw) {
      if !isSound { flaws.append(flaw) }
    }
    check(isSound(queue.arrivals), .arrivals(queue.id))
    check(queue.handlingTime.isSound && queue.handlingTime != .never, .handlingTime(queue.id))
    let factors = queue.handlingFactors
    check(
      factors.isEmpty || factors.count == slotCount && factors.allSatisfy { 0...1e6 ~= $0 },
      .handlingFactors(queue.id))
    check(queue.patience.isSound, .patience(queue.id))
    check(queue.threshold >= 0, .threshold(queue.id, queue.threshold))
    if case .deferred(let due, _) = queue.work { check(isSound(due), .due(queue.id)) }
    if let retrial = queue.retrial {
      check(
        0...1 ~= retrial.share && retrial.delay.isSound && retrial.delay.mean >= 1
          && 1...200 ~= retrial.trials && !queue.work.isDeferred,
        .retrial(queue.id))
    }
    if let callBack = queue.callBack {
      let goal = queues.first { $0.id == callBack.queue }
      check(
        0...1 ~= callBack.share && goal?.work.isDeferred == true && !queue.work.isDeferred,
        .callBack(queue.id))
    }
    return flaws
  }

  private func isSound(_ arrivals: Arrivals) -> Bool {
    switch arrivals {
    case .chance(let means):
      means.count == slotCount && means.allSatisfy { $0 >= 0 && $0.isFinite }
    case .paths(let paths):
      !paths.isEmpty
        && paths.allSatisfy { path in
          path.count == slotCount && path.allSatisfy { 0...Int(Self.mostContacts) ~= $0 }
        }
    }
  }

  private func isSound(_ due: SimulatedQueue.Due) -> Bool {
    switch due {
    case .within(let seconds): seconds >= 0 && seconds.isFinite
    case .withinOpenHours(let seconds, let open):
      seconds >= 0 && seconds.isFinite && open.count == slotCount
    }
  }

  private func flaws(of group: SkillGroup) -> [SimulationFault.Flaw] {
    var flaws: [SimulationFault.Flaw] = []
    let known = Set(queues.map(\.id))
    var seen: Set<Queue.ID> = []
    for skill in group.skills {
      let isNew = seen.insert(skill.queue).inserted
      if !isNew || !known.contains(skill.queue) || !(1e-6...1e6 ~= skill.speed) {
        flaws.append(.skill(group: group.name, skill.queue))
      }
    }
    if !(0...1 ~= group.absence) {
      flaws.append(.absence(group: group.name, group.absence))
    }
    let throughput = group.throughput
    let rises = zip(throughput, throughput.dropFirst()).allSatisfy { $0 <= $1 && $1.isFinite }
    if throughput.first != 1 || throughput.count > 64 || !rises {
      flaws.append(.throughput(group: group.name))
    }
    return flaws + staffFlaws(of: group)
  }

  private func staffFlaws(of group: SkillGroup) -> [SimulationFault.Flaw] {
    switch group.staff {
    case .constant(let count):
      return 0...Self.mostAgents ~= count ? [] : [.staff(group: group.name)]
    case .bySlot(let counts):
      let isSound = counts.count == slotCount && counts.allSatisfy { 0...Self.mostAgents ~= $0 }
      return isSound ? [] : [.staff(group: group.name)]
    case .rostered(let presences):
      let sorted = presences.sorted { ($0.agent, $0.start) < ($1.agent, $1.start) }
      var flawed: Set<Int> = []
      for presence in presences
      where !(presence.start <= presence.end) || !(0...100_000 ~= presence.day)
        || !presence.start.isFinite || !presence.end.isFinite
      {
        flawed.insert(presence.agent)
      }
      for (first, second) in zip(sorted, sorted.dropFirst())
      where first.agent == second.agent && (second.start < first.end || second.day < first.day) {
        flawed.insert(first.agent)
      }
      return flawed.sorted().map { .presence(group: group.name, agent: $0) }
    }
  }

  /// Memory and patience: contacts of a replication, agents of the centre.
  private var sizeFlaws: [SimulationFault.Flaw] {
    var contacts = 0.0
    for queue in queues {
      switch queue.arrivals {
      case .chance(let means): contacts += means.reduce(0, +)
      case .paths(let paths):
        contacts += paths.map { $0.reduce(0.0) { $0 + Double($1) } }.max() ?? 0
      }
    }
    var flaws: [SimulationFault.Flaw] = []
    if contacts.isFinite, contacts > Self.mostContacts { flaws.append(.tooManyContacts(contacts)) }
    var agents = 0
    for group in groups {
      switch group.staff {
      case .constant(let count): agents += min(max(0, count), Self.mostAgents + 1)
      case .bySlot(let counts):
        agents += min(max(0, counts.max() ?? 0), Self.mostAgents + 1)
      case .rostered(let presences): agents += presences.count
      }
      if agents > Self.mostAgents {
        flaws.append(.staff(group: group.name))
        break
      }
    }
    return flaws
  }

  private static let mostContacts = 2e7
  private static let mostAgents = 1_000_000
}

extension SimulatedQueue.Work {
  var isDeferred: Bool {
    if case .deferred = self { true } else { false }
  }
}

extension StoppingRule {
  func flaws(confidence: Double) -> [SimulationFault.Flaw] {
    var flaws: [SimulationFault.Flaw] = []
    if most < 1 { flaws.append(.replications(most)) }
    if case .whenKnown(let halfWidth, _, _) = self, !(halfWidth > 0) {
      flaws.append(.precision(halfWidth))
    }
    if !(confidence > 0 && confidence < 1) { flaws.append(.confidence(confidence)) }
    return flaws
  }
}
