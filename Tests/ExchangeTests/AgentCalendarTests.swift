import Exchange
import FoundationEssentials
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct AgentCalendarTests {
  let stamp = Instant(seconds: 1_780_000_000)

  /// Writes one calendar an agent and the table of all their shifts, and judges them all.
  func judge(
    _ cases: [ClockChangeCase], in acme: Acme, previous: [Agent.ID: String] = [:],
    stamp: Instant
  ) throws -> (calendars: [Agent.ID: String], verdict: (status: Int32, output: String)) {
    let centre = try acme.centre()
    var calendars: [Agent.ID: String] = [:]
    let agents = Dictionary(cases.map { ($0.agent.id, $0.agent) }) { first, _ in first }
    for (id, agent) in agents {
      calendars[id] = iCalendar(
        of: agent, shifts: cases.map(\.shift), in: centre, stamp: stamp, previous: previous[id])
    }
    var lines = ["agent,start_utc,end_utc,tz"]
    for item in cases {
      let interval = item.shift.interval
      lines.append("\(item.agent.id),\(interval.start),\(interval.end),\(item.agent.zone)")
    }
    try acme.workspace.writeCalendars(
      calendars, table: lines.joined(separator: "\n") + "\n", id: "w")
    let files = calendars.keys.sorted().map { acme.workspace.path("calendars/w/\($0).ics") }
    let table = acme.workspace.path("calendars/w/shifts.csv")
    let verdict = try CalendarChecker.check(["--expect-tz", "--expected", table] + files)
    return (calendars, verdict)
  }

  @Test(
    "Calendars of forty zones over their clock changes satisfy the independent checker",
    .enabled(if: CalendarChecker.isPresent, "python3 and ../shared/tools/check_ics.py are needed"))
  func checker() throws {
    let acme = try Acme()
    let cases = try ClockChangeCase.all(in: acme.zones)
    #expect(cases.count == 62)
    let (_, verdict) = try judge(cases, in: acme, stamp: stamp)
    #expect(verdict.status == 0, "\(verdict.output)")
  }
}
