import Timeline
package import Workforce

/// What a service level costs: agent-hours and money against the target.
package struct ServiceCurve: Hashable, Sendable, Codable {
  package struct Point: Hashable, Sendable, Codable {
    /// The target, 0 to 1, of every queue that has one.
    package let serviceLevel: Double
    /// On duty, shrinkage and minimum staff included, of all queues and of each.
    package let agentHours: Double
    package let agentHoursOfQueues: [Double]
    /// Of those hours, in the centre's currency.
    package let cost: Double
    /// Agents in the slot that needs most of all queues together.
    package let mostAgents: Double
  }

  package let forecast: String
  package let currency: String
  package let queues: [Queue.ID]
  package let points: [Point]
  /// What the goals ask for as they are.
  package let asPlanned: Point

  /// The curve of a forecast.
  ///
  /// Queues keep their thresholds, definitions and other bounds; those without a service level stay
  /// as they are. An hour costs the mean over the agents who can serve the queue, or over all sites
  /// where nobody can.
  ///
  /// - Parameters:
  ///   - forecast: contacts and handling times.
  ///   - centre: goals, opening hours, agents and what their hours cost.
  ///   - levels: targets above 0 and below 1.
  ///   - quantile: plan for contacts that are not exceeded with this probability.
  /// - Throws: ``StaffingFault`` where a goal is out of reach or the forecast cannot be read.
  package init(
    of forecast: Forecast, in centre: Centre, levels: [Double] = ServiceCurve.usualLevels,
    quantile: Double? = nil
  ) throws(StaffingFault) {
    let wages = forecast.queues.map { centre.costPerHour(serving: $0.queue) }
    func point(_ level: Double?) throws(StaffingFault) -> Point {
      let need = try requirement(
        for: forecast, named: forecast.id, in: level.map(centre.aiming) ?? centre,
        quantile: quantile)
      let length = need.grid.slot.hours
      let hours = need.queues.map { length * $0.agents.reduce(0, +) }
      let together = need.grid.indices.map { slot in
        need.queues.reduce(0) { $0 + $1.agents[slot] }
      }
      return Point(
        serviceLevel: level ?? 0, agentHours: hours.reduce(0, +), agentHoursOfQueues: hours,
        cost: zip(hours, wages).reduce(0) { $0 + $1.0 * $1.1 }, mostAgents: together.max() ?? 0)
    }
    self.forecast = forecast.id
    currency = centre.currency
    queues = forecast.queues.map(\.queue)
    var points: [Point] = []
    for level in levels.sorted() { points.append(try point(level)) }
    self.points = points
    asPlanned = try point(nil)
  }

  /// 50 % to 95 % in steps of 5, then closer.
  package static let usualLevels =
    stride(from: 50, through: 95, by: 5).map { Double($0) / 100 } + [0.97, 0.98, 0.99]
}

extension Centre {
  /// The same centre with one service level as the target of every queue that has one.
  fileprivate func aiming(at level: Double) -> Centre {
    let aimed = queues.map { queue in
      queue.goal.serviceLevel == nil ? queue : queue.with(queue.goal.aiming(at: level))
    }
    return Centre(
      name: name, zone: zone, interval: interval, weekStart: weekStart, currency: currency,
      prices: prices, sites: sites, queues: aimed, contracts: contracts, templates: templates,
      rules: rules, agents: agents, timeOff: timeOff, wishes: wishes, events: events,
      holidays: holidays)
  }

  /// The mean over the agents who can serve a queue, or over all sites where nobody can.
  fileprivate func costPerHour(serving queue: Queue.ID) -> Double {
    let able = agents.filter { $0.skills.contains { $0.queue == queue } }
    let costs = able.compactMap { site($0.site)?.costPerHour.amount }
    let all = costs.isEmpty ? sites.map(\.costPerHour.amount) : costs
    return all.isEmpty ? 0 : all.reduce(0, +) / Double(all.count)
  }
}

extension Goal {
  fileprivate func aiming(at level: Double) -> Goal {
    Goal(
      model: model, serviceLevel: level, threshold: threshold, as: definition, patience: patience,
      retries: retries, maximumOccupancy: maximumOccupancy, maximumAbandonment: maximumAbandonment,
      answerWithin: answerWithin, answerClock: answerClock)
  }
}

extension Queue {
  fileprivate func with(_ goal: Goal) -> Queue {
    Queue(
      id: id, channel: channel, language: language, opening: opening, goal: goal,
      concurrency: concurrency, concurrencySlowdown: concurrencySlowdown,
      minimumStaff: minimumStaff, shrinkage: shrinkage, shrinkageCalendar: shrinkageCalendar,
      market: market, isClosedOnHolidays: isClosedOnHolidays,
      assumedHandlingTime: assumedHandlingTime, dialing: dialing, borrowing: borrowing)
  }
}
