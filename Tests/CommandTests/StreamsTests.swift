import Foundation
import TestSupport
import Testing

@Suite("What goes to which stream")
struct StreamsTests {
  /// A command with its words, in the order in which they can run one after the other.
  static let commands: [[String]] = [
    ["check"], ["forecast"], ["staff"], ["roster"] + lightly, ["verify"], ["export"], ["report"],
    ["plan"] + lightly,
  ]

  @Test("Results go to standard output, all else to standard error, which -q hushes")
  func resultsAndNotes() throws {
    let loud = try SmallWorkspace()
    let quiet = try SmallWorkspace()
    for command in StreamsTests.commands {
      let told = try Program.nobat.run(command, in: loud.path)
      let hushed = try Program.nobat.run(command + ["-q"], in: quiet.path)
      #expect(told.status == 0, "\(command): \(told.errors)")
      #expect(told.output != "")
      #expect(told.output == hushed.output, "\(command[0]) -q has another result")
      #expect(hushed.errors == "")
      if !["check", "verify", "staff"].contains(command[0]) {
        #expect(told.errors.contains(" % after 0:"), "\(command[0]) shows no progress")
      }
      for text in [told.output, told.errors] {
        #expect(!text.contains("\u{1B}"), "\(command[0]) writes an escape to a file")
        #expect(!text.contains("\r"))
      }
    }
  }

  @Test("With --json every command prints one document with sorted keys")
  func oneDocument() throws {
    let workspace = try SmallWorkspace()
    try workspace.folder.write("t,n\n2026-12-07 09:00,7\n", to: "calls/c.csv")
    try workspace.folder.write(mapping, to: "mapping.yaml")
    let others = [
      ["init", "new"], ["init", "other", "--dry-run"],
      ["import", "calls/c.csv", "--map", "mapping.yaml"],
    ]
    for command in StreamsTests.commands + others {
      let ending = try Program.nobat.run(command + ["--json"], in: workspace.path)
      #expect(ending.status == 0, "\(command): \(ending.errors)")
      try expectDocument(ending.output, of: command[0])
    }
  }

  @Test("With --json findings and broken rules are a document too")
  func documentsOfTrouble() throws {
    let workspace = try SmallWorkspace("sites.yaml", "Europe/Vienna", "Europe/Viena")
    let check = try Program.nobat.run(["check", "--json"], in: workspace.path)
    #expect(check.status == 3)
    #expect(check.errors == "")
    try expectDocument(check.output, of: "check")
    let findings = try JSONSerialization.jsonObject(with: Data(check.output.utf8))
    let finding = try #require((findings as? [[String: Any]])?.first)
    #expect(finding["file"] as? String == "sites.yaml")
    #expect(finding["line"] as? Int == 1)
    #expect(finding["severity"] as? String == "error")
  }

  @Test("A roster's figures are the same as text and as JSON")
  func sameFigures() throws {
    let workspace = try SmallWorkspace()
    #expect(try workspace.nobat("forecast").status == 0)
    #expect(try workspace.nobat("staff").status == 0)
    let json = try workspace.nobat("roster", "--json", "--effort", "0.02")
    let text = try workspace.nobat("verify").output
    let roster = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(roster["roster"] as? String == "2026-W50")
    #expect(roster["hardViolations"] as? Int == 0)
    // Three agents of five days each.
    #expect(roster["shifts"] as? Int == 15)
    #expect(text.contains(#/\n  shifts +15\n/#), "it says: \(text)")
    // 3 agents x 40 h x 20 EUR.
    #expect((roster["cost"] as? [String: Any])?["pay"] as? Double == 2400)
    let (total, bound) = (roster["total"] as? Double ?? 0, roster["bound"] as? Double ?? 0)
    #expect(0 < bound && bound <= total)
    #expect(abs((roster["gap"] as? Double ?? -1) - (1 - bound / total)) < 1e-9)
  }

  private let mapping = """
    timestamp: {column: t, zone: Europe/Vienna}
    queue: {value: de-voice}
    offered: {column: n}
    interval: 60m
    """

  /// One document, and in each of its objects the keys in order of the alphabet.
  private func expectDocument(_ text: String, of command: String) throws {
    #expect(throws: Never.self, "\(command) --json prints: \(text.prefix(200))") {
      try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
    }
    // The keys that stand above a line, by how far they are indented.
    var above: [Int: Substring] = [:]
    for line in text.split(separator: "\n") {
      let indent = line.prefix { $0 == " " }.count
      let rest = line.dropFirst(indent)
      if let key = rest.firstMatch(of: /^"((?:[^"\\]|\\.)*)" :/)?.1 {
        if let previous = above[indent] {
          #expect(previous < key, "\(command) --json has \(key) after \(previous)")
        }
        above = above.filter { $0.key < indent }
        above[indent] = key
      } else if rest.hasPrefix("{") || rest.hasPrefix("}") {
        above = above.filter { $0.key <= indent }
      }
    }
  }
}
