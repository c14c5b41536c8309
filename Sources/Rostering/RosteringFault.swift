package import Timeline
package import Workforce

/// Inputs that contradict each other, so that no roster can be made of them.
package enum RosteringFault: Error, Hashable, Sendable {
  /// The requirement's grid is not that of the week.
  case grid(requirement: String, week: String, found: Grid, expected: Grid)
  case unknownQueue(Queue.ID, requirement: String)
  /// A queue has more or fewer values than the grid has slots.
  case values(Queue.ID, count: Int, expected: Int)
  /// A need that is negative or no number.
  case need(Queue.ID, at: Instant)
  case unknownSite(Site.ID, agent: Agent.ID)
  case unknownContract(Contract.ID, agent: Agent.ID)
  /// Prices that would reward a shortage, or make the first missing hour dearer than the next.
  case prices(String)
  /// More queues than one centre can have here.
  case queues(count: Int, limit: Int)
  /// More breaks in a shift than can be placed.
  case breaks(ShiftTemplate.ID, count: Int, limit: Int)
  /// The optimiser could not be asked.
  case optimiser(String)
}

extension RosteringFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .grid(let requirement, let week, let found, let expected):
      """
      requirement \(requirement) covers \(found.interval) in slots of \(found.slot), but week \
      \(week) is \(expected.interval) in slots of \(expected.slot); run staff for that week
      """
    case .unknownQueue(let queue, let requirement):
      """
      requirement \(requirement) names queue "\(queue)", which the centre does not have; run staff \
      anew or add the queue
      """
    case .values(let queue, let count, let expected):
      """
      the requirement of queue \(queue) has \(count) values for \(expected) slots; run staff anew
      """
    case .need(let queue, let instant):
      """
      the requirement of queue \(queue) at \(instant) is negative or no number; run staff anew
      """
    case .unknownSite(let site, let agent):
      "agent \(agent) works at site \"\(site)\", which the centre does not have; add the site"
    case .unknownContract(let contract, let agent):
      """
      agent \(agent) has contract "\(contract)", which the centre does not have; add the contract
      """
    case .prices(let what):
      "the prices of the objective contradict each other: \(what); mend objective in nobat.yaml"
    case .queues(let count, let limit):
      "\(count) queues are more than one roster can hold (\(limit)); split the centre"
    case .breaks(let template, let count, let limit):
      "shift \(template) has \(count) breaks, more than the \(limit) that can be placed; merge some"
    case .optimiser(let reason):
      "the optimiser failed: \(reason)"
    }
  }
}
