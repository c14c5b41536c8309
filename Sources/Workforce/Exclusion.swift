package import Timeline

/// A time of the history that says nothing about days to come, and why: what cleaning proposes, and
/// what a planner may overrule.
package struct Exclusion: Hashable, Sendable, Codable {
  package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// Contacts could not come in: far fewer than usual, mostly none, while the queue was open.
    case outage
    /// Far more or far fewer contacts than usual.
    case outlier
    /// Nothing was counted.
    case gap
    /// The same figures as of another time, such as an hour that the clock showed twice.
    case duplicate
    /// Contacts at a time when the queue is closed.
    case closed
  }

  package let queue: Queue.ID
  package let interval: Interval
  package let kind: Kind
  /// Contacts that were counted in it; 0 where nothing was.
  package let volume: Double
  /// Contacts that such a time usually has.
  package let usual: Double
  /// A sentence for the planner, without an end mark.
  package let reason: String

  package init(
    queue: Queue.ID, interval: Interval, kind: Kind, volume: Double, usual: Double, reason: String
  ) {
    self.queue = queue
    self.interval = interval
    self.kind = kind
    self.volume = volume
    self.usual = usual
    self.reason = reason
  }
}
