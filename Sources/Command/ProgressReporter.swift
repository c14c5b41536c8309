import Report
import Synchronization
import Workforce

/// Shows how far long work has come: a bar on a terminal, a plain line now and then elsewhere.
final class ProgressReporter: Sendable {
  private struct State {
    var step = ""
    var lastShown: ContinuousClock.Instant?
    var lastQuarter = -1
    var barIsOpen = false
  }

  private let console: Console
  private let began = ContinuousClock.now
  private let state = Mutex(State())

  init(console: Console) {
    self.console = console
  }

  /// Takes in a progress value; stops the work once the planner has pressed Ctrl-C.
  var watcher: Progress.Watcher {
    { progress in
      self.show(progress)
      return Interruption.isRaised ? .stop : .goOn
    }
  }

  /// Ends an open bar, so that what follows starts on a line of its own.
  func finish() {
    state.withLock { state in
      if state.barIsOpen { console.overwrite("") }
      state.barIsOpen = false
    }
  }

  private func show(_ progress: Progress) {
    guard !console.isQuiet else { return }
    let now = ContinuousClock.now
    let elapsed = Double((now - began).components.seconds)
    state.withLock { state in
      let stepIsNew = state.step != progress.step
      if console.showsBars {
        // Ten pictures a second are enough for the eye.
        if !stepIsNew, let last = state.lastShown, now - last < .milliseconds(100) { return }
        console.overwrite(
          progressLine(
            progress, elapsed: elapsed, width: console.width - 1, style: console.errorStyle))
        state.barIsOpen = true
      } else {
        let quarter = Int(progress.share * 4)
        // A log is no film: once a second is much already.
        let isDue = console.isVerbose && state.lastShown.map { now - $0 > .seconds(1) } ?? true
        guard stepIsNew || quarter > state.lastQuarter || isDue else { return }
        state.lastQuarter = quarter
        console.note(progressNote(progress, elapsed: elapsed))
      }
      state.step = progress.step
      state.lastShown = now
    }
  }
}
