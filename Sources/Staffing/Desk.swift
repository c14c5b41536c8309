/// What is asked of a group of equal agents behind one line: contacts arrive by chance (Poisson),
/// take an exponential time, and are served first come, first served.
package struct Desk: Hashable, Sendable {
  /// Offered erlangs: contacts that arrive per handling time, abandoned ones included.
  package let load: Double
  /// Mean seconds of a contact that is served alone.
  package let handlingTime: Double
  /// Mean seconds (exponential) that a contact waits before it leaves; nil for ever.
  package let patience: Double?
  package let concurrency: Concurrency

  private init(load: Double, handlingTime: Double, patience: Double?, concurrency: Concurrency) {
    precondition(load >= 0 && load.isFinite, "a load is a finite number of erlangs")
    precondition(handlingTime > 0 && handlingTime.isFinite, "a contact takes some time")
    precondition(patience ?? 1 >= 1e-9, "customers have some patience")
    self.load = load < Desk.leastLoad ? 0 : load
    self.handlingTime = handlingTime
    // Infinite patience is waiting for ever.
    self.patience = patience.flatMap { $0.isFinite ? $0 : nil }
    self.concurrency = concurrency
  }

  /// What is less counts as nothing: a contact in many times the age of the universe.
  static let leastLoad = 1e-100

  /// Times the load that an agent can carry beyond which hardly 1 contact in 10,000 is served.
  static let greatestOverload = 10_000.0

  /// Erlang C (M/M/N): customers wait for ever.
  package static func erlangC(load: Double, handlingTime: Double) -> Desk {
    Desk(load: load, handlingTime: handlingTime, patience: nil, concurrency: .single)
  }

  /// Erlang A (M/M/N+M): customers leave after an exponential patience.
  package static func erlangA(load: Double, handlingTime: Double, patience: Double) -> Desk {
    Desk(load: load, handlingTime: handlingTime, patience: patience, concurrency: .single)
  }

  /// Chat: an agent serves several contacts at once, a little slower each; a contact waits where
  /// every agent is full.
  ///
  /// A birth-death chain over the number of chats. It takes chats to lie evenly on the agents, as
  /// they nearly do where each goes to the agent with the fewest.
  package static func chat(
    load: Double, handlingTime: Double, patience: Double? = nil, concurrency: Concurrency
  ) -> Desk {
    Desk(load: load, handlingTime: handlingTime, patience: patience, concurrency: concurrency)
  }

  /// The same desk with another load.
  package func with(load: Double) -> Desk {
    Desk(
      load: load, handlingTime: handlingTime, patience: patience, concurrency: concurrency)
  }

  /// Agents who would be busy all the time with the load: without patience the line grows for ever
  /// with so many or fewer.
  package var saturation: Double { load / concurrency.greatestThroughput }

  /// The steady state with a number of agents; nil where there is none, because customers wait for
  /// ever and the agents cannot keep up.
  package func line(agents: Int) -> WaitingLine? { WaitingLine(desk: self, agents: agents) }
}
