/// What is known of a calendar on a server since the last push: which of our events are there, under which
/// name, and in which version.
///
/// The caller keeps it from one push to the next, also after one that failed. It only saves requests: a
/// push with a lost or an old one comes to the same result.
package struct CalendarState: Hashable, Codable, Sendable {
  /// An event of ours on the server.
  package struct Stored: Hashable, Codable, Sendable {
    /// The name of its file.
    package var name: String
    /// The server's entity tag of the version, nil where it has told none yet.
    package var tag: String?
    /// The sign of the bytes that we put there, nil where they may be others by now.
    package var digest: String?
  }

  /// By uid.
  package internal(set) var events: [String: Stored]

  package init() {
    events = [:]
  }
}
