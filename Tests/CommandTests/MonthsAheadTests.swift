import TestSupport
import Testing
import Timeline

@Suite("Months ahead by day")
struct MonthsAheadTests {
  @Test("A workspace's days have a row each, five quantiles, and how they were made beside them")
  func workspace() throws {
    let workspace = try SmallWorkspace()
    let arguments = ["forecast", "--by", "day", "--weeks", "78", "--growth", "5%"]
    let ending = try Program.nobat.run(arguments, in: workspace.path)
    #expect(ending.status == 0, "it says: \(ending.errors)")
    #expect(ending.errors.contains("do not show the season of the year"))
    let names = workspace.folder.tree.names.filter { $0.contains("forecasts/daily/") }
    #expect(names.filter { $0.hasSuffix("-78w.csv") || $0.hasSuffix("-78w.yaml") }.count == 2)
    let file = try #require(names.first { $0.hasSuffix(".csv") })
    let lines = try workspace.folder.lines(file)
    // 78 weeks of 7 days, of one queue.
    #expect(lines.count == 1 + 546)
    #expect(
      lines[0]
        == "queue,date,volume,volume_p025,volume_p10,volume_p50,volume_p90,volume_p975,aht")
    let before = try workspace.folder.text(file)
    _ = try Program.nobat.run(arguments, in: workspace.path)
    #expect(try workspace.folder.text(file) == before)
    // A forecast by day is no forecast that can be staffed: the others do not see it.
    let staff = try Program.nobat.run(["staff"], in: workspace.path)
    #expect(staff.status != 0)
    #expect(staff.errors.contains("forecast"))
  }

  @Test("A dry run shows and writes nothing; JSON tells every day")
  func dry() throws {
    let workspace = try SmallWorkspace()
    let before = workspace.folder.tree
    let ending = try Program.nobat.run(
      ["forecast", "--by", "day", "--weeks", "20", "--dry-run", "--json"], in: workspace.path)
    #expect(ending.status == 0, "it says: \(ending.errors)")
    #expect(ending.output.contains("\"dayCount\" : 140"))
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  @Test("Hours of a bare file become days, from the first whole one")
  func bare() throws {
    let folder = try TemporaryFolder()
    var text = "timestamp_local,series,volume\n"
    for hour in 0..<24 * 70 + 12 {
      let day = Worlds.monday - 70 + hour / 24
      text += "\(day)T\(hour % 24 < 10 ? "0" : "")\(hour % 24):00:00,sales,10\n"
    }
    try folder.write(text, to: "hours.csv")
    let ending = try Program.nobat.run(
      ["forecast", "hours.csv", "--by", "day", "--weeks", "30", "-q"], in: folder.path)
    #expect(ending.status == 0, "it says: \(ending.errors)")
    let lines = ending.output.split(separator: "\n")
    #expect(lines.count == 1 + 210)
    // The file ends at noon: the day that has begun is not forecast.
    let next = Worlds.monday + 1
    #expect(lines[1].hasPrefix("sales,\(next)T00:00:00,\(next)T00:00:00+00:00,240.0"))
  }

  @Test(
    "What cannot be asked for is refused in a sentence",
    arguments: [
      (["--by", "day", "--weeks", "0"], "--weeks lies between 1 and 78"),
      (["--by", "day", "--weeks", "1000"], "--weeks lies between 1 and 78"),
      (
        ["--weeks", "19", "--from", "2026-12-07"],
        "--weeks lies between 1 and 18; --by day goes to 78"
      ),
      (["--growth", "5%"], "--growth is of months ahead; add --by day"),
      (["--by", "day", "--growth=-100%"], "The value '-100%' is invalid"),
      (["--by", "day", "--growth", "nan%"], "The value 'nan%' is invalid"),
      (["--by", "day", "--growth", "5"], "The value '5' is invalid"),
      (["--by", "month"], "The value 'month' is invalid"),
      (["--by", "day", "--hours", "3"], "--hours is of slots"),
    ])
  func refused(_ arguments: [String], _ sentence: String) throws {
    let workspace = try SmallWorkspace()
    let before = workspace.folder.tree
    let ending = try Program.nobat.run(
      ["forecast"] + arguments, in: workspace.path)
    #expect(ending.status == 2)
    #expect(ending.errors.contains(sentence), "it says: \(ending.errors)")
    #expect(workspace.folder.tree.changes(since: before) == [])
  }
}
