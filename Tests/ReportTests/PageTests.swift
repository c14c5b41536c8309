import Foundation
import Report
import Testing

/// Where to write the sample's page for looking at it; nil in everyday runs.
private let showcasePath = ProcessInfo.processInfo.environment["NOBAT_SAMPLE_PAGE"]

@Suite("Page")
struct PageTests {
  @Test("The sample's page can be written to a file for looking at", .enabled(if: showcasePath != nil))
  func writesShowcase() throws {
    let path = try #require(showcasePath)
    try page(Sample().content()).write(toFile: path, atomically: true, encoding: .utf8)
    try page(Sample(agents: 120, queues: 12).content())
      .write(toFile: path + ".large.html", atomically: true, encoding: .utf8)
    print(summary(try Sample().content(), style: .ansi))
  }
}
