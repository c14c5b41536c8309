/// A desk without a line: a contact that finds all agents busy is turned away (Erlang's loss
/// formula, B).
package struct ErlangB: Hashable, Sendable {
  /// Offered erlangs.
  package let load: Double
  package let agents: Int
  /// The share of contacts that are turned away.
  package let blocking: Double
  /// Erlangs served.
  package let carried: Double

  /// Takes as many steps as there are agents, at the most.
  package init(load: Double, agents: Int) {
    precondition(load >= 0 && load.isFinite, "a load is a finite number of erlangs")
    precondition(agents >= 0, "a desk has no negative number of agents")
    self.load = load
    self.agents = agents
    guard load >= Desk.leastLoad else {
      blocking = agents == 0 ? 1 : 0
      carried = 0
      return
    }
    let free = Concurrency.single.freeWeight(load: load, agents: agents)
    let all = free + Scaled(1)
    blocking = (Scaled(1) / all).value
    carried = load * (free / all).value
  }

  /// Share of their time that agents are busy; nil where there are none.
  package var occupancy: Double? { agents > 0 ? carried / Double(agents) : nil }
}
