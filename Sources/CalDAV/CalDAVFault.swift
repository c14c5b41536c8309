/// Why nothing can be published, or not all of it, as a sentence that names the next step.
package struct CalDAVFault: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
  /// Whether the same server will do the same to this user's other calendars.
  let isAboutServer: Bool

  init(_ sentence: String, isAboutServer: Bool = false) {
    description = sentence
    self.isAboutServer = isAboutServer
  }
}
