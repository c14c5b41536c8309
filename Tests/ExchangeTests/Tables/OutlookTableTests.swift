import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

@Suite(.enabled(if: Sheet.python != nil, Sheet.isMissing)) struct OutlookTableTests {
  @Test("The columns are those of Outlook in their order, behind a byte order mark") func header()
    throws
  {
    let centre = try TableWorld.centre()
    let content = TableWorld.content(of: TableWorld.roster(in: centre), in: centre)
    let files = TablePreset.outlook.files(of: content, stamp: Instant(seconds: 0))
    let text = String(decoding: files[1].bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        "\u{FEFF}Subject,Start Date,Start Time,End Date,End Time,All day event,Reminder on/off,"
          + "Reminder Date,Reminder Time,Meeting Organizer,Required Attendees,Optional Attendees,"
          + "Meeting Resources,Billing Information,Categories,Description,Location,Mileage,"
          + "Priority,Private,Sensitivity,Show time as\r\n"))
  }

  @Test("Shifts are busy, leave is out of office, days off are free") func rows() throws {
    let centre = try TableWorld.centre()
    let files = try TablePreset.outlook.tables(of: TableWorld.roster(in: centre), in: centre)
    let rows = try #require(files["outlook-Europe-Vienna.csv"])
    let monday = try #require(
      rows.first { $0["Subject"] == "'=HYPERLINK(\"http://x\",\"y\"): early" })
    let expected = [
      "Start Date": "10/26/2026", "Start Time": "08:00:00 AM", "End Date": "10/26/2026",
      "End Time": "04:30:00 PM", "All day event": "False", "Reminder on/off": "False",
      "Categories": "Shift", "Location": "vie", "Priority": "Normal", "Private": "False",
      "Sensitivity": "Normal", "Show time as": "2", "Mileage": "", "Meeting Organizer": "",
      "Billing Information": "",
    ]
    for (column, value) in expected { #expect(monday[column] == value, "\(column)") }
    let leave = try #require(rows.first { $0["Subject"]?.hasSuffix("elder: Leave") == true })
    #expect(leave["Show time as"] == "3" && leave["Categories"] == "Leave")
    // An all-day event goes from midnight to midnight.
    #expect(leave["Start Date"] == "10/27/2026" && leave["End Date"] == "10/28/2026")
    #expect(leave["Start Time"] == "12:00:00 AM" && leave["End Time"] == "12:00:00 AM")
    let off = try #require(rows.first { $0["Subject"]?.hasSuffix("elder: Day off") == true })
    #expect(off["Show time as"] == "0" && off["All day event"] == "True")
  }

  @Test("Read on the clock of its file, every shift over a clock change has its moments")
  func clockChanges() throws {
    let nights = try ClockNight.all()
    let rows = try ClockNight.rows(.outlook, of: nights)
    let intervals = try rows.map { file, row in
      let zone = try ClockNight.zone(of: file, "outlook", among: nights)
      let moments = try ["Start", "End"].map { edge in
        zone.instant(of: try americanReading(row["\(edge) Date"], row["\(edge) Time"]))
      }
      return Interval(start: moments[0], end: moments[1])
    }
    let key = { (interval: Interval) in (interval.start, interval.end) }
    #expect(
      intervals.sorted { key($0) < key($1) }
        == nights.map(\.shift.interval).sorted { key($0) < key($1) })
  }
}
