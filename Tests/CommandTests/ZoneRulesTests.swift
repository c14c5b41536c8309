import Foundation
import TestSupport
import Testing
import Timeline

@Suite("The folder of time-zone rules")
struct ZoneRulesTests {
  /// A workspace whose rules lie within it, under an edition of their own.
  private func workspace(rules: String = "rules") throws -> SmallWorkspace {
    let workspace = try SmallWorkspace(
      "nobat.yaml", "zone: Europe/Vienna", "zone: Europe/Vienna\nzone-rules: \(rules)")
    let vienna = URL(filePath: "\(ZoneDatabase.systemPath)/Europe/Vienna")
    let bytes = Array(try Data(contentsOf: vienna))
    try workspace.folder.write(bytes, to: "rules/Europe/Vienna")
    try workspace.folder.write("2099z\n", to: "rules/version")
    return workspace
  }

  @Test("A workspace may name its own, which results then say")
  func named() throws {
    let workspace = try workspace()
    #expect(try workspace.nobat("check").status == 0)
    let version = try nobat("--version", in: workspace.path)
    #expect(version.output.hasSuffix("time zones 2099z from ./rules\n"))
    let plan = try workspace.nobat("plan", "--effort", "0.02")
    #expect(plan.status == 0, "\(plan.errors)")
    let run = try workspace.folder.text("rosters/2026-W50/run.json")
    #expect(run.contains(#""zoneRules" : "2099z""#))
    // The folder has no other zone, and no other folder is asked.
    try workspace.folder.replace(
      "vie: {zone: Europe/Vienna", with: "vie: {zone: Europe/Berlin", in: "sites.yaml")
    let berlin = try workspace.nobat("check")
    #expect(berlin.status == 3)
    #expect(
      berlin.output.contains("\"Europe/Berlin\" is not a time zone of \(workspace.path)/rules"))
  }

  @Test("NOBAT_TZDIR wins, and an empty one says nothing")
  func environment() throws {
    let workspace = try workspace(rules: "nowhere")
    let wins = try nobat(
      "check", "-C", workspace.path, environment: ["NOBAT_TZDIR": ZoneDatabase.systemPath])
    #expect(wins.status == 0, "\(wins.output)")
    let empty = try nobat("check", "-C", workspace.path, environment: ["NOBAT_TZDIR": ""])
    #expect(empty.status == 3)
  }

  @Test("A folder that is not there is an error that says what to install, and no other is read")
  func missing() throws {
    let workspace = try workspace(rules: "/nowhere/zoneinfo")
    let check = try workspace.nobat("check")
    #expect(check.status == 3)
    #expect(
      check.output.contains(
        "no time-zone rules in /nowhere/zoneinfo; install the package tzdata, or name a folder with "
          + "NOBAT_TZDIR, or with zone-rules in nobat.yaml"))
    #expect(try workspace.nobat("plan").status == 3)
  }

  @Test("What is no folder's name is a finding at its place")
  func notText() throws {
    let check = try workspace(rules: "[rules]").nobat("check")
    #expect(check.status == 3)
    #expect(
      check.output.contains(
        "nobat.yaml:3:13: error: the centre: zone-rules is a list or a map; write a folder such as rules/2026f"
      ))
  }

  @Test("A name of Windows is answered with the name to write")
  func windowsName() throws {
    let workspace = try SmallWorkspace(
      "nobat.yaml", "zone: Europe/Vienna", "zone: W. Europe Standard Time")
    let check = try workspace.nobat("check")
    #expect(check.status == 3)
    #expect(
      check.output.contains(
        "\"W. Europe Standard Time\" is a time zone's name in Windows; write the IANA name "
          + "Europe/Berlin"))
  }
}
