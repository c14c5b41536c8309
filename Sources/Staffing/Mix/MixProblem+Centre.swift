import Timeline
package import Workforce

extension MixProblem {
  /// The mix that is looked for in one slot of a forecast: the centre's open queues and the groups
  /// that its agents make.
  ///
  /// Agents of one site and the same skills are a group, at the site's cost of an hour. Deferred work
  /// counts with what falls due in the slot.
  ///
  /// - Parameters:
  ///   - slot: of the forecast's grid.
  ///   - forecast: contacts and handling times.
  ///   - centre: goals, opening hours, agents.
  ///   - quantile: plan for contacts that are not exceeded with this probability.
  ///   - isLimited: whether there are only the agents whom the centre employs.
  /// - Throws: ``StaffingFault`` where a goal is out of reach or the forecast cannot be read.
  package init(
    at slot: Int, of forecast: Forecast, in centre: Centre, quantile: Double? = nil,
    isLimited: Bool = true
  ) throws(StaffingFault) {
    if let quantile, !(quantile > 0 && quantile < 1) { throw .quantile(quantile) }
    var queues: [MixQueue] = []
    var places: [Queue.ID: Int] = [:]
    for queueForecast in forecast.queues {
      guard let queue = centre.queue(queueForecast.queue) else {
        throw .unknownQueue(queueForecast.queue)
      }
      let workload = try Workload(
        of: queueForecast, for: queue, on: forecast.grid, in: centre, quantile: quantile)
      guard workload.isOpen[slot] else { continue }
      places[queue.id] = queues.count
      queues.append(try QueueStaffing(queue).mixQueue(for: workload, in: slot))
    }
    let day = centre.zone.day(at: forecast.grid.start(of: slot))
    let employed = centre.agents.filter { $0.isEmployed(on: day) }
    self.init(
      queues: queues,
      groups: SkillGroup.all(of: employed, at: centre.sites, places: places, isLimited: isLimited))
  }
}

extension SkillGroup {
  /// The groups that agents make by their sites and the queues at the places.
  fileprivate static func all(
    of agents: [Agent], at sites: [Site], places: [Queue.ID: Int], isLimited: Bool
  ) -> [SkillGroup] {
    let teams = Dictionary(grouping: agents) { agent in
      Team(
        site: agent.site,
        skills: SkillSet(agent.skills.map(\.queue).filter { places[$0] != nil }))
    }
    return teams.keys.sorted().filter { !$0.skills.queues.isEmpty }.map { team in
      let names = team.skills.queues.map(\.rawValue).joined(separator: "+")
      return SkillGroup(
        "\(team.site.rawValue): \(names)",
        queues: QueueSet(
          places: team.skills.queues.compactMap { places[$0] }
            .filter { $0 < QueueSet.greatestCount }),
        cost: sites.first { $0.id == team.site }?.costPerHour.amount ?? 1,
        available: isLimited ? teams[team]?.count : nil, site: team.site.rawValue)
    }
  }

  private struct Team: Hashable, Comparable {
    let site: Site.ID
    let skills: SkillSet

    static func < (left: Team, right: Team) -> Bool {
      (left.site, left.skills) < (right.site, right.skills)
    }
  }
}

extension QueueStaffing {
  /// The queue as a mix sees it in a slot.
  fileprivate func mixQueue(for workload: Workload, in slot: Int) -> MixQueue {
    let slotsAnHour = 3600 / Double(60 * workload.grid.slot.count)
    let atWork = queue.minimumStaff
    let handlingTime = max(workload.handlingTime[slot], 1e-3)
    switch waiting {
    case .line(let target, let patience):
      return MixQueue(
        queue.id.rawValue, contactsPerHour: workload.contacts[slot] * slotsAnHour,
        handlingTime: handlingTime, service: .line(target, patience: patience),
        concurrency: concurrency, minimumStaff: atWork)
    case .backlog(_, let maximumOccupancy):
      // Agents who do what falls due: erlangs of contacts one at a time.
      let load = due(of: workload)[slot]
      return MixQueue(
        queue.id.rawValue, contactsPerHour: load * secondsPerHour / handlingTime,
        handlingTime: handlingTime, service: .deferred(maximumOccupancy: maximumOccupancy),
        minimumStaff: atWork)
    }
  }
}
