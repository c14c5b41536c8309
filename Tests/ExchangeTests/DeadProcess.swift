import Foundation

/// A process that is started and waited for: its number is nobody's any more.
struct DeadProcess {
  func run() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["true"]
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }
}
