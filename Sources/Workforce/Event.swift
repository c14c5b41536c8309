package import Timeline

/// A campaign, outage or sale that lifts or drops contacts.
package struct Event: Hashable, Sendable {
  package enum Effect: Hashable, Sendable {
    /// Contacts of that time say nothing about other days: leave them out of the history.
    case exclude
    /// Days of the same tag are alike: learn the effect from past ones.
    case learn
    /// Contacts are expected to be multiplied by this factor.
    case factor(Double)
  }

  package let interval: Interval
  package let queues: [Queue.ID]
  package let tag: String
  package let effect: Effect
  package let note: String

  package init(
    interval: Interval, queues: [Queue.ID], tag: String, effect: Effect, note: String = ""
  ) {
    self.interval = interval
    self.queues = queues
    self.tag = tag
    self.effect = effect
    self.note = note
  }
}
