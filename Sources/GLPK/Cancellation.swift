import Synchronization

/// A flag that asks a running solve to stop; it can be raised from any thread.
///
/// A solve reads it at every event of branch and cut, and about a hundred times a second inside a
/// simplex. Once raised it stays up.
public final class Cancellation: Sendable {
  private let raised = Atomic<Bool>(false)

  /// A flag that is down.
  public init() {}

  /// Raises the flag.
  public func cancel() {
    raised.store(true, ordering: .releasing)
  }

  /// Whether the flag is up.
  public var isCancelled: Bool { raised.load(ordering: .acquiring) }
}
