package import Workforce

/// A queue as it is played out: how its contacts come, how long they take and how long they wait.
package struct SimulatedQueue: Hashable, Sendable, Identifiable {
  package let id: Queue.ID
  package var work: Work
  package var arrivals: Arrivals
  /// The time an agent of speed 1 needs, alone with the contact.
  package var handlingTime: TimeLaw
  /// The handling time of each slot in handling times of the law; empty where it never changes.
  package var handlingFactors: [Double]
  /// The time that a customer waits before leaving; deferred work never leaves.
  package var patience: TimeLaw
  /// Seconds within which an answer counts; for deferred work its ``Work`` says when it is due.
  package var threshold: Double
  package var retrial: Retrial?
  package var callBack: CallBack?

  package init(
    id: Queue.ID, work: Work = .call, arrivals: Arrivals, handlingTime: TimeLaw,
    handlingFactors: [Double] = [], patience: TimeLaw = .never, threshold: Double,
    retrial: Retrial? = nil, callBack: CallBack? = nil
  ) {
    self.id = id
    self.work = work
    self.arrivals = arrivals
    self.handlingTime = handlingTime
    self.handlingFactors = handlingFactors
    self.patience = patience
    self.threshold = threshold
    self.retrial = retrial
    self.callBack = callBack
  }

  /// How contacts of a queue occupy an agent.
  package enum Work: Hashable, Sendable {
    /// The customer waits on the line and has an agent to himself.
    case call
    /// The customer waits, and an agent serves several at once (``SkillGroup/throughput``).
    case chat
    /// E-mails, tickets, call-backs: done when no customer waits, those due first before others.
    case deferred(Due, Interruption)
  }

  /// When deferred work is due: a time after it came.
  package enum Due: Hashable, Sendable {
    case within(Double)
    /// The time runs only in slots in which the queue is open.
    case withinOpenHours(Double, open: [Bool])
  }

  /// Whether an agent leaves deferred work for a customer.
  package enum Interruption: String, CaseIterable, Hashable, Sendable, Codable {
    /// What is begun is finished first.
    case finishesFirst = "finishes-first"
    /// It is put aside for the customer and taken up again by the same agent.
    case putAside = "put-aside"
  }

  /// Customers who left and try again.
  package struct Retrial: Hashable, Sendable {
    /// The share of those who left, 0 to 1.
    package var share: Double
    package var delay: TimeLaw
    /// Trials of a customer at the most, the first included.
    package var trials: Int

    package init(share: Double, delay: TimeLaw, trials: Int = 20) {
      self.share = share
      self.delay = delay
      self.trials = trials
    }
  }

  /// The offer to be called back instead of waiting, made to whoever is not answered at once.
  package struct CallBack: Hashable, Sendable {
    /// The share who take the offer, 0 to 1.
    package var share: Double
    /// The queue of deferred work that they go to; it alone counts them as offered.
    package var queue: Queue.ID

    package init(share: Double, queue: Queue.ID) {
      self.share = share
      self.queue = queue
    }
  }
}

/// How contacts come to a queue.
package enum Arrivals: Hashable, Sendable {
  /// By chance (Poisson), so many a slot in the mean.
  case chance([Double])
  /// As many a slot as one of these sample paths says, anywhere in the slot; replication n takes path
  /// n, and begins anew after the last.
  case paths([[Int]])
}
