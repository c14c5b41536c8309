import Foundation
package import Testing

/// Texts that are compared whole with files in the folder `Snapshots` beside the test.
///
/// `NOBAT_RECORD=1 swift test` writes the files anew instead; look at the difference before it is
/// kept.
package enum Snapshot {
  package static func expect(
    _ text: String, _ name: String, test: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: test).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["NOBAT_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    // The first line that differs says more than two long texts.
    let now = text.split(separator: "\n", omittingEmptySubsequences: false)
    let before = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let number = zip(now, before).enumerated().first { $1.0 != $1.1 }?.offset
    guard let number = number ?? (now.count == before.count ? nil : min(now.count, before.count))
    else { return }
    let (new, old) = (now.dropFirst(number).first, before.dropFirst(number).first)
    Issue.record(
      "\(name), line \(number + 1) was \"\(old ?? "")\" and is \"\(new ?? "")\"",
      sourceLocation: sourceLocation)
  }
}
