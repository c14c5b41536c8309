/// Who speaks to a server; shown nowhere.
package struct Credentials: Sendable {
  package let user: String
  package let password: String

  package init(user: String, password: String) {
    self.user = user
    self.password = password
  }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The user only, so that no message can carry the password.
  package var description: String { "\(user) (password not shown)" }
  package var debugDescription: String { description }
  /// `dump` walks through the mirror.
  package var customMirror: Mirror { Mirror(self, children: ["user": user]) }
}
