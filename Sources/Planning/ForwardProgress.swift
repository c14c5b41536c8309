import Synchronization
import Workforce

/// A watcher's view of work that returns to earlier phases: the share never goes back.
final class ForwardProgress: Sendable {
  private let watcher: Progress.Watcher
  private let furthest = Mutex(0.0)

  init(to watcher: @escaping Progress.Watcher) {
    self.watcher = watcher
  }

  func show(_ progress: Progress) -> Progress.Continuation {
    let share = furthest.withLock { furthest in
      furthest = max(furthest, progress.share)
      return furthest
    }
    return watcher(
      Progress(step: progress.step, share: share, cost: progress.cost, bound: progress.bound))
  }
}
