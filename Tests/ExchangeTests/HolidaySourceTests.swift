import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

/// Where the special days of a site or market come from.
@Suite struct HolidaySourceTests {
  /// The calendar of site `vie` when its holidays and the table of rows are these.
  private func calendar(
    _ holidays: String, rows: String = "", feed: String? = nil
  ) throws -> HolidayCalendar {
    let sites = (Acme.files["sites.yaml"] ?? nil) ?? ""
    let queues = (Acme.files["queues.yaml"] ?? nil) ?? ""
    let acme = try Acme(changing: [
      "sites.yaml": sites.replacing("holidays: at", with: "holidays: \(holidays)"),
      "queues.yaml": queues.replacing("market: at, closed-on-holidays: yes, ", with: ""),
      "calendar/holidays.csv": "calendar,date,to,name,kind\n" + rows,
      "calendar/school.ics": feed,
    ])
    let (read, findings) = acme.workspace.read(zones: acme.zones)
    let errors = findings.filter { $0.severity == .error }
    #expect(errors == [])
    let centre = try #require(read)
    return centre.calendar(centre.sites.first { $0.id == "vie" }?.holidays)
  }

  private func day(_ text: String) throws -> LocalDay { try #require(LocalDay(text)) }

  /// Days of 2026 with their kinds and names.
  private func days(_ calendar: HolidayCalendar, _ month: String) -> [String] {
    calendar.holidays.filter { $0.day.description.hasPrefix("2026-\(month)") }
      .map { "\($0.day.day) \($0.kind) \($0.name)" }
  }

  @Test("A code in any case means the built-in calendar", arguments: ["AT", "at", "At-9", "at_9"])
  func codes(code: String) throws {
    let calendar = try calendar(code)
    #expect(
      days(calendar, "12") == [
        "8 public Immaculate Conception", "25 public Christmas Day",
        "26 public Saint Stephen's Day",
      ])
    #expect(calendar.isPublicHoliday(try day("2026-04-06")))
  }

  @Test("Norway is a country, whatever YAML thinks of no")
  func norway() throws {
    #expect(try calendar("no").isPublicHoliday(day("2026-05-17")))
  }

  @Test("Bank holidays and the like count where the planner says so")
  func kinds() throws {
    let calendar = try calendar("{calendar: AT-9, kinds: [public, bank]}")
    #expect(days(calendar, "11") == ["1 public All Saints' Day", "15 bank Saint Leopold's Day"])
    #expect(!calendar.isPublicHoliday(try day("2026-11-15")))
  }

  @Test("Kinds that name none are refused, as no day would be a holiday")
  func noKinds() throws {
    let sites = (Acme.files["sites.yaml"] ?? nil) ?? ""
    let empty = "holidays: {calendar: AT-9, kinds: []}"
    let acme = try Acme(changing: ["sites.yaml": sites.replacing("holidays: at", with: empty)])
    #expect(acme.findings.contains { $0.contains("error") && $0.contains("kinds names none") })
  }

  @Test("Rows of the same name replace what a date was, and add to the others")
  func rowsOverACountry() throws {
    let calendar = try calendar(
      "AT",
      rows: """
        AT,2026-12-08,,Works outing,half
        at,2026-12-24,2026-12-25,Christmas,public

        """)
    #expect(
      days(calendar, "12") == [
        "8 half Works outing", "24 public Christmas", "25 public Christmas",
        "26 public Saint Stephen's Day",
      ])
    #expect(!calendar.isPublicHoliday(try day("2026-12-08")))
  }

  @Test("A row of kind none takes away a day, or of several holidays the one it names")
  func removedDays() throws {
    let calendar = try calendar(
      "IR",
      rows: """
        ir,2026-03-21,,Eid al-Fitr,none
        ir,2026-03-22,2026-03-24,,none
        ir,2026-02-11,,پیروزی انقلاب اسلامی,none

        """)
    // Two holidays fall on 21 March 2026; the other one stays, and keeps the day a holiday.
    #expect(calendar.holidays(on: try day("2026-03-21")).map(\.name) == ["Nowruz"])
    #expect(calendar.isPublicHoliday(try day("2026-03-21")))
    for date in ["2026-03-22", "2026-03-23", "2026-03-24", "2026-02-11"] {
      #expect(calendar.holidays(on: try day(date)).isEmpty, "\(date)")
      #expect(!calendar.isPublicHoliday(try day(date)))
    }
  }

  @Test("A moved working day earns no premium and closes nothing, even on a public holiday")
  func movedWorkdays() throws {
    let calendar = try calendar("[AT, house]", rows: "house,2026-12-08,,Inventory,workday\n")
    #expect(calendar.holidays(on: try day("2026-12-08")).count == 2)
    #expect(!calendar.isPublicHoliday(try day("2026-12-08")))
    #expect(!calendar.isHoliday(try day("2026-12-08")))
    let china = try self.calendar("CN")
    #expect(china.holiday(on: try day("2026-10-10"))?.kind == .workday)
    #expect(!china.isPublicHoliday(try day("2026-10-10")))
  }

  @Test("Of several sources each is laid over those before it")
  func lists() throws {
    let calendar = try calendar(
      "[AT, {calendar: calendar/school.ics, kind: observance}, house]",
      rows: """
        house,2026-12-25,,,none
        house,2026-12-26,,Stocktaking,bank

        """, feed: Feed.text("BEGIN:VEVENT", "DTSTART:20261226", "SUMMARY:Ferien", "END:VEVENT"))
    #expect(
      days(calendar, "12") == [
        "8 public Immaculate Conception", "26 public Saint Stephen's Day", "26 observance Ferien",
        "26 bank Stocktaking",
      ])
    #expect(calendar.isPublicHoliday(try day("2026-12-26")))
  }

  @Test("A name that is no code has its rows and nothing else")
  func ownCalendars() throws {
    let calendar = try calendar("house", rows: "house,2026-05-04,,Founder's Day,\n")
    #expect(calendar.holidays == [Holiday(day: try day("2026-05-04"), name: "Founder's Day")])
  }

  @Test("The site's calendar is not the market's")
  func apart() throws {
    let acme = try Acme("queues.yaml", "market: at", "market: DE-BY")
    let centre = try acme.centre()
    #expect(centre.sites.first { $0.id == "vie" }?.holidays == "at")
    #expect(centre.queue("de-voice")?.market == "de-by")
    #expect(centre.calendar("de-by").isPublicHoliday(try day("2026-10-03")))
    #expect(!centre.calendar("at").isPublicHoliday(try day("2026-10-03")))
  }

  @Test("Rows that take away nothing, and mistakes in dates, are told")
  func findings() throws {
    let acme = try Acme(changing: [
      "calendar/holidays.csv": """
      calendar,date,to,name,kind
      at,2026-12-09,,,none
      at,2026-12-08,,Mariä,none
      at,2026-12-08,2026-12-07,Mariä,
      at,2026-12-08,2027-12-09,Mariä,

      """
    ])
    #expect(
      acme.findings == [
        "calendar/holidays.csv:2: warning: there is no holiday on 2026-12-09 to take away; compare "
          + "the row with what nobat holidays shows, or remove it",
        "calendar/holidays.csv:3: warning: there is no holiday called \"Mariä\" on 2026-12-08 to "
          + "take away; compare the row with what nobat holidays shows, or remove it",
        "calendar/holidays.csv:4:15: error: the holiday: it ends on 2026-12-07, before it begins on "
          + "2026-12-08; swap the dates",
        "calendar/holidays.csv:5:15: error: the holiday: it lasts 367 days; write a row for every "
          + "stretch of days",
      ])
  }

  @Test("Rows of a calendar that nobody asks for are told, with the name that is asked for")
  func idleCalendars() throws {
    let sites = (Acme.files["sites.yaml"] ?? nil) ?? ""
    let acme = try Acme(changing: [
      "sites.yaml": sites.replacing("holidays: at", with: "holidays: [DE-BY, house]"),
      "calendar/holidays.csv": """
      calendar,date,name
      de,2026-08-08,Peace of Augsburg
      hose,2026-05-04,Founder's Day
      house,2026-05-05,The day after

      """,
    ])
    #expect(
      acme.findings == [
        "calendar/holidays.csv:2: warning: no site and no queue asks for the calendar \"de\"; write "
          + "de-by, whose days are asked for",
        "calendar/holidays.csv:3: warning: no site and no queue asks for the calendar \"hose\"; name "
          + "it as holidays of a site or market of a queue; did you mean \"house\"?",
      ])
  }

  @Test("Calendar files are among the files that a roster depends on")
  func feedsAreInputs() throws {
    let acme = try Acme(changing: ["calendar/school.ics": Feed.text()])
    #expect(acme.workspace.centreFiles.contains("calendar/school.ics"))
  }
}

/// Calendar files as tests write them.
enum Feed {
  /// A calendar of these lines.
  static func text(_ lines: String...) -> String {
    (["BEGIN:VCALENDAR", "VERSION:2.0"] + lines + ["END:VCALENDAR"])
      .map { $0 + "\r\n" }.joined()
  }
}
