import Foundation

/// The independent checker of calendar files, where the machine has it: `../shared/tools/check_ics.py`
/// beside the checkout.
enum CalendarChecker {
  static let tool = root.appending(path: "../shared/tools/check_ics.py").path(percentEncoded: false)

  static let isPresent =
    FileManager.default.fileExists(atPath: tool)
    && (try? run(["--help"]).status) == 0

  /// Runs the checker, warnings counting as errors.
  static func check(_ arguments: [String]) throws -> (status: Int32, output: String) {
    try run(["--strict", "--summary", "ignore"] + arguments)
  }

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", tool] + arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
