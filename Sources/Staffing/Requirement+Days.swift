import Timeline
package import Workforce

/// The agents needed so that whole days keep their service level with a probability.
///
/// Each day of a queue is staffed for one quantile of its slots' forecasts, the least with which so
/// many of its possible futures reach the goal's service level over the day, a day's being the share
/// of its contacts. Where slots err apart, a quantile below the probability is enough, since good
/// hours make up for bad ones; where whole days are busy or quiet, it is about the probability
/// itself. Work that may wait, and queues without a service level, are staffed for the quantile of
/// the probability.
///
/// - Parameters:
///   - forecast: contacts and handling times of queues that the centre has.
///   - id: what the requirement is called.
///   - centre: the queues' goals and opening hours.
///   - probability: of a day to keep its goal, above 0 and below 1.
///   - futures: possible contacts of a queue by slot, each future as likely as the others.
/// - Returns: the need per queue, with what led to it.
/// - Throws: ``StaffingFault`` where a goal is out of reach or the forecast cannot be read.
package func requirement(
  for forecast: Forecast, named id: String, in centre: Centre, keepingDaysWith probability: Double,
  futures: (QueueForecast) -> [[Int]]
) throws(StaffingFault) -> Requirement {
  guard probability > 0, probability < 1 else { throw .quantile(probability) }
  let days = forecast.grid.indices.map { centre.zone.day(at: forecast.grid.start(of: $0)) }
  var needs: [QueueRequirement] = []
  for queueForecast in forecast.queues {
    guard let queue = centre.queue(queueForecast.queue) else {
      throw .unknownQueue(queueForecast.queue)
    }
    let staffing = try QueueStaffing(queue)
    // Checks the forecast, too.
    let expected = try Workload(of: queueForecast, for: queue, on: forecast.grid, in: centre)
    var quantiles = Array(repeating: probability, count: forecast.grid.count)
    if case .line(let target, _) = staffing.waiting, target.serviceLevel != nil {
      let promise = DayPromise(
        staffing: staffing, target: target, forecast: queueForecast, workload: expected,
        futures: futures(queueForecast))
      for slots in stretches(of: days) {
        let quantile = promise.quantile(on: slots, keptWith: probability)
        for slot in slots { quantiles[slot] = quantile }
      }
    }
    let workload = try Workload(of: queueForecast, for: queue, on: forecast.grid, in: centre) {
      queueForecast.volume[$0].quantile(quantiles[$0])
    }
    needs.append(
      staffing.requirement(
        for: workload, shrinkage: queue.shrinkage(on: forecast.grid, in: centre),
        plannedFor: "days-\(quantileName(probability))"))
  }
  return Requirement(id: id, grid: forecast.grid, queues: needs)
}

/// The slots of each day.
private func stretches(of days: [LocalDay]) -> [Range<Int>] {
  var stretches: [Range<Int>] = []
  for slot in days.indices {
    if slot > 0, days[slot] == days[slot - 1] {
      let first = stretches[stretches.count - 1].lowerBound
      stretches[stretches.count - 1] = first..<(slot + 1)
    } else {
      stretches.append(slot..<(slot + 1))
    }
  }
  return stretches
}

/// Finds what one queue's days must be staffed for.
private struct DayPromise {
  let staffing: QueueStaffing
  let target: ServiceTarget
  let forecast: QueueForecast
  /// The expected contacts: opening and handling times.
  let workload: Workload
  let futures: [[Int]]

  /// The least quantile with which a day is kept in enough futures, to a hundredth.
  func quantile(on slots: Range<Int>, keptWith probability: Double) -> Double {
    let needed = Int((probability * Double(futures.count)).rounded(.up))
    var low = 0
    var high = Self.steps
    while low < high {
      let middle = (low + high) / 2
      if daysKept(on: slots, at: Self.quantile(middle)) >= needed {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return Self.quantile(low)
  }

  /// In how many futures the day keeps its service level when staffed for a quantile.
  private func daysKept(on slots: Range<Int>, at quantile: Double) -> Int {
    var inTime = Array(repeating: 0.0, count: futures.count)
    var contacts = inTime
    for slot in slots where workload.isOpen[slot] {
      let seconds = workload.handlingTime[slot]
      let slotSeconds = Double(60 * workload.grid.slot.count)
      guard seconds > 0, slotSeconds > 0 else { continue }
      func desk(_ volume: Double) -> Desk? {
        let load = volume * seconds / slotSeconds
        return staffing.desk(load: load, handlingTime: seconds)
      }
      let planned = forecast.volume[slot].quantile(quantile)
      let agents = desk(planned)?.fractionalAgents(meeting: target) ?? 0
      let working = max(agents, staffing.queue.minimumStaff * (1 - staffing.queue.shrinkage))
      let most = Double(futures.map { $0[slot] }.max() ?? 0)
      let curve = (0...Self.nodes).map { node -> Double in
        desk(most * Double(node) / Double(Self.nodes))?
          .expectation(of: working, within: target.threshold, as: target.definition).serviceLevel
          ?? 1
      }
      for (number, future) in futures.enumerated() where future[slot] > 0 {
        let volume = Double(future[slot])
        let place = volume / most * Double(Self.nodes)
        let node = min(Int(place), Self.nodes - 1)
        let level = curve[node] + (place - Double(node)) * (curve[node + 1] - curve[node])
        contacts[number] += volume
        inTime[number] += volume * level
      }
    }
    let goal = target.serviceLevel ?? 0
    // Kept but for the last digits is kept: staffed for just what comes, the level is the goal.
    return futures.indices.count { inTime[$0] >= (goal - 1e-6) * contacts[$0] }
  }

  /// Quantiles from 1 to 99 %.
  private static let steps = 98
  private static func quantile(_ step: Int) -> Double { Double(step + 1) / 100 }
  /// Volumes at which a slot's service level is reckoned; between them it is taken as straight.
  private static let nodes = 24
}
