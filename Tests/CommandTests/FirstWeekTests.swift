import TestSupport
import Testing

@Suite("The line over first-week")
struct FirstWeekTests {
  @Test("Every result is there and verified, and agents with shifts have a calendar of them")
  func resultsAreThere() throws {
    let folder = try FirstWeek.planned()
    // Three queues of a week of half-hours, and the header.
    #expect(try folder.lines("forecasts/2026-W50.csv").count == 1 + 3 * 336)
    #expect(try folder.lines("requirements/2026-W50.csv").count == 1 + 3 * 336)
    #expect(
      folder.tree.below("rosters").names
        == ["activities.csv", "report.html", "run.json", "shifts.csv"].map { "2026-W50/\($0)" })
    #expect(try nobat("verify", "-C", folder.path).status == 0)
    #expect(folder.tree.hidden == [])

    // An agent with shifts has a calendar, and each of its events is a shift.
    let shifts = try folder.lines("rosters/2026-W50/shifts.csv").dropFirst()
    let counts = Dictionary(grouping: shifts) { String($0.prefix { $0 != "," }) }
      .mapValues(\.count)
    #expect(
      folder.tree.below("calendars/2026-W50").names
        == counts.keys.sorted().map { "\($0).ics" } + ["shifts.csv"])
    for (agent, count) in counts {
      let lines = try folder.lines("calendars/2026-W50/\(agent).ics")
      #expect(lines.count { $0.hasPrefix("SUMMARY:Shift ") } == count)
    }
    #expect(try folder.lines("calendars/2026-W50/shifts.csv").count == 1 + shifts.count)
  }

  @Test(
    "An outside checker finds nothing to say about the calendars",
    .enabled(if: CalendarChecker.here != nil, CalendarChecker.isMissing))
  func cleanCalendars() throws {
    let folder = try FirstWeek.planned()
    let complaint = try CalendarChecker.here?.complaint(about: folder.path("calendars/2026-W50"))
    #expect(complaint == nil)
  }

  @Test("The same workspace and seed give the same bytes, again and on any number of threads")
  func sameBytes() throws {
    let folder = try FirstWeek.planned("--threads", "1")
    let first = folder.tree
    let again = try Program.nobat.run(["plan", "-q", "--threads", "2"] + lightly, in: folder.path)
    #expect(again.status == 0)
    #expect(folder.tree.changes(since: first) == [])
    let elsewhere = try FirstWeek.planned("--threads", "2")
    #expect(elsewhere.tree.changes(since: first) == [])
    // Another seed gives another roster, or this test could not fail.
    let other = try FirstWeek.planned("--seed", "2")
    #expect(other.tree.changes(since: first).contains("~ rosters/2026-W50/shifts.csv"))
  }

  @Test("A plan in one go is the same as its single steps")
  func planIsItsSteps() throws {
    let planned = try FirstWeek.planned()
    let stepped = try FirstWeek.unplanned()
    for command in [["forecast"], ["staff"], ["roster"] + lightly, ["export"], ["report"]] {
      let ending = try Program.nobat.run(command, in: stepped.path)
      #expect(ending.status == 0, "\(command): \(ending.errors)")
    }
    // How a forecast was made is known only to the run that made it; the report of a later run cannot
    // have its notes.
    let report = "rosters/2026-W50/report.html"
    for folder in [planned, stepped] {
      let text = try folder.text(report)
      try folder.write(text.replacing(#/<p class='note'>.*?<\/p>/#, with: ""), to: report)
    }
    #expect(stepped.tree.changes(since: planned.tree) == [])
  }
}
