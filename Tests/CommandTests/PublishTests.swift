import TestSupport
import Testing

@Suite("nobat publish")
struct PublishTests {
  private func planned() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    let plan = try workspace.nobat("plan", "--effort", "0.02")
    try #require(plan.status == 0, "\(plan.errors)")
    return workspace
  }

  /// Strikes out the first shift of the roster, which is Ana's, with its activities.
  private func strikeOut(_ workspace: SmallWorkspace) throws {
    let shifts = "rosters/2026-W50/shifts.csv"
    let cut = try workspace.folder.lines(shifts)[1]
    let day = cut.split(separator: ",")[2]
    try workspace.folder.replace(cut + "\n", with: "", in: shifts)
    let activities = "rosters/2026-W50/activities.csv"
    let kept = try workspace.folder.lines(activities).filter {
      !($0.hasPrefix("ana,") && $0.contains(",\(day)T"))
    }
    try workspace.folder.write(kept.joined(separator: "\n") + "\n", to: activities)
  }

  @Test("A dry run shows the whole change list and writes nothing")
  func dryRun() throws {
    let workspace = try planned()
    let before = workspace.folder.tree
    let ending = try workspace.nobat("publish", "--dry-run")
    #expect(ending.status == 0)
    #expect(workspace.folder.tree.changes(since: before) == [])
    let lines = ending.output.split(separator: "\n")
    #expect(lines.first == "Changes of shifts, 7 – 13 December 2026, publication 1")
    #expect(lines.count { $0.hasPrefix("  added  ") } == 15)
    #expect(lines.last == "week from 2026-12-07, publication 1: 15 added for 3 agents")
  }

  @Test("It counts what is told, and publishing once more changes nothing")
  func twice() throws {
    let workspace = try planned()
    let first = try workspace.nobat("publish")
    #expect(first.status == 0)
    #expect(first.output == "week from 2026-12-07, publication 1: 15 added for 3 agents\n")
    let before = workspace.folder.tree
    let second = try workspace.nobat("publish")
    #expect(second.output == "week from 2026-12-07, publication 1: nothing changed\n")
    #expect(workspace.folder.tree.changes(since: before) == [])

    try strikeOut(workspace)
    // Ana no longer reaches her hours, which is a hard rule.
    let refused = try workspace.nobat("publish")
    #expect(refused.status == 6)
    #expect(refused.errors.contains("publish it --anyway"))
    #expect(try workspace.nobat("publish", "--dry-run").status == 6)
    let third = try workspace.nobat("publish", "--anyway")
    #expect(third.status == 0)
    #expect(third.output == "week from 2026-12-07, publication 2: 1 cancelled for 1 agent\n")
  }

  @Test("As JSON it is one document with every change and both its times")
  func json() throws {
    let workspace = try planned()
    _ = try workspace.nobat("publish")
    try strikeOut(workspace)
    let output = try workspace.nobat("publish", "--anyway", "--json").output
    #expect(output.contains("\"change\" : \"cancelled\""))
    #expect(output.contains("\"isNew\" : true"))
    #expect(output.contains("\"number\" : 2"))
    #expect(output.contains("\"before\" : {") && !output.contains("\"after\" : {"))
  }

  @Test("Without a roster it says what to do")
  func noRoster() throws {
    let workspace = try SmallWorkspace()
    let ending = try workspace.nobat("publish")
    #expect(ending.status == 3)
    #expect(ending.errors == "there is no roster yet; run nobat roster\n")
  }

  @Test(
    "check lists published shifts that newer rules move, in text and JSON",
    .enabled(if: House.zoneRules("2026f") != nil, House.checkersAreMissing))
  func newerRules() throws {
    let older = ["NOBAT_TZDIR": try #require(House.zoneRules("2025b"))]
    let newer = ["NOBAT_TZDIR": try #require(House.zoneRules("2026f"))]
    let workspace = try SmallWorkspace(
      "sites.yaml", "Europe/Vienna", "America/Vancouver")
    let plan = try nobat("plan", "-q", "--effort", "0.02", in: workspace.path, environment: older)
    try #require(plan.status == 0, "\(plan.errors)")
    let published = try nobat("publish", "-q", in: workspace.path, environment: older)
    try #require(published.status == 0, "\(published.errors)")
    #expect(
      try nobat("check", in: workspace.path, environment: older).output.hasSuffix("no error\n"))

    let before = workspace.folder.tree
    let check = try nobat("check", in: workspace.path, environment: newer)
    #expect(check.status == 0)
    #expect(
      check.output.hasPrefix(
        """
        published/2026-12-07/shifts.csv: warning: 15 published shifts of 3 agents move by 1 h under \
        2026f (published under 2025b); agents were told
        """), "\(check.output)")
    #expect(check.output.split(separator: "\n").count == 1 + 15 + 1)
    #expect(workspace.folder.tree.changes(since: before) == [])
    let strict = try nobat("check", "--strict", in: workspace.path, environment: newer)
    #expect(strict.status == 3)
    let json = try nobat("check", "--json", in: workspace.path, environment: newer).output
    #expect(json.split(separator: "\"movedShift\" : {").count == 1 + 15)
    let late = try nobat(
      "check", "--since", "2026-12-14", in: workspace.path, environment: newer)
    #expect(!late.output.contains("warning"))

    // Published as it is, the roster tells the agents the new times of their clocks.
    let again = try nobat("publish", "-q", in: workspace.path, environment: newer)
    #expect(again.output == "week from 2026-12-07, publication 2: 15 moved for 3 agents\n")
    #expect(
      try nobat("check", in: workspace.path, environment: newer).output.hasSuffix("no error\n"))
  }
}
