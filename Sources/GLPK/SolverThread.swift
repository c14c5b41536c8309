import Threads

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
    return await withTaskCancellationHandler {
      await line.enter(cancellation)
      let result = await withCheckedContinuation { continuation in
        let started = startThread { continuation.resume(returning: work(cancellation)) }
        guard !started else { return }
        let fault = Fault(.system, "The system gave no thread for a solve; run fewer at once.")
        continuation.resume(returning: failing(fault))
      }
      await line.leave()
      return result
    } onCancel: {
      cancellation.cancel()
      Task { await line.hasten(cancellation) }
    }
  }

  /// The cores belong to the process, so the line before them does too: the module's only shared
  /// state.
  private static let line = Line()
}

/// Jobs that wait for a core, in the order they came; each is known by its cancellation.
private actor Line {
  private let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  private var running = 0
  private var waiting: [(job: Cancellation, turn: CheckedContinuation<Void, Never>)] = []

  /// Comes back when there is a core.
  ///
  /// A cancelled job does not wait: it goes on at once, to say that it was cancelled.
  func enter(_ job: Cancellation) async {
    // The flag is raised before `hasten` comes here: either it is seen now, or `hasten` will find
    // the job waiting.
    if running < cores || job.isCancelled {
      running += 1
    } else {
      await withCheckedContinuation { waiting.append((job, $0)) }
    }
  }

  /// Lets a job go on whether or not there is a core for it.
  func hasten(_ job: Cancellation) {
    guard let place = waiting.firstIndex(where: { $0.job === job }) else { return }
    running += 1
    waiting.remove(at: place).turn.resume()
  }

  /// Gives the core to the next job.
  func leave() {
    if running <= cores, !waiting.isEmpty {
      waiting.removeFirst().turn.resume()
    } else {
      running -= 1
    }
  }
}

/// Starts a thread that runs the work and ends; `false` if the system gives none.
private func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
  guard let thread = beginThread(work) else { return false }
  pthread_detach(thread)
  return true
}
