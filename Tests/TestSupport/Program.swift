import Foundation

/// A program as a script runs it: with arguments, a folder, an environment of its own and nobody at
/// the keyboard.
package struct Program: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// The `nobat` that was built with the running tests.
  package static let nobat = Program("\(builtPrograms)/nobat")

  /// The folder of the running test program, where the build leaves all programs.
  package static var builtPrograms: String {
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests ?? CommandLine.arguments[0]).deletingLastPathComponent()
      .path(percentEncoded: false).trimmingTrailingSlash
  }

  /// A program of the machine, nil where it is not installed.
  package static func installed(_ name: String) -> Program? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { Program($0) }
  }

  /// How a run ended, and what it said.
  package struct Ending: Sendable {
    /// The exit status; after a signal 128 more than its number, as shells say it.
    package let status: Int32
    package let output: String
    package let errors: String
  }

  /// Runs the program to its end.
  package func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Ending {
    try start(arguments, in: folder, environment: environment).ending()
  }

  /// Starts the program and comes back at once.
  package func start(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    try Run(of: self, arguments, in: folder, environment: environment)
  }

  /// A program that runs, or has run.
  package final class Run {
    private let process = Process()
    private let streams: TemporaryFolder

    fileprivate init(
      of program: Program, _ arguments: [String], in folder: String?,
      environment: [String: String]
    ) throws {
      // Files rather than pipes: a pipe that is not read in time holds the program up.
      streams = try TemporaryFolder()
      for stream in ["output", "errors"] { try streams.write("", to: stream) }
      // Only what a program needs to start: the tests' own settings are not its settings.
      let inherited = ProcessInfo.processInfo.environment
        .filter { ["PATH", "HOME", "LD_LIBRARY_PATH"].contains($0.key) }
      process.executableURL = URL(filePath: program.path)
      process.arguments = arguments
      process.currentDirectoryURL = URL(filePath: folder ?? streams.path)
      process.environment = inherited.merging(environment) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle(forWritingAtPath: streams.path("output"))
      process.standardError = FileHandle(forWritingAtPath: streams.path("errors"))
      try Run.withSignalsOpen { try process.run() }
    }

    /// Threads of the concurrency pool block signals, and a program inherits what the thread that
    /// starts it blocks; from a shell it would not.
    private static func withSignalsOpen(_ start: () throws -> Void) rethrows {
      var none = sigset_t()
      var before = sigset_t()
      sigemptyset(&none)
      pthread_sigmask(SIG_SETMASK, &none, &before)
      defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
      try start()
    }

    package var isRunning: Bool { process.isRunning }

    /// What it has said on standard output so far.
    package var output: String { (try? streams.text("output")) ?? "" }

    /// What it has said on standard error so far.
    package var errors: String { (try? streams.text("errors")) ?? "" }

    /// Sends a signal such as `SIGINT`.
    package func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for the end; a program that hangs is killed, so that its test fails rather than hangs.
    package func ending() throws -> Ending {
      var patience = 120_000_000
      while process.isRunning, patience > 0 {
        usleep(2000)
        patience -= 2000
      }
      if process.isRunning { signal(SIGKILL) }
      process.waitUntilExit()
      let isSignalled = process.terminationReason == .uncaughtSignal
      return Ending(
        status: process.terminationStatus + (isSignalled ? 128 : 0),
        output: try streams.text("output"), errors: try streams.text("errors"))
    }
  }
}
