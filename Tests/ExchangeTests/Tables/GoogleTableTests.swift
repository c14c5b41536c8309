import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

@Suite(.enabled(if: Sheet.python != nil, Sheet.isMissing)) struct GoogleTableTests {
  @Test("Every event has a subject, dates and times of the United States, and guarded texts")
  func rows() throws {
    let centre = try TableWorld.centre()
    let files = try TablePreset.google.tables(of: TableWorld.roster(in: centre), in: centre)
    #expect(files.keys.sorted() == ["google-Asia-Tehran.csv", "google-Europe-Vienna.csv"])
    let rows = try #require(files["google-Europe-Vienna.csv"])
    for row in rows {
      #expect(row["Subject"]?.isEmpty == false && row["Start Date"]?.isEmpty == false)
      #expect(row.count == 9)
    }
    let shifts = rows.filter { $0["All Day Event"] == "False" }
    let night = try #require(
      shifts.first { $0["Subject"] == "Ana \"Anni\" Aigner, the elder: early" })
    // From Saturday, ten in the evening: 8h30m later the clock, put back an hour, shows half past five.
    #expect(night["Start Date"] == "10/24/2026")
    #expect(night["Start Time"] == "10:00 PM")
    #expect(night["End Date"] == "10/25/2026")
    #expect(night["End Time"] == "05:30 AM")
    #expect(night["Location"] == "vie" && night["Private"] == "False")
    #expect(
      night["Description"] == """
        early: 22:00-05:30 (Europe/Vienna)
        UTC: 2026-10-24T20:00:00Z to 2026-10-25T04:30:00Z
        Paid: 8h
        Breaks: 23:00-23:15 rest, 02:00-02:30 meal (unpaid)
        """)
    let subjects = shifts.compactMap { $0["Subject"] }
    #expect(subjects.contains("'=HYPERLINK(\"http://x\",\"y\"): early"))
    #expect(subjects.contains("''+Eva: early"))
    #expect(subjects.contains("'Tis Dee: early"))
    #expect(subjects.contains("Cem\nÇelik; 3: early"))
    #expect(
      files["google-Asia-Tehran.csv"]?.contains { $0["Subject"] == "سارا می\u{200C}خواهد: early" }
        == true)
  }

  @Test("Days off and approved leave are all-day events of a day each") func freeDays() throws {
    let centre = try TableWorld.centre()
    let files = try TablePreset.google.tables(of: TableWorld.roster(in: centre), in: centre)
    let rows = try #require(files["google-Europe-Vienna.csv"]).filter {
      $0["All Day Event"] == "True" && $0["Subject"]?.hasPrefix("Ana") == true
    }
    // Of the week from Sunday 25 she works on Monday; Tuesday and Wednesday are leave.
    #expect(rows.count == 6)
    #expect(
      rows.map { String($0["Start Date"]?.prefix(5) ?? "") } == [
        "10/25", "10/27", "10/28", "10/29", "10/30", "10/31",
      ])
    let titles = rows.compactMap { $0["Subject"]?.split(separator: ": ").last }
    #expect(titles == ["Day off", "Leave", "Leave", "Day off", "Day off", "Day off"])
    for row in rows {
      #expect(row["Start Date"] == row["End Date"] && row["Start Time"] == "")
    }
    // A refused wish for leave is none.
    let bob = try #require(files["google-Europe-Vienna.csv"]).filter {
      $0["Subject"]?.hasPrefix("'=HYPERLINK") == true && $0["All Day Event"] == "True"
    }
    #expect(bob.allSatisfy { $0["Subject"]?.hasSuffix("Day off") == true })
  }

  @Test("Read on the clock of its file, every shift over a clock change has its moments")
  func clockChanges() throws {
    let nights = try ClockNight.all()
    let rows = try ClockNight.rows(.google, of: nights)
    #expect(rows.count == nights.count)
    var unmatched = nights.map(\.shift.interval)
    for (file, row) in rows {
      let zone = try ClockNight.zone(of: file, "google", among: nights)
      let edges = try ["Start", "End"].map { edge in
        try americanReading(row["\(edge) Date"], row["\(edge) Time"])
      }
      // No time is one that the clock shows twice or never.
      let moments = edges.compactMap { edge in
        if case .once(let instant) = zone.occurrence(of: edge) { instant } else { nil }
      }
      try #require(moments.count == 2, "\(file) \(row)")
      let interval = Interval(start: moments[0], end: moments[1])
      let index = try #require(unmatched.firstIndex(of: interval), "\(file) \(row)")
      unmatched.remove(at: index)
    }
    #expect(unmatched.isEmpty)
    let repeated = nights.count { $0.isRepeated }
    #expect(repeated > 5)
    #expect(rows.count { $0.file == "google-Etc-UTC.csv" } == repeated)
  }
}
