/// What customers and agents can expect of a number of agents, which may be fractional.
package struct Expectation: Hashable, Sendable {
  /// Share of contacts served within the threshold.
  package let serviceLevel: Double
  /// Share of contacts that leave unserved; 0 where customers wait for ever.
  package let abandonment: Double
  /// Share of what the agents can do that is done.
  package let occupancy: Double

  /// Nobody is there, or the line grows for ever.
  static let none = Expectation(serviceLevel: 0, abandonment: 1, occupancy: 0)
  static let overrun = Expectation(serviceLevel: 0, abandonment: 0, occupancy: 1)
}

extension Desk {
  /// What a number of agents gives, between whole numbers by the same lines that
  /// ``fractionalAgents(meeting:)`` is drawn with, so that the need gives just the target.
  ///
  /// A part of one agent is an agent who also serves others: the customers see a whole agent with
  /// load / part. Customers who wait for ever get nothing of agents who cannot keep up.
  package func expectation(
    of agents: Double, within threshold: Double, as definition: ServiceLevelDefinition = .all
  ) -> Expectation {
    precondition(agents >= 0 && agents.isFinite, "a desk has a finite number of agents")
    guard agents * Double(concurrency.limit) > Desk.leastLoad else {
      return patience == nil
        ? Expectation(serviceLevel: 0, abandonment: 0, occupancy: 0)
        : .none
    }
    func whole(_ count: Int, of desk: Desk) -> Expectation? {
      desk.line(agents: count).map { line in
        Expectation(
          serviceLevel: line.serviceLevel(within: threshold, as: definition),
          abandonment: line.abandonment, occupancy: line.occupancy ?? 0)
      }
    }
    guard agents > 1 else { return whole(1, of: with(load: load / agents)) ?? .overrun }
    let floor = Int(agents.rounded(.down))
    let part = agents - Double(floor)
    guard part > 0 else { return whole(floor, of: self) ?? .overrun }
    guard let upper = whole(floor + 1, of: self) else { return .overrun }
    if let lower = whole(floor, of: self) {
      // Erlangs served are linear, as in the requirement, and the occupancy is what they fill.
      let carried =
        lower.occupancy * Double(floor) * (1 - part)
        + upper.occupancy * Double(floor + 1) * part
      return Expectation(
        serviceLevel: lower.serviceLevel + part * (upper.serviceLevel - lower.serviceLevel),
        abandonment: lower.abandonment + part * (upper.abandonment - lower.abandonment),
        occupancy: carried / agents)
    }
    guard agents > saturation else { return .overrun }
    return Expectation(
      serviceLevel: upper.serviceLevel * (agents - saturation)
        / (Double(floor + 1) - saturation),
      abandonment: 0, occupancy: saturation / agents)
  }
}
