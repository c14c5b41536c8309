/// What is played out: queues that contacts come to, groups of agents who serve them, and the slots
/// that figures are kept for.
///
/// Times are seconds from the start of the first slot.
package struct ContactCentre: Hashable, Sendable {
  /// Seconds of a slot.
  package var slotLength: Double
  package var slotCount: Int
  /// Slots that a figure "of the day" adds up; slots of no day only warm up.
  package var days: [Range<Int>]
  package var queues: [SimulatedQueue]
  package var groups: [SkillGroup]
  package var choice: AgentChoice
  package var closing: Closing

  /// A centre over equal slots; without days given, all slots are one day.
  package init(
    slotLength: Double, slotCount: Int, days: [Range<Int>]? = nil, queues: [SimulatedQueue],
    groups: [SkillGroup], choice: AgentChoice = .fewestSkills, closing: Closing = .servesWhoWaits
  ) {
    self.slotLength = slotLength
    self.slotCount = slotCount
    self.days = days ?? [0..<max(0, slotCount)]
    self.queues = queues
    self.groups = groups
    self.choice = choice
    self.closing = closing
  }

  /// Seconds from the first slot to the end of the last.
  package var end: Double { slotLength * Double(slotCount) }

  /// Which of the free agents takes a new contact.
  package enum AgentChoice: String, CaseIterable, Hashable, Sendable, Codable {
    /// Of the group with the fewest queues, so that the flexible stay free; groups alike in the order
    /// they are listed.
    case fewestSkills = "fewest-skills"
    /// Whoever has been free the longest.
    case longestIdle = "longest-idle"
    /// Any of them, all equally likely.
    case anyone
  }

  /// What happens at the end of the last slot, when no more contacts come.
  package enum Closing: String, CaseIterable, Hashable, Sendable, Codable {
    /// Whoever waits on the line is served by the agents of the last moment; deferred work stays.
    case servesWhoWaits = "serves-who-waits"
    /// The clock stops, and whoever waits is counted as still waiting.
    case stops
  }
}
