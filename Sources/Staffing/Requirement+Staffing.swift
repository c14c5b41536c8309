import Timeline
package import Workforce

/// The agents needed per queue and slot so that the goals of the centre are kept, in hundredths.
///
/// A slot's load is its contacts x handling time / slot. A line (Erlang C or A, chat by the queue's
/// concurrency) needs ``Desk/fractionalAgents(meeting:)``; a backlog's work is spread over its time
/// to answer. Then the minimum staff holds while the queue is open, and the whole is divided once
/// by (1 - shrinkage). A closed slot needs nobody.
///
/// - Parameters:
///   - forecast: contacts and handling times of queues that the centre has.
///   - id: what the requirement is called.
///   - centre: the queues' goals and opening hours.
///   - quantile: plan for the contacts that are not exceeded with this probability, such as 0.8,
///     instead of those expected.
/// - Returns: the need per queue, with the load and handling time that explain it.
/// - Throws: ``StaffingFault`` where a goal is out of reach or the forecast cannot be read.
package func requirement(
  for forecast: Forecast, named id: String, in centre: Centre, quantile: Double? = nil
) throws(StaffingFault) -> Requirement {
  if let quantile, !(quantile > 0 && quantile < 1) { throw .quantile(quantile) }
  var needs: [QueueRequirement] = []
  for queueForecast in forecast.queues {
    guard let queue = centre.queue(queueForecast.queue) else {
      throw .unknownQueue(queueForecast.queue)
    }
    let workload = try Workload(
      of: queueForecast, for: queue, on: forecast.grid, in: centre, quantile: quantile)
    let staffing = try QueueStaffing(queue)
    needs.append(
      staffing.requirement(
        for: workload, shrinkage: queue.shrinkage(on: forecast.grid, in: centre),
        plannedFor: quantile.map(quantileName) ?? "mean"))
  }
  return Requirement(id: id, grid: forecast.grid, queues: needs)
}

/// `p80`, `p97.5`.
func quantileName(_ probability: Double) -> String {
  let tenths = Int((1000 * probability).rounded())
  return tenths % 10 == 0 ? "p\(tenths / 10)" : "p\(tenths / 10).\(tenths % 10)"
}

extension Queue {
  /// The share of time on duty that is lost in each slot, by the local date of the centre.
  func shrinkage(on grid: Grid, in centre: Centre) -> [Double] {
    guard shrinkageCalendar != .none else {
      return Array(repeating: shrinkage, count: grid.count)
    }
    return grid.indices.map { shrinkage(on: centre.zone.day(at: grid.start(of: $0))) }
  }
}
