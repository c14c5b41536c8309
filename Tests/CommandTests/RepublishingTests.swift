import Foundation
import TestSupport
import Testing
import Timeline

@Suite("Publishing a week again and again")
struct RepublishingTests {
  private func planned() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    let plan = try workspace.nobat("plan", "--effort", "0.02")
    try #require(plan.status == 0, "\(plan.errors)")
    return workspace
  }

  /// A change of Ana's week, and what publishing says of it.
  private struct Change: Sendable {
    let edit: @Sendable (inout [HandMadeShift]) -> Void
    let words: String
  }

  private static let changes = [
    Change(edit: { $0[0] = $0[0].moved(by: 1) }, words: "1 moved for 1 agent"),
    Change(edit: { $0.remove(at: 1) }, words: "1 cancelled for 1 agent"),
    // Four shifts are left, from Monday to Friday; Saturday is free.
    Change(
      edit: { shifts in
        let last = shifts.last { $0.agent == "ana" } ?? shifts[0]
        shifts.append(last.copied(toDayAfter: 1))
      }, words: "1 added for 1 agent"),
  ]

  @Test(
    "A moved, a cancelled and an added shift are each told once, and every edition follows the last",
    .enabled(if: CalendarChecker.here != nil, CalendarChecker.isMissing))
  func threeRepublications() throws {
    let workspace = try planned()
    let python = try #require(Program.installed("python3"))
    let checker = "\(try #require(House.tools))/check_ics.py"
    let calendar = "calendars/2026-W50/ana.ics"
    try #require(try workspace.nobat("publish").status == 0)
    for (number, change) in RepublishingTests.changes.enumerated() {
      let previous = try workspace.folder.text(calendar)
      try workspace.folder.write(previous, to: "previous.ics")
      try workspace.editRoster(change.edit)
      let ending = try workspace.nobat("publish", "--anyway")
      #expect(
        ending.output == "week from 2026-12-07, publication \(number + 2): \(change.words)\n",
        "\(ending.errors)")
      let check = try python.run([
        checker, "--strict", "--summary", "ignore", "--previous",
        workspace.folder.path("previous.ics"), workspace.folder.path(calendar),
      ])
      #expect(check.status == 0, "\(check.output)\(check.errors)")
      let again = workspace.folder.tree
      #expect(
        try workspace.nobat("publish", "--anyway").output
          == "week from 2026-12-07, publication \(number + 2): nothing changed\n")
      #expect(workspace.folder.tree.changes(since: again) == [])
      // On its own, since a cancellation has the uid of what it cancels.
      let cancelled = workspace.folder.path("calendars/2026-W50/cancelled")
      if House.isThere(cancelled) {
        #expect(try CalendarChecker.here?.complaint(about: cancelled) == nil)
      }
    }
    // The last change list is of the last publication alone, and nobody else's is there.
    let lists = workspace.folder.tree.below("calendars/2026-W50/changes").names
    #expect(lists == ["ana.csv", "ana.txt"])
    #expect(try workspace.folder.lines("calendars/2026-W50/changes/ana.csv").count == 2)
  }

  @Test("A cancelled shift comes as a file of its own for as long as it is the last change")
  func cancellation() throws {
    let workspace = try planned()
    try #require(try workspace.nobat("publish").status == 0)
    #expect(!workspace.folder.has("calendars/2026-W50/cancelled"))
    try workspace.editRoster { $0.remove(at: 0) }
    try #require(try workspace.nobat("publish", "--anyway").status == 0)
    let text = try workspace.folder.text("calendars/2026-W50/cancelled/ana.ics")
    #expect(text.contains("METHOD:CANCEL\r\n") && text.contains("STATUS:CANCELLED\r\n"))
    #expect(text.contains("SEQUENCE:1\r\n"))
  }

  @Test(
    "Drafts between two publications lose no cancellation, and call nothing off that was not told")
  func drafts() throws {
    let workspace = try planned()
    try #require(try workspace.nobat("publish").status == 0)
    // A draft without Ana's first shift and with one on her free Saturday, which comes to nothing.
    try workspace.editRoster { shifts in
      shifts.remove(at: 0)
      let last = shifts.last { $0.agent == "ana" } ?? shifts[0]
      shifts.append(last.copied(toDayAfter: 1))
    }
    let draft = try Program.nobat.run(["export"], in: workspace.path)
    #expect(draft.errors.contains("these calendars are a draft: publication 1 of the week"))
    #expect(draft.errors.contains("nobat publish tells them these"))
    try workspace.editRoster { shifts in
      shifts.removeAll { $0.agent == "ana" && $0.day.description == "2026-12-12" }
      shifts[0] = shifts[0].moved(by: 1)
    }
    try #require(try workspace.nobat("export", "-o", workspace.folder.path("out")).status == 0)
    try #require(try workspace.nobat("publish", "--anyway").status == 0)
    // Of the second publication: her Monday, which the first told of, and a day off of the first
    // that is none now, if there is one; never the Saturday's shift.
    let text = try workspace.folder.text("calendars/2026-W50/cancelled/ana.ics")
    #expect(text.contains("UID:ana-2026-12-07@"))
    #expect(!text.contains("UID:ana-2026-12-12@"))
    let before = workspace.folder.tree
    try #require(try workspace.nobat("publish", "--anyway").status == 0)
    #expect(workspace.folder.tree.changes(since: before) == [])
    // Once told it is not told again.
    try workspace.editRoster { $0[0] = $0[0].moved(by: 1) }
    try #require(try workspace.nobat("publish", "--anyway").status == 0)
    #expect(!workspace.folder.has("calendars/2026-W50/cancelled/ana.ics"))
  }

  @Test("Without the edition, or with half of it, a published week is not numbered anew")
  func lostEdition() throws {
    let workspace = try planned()
    try #require(try workspace.nobat("publish").status == 0)
    let file = "editions/2026-12-07.csv"
    let lines = try workspace.folder.lines(file)
    // Ana's seven days follow the header.
    try workspace.folder.write(lines[..<5].joined(separator: "\n") + "\n", to: file)
    for command in ["publish", "export"] {
      let ending = try workspace.nobat(command)
      #expect(ending.status == 3)
      #expect(
        ending.errors.contains("\(file): error: ") && ending.errors.contains("version control"))
    }
    try workspace.folder.remove(file)
    let before = workspace.folder.tree
    #expect(try workspace.nobat("publish").status == 3)
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  @Test("Killed at any moment, the next run finishes with what an undisturbed one leaves")
  func killed() throws {
    let old = try planned()
    try #require(try old.nobat("publish").status == 0)
    try old.editRoster { shifts in
      shifts[0] = shifts[0].moved(by: 1)
      shifts.removeLast()
    }
    let publish = ["publish", "-q", "--anyway"]
    let whole = try old.folder.copy()
    let began = ContinuousClock.now
    #expect(try Program.nobat.run(publish, in: whole.path).status == 0)
    let time = ContinuousClock.now - began
    for share in [0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 1] {
      let folder = try old.folder.copy()
      let run = try Program.nobat.start(publish, in: folder.path)
      let end = ContinuousClock.now + time * share
      while run.isRunning, ContinuousClock.now < end { usleep(200) }
      run.signal(SIGKILL)
      _ = try run.ending()
      #expect(try Program.nobat.run(publish, in: folder.path).status == 0)
      #expect(folder.tree.changes(since: whole.tree) == [], "killed after \(share)")
    }
  }
}
