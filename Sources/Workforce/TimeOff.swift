package import Timeline

/// Whole local days on which an agent does not work.
package struct TimeOff: Hashable, Sendable, Identifiable, Codable {
  package typealias ID = Identifier<TimeOff>

  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// Paid days that count towards the contract's hours and days.
    case leave, sick, training
    /// Days on which the agent cannot work, without lessening what the contract asks.
    case unavailable

    /// Whether a day of it lowers the hours and days that the contract asks of the week.
    package var countsAsWorked: Bool { self != .unavailable }
  }

  package enum State: String, CaseIterable, Hashable, Sendable, Codable {
    case approved, requested
    case waitListed = "wait-listed"
    case refused
  }

  package let id: ID
  package let agent: Agent.ID
  /// First and last day, both included.
  package let from: LocalDay
  package let to: LocalDay
  package let kind: Kind
  package let state: State

  package init(
    id: ID, agent: Agent.ID, from: LocalDay, to: LocalDay, kind: Kind, state: State = .approved
  ) {
    self.id = id
    self.agent = agent
    self.from = from
    self.to = to
    self.kind = kind
    self.state = state
  }

  package func covers(_ day: LocalDay) -> Bool { from <= day && day <= to }
}
