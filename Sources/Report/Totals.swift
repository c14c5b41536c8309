import Timeline
package import Workforce

/// The key figures of a week, as tiles and the terminal's summary show them.
///
/// Agent-hours all; with r, s the agents required and serving a queue in a slot, and d the agents on
/// duty: required = sum of r, served = sum of min(s, r), missing = sum of max(0, r - s), on duty = sum
/// of d, each times the length of a slot.
package struct Totals: Hashable, Sendable {
  package let required: Double
  package let served: Double
  package let missing: Double
  package let onDuty: Double
  /// On duty, but needed by no queue.
  package let idle: Double

  package init(_ coverage: Coverage) {
    let hours = coverage.grid.slot.hours
    var (required, served, missing) = (0.0, 0.0, 0.0)
    for queue in coverage.queues {
      for (need, serving) in zip(queue.required, queue.serving) {
        required += need
        served += min(need, serving)
        missing += max(0, need - serving)
      }
    }
    self.required = hours * required
    self.served = hours * served
    self.missing = hours * missing
    onDuty = hours * coverage.onDuty.reduce(0, +)
    idle = hours * coverage.idle.reduce(0, +)
  }

  /// Share of the required hours that are served, 0 to 1; 1 where nothing is required.
  package var cover: Double { required > 0 ? served / required : 1 }
  /// Share of the hours on duty that serve a requirement, 0 to 1; nil where nobody is on duty.
  package var use: Double? { onDuty > 0 ? served / onDuty : nil }
}

extension Coverage {
  /// Required and missing agent-hours of one queue.
  package func hours(of queue: Queue.ID) -> (required: Double, missing: Double) {
    guard let coverage = queues.first(where: { $0.queue == queue }) else { return (0, 0) }
    let missing = zip(coverage.required, coverage.serving).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    return (grid.slot.hours * coverage.required.reduce(0, +), grid.slot.hours * missing)
  }
}
