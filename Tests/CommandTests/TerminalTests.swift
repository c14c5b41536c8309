import TestSupport
import Testing

@Suite("On a terminal")
struct TerminalTests {
  /// util-linux' `script`, which runs a command on a terminal of its own.
  static let script = Program.installed("script")

  @Test(
    "People see colours and a bar that is written over, and nothing of them where NO_COLOR is set",
    .enabled(if: script != nil, "util-linux' script, which makes a terminal, is not here"))
  func coloursAndBar() throws {
    let workspace = try SmallWorkspace()
    let shown = try onTerminal(workspace, ["TERM": "xterm"])
    #expect(shown.contains("\u{1B}[1m"), "the summary is not dressed")
    #expect(shown.contains("\r\u{1B}[K"), "no bar is written over")
    #expect(shown.contains("█"))

    let plain = try onTerminal(workspace, ["TERM": "xterm", "NO_COLOR": "1"])
    #expect(plain.contains("\r\u{1B}[K"), "the bar needs no colour")
    #expect(!plain.contains(#/\x1B\[[0-9;]*m/#), "colours in spite of NO_COLOR")
    let refused = try onTerminal(workspace, ["TERM": "xterm"], "--no-color")
    #expect(!refused.contains(#/\x1B\[[0-9;]*m/#), "colours in spite of --no-color")

    let dumb = try onTerminal(workspace, ["TERM": "dumb"])
    #expect(!dumb.contains("\u{1B}"))
    #expect(dumb.contains("forecast: 0 % after 0:0"))

    // An empty NO_COLOR asks for nothing (no-color.org).
    let empty = try onTerminal(workspace, ["TERM": "xterm", "NO_COLOR": ""])
    #expect(empty.contains("\u{1B}[1m"))
  }

  private func onTerminal(
    _ workspace: SmallWorkspace, _ environment: [String: String], _ option: String = ""
  ) throws -> String {
    let command = "\(Program.nobat.path) plan --effort 0.02 \(option)"
    let ending = try #require(TerminalTests.script).run(
      ["-qec", command, "/dev/null"], in: workspace.path, environment: environment)
    #expect(ending.status == 0, "\(ending.output)")
    return ending.output
  }
}
