import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
  static let heading = "## Plan your own centre"

  @Test("A new user who types the lines of \"Plan your own centre\" has a planned week")
  func linesOfTheReadmeRun() throws {
    let blocks = try ReadmeTests.shellBlocks()
    try #require(!blocks.isEmpty, "README.md has no sh block under \"\(ReadmeTests.heading)\"")
    let folder = try TemporaryFolder()
    for block in blocks {
      try folder.write(block.joined(separator: "\n") + "\n", to: "block.sh")
      // -e ends at the first line that fails, and -v shows each line as it is read.
      let ending = try Program("/bin/sh").run(
        ["-ev", "block.sh"], in: folder.path,
        environment: ["PATH": "\(Program.builtPrograms):\(ReadmeTests.systemPath)"])
      let line = block.last { ending.errors.contains($0 + "\n") } ?? block[0]
      try #require(
        ending.status == 0, "README.md: the line \"\(line)\" fails: \(ending.errors)")
    }
    let results = folder.tree.names
    #expect(results.contains { $0.hasSuffix("/report.html") }, "no report was written")
    #expect(results.contains { $0.hasSuffix(".ics") }, "no calendar was written")
  }

  /// The blocks of shell commands below the heading, without those that set up the machine.
  private static func shellBlocks() throws -> [[String]] {
    let text = try House.text("\(House.root)/README.md")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var blocks: [[String]] = []
    var isBelow = false
    var open: [String]?
    for line in lines {
      if let block = open {
        open = line == "```" ? nil : block + [line]
        if line == "```" { blocks.append(block) }
      } else if line.hasPrefix("## ") {
        isBelow = line == heading
      } else if isBelow, line == "```sh" {
        open = []
      }
    }
    let setUp = ["Scripts/", "apt-get"]
    return blocks.filter { block in
      !block.contains { line in setUp.contains { line.contains($0) } }
    }
  }

  private static let systemPath = "/usr/local/bin:/usr/bin:/bin"
}
