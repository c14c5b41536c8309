package import Timeline

/// What a planner knows that the history does not: a change of one queue's forecast, with its author
/// and reason.
package struct Adjustment: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    /// Contacts times a factor; to the end of the forecast it is a step.
    case scale(Double)
    /// So many contacts more over the interval, spread like the forecast; with a half-life they come
    /// mostly at its beginning, as answers to a mailing do.
    case add(contacts: Double, halfLife: Minutes?)
    /// So many contacts in the whole interval, spread like the forecast.
    case set(contacts: Double)
    /// The contacts of each day spread over its slots like those of another day of the forecast.
    case shape(from: LocalDay)
    /// So much more a year, from the beginning of the interval on: 0.08 is 8 % after a year.
    case growth(aYear: Double)
    /// A share of the contacts goes to another queue.
    case move(to: Queue.ID, share: Double)
  }

  package let queue: Queue.ID
  /// Its end is ``never`` where the change goes on.
  package let interval: Interval
  package let change: Change
  package let author: String
  package let reason: String
  /// Where it is written, such as `overrides.csv:2`.
  package let row: String

  package init(
    queue: Queue.ID, interval: Interval, change: Change, author: String, reason: String,
    row: String = ""
  ) {
    self.queue = queue
    self.interval = interval
    self.change = change
    self.author = author
    self.reason = reason
    self.row = row
  }

  /// The end of what does not end, after every date that can be written.
  package static let never = Instant(seconds: 253_402_300_800)
}

/// An adjustment that a queue's forecast was changed by, and what it did.
package struct AppliedAdjustment: Hashable, Sendable, Codable {
  /// Where it is written, such as `overrides.csv:2`; it is undone by taking that row out.
  package let row: String
  /// What was done, in a few words: `times 115 %`.
  package let change: String
  /// The part of its time that lies in the forecast.
  package let interval: Interval
  package let author: String
  package let reason: String
  /// How many contacts the queue has more by it, over the whole forecast.
  package let contacts: Double

  package init(
    row: String, change: String, interval: Interval, author: String, reason: String,
    contacts: Double
  ) {
    self.row = row
    self.change = change
    self.interval = interval
    self.author = author
    self.reason = reason
    self.contacts = contacts
  }
}
