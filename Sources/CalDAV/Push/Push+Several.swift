import Glibc
import Synchronization
import Threads

/// What one calendar should hold, and what is known of it.
package struct CalendarPush: Sendable {
  package var calendar: RemoteCalendar
  package var items: [StoredEvent]
  package var state: CalendarState

  package init(_ calendar: RemoteCalendar, items: [StoredEvent], state: CalendarState = .init()) {
    self.calendar = calendar
    self.items = items
    self.state = state
  }
}

/// Pushes several calendars, a few at once; the outcomes come in their order.
///
/// Where a server does not let a user in, or is not there, that user's other calendars on it are not
/// tried: a thousand wrong passwords would lock them out. `told` hears of every calendar that is done, on
/// the thread that did it.
package func push(
  _ pushes: [CalendarPush], covering covers: @escaping @Sendable (_ uid: String) -> Bool,
  within limits: Limits = .init(), patience: Patience = .init(), atOnce threads: Int = 4,
  told: @escaping @Sendable (PushOutcome) -> Void = { _ in }
) -> [PushOutcome] {
  let queue = PushQueue(pushes) { next in
    push(
      next.items, to: next.calendar, knowing: next.state, covering: covers, within: limits,
      patience: patience)
  } told: {
    told($0)
  }
  // Speaking to a server is waiting; in Swift's cooperative pool it would hold up everything else.
  let others = (1..<max(1, min(threads, pushes.count))).compactMap { _ in beginThread(queue.work) }
  queue.work()
  for other in others { pthread_join(other, nil) }
  return queue.outcomes
}

/// Where the threads meet.
private final class PushQueue: Sendable {
  private struct Progress {
    var next = 0
    var outcomes: [PushOutcome?]
    /// By server and user.
    var faults: [String: CalDAVFault] = [:]
  }

  private let pushes: [CalendarPush]
  private let run: @Sendable (CalendarPush) -> PushOutcome
  private let told: @Sendable (PushOutcome) -> Void
  private let progress: Mutex<Progress>

  init(
    _ pushes: [CalendarPush], run: @escaping @Sendable (CalendarPush) -> PushOutcome,
    told: @escaping @Sendable (PushOutcome) -> Void
  ) {
    self.pushes = pushes
    self.run = run
    self.told = told
    progress = Mutex(Progress(outcomes: Array(repeating: nil, count: pushes.count)))
  }

  /// Pushes what nobody has taken yet, until there is no more.
  func work() {
    while let (number, fault) = take() {
      let push = pushes[number]
      let outcome = fault.map { untried(push, $0) } ?? run(push)
      progress.withLock {
        $0.outcomes[number] = outcome
        if let fault = outcome.serverFault { $0.faults[door(of: push)] = fault }
      }
      told(outcome)
    }
  }

  var outcomes: [PushOutcome] { progress.withLock { $0.outcomes.compactMap(\.self) } }

  private func take() -> (number: Int, fault: CalDAVFault?)? {
    progress.withLock { progress in
      guard progress.next < pushes.count else { return nil }
      defer { progress.next += 1 }
      return (progress.next, progress.faults[door(of: pushes[progress.next])])
    }
  }

  private func door(of push: CalendarPush) -> String {
    let address = push.calendar.address
    return
      "\(address.scheme)://\(address.host):\(address.port) \(push.calendar.credentials?.user ?? "")"
  }

  private func untried(_ push: CalendarPush, _ fault: CalDAVFault) -> PushOutcome {
    var outcome = PushOutcome(state: push.state)
    outcome.fail(
      CalDAVFault(
        "\(push.calendar) was not tried, since \(fault)", isAboutServer: false))
    return outcome
  }
}
