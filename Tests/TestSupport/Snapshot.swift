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
    // The first line that differs says more than two long texts. Bytes are compared, since a line
    // may end in CRLF.
    let lines = zip(
      text.utf8.split(separator: 10, omittingEmptySubsequences: false),
      recorded.utf8.split(separator: 10, omittingEmptySubsequences: false))
    for (number, (now, before)) in lines.enumerated() where !now.elementsEqual(before) {
      Issue.record(
        "\(name), line \(number + 1) was \"\(String(before) ?? "")\" and is \"\(String(now) ?? "")\"",
        sourceLocation: sourceLocation)
      return
    }
    #expect(text == recorded, sourceLocation: sourceLocation)
  }
}
