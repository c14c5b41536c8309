package import Timeline

/// What an agent would like on a day; a roster that goes against it pays a price.
package struct Wish: Hashable, Sendable, Codable {
  package enum Content: Hashable, Sendable, Codable {
    /// Not to work.
    case off
    /// If working, then a shift of this template.
    case template(ShiftTemplate.ID)
    /// If working, then to start between two local times, both included.
    case start(from: LocalTime, to: LocalTime)
  }

  package let agent: Agent.ID
  package let day: LocalDay
  package let content: Content
  /// How much it matters: 1 is a common wish.
  package let weight: Double

  package init(agent: Agent.ID, day: LocalDay, content: Content, weight: Double = 1) {
    self.agent = agent
    self.day = day
    self.content = content
    self.weight = weight
  }

  /// Whether working a shift goes against the wish; a day off never does.
  ///
  /// The shift is told by what it was made from and by its local start in minutes after the midnight
  /// of its day.
  package func isBroken(byTemplate template: ShiftTemplate.ID, start: Int) -> Bool {
    switch content {
    case .off: true
    case .template(let wanted): template != wanted
    case .start(let from, let to): start < from.minutes || start > to.minutes
    }
  }
}
