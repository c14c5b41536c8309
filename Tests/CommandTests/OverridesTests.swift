import TestSupport
import Testing

@Suite("What planners change of a forecast")
struct OverridesTests {
  private static let header = "forecast,queue,from,to,op,value,author,reason\n"
  private static let mailing =
    header + "2026-W50,de-voice,2026-12-09,2026-12-09,scale,150%,mk,mailing 40k\n"

  /// Contacts of each day of the week, as the forecast's file has them.
  private func days(_ id: String, of workspace: SmallWorkspace, column: Int = 2) throws -> [Double]
  {
    var days = Array(repeating: 0.0, count: 7)
    for (index, line) in try workspace.folder.lines("forecasts/\(id).csv").dropFirst().enumerated()
    where !line.isEmpty {
      days[index / 24] += Double(String(line.split(separator: ",")[column])) ?? .nan
    }
    return days
  }

  @Test(
    "A row changes its day, is named with author, reason and effect, and is undone by taking it out"
  )
  func applied() throws {
    let workspace = try SmallWorkspace()
    try #require(try workspace.nobat("forecast", "--week", "2026-W50").status == 0)
    let plain = try days("2026-W50", of: workspace)
    let bytes = try workspace.folder.text("forecasts/2026-W50.csv")

    try workspace.folder.write(Self.mailing, to: "overrides.csv")
    let ending = try nobat("forecast", "--week", "2026-W50", in: workspace.path)
    #expect(ending.status == 0)
    let more = plain[2] / 2
    #expect(
      ending.errors.contains(
        "de-voice: overrides.csv:2 by mk, times 150 %: +\(Int(more.rounded())) contacts (mailing 40k)\n"
      ),
      "\(ending.errors)")
    let changed = try days("2026-W50", of: workspace)
    for day in 0..<7 {
      #expect(abs(changed[day] - plain[day] * (day == 2 ? 1.5 : 1)) < 0.2)
    }
    // The statistical forecast stands beside it.
    #expect(try days("2026-W50", of: workspace, column: 11) == plain)
    let making = try workspace.folder.text("forecasts/2026-W50.yaml")
    #expect(making.contains("  statistical: "))
    #expect(making.contains("row: \"overrides.csv:2\", change: \"times 150 %\""))
    #expect(making.contains("author: \"mk\", reason: \"mailing 40k\""))

    let bare = try workspace.nobat("forecast", "--week", "2026-W50", "--statistical")
    #expect(bare.status == 0)
    #expect(try workspace.folder.text("forecasts/2026-W50.csv") == bytes)
    try workspace.folder.write(Self.header, to: "overrides.csv")
    try #require(try workspace.nobat("forecast", "--week", "2026-W50").status == 0)
    #expect(try workspace.folder.text("forecasts/2026-W50.csv") == bytes)
  }

  @Test("A plan takes the rows too, and its report lists them beside a dashed line")
  func planned() throws {
    let workspace = try SmallWorkspace(changing: ["overrides.csv": Self.mailing])
    let ending = try Program.nobat.run(["plan", "--json"] + lightly, in: workspace.path)
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.output.contains("\"row\" : \"overrides.csv:2\""))
    // The report is made again from what the files say.
    let again = try workspace.nobat("report")
    #expect(again.status == 0, "\(again.errors)")
    let report = try workspace.folder.text("rosters/2026-W50/report.html")
    #expect(report.contains("What planners changed"))
    #expect(report.contains("mailing 40k") && report.contains("stroke-dasharray='4 3'"))
  }

  @Test("Faulty rows are found by check, with their line, and stop a forecast")
  func faults() throws {
    let workspace = try SmallWorkspace(changing: [
      "overrides.csv": Self.header + "2026-W50,de-vioce,2026-12-09,2026-12-09,scale,150%,,\n"
        + "2026-W50,de-voice,2026-12-09,2026-12-08,scale,150%,,\n"
        + "2026-W50,de-voice,2026-12-09,2026-12-09,scael,150%,,\n"
        + "2026-W50,de-voice,2026-12-09,2026-12-09,scale,-1,,\n"
    ])
    let check = try workspace.nobat("check")
    #expect(check.status == 3)
    let lines = check.output.split(separator: "\n")
    #expect(lines.map { String($0.prefix(16)) } == (2...5).map { "overrides.csv:\($0):" })
    #expect(lines[0].hasSuffix("did you mean \"de-voice\"?"))
    #expect(lines[2].hasSuffix("did you mean \"scale\"?"))
    let before = workspace.folder.tree
    let forecast = try workspace.nobat("forecast", "--week", "2026-W50")
    #expect(forecast.status == 3)
    #expect(forecast.errors.split(separator: "\n").count == 4)
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  @Test("A row for this forecast that lies outside of its time is told of")
  func outside() throws {
    let workspace = try SmallWorkspace(changing: [
      "overrides.csv": Self.mailing.replacing("2026-12-09", with: "2026-12-29")
    ])
    let ending = try nobat("forecast", "--week", "2026-W50", in: workspace.path)
    #expect(ending.status == 0)
    #expect(
      ending.errors.contains("de-voice: overrides.csv:2: its time lies outside of this forecast\n"))
  }

  @Test("What is tried has a name of its own and leaves the plan's forecast as it is")
  func whatIf() throws {
    let workspace = try SmallWorkspace(changing: ["overrides.csv": Self.mailing])
    try #require(try workspace.nobat("forecast", "--week", "2026-W50").status == 0)
    let before = workspace.folder.tree
    try workspace.folder.write(
      Self.header
        + "peak,de-voice,2026-12-07,,growth,10%,mk,\n*,de-voice,2026-12-10,2026-12-10,add,100,mk,\n",
      to: "peak.csv")
    let file = "\(workspace.path)/peak.csv"
    let ending = try workspace.nobat(
      "forecast", "--week", "2026-W50", "--what-if", file, "--name", "peak")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(
      workspace.folder.tree.changes(since: before).allSatisfy { $0.contains("pea") })
    let (plain, peak) = (
      try days("2026-W50", of: workspace), try days("peak", of: workspace)
    )
    // 10 % a year are 0.08 % on Thursday.
    #expect(abs(peak[3] - plain[3] - 100) < 0.5)
    #expect(abs(peak[2] - plain[2]) < 0.5)

    let difference = try workspace.nobat("diff", "2026-W50", "peak")
    #expect(difference.status == 0)
    #expect(difference.output.contains("2026-12-10"))
    let json = try workspace.nobat("diff", "2026-W50", "peak", "--json", "--exit-code")
    #expect(json.status == 7)
    #expect(json.output.contains("\"day\" : \"2026-12-10\""))
    let same = try workspace.nobat("diff", "peak", "peak", "--exit-code")
    #expect(same.status == 0 && same.output == "no difference\n")
  }

  @Test(
    "What cannot be tried or compared is said with the next step",
    arguments: [
      (["forecast", "--what-if", "x.csv"], Int32(2), "--what-if needs a --name of its own"),
      (["forecast", "--what-if", "x.csv", "--name", "2026-W50"], 2, "--what-if needs a --name"),
      (
        ["forecast", "--what-if", "x.csv", "--name", "a"], 3,
        "x.csv: error: the file cannot be read"
      ),
      (["forecast", "--what-if", "x.csv", "--statistical"], 2, "Error: give --what-if or --stat"),
      (
        ["forecast", "calls.csv", "--zone", "Europe/Vienna", "--statistical"], 2,
        "Error: --statistical is of a"
      ),
      (["diff", "--forecasts", "2026-W50", "nope"], 3, "there is no forecast \"nope\"; known are"),
      (["diff", "--by", "cost", "--forecasts", "2026-W50", "2026-W50"], 2, "--by is for rosters"),
      (
        ["diff", "2026-W50", "2026-12-21-1w"], 2, "forecast 2026-W50 is of 2026-12-06T23:00:00Z to"
      ),
    ])
  func wrong(arguments: [String], status: Int32, sentence: String) throws {
    let workspace = try SmallWorkspace()
    try #require(try workspace.nobat("forecast", "--week", "2026-W50").status == 0)
    if arguments.contains("2026-12-21-1w") {
      try #require(try workspace.nobat("forecast", "--from", "2026-12-21").status == 0)
    }
    let ending = try Program.nobat.run(arguments + ["-q"], in: workspace.path)
    #expect(ending.status == status, "\(ending.errors)")
    #expect(ending.errors.hasPrefix(sentence), "\(ending.errors)")
  }

  @Test("A queue that borrows is forecast at the contacts that its planner expects, and says so")
  func borrowed() throws {
    let queue = { (name: String, more: String) in
      "\(name): {channel: voice, language: de, open: \"mon-fri 08:00-18:00 Europe/Vienna\", "
        + "sla: 80% in 20s, patience: 180s\(more)}\n"
    }
    let workspace = try SmallWorkspace(changing: [
      "skills.csv": "agent,queue\nana,de-voice\nana,fa-voice\n",
      "queues.yaml": queue("de-voice", "")
        + queue("fa-voice", ", like: de-voice, contacts-per-week: 120"),
    ])
    let ending = try nobat("forecast", "--week", "2026-W50", in: workspace.path)
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(
      ending.errors.contains(
        "fa-voice: the history is borrowed from de-voice, scaled to the 120 contacts a week"))
    let lines = try workspace.folder.lines("forecasts/2026-W50.csv").filter {
      $0.hasPrefix("fa-voice,")
    }
    let total = lines.reduce(0) { $0 + (Double(String($1.split(separator: ",")[2])) ?? .nan) }
    #expect(abs(total - 120) < 4)
    #expect(
      try workspace.folder.text("forecasts/2026-W50.yaml").contains("borrowed from de-voice"))
    // Without the keys the planner is told of them.
    try workspace.folder.write(
      queue("de-voice", "") + queue("fa-voice", ""), to: "queues.yaml")
    let missing = try workspace.nobat("forecast", "--week", "2026-W50")
    #expect(missing.status == 3)
    #expect(missing.errors.contains("like and contacts-per-week in queues.yaml"))
  }
}
