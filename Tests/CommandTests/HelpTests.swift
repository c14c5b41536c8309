import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  static let commands = [
    "init", "check", "import", "clean", "forecast", "backtest", "intraday", "staff", "roster",
    "verify", "diff",
    "export", "publish",
    "report", "plan", "holidays",
  ]

  @Test("A command's help begins with what it does and an example", arguments: commands)
  func helpBeginsWithAnExample(command: String) throws {
    let help = try nobat(command, "--help")
    #expect(help.status == 0)
    #expect(help.errors == "")
    let paragraphs = help.output.split(separator: "\n\n")
    #expect(paragraphs[0].hasPrefix("OVERVIEW: "))
    #expect(paragraphs[1].hasPrefix("EXAMPLE: nobat "))
    try Snapshot.expect(help.output, "help-\(command).txt")
    #expect(try nobat("help", command).output == help.output)
  }

  @Test("The program's own help shows the line and every command; so does saying nothing")
  func rootHelp() throws {
    let help = try nobat("--help")
    #expect(help.status == 0)
    for command in HelpTests.commands { #expect(help.output.contains("\n  \(command) ")) }
    try Snapshot.expect(help.output, "help.txt")
    let silence = try nobat()
    #expect(silence.status == 0)
    #expect(silence.output == help.output)
  }

  @Test("The version names the program, the optimiser and the time-zone rules")
  func version() throws {
    let version = try nobat("--version")
    #expect(version.status == 0)
    #expect(version.errors == "")
    let lines = version.output.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines[0].wholeMatch(of: /nobat \d+\.\d+\.\d+/) != nil)
    #expect(lines[1].wholeMatch(of: /GLPK \d+\.\d+/) != nil)
    #expect(lines[2].wholeMatch(of: /time zones .+ from \/usr\/share\/zoneinfo/) != nil)
    let elsewhere = try nobat("--version", environment: ["NOBAT_TZDIR": "/nowhere"])
    #expect(elsewhere.output.hasSuffix("time zones missing from /nowhere\n"))
  }

  @Test(
    "Wrong words end with status 2 and a sentence on standard error",
    arguments: [
      (["nope"], "Error: Unexpected argument 'nope'"),
      (["check", "--nope"], "Error: Unknown option '--nope'"),
      (["check", "nope"], "Error: Unexpected argument 'nope'"),
      (["-C", "here"], "Error: Unknown option '-C'"),
      (
        ["import", "calls.csv"],
        "Error: --map is missing: it says which column is what; for a known"
      ),
      (
        ["import", "c.csv", "--format", "calabrio", "--interval", "7m"],
        "Error: --interval 7m: write 5m, 10m, 15m, 30m or 60m"
      ),
      (["forecast", "--week", "2026-W54"], "Error: The value '2026-W54' is invalid for '--week"),
      (["roster", "--seed", "-1"], "Error: Missing value for '--seed <seed>'"),
      (["roster", "--effort", "0"], "Error: --effort lies between 0 and 1000, such as 0.1 or 5"),
      (["roster", "--effort", "nan"], "Error: --effort lies between 0 and 1000, such as 0.1 or 5"),
      (["roster", "--threads", "0"], "Error: --threads lies between 1 and 256"),
      (["roster", "--gap", "101%"], "Error: The value '101%' is invalid for '--gap <percent>'"),
      (
        ["intraday", "--map", "m.yaml"],
        "Error: --map is of a file of today's rows; name it with --actuals"
      ),
      (["intraday", "--at", "11:00"], "Error: The value '11:00' is invalid for '--at"),
      (["intraday", "--name", "../up"], "Error: --name \"../up\": write letters, digits"),
      (["staff", "--quantile", "1"], "Error: --quantile lies between 0 and 1, such as 0.8"),
      (["plan", "--quantile", "5"], "Error: --quantile lies between 0 and 1, such as 0.8"),
      (
        ["forecast", "--name", "../up"],
        "Error: --name \"../up\": write letters, digits and hyphens, such as 2026-W50-high"
      ),
      (
        ["staff", "--name", ""],
        "Error: --name \"\": write letters, digits and hyphens, such as 2026-W50-high"
      ),
      (
        ["import", "c.csv", "--map", "m.yaml", "--source", ".hidden"],
        "Error: --source \".hidden\": write letters, digits and hyphens, such as 2026-W50-high"
      ),
      (["holidays", "AT", "1999"], "Error: 1999: the holidays of 2015 to 2035 are known"),
      (["holidays", "AT", "2026", "--kinds", "bnak"], "Error: The value 'bnak' is invalid"),
      (["holidays", "Austria", "2026"], "\"Austria\" is not a country or a part of one"),
      (["holidays", "at-9"], "AT-9 (Wien) needs a year, such as nobat holidays AT-9 2026"),
      (["init", "x", "--interval", "7m"], "--interval 7m: write 5m, 10m, 15m, 30m or 60m"),
      (["init", "x", "--example", "x"], "no example \"x\"; there are: first-week, follow-the-sun"),
      (
        ["init", "x", "--tz", "Mars/X"],
        "--tz: \"Mars/X\" is not a time zone of /usr/share/zoneinfo"
      ),
    ])
  func wrongWords(arguments: [String], sentence: String) throws {
    let folder = try TemporaryFolder()
    let ending = try Program.nobat.run(arguments, in: folder.path)
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.errors.hasPrefix(sentence), "it says: \(ending.errors)")
    #expect(folder.tree.names == [])
  }

  @Test("The folder may be named before the command, as with git")
  func folderBeforeTheCommand() throws {
    let workspace = try SmallWorkspace("agents.csv", "cem,Cem Celik,vie", "cem,Cem Celik,wie")
    let before = try nobat("-C", workspace.path, "check")
    let after = try nobat("check", "-C", workspace.path)
    let within = try nobat("check", in: workspace.path)
    #expect(before.status == 3)
    #expect(before.output.hasPrefix("agents.csv:4:15: error: "))
    for other in [after, within] {
      #expect(other.status == before.status)
      #expect(other.output == before.output)
      #expect(other.errors == before.errors)
    }
  }
}
