import Simulation
package import Staffing
package import Timeline
package import Workforce

/// The agents of each skill group that an interval needs at the least cost, and what a simulation
/// finds of them.
package struct PlannedMix: Sendable {
  package let interval: Interval
  package let problem: MixProblem
  package let answer: MixAnswer
}

extension Journey {
  /// Finds the least-cost mix of the centre's skill groups for one interval of a forecast.
  ///
  /// - Parameters:
  ///   - forecast: contacts and handling times.
  ///   - moment: within the interval; without one, the interval with the most work.
  ///   - quantile: plan for contacts that are not exceeded with this probability.
  ///   - isLimited: whether there are only the agents whom the centre employs.
  ///   - seed: of the simulation.
  /// - Returns: the interval, what was asked and the answer.
  /// - Throws: where a goal is out of reach, or the moment is beyond the forecast.
  package func mix(
    for forecast: Forecast, at moment: Instant? = nil, quantile: Double? = nil,
    isLimited: Bool = true, seed: UInt64 = 1
  ) throws(JourneyFault) -> PlannedMix {
    report("mix", 0)
    let grid = forecast.grid
    guard let slot = moment.map({ grid.index(of: $0) }) ?? forecast.busiestSlot else {
      throw .outsideForecast(forecast.id, grid.interval(of: 0).start, grid.end)
    }
    let problem: MixProblem
    do throws(StaffingFault) {
      problem = try MixProblem(
        at: slot, of: forecast, in: centre, quantile: quantile, isLimited: isLimited)
    } catch {
      throw .staffing(error)
    }
    let answer = try leastCostMix(simulating: problem, seed: seed)
    report("mix", 1)
    return PlannedMix(interval: grid.interval(of: slot), problem: problem, answer: answer)
  }
}

/// The cheapest mix found that keeps every target in a simulation.
package func leastCostMix(
  simulating problem: MixProblem, effort: MixEffort = MixEffort(), seed: UInt64 = 1
) throws(JourneyFault) -> MixAnswer {
  let judge = SimulatedJudge(problem, seed: seed)
  let answer: MixAnswer
  do throws(MixFault) {
    answer = try leastCostMix(for: problem, effort: effort) { mixes, contacts in
      judge.verdicts(on: mixes, contacts: contacts)
    }
  } catch {
    throw .mixing("\(error)")
  }
  if let fault = judge.fault { throw .mixing("\(fault)") }
  return answer
}

extension Forecast {
  /// The slot with the most work, the first of equals; nil without any slot.
  fileprivate var busiestSlot: Int? {
    func work(_ slot: Int) -> Double {
      queues.reduce(0) { $0 + $1.volume[slot].expected * $1.handlingTime[slot].expected }
    }
    return grid.indices.max { (work($0), $1) < (work($1), $0) }
  }
}
