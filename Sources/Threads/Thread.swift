#if canImport(Glibc)
  package import Glibc
#elseif canImport(Musl)
  package import Musl
#else
  package import Darwin
#endif

/// Begins a thread of the system's, for work that would hold up a pool of threads; nil where there is
/// none to be had, and the caller's own thread does the work.
///
/// Whoever begins it joins or detaches it.
package func beginThread(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
  final class Job: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
  let job = unsafe Unmanaged.passRetained(Job(work))
  var thread = pthread_t()
  let code = unsafe pthread_create(
    &thread, nil,
    { context in
      guard let context = unsafe context else { return nil }
      unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
      return nil
    }, job.toOpaque())
  guard code == 0 else {
    unsafe job.release()
    return nil
  }
  return thread
}
