import Glibc

/// What a push has of the world besides the server: time to wait, and the wish to stop.
package struct Patience: Sendable {
  /// Waits; tests only note for how long.
  var pause: @Sendable (Duration) -> Void
  /// Whether the push should stop where it is; asked before each request, a second run goes on.
  var isOver: @Sendable () -> Bool

  package init(
    pause: @escaping @Sendable (Duration) -> Void = sleep(for:),
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    self.pause = pause
    self.isOver = isOver
  }
}

/// Lets the thread rest; a signal ends the rest.
package func sleep(for duration: Duration) {
  let (seconds, rest) = duration.components
  var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(rest / 1_000_000_000))
  nanosleep(&time, nil)
}
