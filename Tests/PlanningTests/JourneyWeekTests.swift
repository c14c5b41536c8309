import Workforce
import Planning
import TestSupport
import Testing
import Timeline

@Suite("Which week is planned")
struct JourneyWeekTests {
  @Test("By default it is the week after the last one that the history reaches into")
  func next() throws {
    // The last hour of the history, and the week to plan: a history that ends with Sunday's last hour is
    // followed by the next day's week, one that reaches into Monday by the week after.
    for (end, week) in [
      ("2026-12-07", "2026-W50"), ("2026-12-08", "2026-W51"), ("2026-12-14", "2026-W51"),
      ("2027-01-02", "2027-W01"), ("2027-01-04", "2027-W01"),
    ] {
      #expect(try self.week(.next, historyUntil: end) == week, "a history until \(end)")
    }
  }

  @Test("It can be any week that holds a date, the history's own weeks too")
  func holdingADate() throws {
    for (day, week) in [
      ("2026-12-07", "2026-W50"), ("2026-12-13", "2026-W50"), ("2026-12-14", "2026-W51"),
      // The first days of 2027 belong to the 53rd week of 2026.
      ("2027-01-03", "2026-W53"), ("2026-11-12", "2026-W46"),
    ] {
      #expect(try self.week(.holding(.on(day)), historyUntil: "2026-12-07") == week)
    }
  }

  @Test(
    "A week may begin on Saturday or Sunday, and is called by its fourth day",
    arguments: [
      // Saturday the 12th begins the week whose fourth day is Tuesday the 15th, in W51.
      ("saturday", "2026-12-12", "2026-12-12", "2026-W51"),
      ("saturday", "2026-12-11", "2026-12-05", "2026-W50"),
      ("sunday", "2026-12-13", "2026-12-13", "2026-W51"),
      ("sunday", "2026-12-12", "2026-12-06", "2026-W50"),
    ])
  func otherFirstDays(start: String, day: String, first: String, week: String) throws {
    let workspace = try SmallWorkspace(
      "nobat.yaml", "interval:", "week-starts: \(start)\ninterval:")
    let journey = try workspace.journey()
    let chosen = journey.week(.holding(try .on(day)), after: try journey.history())
    #expect(chosen.firstDay == (try .on(first)))
    #expect(chosen.id == week)
    #expect(journey.week(of: chosen.grid) == chosen)
  }

  @Test(
    "After a week that begins on Saturday comes the next Saturday's",
    arguments: ["saturday", "sunday"])
  func nextOfOtherFirstDays(start: String) throws {
    let workspace = try SmallWorkspace(
      "nobat.yaml", "interval:", "week-starts: \(start)\ninterval:")
    let journey = try workspace.journey()
    // The history's last hour is on Friday the 4th of December.
    let next = journey.week(.next, after: try journey.history())
    #expect(next.firstDay == (try .on(start == "saturday" ? "2026-12-05" : "2026-12-06")))
    #expect(next.id == "2026-W50")
  }

  @Test("A week in which the clock changes has an hour more or less")
  func clockChange() throws {
    let workspace = try SmallWorkspace()
    let journey = try workspace.journey()
    let history = try journey.history()
    for (day, hours) in [("2026-03-29", 167), ("2026-10-25", 169), ("2026-11-01", 168)] {
      #expect(journey.week(.holding(try .on(day)), after: history).grid.count == hours)
    }
  }

  private func week(_ choice: WeekChoice, historyUntil end: String) throws -> String {
    let history = try SmallWorkspace.history(days: 28, before: .on(end), aroundTheClock: true)
    let workspace = try SmallWorkspace(changing: ["history/acd.csv": history])
    let journey = try workspace.journey()
    return journey.week(choice, after: try journey.history()).id
  }
}
