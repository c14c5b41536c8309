/// The floor of a contact centre in one replication: who waits, who is busy, what happens next.
///
/// The story is told by its extensions: how contacts come and wait (`Floor+Lines`), who takes them
/// (`Floor+Routing`), how they are served (`Floor+Service`), who is there (`Floor+Duty`). It runs on
/// memory of its own and takes none for a contact, but where a line grows longer than ever before.
struct Floor: ~Copyable {
  let layout: Layout
  let arena = Arena()
  var heap: EventHeap
  var now = 0.0
  var slot = 0
  /// Past the end of the last slot: nothing comes any more.
  var isOver = false

  // By queue.
  let lines: UnsafeMutablePointer<Line>
  let traffic: UnsafeMutablePointer<Traffic>
  /// What decides between queues of one priority: when the first in line came, or is due; infinity
  /// where nobody waits.
  let firstKey: UnsafeMutablePointer<Double>
  /// Lines that are not empty.
  var occupiedLines = 0

  // Who serves whom: stretches of `servers` by queue, of `skills` by group.
  let firstServer: UnsafeMutablePointer<Int32>
  let servers: UnsafeMutablePointer<Int32>
  let teams: UnsafeMutablePointer<Team>
  let skills: UnsafeMutablePointer<TeamSkill>
  /// One over the speed, by group and queue.
  let slowness: UnsafeMutablePointer<Double>
  /// Chats completed per handling time, by group and number of chats less one.
  let throughput: UnsafeMutablePointer<Double>
  let chatLimit: Int

  // By agent.
  let agents: UnsafeMutablePointer<AgentState>
  let desks: UnsafeMutablePointer<Desk>
  /// Where each chat of an agent ends, in the agent's own time; infinity where there is none.
  let chatEnds: UnsafeMutablePointer<Double>
  /// Lists of agents: of each group those free, those with 1 chat and so on, and those with deferred
  /// work that may be put aside.
  let lists: UnsafeMutablePointer<AgentList>

  // What is counted.
  /// ``Counts/width`` numbers a queue and slot, and a group and slot.
  let queueCounts: UnsafeMutablePointer<Double>
  let groupCounts: UnsafeMutablePointer<Double>
  let backlog: UnsafeMutablePointer<Double>
  let waits: UnsafeMutablePointer<UInt32>
  /// The day of each slot; -1 in none.
  let dayOfSlot: UnsafeMutablePointer<Int32>

  // Comings and goings.
  let absent: UnsafeMutablePointer<Bool>
  var nextDuty = 0

  /// The stream that picks one of the free agents, and how often it was asked.
  let choices: DrawStream
  var choiceCount: UInt64 = 0

  /// Everything in its place before the first contact.
  init(_ layout: Layout, seed: UInt64, replication: Int) {
    self.layout = layout
    let queueCount = layout.queues.count
    let groupCount = layout.groups.count
    let agentCount = layout.agents.count
    heap = EventHeap(capacity: agentCount + 2 * queueCount + 64, in: arena)
    choices = DrawStream(seed: seed, name: "choice", replication: replication)

    let arena = arena
    lines = arena.copy((0..<queueCount).map { _ in Line(in: arena) })
    traffic = arena.copy(
      layout.queues.map { Traffic($0, of: layout, seed: seed, replication: replication, in: arena) }
    )
    firstKey = arena.filled(queueCount, with: .infinity)

    var start: Int32 = 0
    firstServer = arena.copy(
      [0]
        + layout.servers.map { groups in
          start += Int32(groups.count)
          return start
        })
    servers = arena.copy(layout.servers.flatMap { $0.map(Int32.init) })

    let limit = layout.groups.map(\.throughput.count).max() ?? 1
    chatLimit = limit
    var firstSkill = 0
    teams = arena.copy(
      layout.groups.enumerated().map { number, group in
        let team = Team(group, firstSkill: firstSkill, firstList: number * (limit + 1))
        firstSkill += group.skills.count
        return team
      })
    skills = arena.copy(
      layout.groups.flatMap { group in
        group.skills.map { TeamSkill(queue: Int32($0.queue), priority: Int32($0.priority)) }
      })
    slowness = arena.filled(groupCount * queueCount, with: 1)
    throughput = arena.filled(groupCount * limit, with: 1)
    for (number, group) in layout.groups.enumerated() {
      for skill in group.skills { slowness[number * queueCount + skill.queue] = 1 / skill.speed }
      for (chats, rate) in group.throughput.enumerated() {
        throughput[number * limit + chats] = rate
      }
    }

    agents = arena.copy(layout.agents.map { AgentState(group: Int32($0)) })
    desks = arena.filled(agentCount, with: Desk())
    chatEnds = arena.filled(limit > 1 ? agentCount * limit : 0, with: .infinity)
    lists = arena.filled(groupCount * (limit + 1), with: AgentList())

    let slots = layout.slotCount
    queueCounts = arena.filled(queueCount * slots * Counts.width, with: 0)
    // One slot more takes what happens after the end.
    groupCounts = arena.filled(groupCount * (slots + 1) * Counts.width, with: 0)
    backlog = arena.filled(queueCount * slots, with: 0)
    waits = arena.filled(queueCount * layout.days.count * WaitBins.count, with: 0)
    dayOfSlot = arena.filled(slots, with: -1)
    for (day, range) in layout.days.enumerated() {
      for slot in range { dayOfSlot[slot] = Int32(day) }
    }

    let absences = layout.groups.map {
      DrawStream(seed: seed, name: "absence \($0.name)", replication: replication)
    }
    absent = arena.copy(
      layout.agentDays.map { agentDay in
        let number = UInt64(agentDay.agent) << 20 | UInt64(agentDay.day)
        return absences[agentDay.group].uniform(at: number) < layout.groups[agentDay.group].absence
      })
  }

  /// Plays from the first slot to the end and hands over what was counted.
  mutating func play() -> Tally {
    for queue in layout.queues.indices {
      if let arrival = nextArrival(at: queue) { heap.push(arrival) }
    }
    let end = layout.slotLength * Double(layout.slotCount)
    var nextMark = markTime()
    while true {
      // Who comes or goes at a moment does so before what else happens at it.
      if heap.nextTime < nextMark {
        handleNext()
      } else if nextMark < .infinity {
        now = nextMark
        mark()
        if isOver && layout.closing == .stops { break }
        nextMark = markTime()
      } else {
        break
      }
    }
    return tally(end: end)
  }

  /// Lets the next event happen.
  private mutating func handleNext() {
    let event = heap.top
    now = event.time
    switch event.what.kind {
    case .done: finish(Int(event.what.number), at: event.time)
    case .arrival:
      let queue = event.what.queue
      let number = traffic[queue].number
      traffic[queue].number = number + 1
      if let next = nextArrival(at: queue) { heap.replaceTop(with: next) } else { heap.pop() }
      arrive(number, at: queue)
    case .impatience:
      heap.pop()
      leaveToTryAgain(place: event.what.number, of: event.what.queue)
    case .retrial:
      heap.pop()
      arrive(event.what.number, at: event.what.queue)
    }
  }

  /// When somebody comes or goes next, or a slot ends; infinity when all is over.
  private func markTime() -> Double {
    guard !isOver else { return .infinity }
    let slotEnd = layout.slotLength * Double(slot + 1)
    return nextDuty < layout.duties.count ? min(layout.duties[nextDuty].time, slotEnd) : slotEnd
  }

  /// Ends the slot and lets agents come and go, whatever is due now.
  private mutating func mark() {
    if now >= layout.slotLength * Double(slot + 1) { endSlot() }
    guard !isOver else { return }
    while nextDuty < layout.duties.count, layout.duties[nextDuty].time <= now {
      let duty = layout.duties[nextDuty]
      nextDuty += 1
      guard !absent[Int(duty.agentDay)] else { continue }
      if duty.comes { come(Int(duty.agent)) } else { go(Int(duty.agent)) }
    }
  }

  private mutating func endSlot() {
    for group in layout.groups.indices { settle(group) }
    for queue in layout.queues.indices {
      backlog[queue * layout.slotCount + slot] = Double(waiting(at: queue))
    }
    slot += 1
    guard slot == layout.slotCount else { return }
    isOver = true
    // Deferred work waits for another day.
    for queue in layout.queues.indices where layout.queues[queue].isDeferred { close(queue) }
  }
}
