import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Own threads for long solves, as many at once as the machine has cores.
///
/// A solve blocks its thread for seconds or hours. Swift's tasks share few threads and must not be
/// blocked, and a GLPK problem must not change threads; so each job here gets a thread of its own,
/// and the task that waits for it is resumed when it is done. Cancelling the task raises the job's
/// ``Cancellation``.
public enum SolverThread {
  /// Solves a model on a thread of its own.
  ///
  /// A cancelled task gets the outcome so far, with the ending `cancelled`.
  public static func solve(
    _ model: Model, _ options: Options? = nil
  ) async throws(Fault) -> Outcome {
    let result: Result<Outcome, Fault> = await finish { cancellation in
      do throws(Fault) {
        return .success(try model.solve(options, cancelling: cancellation))
      } catch {
        return .failure(error)
      }
    } failing: {
      .failure($0)
    }
    return try result.get()
  }

  /// Runs synchronous work that solves, possibly many times, on a thread of its own; the work
  /// passes the cancellation on to its solves.
  public static func run<T: Sendable>(
    _ work: @escaping @Sendable (Cancellation) throws -> T
  ) async throws -> T {
    let result: Result<T, any Error> = await finish { cancellation in
      Result { try work(cancellation) }
    } failing: {
      .failure($0)
    }
    return try result.get()
  }

  private static func finish<T: Sendable>(
    _ work: @escaping @Sendable (Cancellation) -> T,
    failing: @escaping @Sendable (Fault) -> T
  ) async -> T {
    let cancellation = Cancellation()
    let number = Job.number()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        line.enter(
          Job(number: number, isUrgent: { cancellation.isCancelled }) {
            continuation.resume(returning: work(cancellation))
          } failing: {
            continuation.resume(returning: failing($0))
          })
      }
    } onCancel: {
      cancellation.cancel()
      line.hasten(number)
    }
  }

  /// The cores belong to the process, so the line before them does too: the module's only shared
  /// state.
  private static let line = Line()
}

/// Work that waits for a thread.
private struct Job: Sendable {
  let number: Int
  /// A cancelled job does not wait: it starts at once, to say that it was cancelled.
  let isUrgent: @Sendable () -> Bool
  let work: @Sendable () -> Void
  let failing: @Sendable (Fault) -> Void

  init(
    number: Int, isUrgent: @escaping @Sendable () -> Bool, work: @escaping @Sendable () -> Void,
    failing: @escaping @Sendable (Fault) -> Void
  ) {
    self.number = number
    self.isUrgent = isUrgent
    self.work = work
    self.failing = failing
  }

  private static let count = Atomic<Int>(0)

  static func number() -> Int { count.add(1, ordering: .relaxed).newValue }
}

/// Jobs in the order they came, and how many are running.
private final class Line: Sendable {
  private struct State {
    var running = 0
    var waiting: [Job] = []
  }

  private let state = Mutex(State())
  private let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  func enter(_ job: Job) {
    let starts = state.withLock { state in
      // Asked under the lock: a cancellation either is seen here or finds the job waiting.
      guard state.running < cores || job.isUrgent() else {
        state.waiting.append(job)
        return false
      }
      state.running += 1
      return true
    }
    if starts { start(job) }
  }

  /// Starts a job that waits, whether or not there is a core for it.
  func hasten(_ number: Int) {
    let job: Job? = state.withLock { state in
      guard let place = state.waiting.firstIndex(where: { $0.number == number }) else { return nil }
      state.running += 1
      return state.waiting.remove(at: place)
    }
    if let job { start(job) }
  }

  /// Called by a thread that has finished its job.
  private func leave() {
    let next: Job? = state.withLock { state in
      guard state.running <= cores, !state.waiting.isEmpty else {
        state.running -= 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    if let next { start(next) }
  }

  private func start(_ job: Job) {
    let started = startThread {
      job.work()
      self.leave()
    }
    guard started else {
      job.failing(Fault(.system, "The system gave no thread for a solve; run fewer at once."))
      return leave()
    }
  }
}

/// Starts a thread that runs the work and ends; `false` if the system gives none.
private func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
  final class Box: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
  let box = unsafe Unmanaged.passRetained(Box(work))
  var thread = pthread_t()
  let code = unsafe pthread_create(
    &thread, nil,
    { context in
      guard let context = unsafe context else { return nil }
      unsafe Unmanaged<Box>.fromOpaque(context).takeRetainedValue().work()
      return nil
    }, box.toOpaque())
  guard code == 0 else {
    unsafe box.release()
    return false
  }
  pthread_detach(thread)
  return true
}
