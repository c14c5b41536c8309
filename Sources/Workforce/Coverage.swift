package import Timeline

/// How a roster meets a requirement, per queue and slot of the grid.
package struct Coverage: Hashable, Sendable, Codable {
  package let grid: Grid
  /// In order of the queue's id.
  package let queues: [QueueCoverage]
  /// Agents on duty whom no queue needs, a slot (mean over the slot).
  package let idle: [Double]
  /// Agents on duty, breaks not counted, a slot (mean over the slot).
  package let onDuty: [Double]

  package init(grid: Grid, queues: [QueueCoverage], idle: [Double], onDuty: [Double]) {
    self.grid = grid
    self.queues = queues
    self.idle = idle
    self.onDuty = onDuty
  }
}

package struct QueueCoverage: Hashable, Sendable, Codable {
  package let queue: Queue.ID
  /// Agents required and agents serving the queue, a slot (means over the slot).
  package let required: [Double]
  package let serving: [Double]

  package init(queue: Queue.ID, required: [Double], serving: [Double]) {
    self.queue = queue
    self.required = required
    self.serving = serving
  }
}
