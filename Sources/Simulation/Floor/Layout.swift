import Workforce

/// A centre by numbers instead of names, made once for all replications.
struct Layout: Sendable {
  let slotLength: Double
  let slotCount: Int
  let choice: ContactCentre.AgentChoice
  let closing: ContactCentre.Closing
  let days: [Range<Int>]
  let queues: [QueueLayout]
  let groups: [GroupLayout]
  /// For each queue the groups that serve it, those with the fewest skills first.
  let servers: [[Int]]
  /// The group of each agent.
  let agents: [Int]
  /// Comings and goings in the order of time.
  let duties: [Duty]
  /// Agents' days, which an absence takes away, and the first of each group.
  let agentDays: [AgentDay]

  /// An agent comes, or goes at the end of a stretch of work.
  struct Duty: BitwiseCopyable, Sendable {
    let time: Double
    let agent: Int32
    let agentDay: Int32
    let comes: Bool
  }

  struct AgentDay: Hashable, Sendable {
    let group: Int
    /// The agent's number within the group.
    let agent: Int
    let day: Int
  }
}

/// What the floor asks of a queue.
struct QueueLayout: Sendable {
  let name: String
  let arrivals: Arrivals
  let handling: DrawnTime
  let factors: [Double]
  let patience: DrawnTime
  let threshold: Double
  let isChat: Bool
  let isDeferred: Bool
  let isPutAside: Bool
  let deadlines: Deadlines?
  let retrialShare: Double
  let retrialDelay: DrawnTime
  let trials: Int
  let callBackShare: Double
  let callBackQueue: Int

  init(_ queue: SimulatedQueue, in centre: ContactCentre, numbers: [Queue.ID: Int]) {
    name = queue.id.description
    arrivals = queue.arrivals
    handling = DrawnTime(queue.handlingTime)
    factors = queue.handlingFactors
    patience = DrawnTime(queue.patience)
    threshold = queue.threshold
    isChat = queue.work == .chat
    if case .deferred(let due, let interruption) = queue.work {
      isDeferred = true
      isPutAside = interruption == .putAside
      deadlines = Deadlines(due, slotLength: centre.slotLength, slotCount: centre.slotCount)
    } else {
      (isDeferred, isPutAside, deadlines) = (false, false, nil)
    }
    retrialShare = queue.retrial?.share ?? 0
    retrialDelay = DrawnTime(queue.retrial?.delay ?? .never)
    trials = queue.retrial?.trials ?? 1
    callBackShare = queue.callBack?.share ?? 0
    callBackQueue = queue.callBack.flatMap { numbers[$0.queue] } ?? -1
  }
}

/// What the floor asks of a group.
struct GroupLayout: Sendable {
  let name: String
  /// The queues it serves: those of customers who wait by priority, then deferred ones by priority.
  let skills: [(queue: Int, priority: Int, speed: Double)]
  /// How many of ``skills`` are for customers who wait.
  let liveCount: Int
  let absence: Double
  let throughput: [Double]

  init(_ group: SkillGroup, queues: [QueueLayout], numbers: [Queue.ID: Int]) {
    name = group.name
    let skills = group.skills.compactMap { skill in
      numbers[skill.queue].map { (queue: $0, priority: skill.priority, speed: skill.speed) }
    }.sorted { ($0.priority, $0.queue) < ($1.priority, $1.queue) }
    let live = skills.filter { !queues[$0.queue].isDeferred }
    self.skills = live + skills.filter { queues[$0.queue].isDeferred }
    liveCount = live.count
    absence = group.absence
    throughput = group.throughput
  }
}

extension Layout {
  init(_ centre: ContactCentre) {
    slotLength = centre.slotLength
    slotCount = centre.slotCount
    choice = centre.choice
    closing = centre.closing
    days = centre.days
    let numbers = Dictionary(
      centre.queues.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: min)
    let queues = centre.queues.map { QueueLayout($0, in: centre, numbers: numbers) }
    let groups = centre.groups.map { GroupLayout($0, queues: queues, numbers: numbers) }
    self.queues = queues
    self.groups = groups
    servers = queues.indices.map { queue in
      groups.indices.filter { groups[$0].skills.contains { $0.queue == queue } }
        .sorted { (groups[$0].skills.count, $0) < (groups[$1].skills.count, $1) }
    }
    (agents, agentDays, duties) = Self.rota(of: centre)
  }

  /// Who comes and goes when: everybody's stretches of work, in the order of time.
  private static func rota(of centre: ContactCentre) -> ([Int], [AgentDay], [Duty]) {
    var agents: [Int] = []
    var agentDays: [AgentDay] = []
    var duties: [Duty] = []
    for (group, skillGroup) in centre.groups.enumerated() {
      let presences = skillGroup.staff.presences(in: centre)
        .filter { $0.start < $0.end && $0.end > 0 && $0.start < centre.end }
        .sorted { ($0.agent, $0.start) < ($1.agent, $1.start) }
      var last: Presence?
      for presence in presences {
        if last?.agent != presence.agent { agents.append(group) }
        if last?.agent != presence.agent || last?.day != presence.day {
          agentDays.append(AgentDay(group: group, agent: presence.agent, day: presence.day))
        }
        last = presence
        for (time, comes) in [(max(0, presence.start), true), (presence.end, false)] {
          duties.append(
            Duty(
              time: time, agent: Int32(agents.count - 1), agentDay: Int32(agentDays.count - 1),
              comes: comes))
        }
      }
    }
    // Who goes at the moment of coming again goes first; the order of agents decides the rest.
    duties.sort {
      ($0.time, $0.comes ? 1 : 0, $0.agent) < ($1.time, $1.comes ? 1 : 0, $1.agent)
    }
    return (agents, agentDays, duties)
  }
}

extension SkillGroup.Staff {
  /// The staff as single agents' stretches of work.
  func presences(in centre: ContactCentre) -> [Presence] {
    switch self {
    case .rostered(let presences): presences
    case .constant(let count):
      Self.presences(Array(repeating: count, count: centre.slotCount), in: centre)
    case .bySlot(let counts): Self.presences(counts, in: centre)
    }
  }

  private static func presences(_ counts: [Int], in centre: ContactCentre) -> [Presence] {
    var dayOfSlot = Array(repeating: 0, count: centre.slotCount)
    for (day, slots) in centre.days.enumerated() {
      for slot in slots { dayOfSlot[slot] = day }
    }
    var presences: [Presence] = []
    // When each agent on duty came: the last to come is the first to go.
    var came: [Int] = []
    for slot in 0...centre.slotCount {
      let endsDay = slot == centre.slotCount || slot > 0 && dayOfSlot[slot] != dayOfSlot[slot - 1]
      let wanted = slot < centre.slotCount ? counts[slot] : 0
      while came.count > (endsDay ? 0 : wanted) {
        let start = came.removeLast()
        presences.append(
          Presence(
            agent: came.count, day: dayOfSlot[start], start: Double(start) * centre.slotLength,
            end: Double(slot) * centre.slotLength))
      }
      while came.count < wanted { came.append(slot) }
    }
    return presences
  }
}

/// The due times of a queue of deferred work.
struct Deadlines: Sendable {
  private let span: Double
  private let slotLength: Double
  /// Seconds open before each slot and after the last; nil where the wall clock counts.
  private let openBefore: [Double]?
  private let isOpen: [Bool]

  init(_ due: SimulatedQueue.Due, slotLength: Double, slotCount: Int) {
    self.slotLength = slotLength
    switch due {
    case .within(let seconds):
      (span, openBefore, isOpen) = (seconds, nil, [])
    case .withinOpenHours(let seconds, let open):
      (span, isOpen) = (seconds, open)
      var before = [0.0]
      for slot in 0..<slotCount { before.append(before[slot] + (open[slot] ? slotLength : 0)) }
      openBefore = before
    }
  }

  /// When work that comes at `time` in `slot` is due; beyond the last slot the wall clock counts.
  func due(of time: Double, in slot: Int) -> Double {
    guard let openBefore else { return time + span }
    let slots = isOpen.count
    let passed =
      openBefore[slot] + (isOpen[slot] ? time - Double(slot) * slotLength : 0)
    let wanted = passed + span
    guard wanted < openBefore[slots] else {
      return Double(slots) * slotLength + (wanted - openBefore[slots])
    }
    // The last slot before which no more than the wanted time is open; it is open itself.
    var (low, high) = (slot, slots)
    while high - low > 1 {
      let middle = (low + high) / 2
      if openBefore[middle] <= wanted { low = middle } else { high = middle }
    }
    return Double(low) * slotLength + (wanted - openBefore[low])
  }
}
