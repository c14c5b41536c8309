import TestSupport
import Testing
import Timeline

@Suite("A week in which the clock changes")
struct ClockChangeTests {
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The week's Monday, its name and its hours.
    let monday: LocalDay
    let week: String
    let hours: Int
    /// The moment at which Vienna's clocks are changed (01:00 UTC, as everywhere in Europe).
    let instant: String
  }

  static let changes = [
    // A Sunday without the hour from 02:00 to 03:00.
    Change(
      testDescription: "spring", monday: LocalDay(daysSince1970: 20_535), week: "2026-W13",
      hours: 167, instant: "2026-03-29T01:00:00Z"),
    // A Sunday with that hour twice.
    Change(
      testDescription: "autumn", monday: LocalDay(daysSince1970: 20_745), week: "2026-W43",
      hours: 169, instant: "2026-10-25T01:00:00Z"),
  ]

  @Test("It is forecast, staffed and rostered hour by hour as it is", arguments: changes)
  func planned(change: Change) throws {
    let workspace = try aroundTheClock(before: change.monday)
    let plan = try workspace.nobat("plan", "--effort", "0.02")
    try #require(plan.status == 0, "\(plan.errors)")
    #expect(plan.output.contains(" · \(change.week) · "), "it plans: \(plan.output.prefix(80))")
    #expect(try workspace.nobat("verify").status == 0)
    for table in ["forecasts", "requirements"] {
      let lines = try workspace.folder.lines("\(table)/\(change.week).csv").dropFirst()
      #expect(lines.count == change.hours)
      // Every hour once, one after the other.
      let starts = lines.compactMap { Instant($0.split(separator: ",")[1]) }
      #expect(zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 == Minutes(60) })
    }
    // The night of the change is worked, and its eight hours are eight hours.
    let instant = try #require(Instant(change.instant))
    let nights = try workspace.folder.lines("rosters/\(change.week)/shifts.csv").dropFirst()
      .map { $0.split(separator: ",") }
      .filter { try Instant($0[3]).unwrapped < instant && instant < Instant($0[4]).unwrapped }
    #expect(!nights.isEmpty)
    for night in nights {
      #expect(try Instant(night[4]).unwrapped - Instant(night[3]).unwrapped == Minutes(480))
      #expect(night[5] == "480")
    }
  }

  @Test(
    "Its calendars are clean", .enabled(if: CalendarChecker.here != nil, CalendarChecker.isMissing),
    arguments: changes)
  func calendars(change: Change) throws {
    let workspace = try aroundTheClock(before: change.monday)
    #expect(try workspace.nobat("plan", "--effort", "0.02").status == 0)
    let folder = workspace.folder.path("calendars/\(change.week)")
    #expect(try CalendarChecker.here?.complaint(about: folder) == nil)
  }

  /// Six agents who answer day and night, in shifts of eight hours that begin at any hour.
  private func aroundTheClock(before monday: LocalDay) throws -> SmallWorkspace {
    let history = try SmallWorkspace.history(days: 28, before: monday, aroundTheClock: true)
    let workspace = try SmallWorkspace(changing: [
      "history/acd.csv": history,
      "shifts.yaml": "any: {start: \"00:00-23:00/60m\", length: 8h}\n",
    ])
    let folder = workspace.folder
    try folder.replace("mon-fri 08:00-18:00", with: "mon-sun 00:00-24:00", in: "queues.yaml")
    for agent in ["dora", "edi", "fay"] {
      try folder.append("\(agent),\(agent),vie,ft40\n", to: "agents.csv")
      try folder.append("\(agent),de-voice\n", to: "skills.csv")
    }
    return workspace
  }
}

extension Instant? {
  fileprivate var unwrapped: Instant {
    get throws { try #require(self) }
  }
}
