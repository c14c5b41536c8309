import Glibc
import Synchronization

/// Ctrl-C as a wish to stop with what there is: the first one is remembered and asked for by the
/// work itself, the second ends the program at once.
enum Interruption {
  /// A signal has no other place to leave its mark than a global; it is only ever raised.
  private static let flag = Atomic<Bool>(false)

  static var isRaised: Bool { flag.load(ordering: .relaxed) }

  /// From now on Ctrl-C is remembered rather than obeyed.
  static func listen() {
    // Makes the flag before a signal can ask for it.
    _ = isRaised
    signal(SIGINT) { _ in
      // Results are written under a temporary name and renamed, so nothing is half written.
      if Interruption.flag.exchange(true, ordering: .relaxed) {
        _exit(ExitStatus.interrupted.rawValue)
      }
    }
    // Whoever started the program may have blocked the signal, and a child inherits that.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
