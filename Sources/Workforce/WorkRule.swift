package import Timeline

/// A hard condition on one agent's shifts that goes beyond the contract.
package struct WorkRule: Hashable, Sendable, Identifiable, Codable {
  package typealias ID = Identifier<WorkRule>

  package enum Condition: Hashable, Sendable, Codable {
    /// Least real time between two shifts.
    case rest(Minutes)
    case daysInRow(Int)
    /// Greatest difference of the local starts of shifts on two consecutive days.
    case startChange(Minutes)
    /// After a shift that ends later than one local time (in minutes after the midnight of its
    /// day), the next day's does not start before another.
    case succession(endLaterThan: Int, startBefore: LocalTime)
  }

  /// Whom the rule binds.
  package enum Scope: Hashable, Sendable, Codable {
    case all
    case site(Site.ID)
    case contract(Contract.ID)
    case team(String)
  }

  package let id: ID
  package let condition: Condition
  package let scope: Scope

  package init(id: ID, condition: Condition, scope: Scope = .all) {
    self.id = id
    self.condition = condition
    self.scope = scope
  }

  package func binds(_ agent: Agent) -> Bool {
    switch scope {
    case .all: true
    case .site(let site): agent.site == site
    case .contract(let contract): agent.contract == contract
    case .team(let team): agent.team == team
    }
  }
}
