package import Workforce

/// Agents of the same skills.
package struct SkillGroup: Hashable, Sendable {
  /// Names the group and its streams of chance; each name once.
  package let name: String
  package var skills: [GroupSkill]
  package var staff: Staff
  /// The share of agents who do not come on a day, 0 to 1.
  package var absence: Double
  /// Chats completed per handling time by an agent with 1, with 2 and so on at once: 1 first, never
  /// falling.
  package var throughput: [Double]

  package init(
    name: String, skills: [GroupSkill], staff: Staff, absence: Double = 0,
    throughput: [Double] = [1]
  ) {
    self.name = name
    self.skills = skills
    self.staff = staff
    self.absence = absence
    self.throughput = throughput
  }

  /// Agents of speed 1 who take contacts of these queues in the order they came.
  package init(_ name: String, serving queues: [Queue.ID], staff: Staff) {
    self.init(name: name, skills: queues.map { GroupSkill(queue: $0) }, staff: staff)
  }

  /// Who is there when.
  package enum Staff: Hashable, Sendable {
    case constant(Int)
    /// Agents in each slot; agent n is there whenever there are more than n.
    case bySlot([Int])
    case rostered([Presence])
  }
}

/// The right to serve a queue, as all agents of a group have it.
package struct GroupSkill: Hashable, Sendable {
  package let queue: Queue.ID
  /// 1 is served first; within a priority the longest wait, in deferred work the earliest due.
  package var priority: Int
  /// Contacts handled in the time that an average agent needs for one.
  package var speed: Double

  package init(queue: Queue.ID, priority: Int = 1, speed: Double = 1) {
    self.queue = queue
    self.priority = priority
    self.speed = speed
  }
}

/// A stretch of work of an agent, without a break.
package struct Presence: Hashable, Sendable {
  /// The agent's number within the group.
  package let agent: Int
  /// What an absence takes away: all stretches of an agent on a day.
  package let day: Int
  /// Seconds; an agent who is busy at the end finishes first.
  package let start: Double
  package let end: Double

  package init(agent: Int, day: Int, start: Double, end: Double) {
    self.agent = agent
    self.day = day
    self.start = start
    self.end = end
  }
}
