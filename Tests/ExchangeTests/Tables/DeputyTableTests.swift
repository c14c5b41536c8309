import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

@Suite(.enabled(if: Sheet.python != nil, Sheet.isMissing)) struct DeputyTableTests {
  @Test("A night shift has both dates, its meal's and its rest's times, and its agent's address")
  func night() throws {
    let centre = try TableWorld.centre()
    let files = try TablePreset.deputy.tables(of: TableWorld.roster(in: centre), in: centre)
    #expect(files.keys.sorted() == ["deputy-Asia-Tehran.csv", "deputy-Europe-Vienna.csv"])
    let night = try #require(files["deputy-Europe-Vienna.csv"]?.first)
    // From ten; the rest after an hour, the meal after four, when the clock shows two a second time.
    let expected = [
      "First Name": "Ana", "Last Name": "\"Anni\" Aigner, the elder", "Email": "ana@example.org",
      "Start Date": "2026-10-24", "Start Time": "22:00:00", "End Date": "2026-10-25",
      "End Time": "05:30:00", "Location": "vie", "Area": "blue", "Meal Break (Mins)": "30",
      "Meal Break Start Date": "2026-10-25", "Meal Break Start Time": "02:00:00",
      "Meal Break End Date": "2026-10-25", "Meal Break End Time": "02:30:00",
      "Rest Break Start Date": "2026-10-24", "Rest Break Start Time": "23:00:00",
      "Rest Break End Date": "2026-10-24", "Rest Break End Time": "23:15:00",
      "Published": "Yes", "Open": "No",
    ]
    for (column, value) in expected { #expect(night[column] == value, "\(column)") }
    #expect(night["Comment"]?.contains("UTC: 2026-10-24T20:00:00Z to 2026-10-25T04:30:00Z") == true)
    #expect(night.count == 21)
    let sara = try #require(files["deputy-Asia-Tehran.csv"]?.first)
    #expect(sara["Email"] == "" && sara["Area"] == "teh" && sara["First Name"] == "سارا")
  }

  @Test("Times are on the clock of the site, which is the location's there") func clock() throws {
    let centre = try TableWorld.centre()
    let sara = try #require(centre.agent("sara"))
    let remote = Agent(
      id: "sara", name: sara.name, site: "vie", contract: "ft40", zone: sara.zone, skills: [])
    let moved = Centre(
      name: "acme", zone: centre.zone, interval: centre.interval, sites: centre.sites,
      queues: centre.queues, contracts: centre.contracts, templates: centre.templates,
      agents: [remote])
    let shift = TableWorld.shift(remote, TableWorld.sunday + 1, at: 10 * 60)
    let files = try TablePreset.deputy.tables(
      of: TableWorld.roster([shift], in: moved), in: moved)
    // Ten in Tehran (UTC+3:30) is half past seven in Vienna in winter (UTC+1).
    #expect(files["deputy-Europe-Vienna.csv"]?.first?["Start Time"] == "07:30:00")
  }

  @Test("Shifts over clock changes show the clock of their zone, and the moments in the comment")
  func clockChanges() throws {
    let nights = try ClockNight.all()
    let rows = try ClockNight.rows(.deputy, of: nights)
    #expect(rows.count == nights.count)
    for (file, row) in rows {
      let night = try #require(
        nights.first { $0.agent.name == "\(row["First Name"] ?? "") \(row["Last Name"] ?? "")" })
      #expect(try ClockNight.zone(of: file, "deputy", among: nights) == night.agent.zone)
      for (edge, local) in [("Start", night.localStart), ("End", night.localEnd)] {
        guard let local else { continue }
        let text = "\(row["\(edge) Date"] ?? "") \(row["\(edge) Time"] ?? "")"
        #expect(LocalReading(text) == local, "\(night.id) \(edge)")
      }
      let interval = night.shift.interval
      #expect(row["Comment"]?.contains("UTC: \(interval.start) to \(interval.end)") == true)
      #expect(row["Meal Break (Mins)"] == "\((night.elapsed - night.shift.paid).count)")
    }
  }
}
