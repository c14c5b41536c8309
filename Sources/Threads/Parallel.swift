import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The values of a function at 0, 1 and so on, found by several threads at once.
///
/// Whoever is free takes the next number, and each value stands at its own place, so the result does
/// not depend on how many threads there are.
///
/// - Parameters:
///   - count: how many values.
///   - threads: threads at most, the caller's own among them.
///   - value: the value at a number, asked once for each.
/// - Returns: the values, in order of their numbers.
package func parallelMap<Value: Sendable>(
  _ count: Int, threads: Int, _ value: @escaping @Sendable (Int) -> Value
) -> [Value] {
  let work = Work<Value>(count)
  let take: @Sendable () -> Void = {
    while true {
      let index = work.next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let found = value(index)
      work.values.withLock { $0[index] = found }
    }
  }
  let helpers = (1..<max(1, min(threads, count))).compactMap { _ in beginThread(take) }
  take()
  for helper in helpers { pthread_join(helper, nil) }
  return work.values.withLock { $0.compactMap(\.self) }
}

/// How many threads this machine runs at once.
package var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// What threads that share a task have done of it.
private final class Work<Value: Sendable>: Sendable {
  let next = Atomic(0)
  let values: Mutex<[Value?]>

  init(_ count: Int) {
    values = Mutex(Array(repeating: nil, count: count))
  }
}
