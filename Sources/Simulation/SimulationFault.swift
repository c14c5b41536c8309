package import Workforce

/// Why a centre cannot be played: all that is wrong with it.
package struct SimulationFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// At least one.
  package let flaws: [Flaw]

  package var description: String { flaws.map(\.description).joined(separator: "\n") }

  package enum Flaw: Hashable, Sendable {
    case slots(length: Double, count: Int)
    /// A day that reaches past the slots, or shares some with the day before.
    case day(Range<Int>)
    case tooManyQueuesOrGroups(Int)
    case queueTwice(Queue.ID)
    case groupTwice(String)
    case arrivals(Queue.ID)
    /// More contacts in a replication than memory should hold.
    case tooManyContacts(Double)
    case handlingTime(Queue.ID)
    case handlingFactors(Queue.ID)
    case patience(Queue.ID)
    case threshold(Queue.ID, Double)
    case due(Queue.ID)
    case retrial(Queue.ID)
    case callBack(Queue.ID)
    case skill(group: String, Queue.ID)
    case absence(group: String, Double)
    case throughput(group: String)
    /// A number of agents that is no number, or too many.
    case staff(group: String)
    case presence(group: String, agent: Int)
    case replications(Int)
    case precision(Double)
    case confidence(Double)
  }
}

extension SimulationFault.Flaw: CustomStringConvertible {
  package var description: String {
    switch self {
    case .slots(let length, let count):
      "\(count) slots of \(length) s are no time to play; give 1 to 1,000,000 slots of a second or more"
    case .day(let slots):
      """
      the day of slots \(slots.lowerBound) to \(slots.upperBound) does not lie within the slots or \
      overlaps the one before; give days in order
      """
    case .tooManyQueuesOrGroups(let count):
      "\(count) queues or groups are too many to play; give up to 4,000 of both"
    case .queueTwice(let queue):
      "queue \"\(queue)\" is there twice; give every queue a name of its own"
    case .groupTwice(let group):
      "group \"\(group)\" is there twice; give every group a name of its own"
    case .arrivals(let queue):
      """
      queue "\(queue)": its arrivals are not a number of 0 or more for each slot; forecast again, or \
      correct the file
      """
    case .tooManyContacts(let count):
      """
      \(count) contacts in a replication are too many to play; play fewer slots, or a part of the \
      centre (up to 20,000,000 contacts)
      """
    case .handlingTime(let queue):
      "queue \"\(queue)\": its handling time is not a time of 0 s or more that ends; set aht"
    case .handlingFactors(let queue):
      "queue \"\(queue)\": handling times change by a factor of 0 or more for each slot, or by none"
    case .patience(let queue):
      """
      queue "\(queue)": its patience is no time of 0 s or more; give its mean in seconds, or none for \
      customers who never leave
      """
    case .threshold(let queue, let seconds):
      "queue \"\(queue)\": a threshold of \(seconds) s is no time to answer; give 0 s or more"
    case .due(let queue):
      """
      queue "\(queue)": a time to answer of 0 s or more, and whether it is open for each slot, say \
      when work is due
      """
    case .retrial(let queue):
      """
      queue "\(queue)": customers who try again are a share from 0 to 1, after a second or more in \
      the mean, up to 200 times, of a queue that is not deferred work
      """
    case .callBack(let queue):
      """
      queue "\(queue)": offers of a call back are taken by a share from 0 to 1, and go from customers \
      who wait to a queue of deferred work
      """
    case .skill(let group, let queue):
      """
      group "\(group)": it serves queue "\(queue)" at a speed above 0, a queue that is there, and \
      once; correct the skill
      """
    case .absence(let group, let share):
      "group \"\(group)\": an absence of \(share) is no share; give 0 to 1"
    case .throughput(let group):
      """
      group "\(group)": chats per handling time are 1 for one, and never fall with more, up to 64 at \
      once
      """
    case .staff(let group):
      """
      group "\(group)": its agents are not a number of 0 or more for each slot, or the centre has \
      more than 1,000,000
      """
    case .presence(let group, let agent):
      """
      group "\(group)", agent \(agent): the stretches of work are not in order, overlap or lie \
      outside days 0 to 100,000
      """
    case .replications(let count):
      "\(count) replications tell nothing; give 1 or more (for a confidence, 2)"
    case .precision(let halfWidth):
      "a half-width of \(halfWidth) cannot be reached; give one above 0, such as 0.01"
    case .confidence(let share):
      "a confidence of \(share) is none; give a share above 0 and below 1, such as 0.95"
    }
  }
}
