import Glibc

/// One run of a program, with what the system says it took.
struct MeasuredRun {
  let status: Int32
  let wallSeconds: Double
  let processorSeconds: Double
  /// Most memory resident at a time, in megabytes.
  let peakMegabytes: Double

  /// Runs a program to its end, its output thrown away.
  init(_ program: String, _ arguments: [String]) throws(CannotRun) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    let began = ContinuousClock.now
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, words, environ) == 0 else {
      throw CannotRun(program: program)
    }
    var raw: Int32 = 0
    var usage = rusage()
    while wait4(process, &raw, 0, &usage) < 0 && errno == EINTR {}
    let elapsed = (ContinuousClock.now - began).components
    wallSeconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    processorSeconds = MeasuredRun.seconds(usage.ru_utime) + MeasuredRun.seconds(usage.ru_stime)
    peakMegabytes = Double(usage.ru_maxrss) / 1024
    // The exit status is the second byte where no signal ended the run.
    status = raw & 0x7f == 0 ? (raw >> 8) & 0xff : -(raw & 0x7f)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
  }

  struct CannotRun: Error, CustomStringConvertible {
    let program: String
    var description: String { "\(program) cannot be started; build it: swift build -c release" }
  }
}
