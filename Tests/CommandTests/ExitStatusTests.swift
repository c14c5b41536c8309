import TestSupport
import Testing

@Suite("Exit statuses")
struct ExitStatusTests {
  @Test("A week that went well ends with 0")
  func done() throws {
    let workspace = try SmallWorkspace()
    #expect(try workspace.nobat("plan", "--effort", "0.02").status == 0)
    #expect(try workspace.nobat("verify").status == 0)
  }

  @Test(
    "An unsound workspace ends every command with 3, and nothing is written anywhere",
    arguments: [
      ["check"], ["import", "calls.csv", "--map", "mapping.yaml"], ["forecast"], ["staff"],
      ["roster"], ["verify"], ["export"], ["report"], ["plan"],
    ])
  func unsoundWorkspace(command: [String]) throws {
    let workspace = try SmallWorkspace("agents.csv", "vie,ft40\nben", "vie,pt40\nben")
    let before = workspace.folder.tree
    let ending = try Program.nobat.run(command, in: workspace.path)
    #expect(ending.status == 3)
    let said = command == ["check"] ? ending.output : ending.errors
    #expect(
      said == """
        agents.csv:2:20: error: agent "ana": contract "pt40" is not in contracts.yaml; did you mean \
        "ft40"?

        """)
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  @Test(
    "What a command builds on and is not there ends it with 3 and the next step",
    arguments: [
      ("staff", "there is no forecast yet; run nobat forecast\n"),
      ("roster", "there is no requirement yet; run nobat staff\n"),
      ("verify", "there is no roster yet; run nobat roster\n"),
      ("export", "there is no roster yet; run nobat roster\n"),
      ("report", "there is no roster yet; run nobat roster\n"),
    ])
  func stepIsMissing(command: String, sentence: String) throws {
    let workspace = try SmallWorkspace()
    let before = workspace.folder.tree
    let ending = try workspace.nobat(command)
    #expect(ending.status == 3)
    #expect(ending.output == "")
    #expect(ending.errors == sentence)
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  @Test("A warning is no error, but with --strict")
  func strictness() throws {
    let workspace = try SmallWorkspace("skills.csv", "cem,de-voice\n", "")
    let warning =
      "agents.csv:4:1: warning: agent \"cem\" has no skills and can serve no queue; add rows to "
      + "skills.csv\n"
    let check = try workspace.nobat("check")
    #expect(check.status == 0)
    #expect(
      check.output == warning + "corner: 3 agents, 1 site, 1 queue, 200 observations; no error\n")
    let strict = try workspace.nobat("check", "--strict")
    #expect(strict.status == 3)
    #expect(strict.output == warning)
  }

  @Test("What cannot be written ends with 1 and names the path")
  func unwritable() throws {
    let workspace = try SmallWorkspace()
    // A file stands where the folder of forecasts belongs.
    try workspace.folder.write("not a folder", to: "forecasts")
    let ending = try workspace.nobat("forecast")
    #expect(ending.status == 1)
    #expect(ending.output == "")
    #expect(ending.errors.contains("\(workspace.path)/forecasts"), "it says: \(ending.errors)")
    #expect(try workspace.folder.text("forecasts") == "not a folder")
  }

  @Test("A folder without a workspace is said to be none, not to lack seven files")
  func noWorkspace() throws {
    let folder = try TemporaryFolder()
    for place in [folder.path, folder.path("nowhere")] {
      let sentence =
        "\(place): error: there is no workspace in this folder; name its folder with -C, or make one "
        + "with nobat init DIR\n"
      let check = try nobat("check", "-C", place)
      #expect(check.status == 3)
      #expect(check.output == sentence)
      let plan = try nobat("plan", "-C", place)
      #expect(plan.status == 3)
      #expect(plan.errors == sentence)
    }
    #expect(folder.tree.names == [])
    #expect(!folder.has("nowhere"))
  }

  @Test(
    "A result that cannot be written to standard output is no success",
    .enabled(if: House.isThere("/dev/full"), "there is no /dev/full"))
  func outputIsFull() throws {
    let workspace = try SmallWorkspace()
    let ending = try Program("/bin/sh").run(
      ["-c", "\"$0\" check -C \"$1\" > /dev/full", Program.nobat.path, workspace.path])
    #expect(ending.status == 1)
    #expect(ending.errors == "the output cannot be written: No space left on device\n")
  }

  @Test("init leaves a folder alone that holds something of its own")
  func occupiedFolder() throws {
    let workspace = try SmallWorkspace()
    let before = workspace.folder.tree
    let ending = try nobat("init", workspace.path, "--example", "first-week")
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(
      ending.errors == """
        \(workspace.path)/agents.csv exists already; nothing was written. Name a new folder: nobat \
        init DIR

        """)
    #expect(workspace.folder.tree.changes(since: before) == [])
  }
}
