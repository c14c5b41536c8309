/// How a push of one calendar ended.
package struct PushOutcome: Hashable, Sendable {
  /// Events that were put there, put in place of another version, and removed: their uids, sorted.
  package internal(set) var created: [String] = []
  package internal(set) var updated: [String] = []
  package internal(set) var deleted: [String] = []
  /// How many events were there already as they should be.
  package internal(set) var unchanged = 0
  /// What is not as it should be, and why; another push goes on from here.
  package internal(set) var failures: [Failure] = []
  /// What is there now, for the next push.
  package internal(set) var state: CalendarState

  /// What ended the push, if the server would do the same to others.
  var serverFault: CalDAVFault?

  init(state: CalendarState) {
    self.state = state
  }

  /// Notes what ended the push.
  mutating func fail(_ fault: CalDAVFault) {
    failures.append(Failure(uid: nil, description: fault.description))
    if fault.isAboutServer { serverFault = fault }
  }

  /// Something that a push did not reach.
  package struct Failure: Hashable, Sendable, CustomStringConvertible {
    /// The event, nil where it is about the calendar as a whole.
    package let uid: String?
    /// A sentence that names the calendar or the event's file, and the next step.
    package let description: String
  }

  /// Whether the server has just what it should have, by its own listing.
  package var isComplete: Bool { failures.isEmpty }
}
