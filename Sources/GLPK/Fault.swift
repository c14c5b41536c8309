/// Why a model could not be handed to GLPK, or why GLPK gave up.
///
/// An answer that is not the one hoped for (infeasible, a limit reached) is no fault: it is an
/// ``Outcome``.
public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the fault lies.
  public enum Kind: Hashable, Sendable {
    /// The model was refused before GLPK saw it; the message lists all that is wrong.
    case input
    /// GLPK stopped with an error where it would have ended the process; the message is its own.
    /// Every ``Problem`` of the thread is lost; the thread can go on with new ones.
    case solver
    /// The problem went with an earlier fault or cancellation of this thread.
    case lost
    /// A solve was started from inside another's callback on the same thread.
    case nested
    /// A file could not be read or written.
    case file
    /// The system gave no thread or memory.
    case system
  }

  /// Where the fault lies.
  public let kind: Kind
  /// What is wrong, in sentences.
  public let message: String

  /// A fault with its message.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// The message.
  public var description: String { message }

  /// A fault of the input from what was found, or nothing if nothing was found.
  init?(findings: [String]) {
    guard !findings.isEmpty else { return nil }
    let shown = findings.prefix(20).joined(separator: "\n")
    let more = findings.count - 20
    self.init(.input, more > 0 ? "\(shown)\n(and \(more) more)" : shown)
  }
}
