package import Workforce

/// What customers and agents can expect of a number of agents, which may be fractional.
package struct Expectation: Hashable, Sendable {
  /// Share of contacts served within the threshold.
  package let serviceLevel: Double
  /// Share of contacts that leave unserved; 0 where customers wait for ever.
  package let abandonment: Double
  /// Share of what the agents can do that is done.
  package let occupancy: Double

  package init(serviceLevel: Double, abandonment: Double, occupancy: Double) {
    self.serviceLevel = serviceLevel
    self.abandonment = abandonment
    self.occupancy = occupancy
  }
}

extension Desk {
  /// What a number of agents gives; between whole numbers it is read off the same lines that
  /// ``fractionalAgents(meeting:)`` is drawn with, so that the need gives just the target.
  ///
  /// A part of one agent is an agent who also serves others: the customers see a whole agent with
  /// load / part. Of agents who cannot keep up with customers who wait for ever, nobody is served
  /// in time; of nobody, nobody is served at all.
  package func expectation(
    of agents: Double, within threshold: Double, as definition: ServiceLevelDefinition = .all
  ) -> Expectation {
    precondition(agents >= 0 && agents.isFinite, "a desk has a finite number of agents")
    guard agents > 1 else {
      guard agents * Self.greatestOverload > saturation else { return overrun(by: agents) }
      return with(load: load / agents).expectation(of: 1, within: threshold, as: definition)
        ?? overrun(by: agents)
    }
    let few = Int(agents.rounded(.down))
    guard let least = expectation(of: few, within: threshold, as: definition) else {
      return justAbove(saturation, agents: agents, within: threshold)
    }
    let part = agents - Double(few)
    guard part > 0, let most = expectation(of: few + 1, within: threshold, as: definition)
    else { return least }
    func between(_ low: Double, _ high: Double) -> Double { low + part * (high - low) }
    // What is served is linear, as in the requirement, and the occupancy follows from it.
    let busy = between(least.occupancy * Double(few), most.occupancy * Double(few + 1))
    return Expectation(
      serviceLevel: between(least.serviceLevel, most.serviceLevel),
      abandonment: between(least.abandonment, most.abandonment), occupancy: busy / agents)
  }

  /// The steady state of whole agents; nil where there is none.
  private func expectation(
    of agents: Int, within threshold: Double, as definition: ServiceLevelDefinition
  ) -> Expectation? {
    line(agents: agents).map { line in
      Expectation(
        serviceLevel: line.serviceLevel(within: threshold, as: definition),
        abandonment: line.abandonment, occupancy: line.occupancy ?? 0)
    }
  }

  /// Customers wait for ever and one agent fewer cannot keep up: the service level rises evenly
  /// from 0 at the saturation.
  private func justAbove(
    _ saturation: Double, agents: Double, within threshold: Double
  ) -> Expectation {
    let enough = agents.rounded(.down) + 1
    guard agents > saturation, let line = line(agents: Int(enough)) else {
      return overrun(by: agents)
    }
    let part = (agents - saturation) / (enough - saturation)
    return Expectation(
      serviceLevel: part * line.serviceLevel(within: threshold), abandonment: 0,
      occupancy: saturation / agents)
  }

  /// Far more load than the agents can carry: they are always busy, and nobody is served in time.
  private func overrun(by agents: Double) -> Expectation {
    let carried = saturation > 0 ? min(1, agents / saturation) : 0
    return Expectation(
      serviceLevel: 0, abandonment: patience == nil ? 0 : 1 - carried,
      occupancy: agents > 0 ? 1 : 0)
  }
}
