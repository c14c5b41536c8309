import TestSupport
import Testing
import Timeline

@Suite("Bare files")
struct BareFilesTests {
  /// Nine weeks of days, a little fuller from week to week and empty on Sundays.
  private static let days: String = {
    var text = "timestamp_local,series,volume\n"
    for index in 0..<63 {
      let day = Worlds.monday - 63 + index
      text += "\(day),sales,\(day.weekday == .sunday ? 0 : 100 + index + 7 * (index % 5))\n"
    }
    return text
  }()

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.days, to: "days.csv")
    return folder
  }

  @Test("A backtest writes a line a slot of each origin, and the same bytes a second time")
  func backtest() throws {
    let folder = try folder()
    let arguments = [
      "backtest", "days.csv", "--origin", "2026-11-09", "--origin", "2026-11-23T00:00", "--weeks",
      "2", "-o", "out.csv", "-q",
    ]
    let ending = try Program.nobat.run(arguments, in: folder.path)
    #expect(ending.status == 0, "it says: \(ending.errors)")
    #expect(ending.output.contains("average of six weeks  2 weeks"))
    let lines = try folder.lines("out.csv")
    #expect(lines.first == "series,origin,start,mean,q025,q10,q50,q90,q975")
    #expect(lines.count == 1 + 2 * 14)
    #expect(lines[1].hasPrefix("sales,2026-11-09T00:00:00,2026-11-09T00:00:00+00:00,"))
    let before = try folder.text("out.csv")
    let again = try Program.nobat.run(arguments, in: folder.path)
    #expect(again.output == ending.output)
    #expect(try folder.text("out.csv") == before)
    #expect(folder.tree.names == ["days.csv", "out.csv"])
  }

  @Test("A forecast goes to standard output, or to a file with --output")
  func forecast() throws {
    let folder = try folder()
    let plain = try Program.nobat.run(
      ["forecast", "days.csv", "--days", "3", "-q"], in: folder.path)
    #expect(plain.status == 0, "it says: \(plain.errors)")
    #expect(plain.output.split(separator: "\n").count == 4)
    #expect(plain.output.contains("\nsales,2026-12-07T00:00:00,2026-12-07T00:00:00+00:00,"))
    let written = try Program.nobat.run(
      ["forecast", "days.csv", "--days", "3", "--output", "o.csv", "-q"], in: folder.path)
    #expect(written.status == 0)
    #expect(try folder.text("o.csv") == plain.output)
    let dry = try Program.nobat.run(
      ["forecast", "days.csv", "--days", "3", "-o", "p.csv", "--dry-run", "-q"], in: folder.path)
    #expect(dry.output == plain.output)
    #expect(!folder.has("p.csv"))
    let json = try Program.nobat.run(
      ["forecast", "days.csv", "--days", "1", "--json", "-q"], in: folder.path)
    #expect(json.output.contains("\"start\" : \"2026-12-07T00:00:00+00:00\""))
  }

  @Test(
    "Words that belong to the other form of the command are refused, and nothing is written",
    arguments: [
      (["backtest", "--series", "a"], "Error: --series is of a bare file"),
      (["backtest", "--origin", "2026-12-07"], "Error: --origin is of a bare file"),
      (["backtest", "-o", "x.csv"], "Error: --output is of a bare file"),
      (["backtest", "days.csv", "--queue", "a"], "Error: --queue is of a workspace"),
      (["backtest", "days.csv", "--folds", "21"], "Error: --folds lies between 1 and 20"),
      (
        ["backtest", "days.csv", "--folds", "2", "--origin", "2026-11-09"],
        "Error: give --origin or --folds, not both"
      ),
      (["backtest", "--weeks", "0"], "Error: --weeks lies between 1 and 18"),
      (["backtest", "days.csv", "--origin", "soon"], "Error: The value 'soon' is invalid"),
      (["backtest", "days.csv", "--zone", "Mars/X"], "--zone: \"Mars/X\" is not a time zone"),
      (["backtest", "days.csv", "--duplicates", "both"], "Error: The value 'both' is invalid"),
      (["forecast", "--hours", "3"], "Error: --hours is of a bare file"),
      (["forecast", "--weeks", "3"], "Error: --weeks needs --from, the first day to forecast"),
      (
        ["forecast", "--week", "2026-W50", "--from", "2026-12-07"],
        "Error: give --week or --from, not both"
      ),
      (["forecast", "days.csv", "--as-of", "2026-12-07"], "Error: --as-of is of a workspace"),
      (
        ["forecast", "days.csv", "--days", "3", "--hours", "3"],
        "Error: give one of --weeks, --days and --hours"
      ),
      (["forecast", "days.csv", "--hours", "0"], "Error: --hours lies between 1 and 3024"),
    ])
  func wrongWords(arguments: [String], sentence: String) throws {
    let folder = try folder()
    let before = folder.tree
    let ending = try Program.nobat.run(arguments, in: folder.path)
    #expect(ending.status == 2)
    #expect(ending.output == "")
    #expect(ending.errors.hasPrefix(sentence), "it says: \(ending.errors)")
    #expect(folder.tree.changes(since: before) == [])
  }

  @Test("A file that cannot be read ends with status 3, its findings, and no half file")
  func badFile() throws {
    let folder = try folder()
    try folder.append("2026-12-08,sales,-3\n2026-12-09,sales,x\n", to: "days.csv")
    let ending = try Program.nobat.run(
      ["backtest", "days.csv", "-o", "out.csv", "-q"], in: folder.path)
    #expect(ending.status == 3)
    #expect(ending.errors.hasPrefix("days.csv:65:18: error: the volume is -3"))
    #expect(ending.errors.contains("\ndays.csv:66:18: error: the volume is \"x\""))
    #expect(!folder.has("out.csv"))
    let missing = try Program.nobat.run(["forecast", "no.csv", "-q"], in: folder.path)
    #expect(missing.status == 3)
    #expect(missing.errors == "no.csv: error: there is no such file; check its name\n")
  }

  @Test("Rows in any order are the same forecast, two of one stamp are a finding with the way out")
  func unsortedAndAlike() throws {
    let folder = try folder()
    let rows = Self.days.split(separator: "\n")
    let shuffled = [rows[0]] + rows.dropFirst().reversed()
    try folder.write(shuffled.joined(separator: "\n") + "\n", to: "shuffled.csv")
    let sorted = try Program.nobat.run(
      ["forecast", "days.csv", "--days", "7", "-q"], in: folder.path)
    let unsorted = try Program.nobat.run(
      ["forecast", "shuffled.csv", "--days", "7", "-q"], in: folder.path)
    #expect(sorted.status == 0 && sorted.output.contains(",2026-12-13T00:00:00"))
    #expect(unsorted.output == sorted.output)

    // The header, 63 days and a second row of the last one.
    try folder.append("2026-12-06,sales,5\n", to: "days.csv")
    let alike = try Program.nobat.run(
      ["forecast", "days.csv", "--days", "7", "-q"], in: folder.path)
    #expect(alike.status == 3)
    #expect(alike.errors.hasPrefix("days.csv:65:"), "it says: \(alike.errors)")
    #expect(alike.errors.contains("write --duplicates sum, mean or last"))
    #expect(alike.output.isEmpty)
  }
}
