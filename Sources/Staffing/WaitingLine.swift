import Glibc
package import Workforce

/// The steady state of a desk with a number of agents: waits, departures, busy agents.
///
/// Times are in seconds, shares lie between 0 and 1.
package struct WaitingLine: Hashable, Sendable {
  package let desk: Desk
  package let agents: Int
  /// Share of contacts that are served at once.
  package let freeShare: Double
  /// Share of contacts that find every agent full, whether they are served later or leave.
  package let waitShare: Double
  /// Share of contacts that leave unserved.
  package let abandonment: Double
  /// Share of contacts that are served.
  package let served: Double
  /// Mean wait of all contacts, of those who are served (the average speed of answer) and of those
  /// who leave; nil where there are none.
  package let meanWait: Double
  package let meanWaitOfServed: Double?
  package let meanWaitOfAbandoned: Double?

  /// Share of contacts that are served after a wait.
  private let servedAfterWait: Double
  /// Contacts that the full desk completes per handling time.
  private let capacity: Double
  /// The probability that all agents are full and nobody waits.
  private let full: Scaled

  init?(desk: Desk, agents: Int) {
    precondition(agents >= 0, "a desk has no negative number of agents")
    self.desk = desk
    self.agents = agents
    capacity = Double(agents) * desk.concurrency.greatestThroughput
    guard desk.load > 0 else {
      // Nobody comes: whoever came would be served at once if there is an agent.
      (freeShare, waitShare, abandonment) = agents > 0 ? (1, 0, 0) : (0, 1, 0)
      (served, servedAfterWait) = (freeShare, 0)
      (meanWait, meanWaitOfServed, meanWaitOfAbandoned) = (0, agents > 0 ? 0 : nil, nil)
      full = Scaled(agents > 0 ? 0 : 1)
      return
    }
    guard let line = Self.waiting(desk, capacity: capacity) else { return nil }
    let free = desk.concurrency.freeWeight(load: desk.load, agents: agents)
    full = Scaled(1) / (free + Scaled(line.all, exponent: line.exponent))
    let unit = full * Scaled(1, exponent: line.exponent)
    func share(_ sum: Double) -> Double { (unit * Scaled(sum)).value }

    freeShare = (free * full).value
    waitShare = share(line.all)
    abandonment = share(line.abandoned)
    servedAfterWait = share(line.served)
    served = freeShare + servedAfterWait
    let servedWait = desk.handlingTime * share(line.servedWait)
    meanWait = servedWait + desk.handlingTime * share(line.abandonedWait)
    meanWaitOfServed = served > 0 ? servedWait / served : nil
    meanWaitOfAbandoned =
      line.abandoned > 0 ? desk.handlingTime * line.abandonedWait / line.abandoned : nil
  }

  /// Mean number of contacts that wait (Little's law).
  package var meanQueue: Double { desk.load * meanWait / desk.handlingTime }

  /// Erlangs served.
  package var carried: Double { desk.load * served }

  /// Share of what the agents can do that is done; nil where there are none.
  ///
  /// With one contact at a time it is the share of time that they are busy.
  package var occupancy: Double? { agents > 0 ? carried / capacity : nil }

  /// Erlangs served beyond an occupancy, as a share of the load; 0 or less where it is kept.
  func excess(over occupancy: Double) -> Double { (carried - occupancy * capacity) / desk.load }

  /// The sums over the waiting states; nil where there is no steady state.
  private static func waiting(_ desk: Desk, capacity: Double) -> ImpatientLine? {
    desk.patience.map { patience in
      ImpatientLine(
        load: desk.load, capacity: capacity, impatience: desk.handlingTime / patience)
    } ?? ImpatientLine(load: desk.load, capacity: capacity)
  }
}

extension WaitingLine {
  /// Share of contacts served within a time, the share of what being a question of definition.
  package func serviceLevel(
    within seconds: Double, as definition: ServiceLevelDefinition = .all
  ) -> Double {
    let late = late(after: seconds)
    let inTime = freeShare + max(0, servedAfterWait - late.served)
    // Those who are served in time or late, or leave late: a sum instead of 1 - left early.
    let base =
      switch definition {
      case .all: 1.0
      case .served: served
      case .excludingEarlyAbandonments: served + late.abandoned
      }
    return base > 0 ? min(1, inTime / base) : 0
  }

  /// Share of all contacts that are not served within a time: 1 less the service level, to full
  /// precision where that is nearly 1.
  package func miss(within seconds: Double) -> Double {
    min(1, abandonment + late(after: seconds).served)
  }

  /// Share of all contacts that leave within a time.
  package func abandonment(within seconds: Double) -> Double {
    max(0, abandonment - late(after: seconds).abandoned)
  }

  /// The shares of all contacts that wait longer and are then served, or leave then.
  ///
  /// A contact still waits after T if nobody's turn came (the offered wait V exceeds T) and its own
  /// patience lasted. V has density proportional to exp(x (1 - exp(-v/p)) - capacity v/h), with
  /// patience p, handling time h and x = load p / h (Zeltyn and Mandelbaum, "Call centers with
  /// impatient customers", 2005). From T on this is the same line with the load x exp(-T/p).
  private func late(after seconds: Double) -> (served: Double, abandoned: Double) {
    precondition(seconds >= 0 && seconds.isFinite, "a threshold is 0 seconds or more")
    let time = seconds / desk.handlingTime
    guard let patience = desk.patience else {
      return (servedAfterWait * exp((desk.load - capacity) * time), 0)
    }
    let impatience = desk.handlingTime / patience
    let patienceUsed = seconds / patience
    // e^-750 of the contacts would still be there: less than any number.
    guard desk.load > 0, patienceUsed < 750 else { return (0, 0) }
    let line = ImpatientLine(
      load: desk.load * exp(-patienceUsed), capacity: capacity, impatience: impatience)
    // x (1 - e^-u) - (c + 1) u with u = T / patience, its great parts taken out of the difference.
    let headway = (desk.load - capacity) * time
    let power = headway - desk.load / impatience * curvature(patienceUsed) - patienceUsed
    let unit = full * Scaled(exp: power) * Scaled(1, exponent: line.exponent)
    return ((unit * Scaled(line.served)).value, (unit * Scaled(line.abandoned)).value)
  }
}

/// u - (1 - e^-u), which is nearly u^2 / 2 for small u.
private func curvature(_ u: Double) -> Double {
  guard u < 0.5 else { return u + expm1(-u) }
  // u^2/2 - u^3/6 + u^4/24 - ...: 16 terms at u = 0.5 leave 1e-19 of the sum.
  var term = u * u / 2
  var sum = term
  for power in 3...18 {
    term *= -u / Double(power)
    sum += term
  }
  return sum
}
