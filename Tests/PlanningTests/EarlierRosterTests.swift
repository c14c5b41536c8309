import Exchange
import Planning
import Rostering
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("The roster of the week before")
struct EarlierRosterTests {
  /// A queue day and night, and shifts that may begin at any of these hours: Sunday's and Monday's meet.
  private func aroundTheClock(starts: String = "00:00-23:00") throws -> SmallWorkspace {
    let history = try SmallWorkspace.history(days: 28, before: Worlds.monday, aroundTheClock: true)
    let workspace = try SmallWorkspace(changing: [
      "history/acd.csv": history,
      "shifts.yaml": "any: {start: \"\(starts)/60m\", length: 8h}\n",
      "contracts.yaml": "ft40: {hours: 40h/week, days: 5, rest: 11h, max-consecutive-days: 5}\n",
    ])
    try workspace.folder.replace(
      "mon-fri 08:00-18:00", with: "mon-sun 00:00-24:00", in: "queues.yaml")
    return workspace
  }

  @Test("Rest and days in a row are kept across the border of two weeks")
  func restAcrossTheBorder() throws {
    let workspace = try aroundTheClock()
    let journey = try workspace.journey()
    let first = try journey.plan(.holding(Worlds.monday), settings: .light)
    let second = try journey.plan(.holding(Worlds.monday + 7), settings: .light)
    #expect(second.judged.verdict.violations == [])
    #expect(try journey.storedRoster("2026-W51").run.earlier == "2026-W50")
    #expect(try journey.storedRoster("2026-W50").run.earlier == nil)
    for agent in ["ana", "ben", "cem"] {
      let shifts = (first.judged.roster.shifts + second.judged.roster.shifts)
        .filter { $0.agent.rawValue == agent }
      #expect(shifts.count == 10)
      for (one, next) in zip(shifts, shifts.dropFirst()) {
        #expect(next.interval.start - one.interval.end >= .hours(11))
      }
      let days = Set(shifts.map(\.day))
      let longest = days.map { day in (0...10).prefix { days.contains(day + $0) }.count }.max()
      #expect((longest ?? 0) <= 5)
    }
  }

  @Test("What breaks a rest across the border is found, though each week by itself is sound")
  func brokenAcrossTheBorder() throws {
    let workspace = try aroundTheClock()
    let journey = try workspace.journey()
    _ = try journey.plan(.holding(Worlds.monday + 7), settings: .light)
    #expect(try journey.storedRoster("2026-W51").judged.verdict.violations == [])
    // The same week is put before itself: its last shifts meet its first ones.
    let monday = try #require(
      try journey.storedRoster("2026-W51").judged.roster.shifts.min {
        $0.interval.start < $1.interval.start
      })
    let end = monday.interval.start - .hours(2)
    let day = journey.centre.zone.day(at: end - .hours(8))
    let earlier =
      "agent,shift,day,start,end,paid_minutes\n\(monday.agent),any,\(day),\(end - .hours(8)),\(end),480\n"
    _ = try journey.plan(.holding(Worlds.monday), settings: .light)
    try workspace.folder.write(earlier, to: "rosters/2026-W50/shifts.csv")
    try workspace.folder.write(
      "agent,start,end,activity\n\(monday.agent),\(end - .hours(8)),\(end),work\n",
      to: "rosters/2026-W50/activities.csv")
    let violations = try journey.storedRoster("2026-W51").judged.verdict.violations
    #expect(violations.contains { $0.rule == "rest" })
    #expect(violations.allSatisfy { $0.agent == monday.agent })
    // Made anew, the week makes room for it.
    let again = try journey.plan(.holding(Worlds.monday + 7), settings: .light)
    #expect(again.judged.verdict.violations == [])
  }

  @Test("Without one, a note says what is taken for granted of the night before the week")
  func takenForGranted() throws {
    let workspace = try aroundTheClock(starts: "20:00-23:00")
    let journey = try workspace.journey()
    let first = try journey.plan(.holding(Worlds.monday), settings: .light).judged.roster
    let beyond = first.shifts.map(\.interval.end).filter { $0 > first.grid.end }
    try #require(!beyond.isEmpty, "nobody works into the next week: the test shows nothing")
    #expect(first.notes.count == 1)
    #expect(first.notes[0].hasPrefix("the week before has no roster here: "))
    let second = try journey.plan(.holding(Worlds.monday + 7), settings: .light).judged.roster
    #expect(second.notes == [])
  }

  @Test("A roster under a name of its own is not taken for the week's")
  func namedRosterIsNotFollowed() throws {
    let workspace = try aroundTheClock()
    let journey = try workspace.journey()
    let history = try journey.history()
    let week = journey.week(.holding(Worlds.monday), after: history)
    let forecast = try journey.forecast(week, from: history, seed: 1)
    let trial = try journey.requirement(for: forecast, named: "trial")
    try journey.keep(trial)
    let judged = try journey.roster(for: trial, settings: .light)
    try journey.keep(judged, run: journey.record(of: judged, settings: .light))
    _ = try journey.plan(.holding(Worlds.monday + 7), settings: .light)
    #expect(try journey.storedRoster("2026-W51").run.earlier == nil)
  }
}
