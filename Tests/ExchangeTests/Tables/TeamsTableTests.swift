import FoundationEssentials
import TestSupport
import Testing
import Timeline
import Workforce

@testable import Exchange

@Suite(.enabled(if: Sheet.python != nil, Sheet.isMissing)) struct TeamsTableTests {
  @Test("A shift has its group, its colour of the fixed list, its unpaid minutes and both dates")
  func rows() throws {
    let centre = try TableWorld.centre()
    let files = try TablePreset.teams.tables(of: TableWorld.roster(in: centre), in: centre)
    let night = try #require(files["teams-Europe-Vienna.csv"]?.first)
    let expected = [
      "Member": "Ana \"Anni\" Aigner, the elder", "Work Email": "ana@example.org", "Group": "blue",
      "Start Date": "10/24/2026", "Start Time": "22:00", "End Date": "10/25/2026",
      "End Time": "05:30", "Theme Color": "blue", "Custom Label": "early",
      "Unpaid Break (minutes)": "30", "Shared": "Not Shared",
    ]
    for (column, value) in expected { #expect(night[column] == value, "\(column)") }
    let bob = try #require(
      files["teams-Europe-Vienna.csv"]?.first { $0["Member"]?.contains("HYPERLINK") == true })
    #expect(bob["Member"] == "'=HYPERLINK(\"http://x\",\"y\")")
    #expect(bob["Group"] == "vie" && bob["Work Email"] == "")
  }

  @Test("Each kind of shift has its own colour, as far as there are so many") func colors() throws {
    let centre = try TableWorld.centre()
    let templates = (0..<12).map { number in
      ShiftTemplate(
        id: .init("t\(number < 10 ? "0" : "")\(number)"), firstStart: 0, lastStart: 0,
        startStep: Minutes(15), lengths: [.hours(8)])
    }
    let many = Centre(
      name: "c", zone: centre.zone, interval: centre.interval, sites: [], queues: [],
      contracts: [], templates: templates, agents: [])
    let colors = templates.map { TeamsShift.color(of: $0.id, in: many) }
    #expect(Set(colors).count == 11)
    #expect(colors[11] == colors[0])
    #expect(Set(colors).isSubset(of: Set(TeamsShift.colors)))
  }

  @Test("No shift is shorter than a minute or longer than 24 hours of real time") func limits()
    throws
  {
    let start = Instant(seconds: 1_780_000_000)
    func parts(_ minutes: Int) -> [Int] {
      TeamsShift.parts(of: Interval(start: start, length: Minutes(minutes))).map(\.length.count)
    }
    #expect(parts(0) == [])
    #expect(parts(1) == [1])
    #expect(parts(1440) == [1440])
    #expect(parts(1441) == [1440, 1])
    #expect(parts(2880) == [1440, 1440])

    // A day of 25 hours becomes two shifts, which share its unpaid hour as it lies.
    let centre = try TableWorld.centre()
    let ana = try #require(centre.agent("ana"))
    let day = ana.zone.interval(of: TableWorld.sunday)
    let meal = Interval(start: day.end - Minutes(90), length: .hours(1))
    let long = Shift(
      agent: "ana", template: "early", day: TableWorld.sunday, interval: day,
      breaks: [Activity(kind: .meal, interval: meal)], paid: .hours(24))
    let files = try TablePreset.teams.tables(
      of: TableWorld.roster([long], in: centre), in: centre)
    let rows = try #require(files["teams-Europe-Vienna.csv"])
    // The last hour begins at 23:00; the meal is from 22:30 to 23:30.
    #expect(rows.map { $0["Start Time"] } == ["00:00", "23:00"])
    #expect(rows.map { $0["End Time"] } == ["23:00", "00:00"])
    #expect(rows.map { $0["Unpaid Break (minutes)"] } == ["30", "30"])
  }

  @Test("Shifts over clock changes show the clock of their zone, and the moments in the notes")
  func clockChanges() throws {
    let nights = try ClockNight.all()
    let rows = try ClockNight.rows(.teams, of: nights)
    // A day of 25 hours is longer than a shift may be there.
    let isLong = { (night: ClockNight) in night.elapsed > .days(1) }
    #expect(rows.count == nights.count + nights.count(where: isLong))
    for night in nights where !isLong(night) {
      let (file, row) = try #require(rows.first { $0.row["Member"] == night.agent.name })
      #expect(try ClockNight.zone(of: file, "teams", among: nights) == night.agent.zone)
      for (edge, local) in [("Start", night.localStart), ("End", night.localEnd)] {
        guard let local else { continue }
        let shown = try americanReading(row["\(edge) Date"], row["\(edge) Time"])
        #expect(shown == local, "\(night.id) \(edge)")
      }
      let interval = night.shift.interval
      #expect(row["Notes"]?.contains("UTC: \(interval.start) to \(interval.end)") == true)
    }
  }
}
