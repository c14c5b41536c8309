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

  /// Date, volume and, where it is written, statistical volume of each row.
  private func days(of name: String, in workspace: SmallWorkspace) throws -> [[String]] {
    try workspace.folder.lines("forecasts/daily/\(name).csv").dropFirst().map { line in
      let cells = line.split(separator: ",").map(String.init)
      return [cells[1], cells[2]] + (cells.count > 9 ? [cells[9]] : [])
    }
  }

  @Test("What planners know changes days too, is named, and is undone by taking it out")
  func overrides() throws {
    let workspace = try SmallWorkspace()
    let order = ["forecast", "--by", "day", "--from", "2026-12-07", "--weeks", "3"]
    try #require(try Program.nobat.run(order, in: workspace.path).status == 0)
    let name = "forecasts/daily/2026-12-07-3w"
    let (plain, bytes) = (
      try days(of: "2026-12-07-3w", in: workspace), try workspace.folder.text("\(name).csv")
    )

    let header = "forecast,queue,from,to,op,value,author,reason\n"
    try workspace.folder.write(
      header + "*,de-voice,2026-12-09,2026-12-10,scale,150%,mk,mailing 40k\n"
        + "2026-12-07-3w,de-voice,2026-12-16,2026-12-16,set,77,mk,training\n"
        + "2026-W50,de-voice,2026-12-07,2026-12-13,scale,300%,mk,of the week alone\n"
        + "2026-12-07-3w,de-voice,2027-03-01,2027-03-02,scale,200%,mk,too late\n",
      to: "overrides.csv")
    let ending = try Program.nobat.run(order, in: workspace.path)
    #expect(ending.status == 0, "it says: \(ending.errors)")
    #expect(ending.errors.contains("overrides.csv:2 by mk, times 150 %: +"))
    #expect(ending.errors.contains("overrides.csv:5: its time lies outside of this forecast"))
    #expect(!ending.errors.contains("overrides.csv:4"))
    let changed = try days(of: "2026-12-07-3w", in: workspace)
    #expect(changed.map { $0[2] } == plain.map { $0[1] })
    for (now, before) in zip(changed, plain) {
      let (value, usual) = (try #require(Double(now[1])), try #require(Double(before[1])))
      let due =
        switch now[0] {
        case "2026-12-09", "2026-12-10": 1.5 * usual
        case "2026-12-16": 77.0
        default: usual
        }
      #expect(abs(value - due) < 0.02, "\(now[0])")
    }
    #expect(try workspace.folder.text("\(name).yaml").contains("row: \"overrides.csv:3\""))

    let bare = try Program.nobat.run(order + ["--statistical"], in: workspace.path)
    #expect(bare.status == 0)
    #expect(try workspace.folder.text("\(name).csv") == bytes)
    try workspace.folder.write(header, to: "overrides.csv")
    try workspace.folder.write(
      header + "*,de-voice,2026-12-11,2026-12-11,add,100,mk,fair\n", to: "fair.csv")
    let tried = try Program.nobat.run(
      order + ["--what-if", "\(workspace.path)/fair.csv", "--name", "fair"], in: workspace.path)
    #expect(tried.status == 0, "it says: \(tried.errors)")
    #expect(try workspace.folder.text("\(name).csv") == bytes)
    let more = try days(of: "fair", in: workspace).map { try #require(Double($0[1])) }
    let usual = try plain.map { try #require(Double($0[1])) }
    let added = more.reduce(0, +) - usual.reduce(0, +)
    #expect(abs(added - 100) < 0.2)
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
