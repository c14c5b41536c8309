import Foundation
import TestSupport
import Testing

@Suite("Ctrl-C")
struct InterruptionTests {
  @Test("Interrupted, roster writes the best roster so far and ends with 130")
  func rosterIsKept() throws {
    let folder = try firstWeek()
    let before = folder.tree
    // At this effort the search would go on for hours.
    let run = try Program.nobat.start(["roster", "--effort", "1000"], in: folder.path)
    try interrupt(run)
    let ending = try run.ending()
    #expect(ending.status == 130)
    #expect(
      ending.errors.hasSuffix(
        "interrupted: this is the best roster found so far, and it was written\n"))
    #expect(ending.output.contains(/hard violations +0\n/))

    #expect(
      folder.tree.changes(since: before)
        == ["activities.csv", "run.json", "shifts.csv"].map { "+ rosters/2026-W50/\($0)" })
    #expect(try folder.text("rosters/2026-W50/run.json").contains("\"ending\" : \"cancelled\""))
    #expect(try nobat("verify", "-C", folder.path).status == 0)
  }

  @Test("Interrupted, plan goes on to calendars and report of the best roster so far")
  func planIsFinished() throws {
    let folder = try firstWeek()
    let run = try Program.nobat.start(["plan", "--effort", "1000"], in: folder.path)
    try interrupt(run)
    #expect(try run.ending().status == 130)
    #expect(folder.has("rosters/2026-W50/report.html"))
    #expect(folder.has("calendars/2026-W50/a01.ics"))
    #expect(try nobat("verify", "-C", folder.path).status == 0)
  }

  /// The example first-week with its requirement.
  private func firstWeek() throws -> TemporaryFolder {
    let folder = try FirstWeek.unplanned()
    for command in ["forecast", "staff"] {
      let ending = try nobat(command, in: folder.path)
      try #require(ending.status == 0, "\(ending.errors)")
    }
    return folder
  }

  /// Waits for the search to say that it has a roster, and presses Ctrl-C.
  private func interrupt(_ run: Program.Run) throws {
    while run.isRunning, !run.errors.contains("cost ") { usleep(20_000) }
    try #require(run.isRunning, "it ended too soon: \(run.errors)")
    run.signal(SIGINT)
  }
}
