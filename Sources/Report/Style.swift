/// How text for a terminal is dressed: not at all, or with ANSI colours.
package enum Style: Hashable, Sendable {
  case plain, ansi

  /// Colours where they are welcome: on a terminal that is no `dumb` one, unless `NO_COLOR` holds
  /// anything (no-color.org).
  package init(onTerminal isTerminal: Bool, environment: [String: String]) {
    let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    self = isTerminal && !isRefused && environment["TERM"] != "dumb" ? .ansi : .plain
  }

  /// What a piece of text is, from which its colour follows.
  package enum Ink: Hashable, Sendable {
    case strong, dim, good, bad

    /// The parameter of "select graphic rendition" (ECMA-48, 8.3.117).
    ///
    /// Blue and yellow rather than green and red, which many cannot tell apart.
    fileprivate var code: Int {
      switch self {
      case .strong: 1
      case .dim: 2
      case .good: 34
      case .bad: 33
      }
    }
  }

  package func paint(_ text: String, _ ink: Ink?) -> String {
    guard self == .ansi, let ink, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.code)m\(text)\u{1B}[0m"
  }
}
