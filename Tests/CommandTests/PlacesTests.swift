import TestSupport
import Testing

@Suite("Where results go")
struct PlacesTests {
  @Test("A dry run shows the same and writes nothing")
  func dryRuns() throws {
    let folder = try SmallWorkspace().folder
    let fresh = folder.tree
    let dryPlan = try Program.nobat.run(["plan", "-q", "--dry-run"] + lightly, in: folder.path)
    #expect(dryPlan.status == 0)
    #expect(folder.tree.changes(since: fresh) == [])
    let plan = try Program.nobat.run(["plan", "-q"] + lightly, in: folder.path)
    #expect(dryPlan.output.replacing("would be in ", with: "") == plan.output)

    try folder.write("t,n\n2026-12-07 09:00,7\n", to: "more.csv")
    try folder.write(
      """
      timestamp: {column: t, zone: Europe/Vienna}
      queue: {value: de-voice}
      offered: {column: n}
      interval: 60m
      """, to: "mapping.yaml")
    let all = folder.tree
    for command in [
      ["forecast"], ["staff"], ["roster"] + lightly, ["export"], ["report"],
      ["import", "more.csv", "--map", "mapping.yaml"],
    ] {
      let ending = try Program.nobat.run(command + ["--dry-run"], in: folder.path)
      #expect(ending.status == 0, "\(command): \(ending.errors)")
      #expect(ending.output != "")
      #expect(folder.tree.changes(since: all) == [], "\(command) --dry-run writes")
    }
  }

  @Test("Results go where they are asked to go, and by the name that they are given")
  func otherPlaces() throws {
    let folder = try planned()
    let before = folder.tree
    let calls: [[String]] = [
      ["export", "--agent", "ana", "--agent", "cem", "-o", "out"], ["report", "-o", "out/r.html"],
      ["staff", "--name", "high", "--quantile", "0.9"], ["roster", "high"] + lightly,
      ["verify", "high"], ["report", "high"],
    ]
    for call in calls {
      let ending = try Program.nobat.run(call, in: folder.path)
      #expect(ending.status == 0, "\(call): \(ending.errors)")
    }
    let after = folder.tree
    #expect(
      after.changes(since: before) == [
        "+ out/ana.ics", "+ out/cem.ics", "+ out/r.html", "+ out/shifts.csv",
        "+ requirements/high.csv", "+ rosters/high/activities.csv", "+ rosters/high/report.html",
        "+ rosters/high/run.json", "+ rosters/high/shifts.csv",
      ])
    for agent in ["ana", "cem"] {
      let isSame = after["out/\(agent).ics"] == after["calendars/2026-W50/\(agent).ics"]
      #expect(isSame, "the calendar of \(agent) is another one elsewhere")
    }
  }

  @Test("A report may go to standard output, and is the same there")
  func reportOnStandardOutput() throws {
    let folder = try planned()
    let before = folder.tree
    let ending = try nobat("report", "-o", "-", "-q", in: folder.path)
    #expect(ending.status == 0)
    #expect(folder.tree.changes(since: before) == [])
    #expect(try nobat("report", in: folder.path).status == 0)
    let isSame = try folder.text("rosters/2026-W50/report.html") == ending.output
    #expect(isSame)
  }

  @Test("What init says to type next can be typed, whatever the folder is called")
  func nextCommand() throws {
    let folder = try TemporaryFolder()
    for name in ["plain", "my centre", "it's"] {
      let ending = try nobat("init", name, in: folder.path)
      let next = try #require(ending.errors.firstMatch(of: /then (nobat .+)\n/)?.1)
      let typed = try Program("/bin/sh").run(
        ["-ec", String(next)], in: folder.path,
        environment: ["PATH": "\(Program.builtPrograms):/usr/bin:/bin"])
      #expect(typed.status == 0, "\(next): \(typed.errors)")
    }
  }

  private func planned() throws -> TemporaryFolder {
    let workspace = try SmallWorkspace()
    let plan = try workspace.nobat("plan", "--effort", "0.02")
    try #require(plan.status == 0, "\(plan.errors)")
    return workspace.folder
  }
}
