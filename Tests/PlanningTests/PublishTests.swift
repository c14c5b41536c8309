import Exchange
import Foundation
import Planning
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Publishing a roster")
struct PublishTests {
  private static let shifts = "rosters/2026-W50/shifts.csv"

  /// A planned workspace.
  private func planned() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    _ = try workspace.journey().plan(.next, settings: .light)
    return workspace
  }

  private func publish(_ workspace: SmallWorkspace) throws -> PreparedPublication {
    let journey = try workspace.journey()
    let prepared = try journey.publication(of: "2026-W50", accepting: true)
    _ = try journey.publish(prepared)
    return prepared
  }

  /// Moves the first shift of the roster by an hour, and strikes the last out.
  private func change(_ workspace: SmallWorkspace) throws {
    let lines = try workspace.folder.lines(PublishTests.shifts)
    let first = lines[1].split(separator: ",").map(String.init)
    let last = try #require(lines.last).split(separator: ",").map(String.init)
    let later = try [first[3], first[4]].map { try #require(Instant($0)) + .hours(1) }
    let moved = (first[0...2] + later.map(\.description) + [first[5]]).joined(separator: ",")
    try workspace.folder.write(
      ([lines[0], moved] + lines[2...].dropLast()).joined(separator: "\n") + "\n",
      to: PublishTests.shifts)
    // Their breaks go with them.
    let activities = try workspace.folder.lines("rosters/2026-W50/activities.csv")
    let kept = activities.filter { activity in
      ![first, last].contains { activity.hasPrefix("\($0[0]),") && activity.contains(",\($0[2])T") }
    }
    try workspace.folder.write(
      kept.joined(separator: "\n") + "\n", to: "rosters/2026-W50/activities.csv")
  }

  @Test("The first publication adds every shift, and is frozen with clock, zone and moments")
  func first() throws {
    let workspace = try planned()
    let prepared = try publish(workspace)
    #expect(prepared.isNew)
    let record = prepared.publication.record
    #expect(record.number == 1 && record.firstDay == Worlds.monday)
    #expect(record.zoneRules == ZoneDatabase().version)
    // Three agents of five days.
    #expect(prepared.publication.changes.count(.added) == 15)
    let stored = try #require(
      try Workspace(folder: workspace.path).publication(from: Worlds.monday))
    #expect(stored == prepared.publication)
    // A shift of the table by hand: Vienna is an hour ahead in December.
    let shift = stored.shifts[0]
    #expect(shift.zone == "Europe/Vienna")
    #expect(
      shift.start.reading.secondsSince1970 == shift.shift.interval.start.seconds + 3600)
    let tables = try #require(record.tables[PublishTests.shifts])
    #expect(tables == SHA256.digest(of: workspace.folder.tree[PublishTests.shifts] ?? []))
  }

  @Test("Published twice, every byte stays and nothing is told")
  func twice() throws {
    let workspace = try planned()
    _ = try publish(workspace)
    let before = workspace.folder.tree
    let again = try publish(workspace)
    #expect(!again.isNew)
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  @Test("What has changed since is told, numbered on, and remembered with what was before")
  func changed() throws {
    let workspace = try planned()
    let first = try publish(workspace)
    try change(workspace)
    let second = try publish(workspace)
    #expect(second.publication.record.number == 2)
    #expect(second.publication.before == first.publication.shifts)
    let changes = second.publication.changes
    #expect(changes.changes.map(\.kind) == [.moved, .cancelled])
    #expect(changes.agents == ["ana", "cem"])
    let text = try workspace.folder.text("calendars/2026-W50/changes.txt")
    #expect(text.contains("Ana Aigner (ana)") && text.contains("Cem Celik (cem)"))
    let own = try workspace.folder.text("calendars/2026-W50/changes/ana.txt")
    #expect(own.contains("moved") && !own.contains("Cem"))
    #expect(!workspace.folder.has("calendars/2026-W50/changes/ben.txt"))
    // The list stays what it was when the same is published once more.
    let before = workspace.folder.tree
    #expect(try !publish(workspace).isNew)
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  @Test("Another roster of the week is the week's next publication")
  func otherRoster() throws {
    let workspace = try planned()
    _ = try publish(workspace)
    for file in ["shifts.csv", "activities.csv", "run.json"] {
      try workspace.folder.write(
        try workspace.folder.text("rosters/2026-W50/\(file)"), to: "rosters/other/\(file)")
    }
    let journey = try workspace.journey()
    #expect(try !journey.publication(of: "other").isNew)
    try change(workspace)
    _ = try publish(workspace)
    let back = try journey.publication(of: "other")
    #expect(back.publication.record.number == 3)
    #expect(back.publication.record.roster == "other")
    #expect(back.publication.changes.changes.map(\.kind) == [.moved, .added])
  }

  @Test("Agents who left the workspace are told that their shifts are cancelled")
  func whoLeft() throws {
    let workspace = try planned()
    _ = try publish(workspace)
    try workspace.folder.replace("cem,Cem Celik,vie,ft40\n", with: "", in: "agents.csv")
    try workspace.folder.replace("cem,de-voice\n", with: "", in: "skills.csv")
    _ = try workspace.journey().plan(.next, settings: .light)
    let prepared = try publish(workspace)
    let changes = prepared.publication.changes["cem"]
    #expect(changes.changes.count == 5 && changes.count(.cancelled) == 5)
    #expect(try workspace.folder.text("calendars/2026-W50/changes/cem.txt").contains("cancelled"))
  }

  @Test("A roster that breaks a rule is refused, unless the planner accepts it")
  func broken() throws {
    let workspace = try planned()
    // A day of leave in the week that was rostered.
    try workspace.folder.write(
      "id,agent,from,to,kind,state\nt1,ana,2026-12-07,2026-12-13,leave,approved\n",
      to: "timeoff.csv")
    let before = workspace.folder.tree
    let journey = try workspace.journey()
    let fault = try #require(throws: JourneyFault.self) { try journey.publication(of: nil) }
    guard case .broken("2026-W50", let violations) = fault else {
      Issue.record("\(fault)")
      return
    }
    #expect(violations.contains { $0.rule == "time off" })
    #expect("\(fault)".contains("publish it --anyway"))
    #expect(workspace.folder.tree.changes(since: before) == [])
    #expect(try journey.publication(of: nil, accepting: true).isNew)
  }

  /// A folder in the place of what each step needs for itself, so that the step fails.
  static let obstacles = [
    "editions/.nobat-\(getpid())-2026-12-07.csv",
    "calendars/.nobat-\(getpid())-2026-W50.previous",
    "published/.nobat-\(getpid())-2026-12-07.previous",
  ]

  @Test("A run that fails at any step is finished by the next", arguments: obstacles)
  func failsBetween(obstacle: String) throws {
    let workspace = try planned()
    _ = try publish(workspace)
    try change(workspace)
    let whole = try copy(workspace)
    _ = try publish(whole)

    try workspace.folder.write("", to: "\(obstacle)/in-the-way")
    #expect(throws: JourneyFault.self) { try publish(workspace) }
    try workspace.folder.remove(obstacle)
    // The publication before is what stands until the last step is done.
    let stands = try #require(
      try Workspace(folder: workspace.path).publication(from: Worlds.monday))
    #expect(stands.record.number == 1)

    #expect(try publish(workspace).publication.record.number == 2)
    #expect(workspace.folder.tree.changes(since: whole.folder.tree) == [])
  }

  private func copy(_ workspace: SmallWorkspace) throws -> SmallWorkspace {
    let copy = try SmallWorkspace()
    for (file, bytes) in workspace.folder.tree.files { try copy.folder.write(bytes, to: file) }
    return copy
  }
}
