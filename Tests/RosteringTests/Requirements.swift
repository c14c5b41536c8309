import Timeline
import Workforce

/// Requirements that are understood at a glance.
extension Requirement {
  /// The same need of every queue in every slot of a week, by queue and slot of the day.
  static func needing(
    _ centre: Centre, in week: PlanningWeek, _ need: (Queue.ID, Int) -> Double
  ) -> Requirement {
    let grid = week.grid
    return Requirement(
      id: week.id, grid: grid,
      queues: centre.queues.map { queue in
        let agents = grid.indices.map { (100 * need(queue.id, $0)).rounded() / 100 }
        return QueueRequirement(
          queue: queue.id, agents: agents, load: agents,
          handlingTime: agents.map { _ in 240 })
      })
  }
}
