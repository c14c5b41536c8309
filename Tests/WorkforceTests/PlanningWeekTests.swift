import TestSupport
import Testing
import Timeline
import Workforce

@Suite("PlanningWeek")
struct PlanningWeekTests {
  private func week(_ day: String, _ zone: String, slot: Int = 15) throws -> PlanningWeek {
    PlanningWeek(firstDay: try date(day), zone: try Worlds.zone(zone), slot: Minutes(slot))
  }

  @Test(
    "A week lasts 168 hours, less or more where the clock changes",
    arguments: [
      ("2026-12-07", "Europe/Vienna", "168h", 672), ("2026-03-23", "Europe/Vienna", "167h", 668),
      ("2026-10-19", "Europe/Vienna", "169h", 676), ("2026-03-23", "Asia/Kolkata", "168h", 672),
      ("2026-09-28", "Australia/Lord_Howe", "167h30m", 670),
      ("2026-03-30", "Australia/Lord_Howe", "168h30m", 674),
      // Samoa left out 30 December 2011.
      ("2011-12-26", "Pacific/Apia", "144h", 576),
    ])
  func length(day: String, zone: String, length: String, slots: Int) throws {
    let week = try week(day, zone)
    #expect(week.interval.length.description == length)
    #expect(week.grid.count == slots)
    #expect(week.grid.interval == week.interval)
  }

  @Test("Where the slot does not fit the week, the last one reaches past its end")
  func lastSlot() throws {
    let week = try week("2026-09-28", "Australia/Lord_Howe", slot: 60)
    // 167.5 hours need 168 slots of an hour.
    #expect(week.grid.count == 168)
    #expect(week.grid.end == week.interval.end + Minutes(30))
  }

  @Test("A week begins and ends at midnight of its zone and has seven dates")
  func bounds() throws {
    let week = try week("2026-03-23", "Europe/Vienna")
    #expect(week.interval.start.description == "2026-03-22T23:00:00Z")
    #expect(week.interval.end.description == "2026-03-29T22:00:00Z")
    #expect(week.days.count == 7)
    #expect(week.days.upperBound == (try date("2026-03-29")))
  }

  @Test(
    "A week is called by the ISO week of its fourth day",
    arguments: [
      ("2026-12-07", "2026-W50"),
      // Around the turn of the year, for weeks from Monday, Sunday and Saturday.
      ("2026-12-21", "2026-W52"), ("2026-12-28", "2026-W53"), ("2027-01-04", "2027-W01"),
      ("2026-12-20", "2026-W52"), ("2026-12-27", "2026-W53"), ("2027-01-03", "2027-W01"),
      ("2026-12-19", "2026-W52"), ("2026-12-26", "2026-W53"), ("2027-01-02", "2027-W01"),
      ("2024-12-30", "2025-W01"), ("2024-12-29", "2025-W01"), ("2024-12-28", "2025-W01"),
    ])
  func id(day: String, id: String) throws {
    #expect(try week(day, "Europe/Vienna").id == id)
  }

  @Test(
    "The weeks of thirty years follow each other with ids of their own", arguments: Weekday.allCases
  )
  func ids(beginning: Weekday) throws {
    let first = (try date("2020-01-01")).startOfWeek(beginning: beginning)
    var previous = PlanningWeek(firstDay: first, zone: .utc, slot: Minutes(15))
    for number in 1..<1565 {
      let week = PlanningWeek(firstDay: first + 7 * number, zone: .utc, slot: Minutes(15))
      #expect(previous.id < week.id)
      #expect(previous.interval.end == week.interval.start)
      previous = week
    }
  }
}
