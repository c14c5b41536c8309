package import Timeline

/// How many agents are needed when: per queue and slot.
///
/// An agent on duty serves one of their queues at a time; time can be split within a slot. Needs are
/// fractional, in hundredths of an agent: rounding is left to the roster.
package struct Requirement: Hashable, Sendable, Codable {
  package let id: String
  package let grid: Grid
  /// In order of the queue's id.
  package let queues: [QueueRequirement]

  package init(id: String, grid: Grid, queues: [QueueRequirement]) {
    self.id = id
    self.grid = grid
    self.queues = queues.sorted { $0.queue < $1.queue }
  }

  package subscript(queue: Queue.ID) -> QueueRequirement? { queues.first { $0.queue == queue } }
}

package struct QueueRequirement: Hashable, Sendable, Codable {
  package let queue: Queue.ID
  /// Agents on duty needed a slot, shrinkage included, rounded to hundredths.
  package let agents: [Double]
  /// Offered load in erlangs a slot, for explanations.
  package let load: [Double]
  /// Mean handling time in seconds a slot that the need was reckoned with.
  package let handlingTime: [Double]
  /// What led to the need; nil where nobody wrote it down.
  package let explanation: NeedExplanation?

  package init(
    queue: Queue.ID, agents: [Double], load: [Double], handlingTime: [Double],
    explanation: NeedExplanation? = nil
  ) {
    self.queue = queue
    self.agents = agents
    self.load = load
    self.handlingTime = handlingTime
    self.explanation = explanation
  }
}
