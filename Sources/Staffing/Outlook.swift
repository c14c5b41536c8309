import Timeline
package import Workforce

/// What customers can expect of a roster, per queue and local day of the centre.
///
/// In each slot the agents serving a queue, less shrinkage, stand at its desk and give a service
/// level; a day's is the mean over its contacts. Where agents cannot keep up with customers who wait
/// for ever, it is 0. A queue whose goal has a ``StaffingFault`` has no outlook.
package func outlook(
  of coverage: Coverage, for forecast: Forecast, in centre: Centre
) -> [ServiceOutlook] {
  precondition(
    coverage.grid.slot == forecast.grid.slot, "a roster has the slots of its forecast")
  let grid = coverage.grid
  let days = grid.indices.map { centre.zone.day(at: grid.start(of: $0)) }
  let forecastSlots = grid.indices.map { forecast.grid.index(of: grid.start(of: $0)) }
  return coverage.queues.sorted { $0.queue < $1.queue }.flatMap { covered -> [ServiceOutlook] in
    guard let queue = centre.queue(covered.queue), let expected = forecast[covered.queue],
      let staffing = try? QueueStaffing(queue),
      let workload = try? Workload(of: expected, for: queue, on: forecast.grid, in: centre)
    else { return [] }
    let due = staffing.due(of: workload)
    var outlooks: [ServiceOutlook] = []
    var day = DayTally()
    for slot in grid.indices {
      let working = covered.serving[slot] * (1 - queue.shrinkage(on: days[slot]))
      if let source = forecastSlots[slot] {
        let contacts = workload.contacts[source]
        switch staffing.waiting {
        case .line(let target, _):
          let expectation = staffing.desk(for: workload, in: source)?
            .withRetries(queue.goal.retries, agents: working)
            .expectation(of: working, within: target.threshold, as: target.definition)
          day.add(contacts: contacts, working: working, expectation: expectation)
        case .backlog:
          day.add(contacts: contacts, working: working, due: due[source])
        }
      }
      if slot + 1 == grid.count || days[slot + 1] != days[slot] {
        outlooks.append(day.outlook(of: staffing, on: days[slot]))
        day = DayTally()
      }
    }
    return outlooks
  }
}

/// The sums of one queue's day.
private struct DayTally {
  private var contacts = 0.0
  private var inTime = 0.0
  private var abandoned = 0.0
  /// Agents, summed over slots: at work, and busy of them.
  private var working = 0.0
  private var busy = 0.0

  /// Adds a slot of a line; no expectation where nobody calls.
  mutating func add(contacts: Double, working: Double, expectation: Expectation?) {
    self.contacts += contacts
    self.working += working
    guard let expectation else { return }
    inTime += contacts * expectation.serviceLevel
    abandoned += contacts * expectation.abandonment
    busy += working * expectation.occupancy
  }

  /// Adds a slot of a backlog; work that a slot leaves over is done later that day.
  mutating func add(contacts: Double, working: Double, due: Double) {
    self.contacts += contacts
    self.working += working
    busy += due
  }

  func outlook(of staffing: QueueStaffing, on day: LocalDay) -> ServiceOutlook {
    let isLine = if case .line = staffing.waiting { true } else { false }
    let knowsPatience = staffing.queue.goal.model == .erlangA
    return ServiceOutlook(
      queue: staffing.queue.id, day: day, contacts: contacts,
      serviceLevel: isLine ? share(inTime) : nil, goal: staffing.queue.goal.serviceLevel,
      abandonment: knowsPatience ? share(abandoned) : nil,
      occupancy: working > 0 ? min(1, busy / working) : 0)
  }

  /// A share of the contacts; nil where there were none.
  private func share(_ sum: Double) -> Double? { contacts > 0 ? sum / contacts : nil }
}
