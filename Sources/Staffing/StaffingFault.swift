package import Timeline
package import Workforce

/// Why no requirement can be reckoned: a forecast or a goal that no number of agents answers.
package enum StaffingFault: Error, Hashable, Sendable {
  case unknownQueue(Queue.ID)
  /// Slots of the forecast that a queue has no values for, or too many.
  case length(Queue.ID)
  case volume(Queue.ID, Instant)
  case handlingTime(Queue.ID, Instant)
  case quantile(Double)
  case serviceLevel(Queue.ID, Double)
  case threshold(Queue.ID, Double)
  case patience(Queue.ID, Double?)
  case occupancy(Queue.ID, Double)
  case abandonment(Queue.ID, Double)
  case retries(Queue.ID, Double)
  case dialing(Queue.ID)
  case shrinkage(Queue.ID, Double)
  case concurrency(Queue.ID, limit: Int, slowdown: Double)
  case minimumStaff(Queue.ID, Double)
}

extension StaffingFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownQueue(let queue):
      """
      the forecast has a queue "\(queue)" that the centre does not have; forecast again, or add it \
      to queues.yaml
      """
    case .length(let queue):
      """
      queue "\(queue)": the forecast does not have one value for each slot of its grid; forecast \
      again
      """
    case .volume(let queue, let slot):
      """
      queue "\(queue)": the forecast of \(slot) is not a number of contacts that can be staffed; \
      forecast again, or correct the file
      """
    case .handlingTime(let queue, let slot):
      """
      queue "\(queue)": contacts are forecast for \(slot), but no handling time; set \
      aht in queues.yaml
      """
    case .quantile(let probability):
      "a quantile lies between 0 and 1, not at \(probability); 0.5 plans for what is expected"
    case .serviceLevel(let queue, let level):
      """
      queue "\(queue)": no number of agents reaches a service level of \(level); give a share below \
      1, such as 0.8
      """
    case .threshold(let queue, let seconds):
      "queue \"\(queue)\": a threshold of \(seconds) s is no time to answer; give 0 s or more"
    case .patience(let queue, nil):
      """
      queue "\(queue)": the model erlang-a needs the patience of its customers; give their mean \
      time to hanging up, or use the model erlang-c
      """
    case .patience(let queue, let seconds?):
      """
      queue "\(queue)": a patience of \(seconds) s is no time to wait on a line; give 1 s to a \
      day, or use the model erlang-c for customers who never leave
      """
    case .occupancy(let queue, let share):
      """
      queue "\(queue)": agents who may be busy for a share of \(share) of their time do no work; \
      give a maximum occupancy above 0, such as 0.85
      """
    case .retries(let queue, let share):
      """
      queue "\(queue)": a share of \(share) of callers who try again is none; give one of 0 or more \
      and below 1
      """
    case .dialing(let queue):
      """
      queue "\(queue)": calls cannot be made so; give a connect rate above 0 and up to 1, and the \
      seconds of an attempt that reaches nobody
      """
    case .abandonment(let queue, let share):
      """
      queue "\(queue)": no number of agents keeps abandonment to a share of \(share); give one \
      above 0, such as 0.05
      """
    case .shrinkage(let queue, let share):
      """
      queue "\(queue)": with a shrinkage of \(share) nobody is left to work; give a share of 0 or \
      more and below 1
      """
    case .concurrency(let queue, let limit, let slowdown):
      """
      queue "\(queue)": \(limit) contacts at once with a slowdown of \(slowdown) cannot be \
      reckoned with; give at least 1 for both
      """
    case .minimumStaff(let queue, let agents):
      "queue \"\(queue)\": a minimum staff of \(agents) is no number of agents; give 0 or more"
    }
  }
}
