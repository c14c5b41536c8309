/// How a contact comes: whether the customer waits, and how many one agent serves at once.
package enum Channel: String, CaseIterable, Hashable, Sendable, Codable {
  case voice, chat, email
  /// Calls that the centre makes, when no customer waits.
  case outbound

  /// Whether the contact can wait for hours, so that its work may move to quiet intervals.
  package var isDeferred: Bool { self == .email || self == .outbound }
}
