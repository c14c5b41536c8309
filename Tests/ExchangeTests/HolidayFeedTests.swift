import FoundationEssentials
import Statistics
import TestSupport
import Testing
import Timeline

@testable import Exchange

/// Calendar files as holiday sources, as feeds really write them.
@Suite struct HolidayFeedTests {
  private func read(_ text: String) -> (days: [String], findings: [String]) {
    let inspection = Inspection()
    let days = HolidayFeed.days(of: Array(text.utf8), file: "f.ics", inspection)
    return (days.map { "\($0.day) \($0.name)" }, inspection.result.map(\.description))
  }

  /// The days of one event with these properties.
  private func event(_ lines: String...) -> (days: [String], findings: [String]) {
    let body = ["BEGIN:VEVENT", "SUMMARY:x"] + lines + ["END:VEVENT"]
    return read("BEGIN:VCALENDAR\r\n" + body.map { $0 + "\r\n" }.joined() + "END:VCALENDAR\r\n")
  }

  private func expectDays(
    _ dates: String..., of event: (days: [String], findings: [String]),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(event.days == dates.map { "\($0) x" }, sourceLocation: sourceLocation)
    #expect(event.findings == [], sourceLocation: sourceLocation)
  }

  @Test("An end is the day after the last, a duration counts days and weeks, and neither is a day")
  func lengths() {
    expectDays(
      "2026-12-24", "2026-12-25",
      of: event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261226"))
    expectDays("2026-12-24", of: event("DTSTART;VALUE=DATE:20261224"))
    expectDays("2026-12-24", of: event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261224"))
    expectDays("2026-12-31", "2027-01-01", of: event("DTSTART:20261231", "DURATION:P2D"))
    expectDays("2026-12-31", of: event("DTSTART:20261231", "DURATION:P1DT0H0M0S"))
    #expect(event("DTSTART:20261231", "DURATION:P1W").days.count == 7)
  }

  @Test("Names are unescaped, unfolded and on one line")
  func names() {
    let (days, findings) = read(
      "\u{feff}BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260501\n"
        + "SUMMARY;LANGUAGE=de;X=\"a:b;c\":Tag\\, der \\\\ Ar\n beit\\; und\\nRuhe\u{7}!\nEND:VEVENT\nEND:VCALENDAR"
    )
    #expect(days == ["2026-05-01 Tag, der \\ Arbeit; und Ruhe !"])
    #expect(findings == [])
  }

  @Test("A yearly event comes every year of the built-in calendars from its first")
  func yearly() {
    #expect(
      event("DTSTART:20340501", "RRULE:FREQ=YEARLY").days == ["2034-05-01 x", "2035-05-01 x"])
    // From 1900 every year: the first day itself, and the 21 years from 2015 (2014 is passed on the way).
    let old = event("DTSTART:19000501", "RRULE:FREQ=YEARLY").days
    #expect(old.filter { $0 >= "2015" }.count == 21)
    #expect(event("DTSTART:20240229", "RRULE:FREQ=YEARLY").days.count == 3)
  }

  @Test("Rules of months, days and weekdays are as calendars write them")
  func rules() {
    // Thanksgiving, the fourth Thursday of November: 26 in 2026, 25 in 2027.
    expectDays(
      "2026-11-26", "2027-11-25",
      of: event("DTSTART:20261126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2"))
    // Memorial Day, the last Monday of May.
    expectDays(
      "2026-05-25", "2027-05-31",
      of: event("DTSTART:20260525", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20271231"))
    // Election day, the Tuesday after the first Monday of November, every second year.
    expectDays(
      "2026-11-03", "2028-11-07",
      of: event(
        "DTSTART:20261103",
        "RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=2"))
    // The last day of February.
    expectDays(
      "2027-02-28", "2028-02-29",
      of: event("DTSTART:20270228", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=2"))
    // The last Friday of a year.
    expectDays(
      "2026-12-25", "2027-12-31",
      of: event("DTSTART:20261225", "RRULE:FREQ=YEARLY;BYDAY=-1FR;COUNT=2"))
    // The first Monday of a year where it is one of its first three days: in 2030 to 2032 it is later.
    expectDays(
      "2028-01-03", "2029-01-01", "2033-01-03", "2034-01-02",
      of: event(
        "DTSTART:20280103", "RRULE:FREQ=YEARLY;BYDAY=1MO;BYMONTHDAY=1,2,3;UNTIL=20341231T000000Z"))
    // The second Tuesday of November where it is the eighth or ninth.
    expectDays(
      "2027-11-09", "2032-11-09",
      of: event(
        "DTSTART:20271109", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2TU;BYMONTHDAY=8,9;COUNT=2"))
  }

  @Test("A change of all later repetitions ends an event at it, and one warning says so")
  func laterRepetitions() {
    func read(status: String) -> (days: [String], findings: [String]) {
      self.read(
        Feed.text(
          "BEGIN:VEVENT", "UID:a", "SUMMARY:Fair", "DTSTART:20300501", "RRULE:FREQ=YEARLY;COUNT=4",
          "RDATE:20330601", "END:VEVENT", "BEGIN:VEVENT", "UID:a",
          "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20320501", "SUMMARY:Fair",
          "DTSTART:20320508", status, "END:VEVENT"))
    }
    let (days, findings) = read(status: "STATUS:CONFIRMED")
    #expect(days == ["2030-05-01 Fair", "2031-05-01 Fair"])
    #expect(findings.count == 1)
    let told =
      "warning: \"Fair\": it changes all repetitions from 2032-05-01 on, which is not read: they are left "
      + "out; write their days into"
    #expect(findings.first?.contains(told) ?? false, "\(findings)")
    // Cancelled, they are none.
    let cancelled = read(status: "STATUS:CANCELLED")
    #expect(cancelled.days == ["2030-05-01 Fair", "2031-05-01 Fair"])
    #expect(cancelled.findings == [])
  }

  @Test("Single days are added, taken out and moved")
  func exceptions() {
    expectDays(
      "2030-05-01", "2032-05-01", "2032-06-01",
      of: event(
        "DTSTART:20300501", "RRULE:FREQ=YEARLY;COUNT=3", "EXDATE;VALUE=DATE:20310501",
        "RDATE;VALUE=DATE:20320601"))
    let (days, findings) = read(
      Feed.text(
        "BEGIN:VEVENT", "UID:a", "SUMMARY:Fair", "DTSTART:20300501", "RRULE:FREQ=YEARLY;COUNT=2",
        "END:VEVENT", "BEGIN:VEVENT", "UID:a", "RECURRENCE-ID;VALUE=DATE:20310501", "SUMMARY:Fair",
        "DTSTART:20310508", "END:VEVENT"))
    #expect(days == ["2030-05-01 Fair", "2031-05-08 Fair"])
    #expect(findings == [])
  }

  @Test("Of an event that is told anew, the highest number holds")
  func sequences() {
    let (days, findings) = read(
      Feed.text(
        "BEGIN:VEVENT", "UID:a", "SEQUENCE:2", "SUMMARY:Fair", "DTSTART:20300502", "END:VEVENT",
        "BEGIN:VEVENT", "UID:a", "SUMMARY:Fair", "DTSTART:20300501", "END:VEVENT",
        "BEGIN:VEVENT", "UID:a", "SEQUENCE:1", "SUMMARY:Fair", "DTSTART:20300503", "END:VEVENT",
        "BEGIN:VEVENT", "UID:b", "SUMMARY:Mart", "DTSTART:20300601", "END:VEVENT",
        "BEGIN:VEVENT", "UID:b", "SUMMARY:Mart", "DTSTART:20300602", "END:VEVENT"))
    // Programs that give all events one UID do not number them: these stay.
    #expect(days == ["2030-05-02 Fair", "2030-06-01 Mart", "2030-06-02 Mart"])
    #expect(findings == [])
  }

  @Test("Cancelled events are no days")
  func cancelled() {
    #expect(event("DTSTART:20260501", "STATUS:CANCELLED").days == [])
  }

  @Test("Events with times are left out, and one warning says so")
  func timedEvents() {
    let meeting = [
      "BEGIN:VEVENT", "DTSTART:20260501T100000Z", "DTEND:20260501T110000Z", "END:VEVENT",
    ]
    let (days, findings) = read(
      "BEGIN:VCALENDAR\n" + (meeting + meeting).joined(separator: "\n") + "\nEND:VCALENDAR\n")
    #expect(days == [])
    #expect(
      findings == [
        "f.ics:3: warning: 2 events have times of day and no holiday: left out; only all-day events "
          + "(DTSTART;VALUE=DATE) are holidays"
      ])
  }

  @Test("What is inside of an event, and other components, are passed over")
  func nested() {
    let (days, findings) = read(
      Feed.text(
        "BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:19700101T000000", "END:STANDARD",
        "END:VTIMEZONE", "BEGIN:VTODO", "DTSTART:20260101", "END:VTODO", "BEGIN:VEVENT",
        "DTSTART:20260501", "SUMMARY:May", "BEGIN:VALARM", "SUMMARY:Alarm", "TRIGGER:-PT1H",
        "END:VALARM", "END:VEVENT"))
    #expect(days == ["2026-05-01 May"])
    #expect(findings == [])
  }

  @Test(
    "What is wrong is told with its line, and the rest is read",
    arguments: [
      (
        ["DTSTART:20260230"],
        "3: error: \"x\": DTSTART \"20260230\" is not a date; write it as 20260101"
      ),
      ([], "2: error: \"x\": the event has no DTSTART"),
      (
        ["DTSTART:20260502", "DTEND:20260501"],
        "4: error: \"x\": the event ends on 2026-05-01, before"
      ),
      (["DTSTART:20260502", "DTEND:20290501"], "4: error: \"x\": the event lasts 1095 days"),
      (
        ["DTSTART:20260502", "DURATION:PT8H"],
        "4: error: \"x\": the duration \"PT8H\" is not one of"
      ),
      (
        ["DTSTART:20260502", "DURATION:-P1D"],
        "4: error: \"x\": the duration \"-P1D\" is not one of"
      ),
      (
        ["DTSTART:20260502", "RRULE:FREQ=YEARLY;INTERVAL=0"],
        "4: error: \"x\": RRULE: \"INTERVAL=0\" cannot"
      ),
      (
        ["DTSTART:20260502", "RRULE:FREQ=YEARLY;BYMONTH=13"],
        "4: error: \"x\": RRULE: \"BYMONTH=13\" cannot"
      ),
      (
        ["DTSTART:20260502", "RRULE:FREQ=YEARLY;BYDAY=XX"],
        "4: error: \"x\": RRULE: \"BYDAY=XX\" cannot"
      ),
      (
        ["DTSTART:20260502", "RRULE:FREQ=YEARLY;UNTIL=20280701junk"],
        "4: error: \"x\": RRULE: \"UNTIL=20280701JUNK\" cannot"
      ),
      (
        ["DTSTART:20260502", "RRULE:FREQ=YEARLY;UNTIL=20280701T000"],
        "4: error: \"x\": RRULE: \"UNTIL=20280701T000\" cannot"
      ),
      (
        ["DTSTART:20260502", "RRULE:FREQ=YEARLY;COUNT=2;COUNT=3"],
        "4: error: \"x\": RRULE: \"COUNT=3\" cannot"
      ),
      (
        ["DTSTART:20260502", "RRULE:FREQ=YEARLY", "RRULE:FREQ=YEARLY;BYMONTH=7"],
        "5: warning: \"x\": it repeats by a second RRULE, which is not read: left out"
      ),
      (
        ["DTSTART:20260502", "RRULE:FREQ=YEARLY", "EXRULE:FREQ=YEARLY;INTERVAL=2"],
        "5: warning: \"x\": it repeats by an EXRULE, which is not read: left out"
      ),
      (["DTSTART:20260502", "RRULE:"], "4: error: \"x\": RRULE: \"\" cannot be read"),
      (
        ["DTSTART:20260502", "RRULE:FREQ=WEEKLY"],
        "4: warning: \"x\": it repeats by FREQ=WEEKLY, which"
      ),
      (
        ["DTSTART:20260502", "RRULE:FREQ=YEARLY;BYWEEKNO=20"],
        "4: warning: \"x\": it repeats by BYWEEKNO=20, which is not read: left out; write its days"
      ),
      (
        ["DTSTART:20260502", "EXDATE:tomorrow"],
        "4: error: \"x\": EXDATE \"tomorrow\" is not a date"
      ),
      (["nonsense", "DTSTART:20260502"], "3: warning: the line is no property and is left out"),
    ])
  func broken(lines: [String], told: String) {
    let body = ["BEGIN:VCALENDAR", "BEGIN:VEVENT"] + lines + ["SUMMARY:x", "END:VEVENT"]
    let good = ["BEGIN:VEVENT", "DTSTART:20260704", "SUMMARY:good", "END:VEVENT", "END:VCALENDAR"]
    let (days, findings) = read((body + good).joined(separator: "\n"))
    #expect(findings.count == 1)
    #expect(findings.first?.hasPrefix("f.ics:" + told) ?? false, "\(findings)")
    #expect(days.contains("2026-07-04 good"))
  }

  @Test(
    "A file that is none, cut short or put together wrongly is told",
    arguments: [
      ("<html><body>Sign in</body></html>", "f.ics:1: error: this is not an iCalendar file"),
      ("", "f.ics:1: error: this is not an iCalendar file, which begins BEGIN:VCALENDAR; download"),
      (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260501\n",
        "f.ics:2: error: the VEVENT that begins here never ends; the file is cut short"
      ),
      (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n",
        "f.ics:3: error: END:VCALENDAR stands where END:VEVENT should; the file is damaged"
      ),
    ])
  func damaged(text: String, told: String) {
    let (_, findings) = read(text)
    #expect(findings.count == 1)
    #expect(findings.first?.hasPrefix(told) ?? false, "\(findings)")
  }

  @Test(
    "A hostile file is refused, not walked through",
    arguments: [
      // Every day of every year from the year 1 on, a hundred thousand times.
      "DTSTART:00010101\nRRULE:FREQ=YEARLY;COUNT=100000;BYMONTHDAY="
        + (1...31).map(String.init).joined(separator: ","),
      // A thousand leap years of days.
      "DTSTART:20200101\nDTEND:20210101\nRDATE:" + String(repeating: "20240101,", count: 1000),
    ])
  func bounds(properties: String) {
    let event = "BEGIN:VEVENT\nSUMMARY:x\n\(properties)\nEND:VEVENT\n"
    let text = "BEGIN:VCALENDAR\n\(String(repeating: event, count: 50))END:VCALENDAR\n"
    let (days, findings) = read(text)
    #expect(days.count <= HolidayFeed.mostDays)
    #expect(findings.count == 1)
    let told = "error: the events of the file have more than 500000 days; remove those that are no"
    #expect(findings.first?.contains(told) ?? false, "\(findings)")
  }

  @Test("A file of megabytes is no list of holidays")
  func size() {
    let long = String(repeating: "X-A:1\n", count: HolidayFeed.mostBytes / 6 + 1)
    #expect(
      read("BEGIN:VCALENDAR\n\(long)").findings
        == ["f.ics: error: the file has more than 8 MB; name a file of holidays alone"])
  }

  @Test("Damaged feeds give days or findings")
  func fuzz() {
    let good = Array(
      Feed.text(
        "BEGIN:VEVENT", "UID:a", "SUMMARY:Fair\\, day", "DTSTART;VALUE=DATE:20300501",
        "DTEND;VALUE=DATE:20300503",
        "RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=5,6;BYDAY=1MO,-1FR;COUNT=9",
        "EXDATE;VALUE=DATE:20320503", "RDATE;VALUE=DATE:20330101,20330102", "END:VEVENT",
        "BEGIN:VEVENT", "UID:b", "SUMMARY:End", "DTSTART:20301231", "DURATION:P2W",
        "RRULE:FREQ=YEARLY;UNTIL=20341231T000000Z;BYMONTHDAY=-1", "STATUS:CONFIRMED", "END:VEVENT"
      ).utf8)
    forEvery(seed: 0..<3000) { seed in
      var chance = Generator(seed: seed)
      let inspection = Inspection()
      let bytes = FuzzTests.damaged(good, &chance)
      let days = HolidayFeed.days(of: bytes, file: "f.ics", inspection)
      return days.count < 100_000
        && inspection.result.allSatisfy { !$0.message.isEmpty && $0.file == "f.ics" }
    }
  }

  @Test(
    "Random yearly events have the days that the Python package has",
    .enabled(if: House.python != nil, House.checkersAreMissing))
  func oracle() throws {
    var chance = Generator(seed: 11)
    let events = (0..<400).flatMap { HolidayFeedTests.randomEvent($0, &chance) }
    let text = (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"] + events + ["END:VCALENDAR"])
      .map { $0 + "\r\n" }.joined()
    let folder = try TemporaryFolder()
    try folder.write(text, to: "feed.ics")
    let script = "\(House.root)/Tests/ExchangeTests/Data/expand_feed.py"
    let python = try #require(House.python)
    let ending = try python.run([script, folder.path("feed.ics"), "2015", "2035"])
    #expect(ending.status == 0, "\(ending.errors)")
    let theirs = Set(ending.output.split(separator: "\n").map(String.init))
    let inspection = Inspection()
    let days = HolidayFeed.days(of: Array(text.utf8), file: "f.ics", inspection)
    #expect(inspection.result == [])
    let ours = Set(
      days.filter { (2015...2035).contains($0.day.year) }.map { "\($0.day)\t\($0.name)" })
    #expect(theirs.count > 2000)
    #expect(ours.subtracting(theirs).sorted().prefix(5) == [])
    #expect(theirs.subtracting(ours).sorted().prefix(5) == [])
  }

  /// An all-day event whose first day is one that its rule gives, as feeds have them.
  private static func randomEvent(_ number: Int, _ chance: inout Generator) -> [String] {
    let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    func basic(_ day: LocalDay) -> String { day.description.replacing("-", with: "") }
    let year = 1990 + chance.index(below: 40)
    let start = LocalDay.newYear(of: year) + chance.index(below: 365)
    let (_, month, dayOfMonth) = start.civil
    let weekday = weekdays[start.weekday.number - 1]
    var rule = "RRULE:FREQ=YEARLY"
    switch chance.index(below: 7) {
    case 0: break
    case 6:
      // A Monday of the month, say the third, only where it is on some days of the month.
      let days = [dayOfMonth] + (0..<4).map { _ in 1 + chance.index(below: 31) }
      rule += ";BYMONTH=\(month);BYDAY=\((dayOfMonth - 1) / 7 + 1)\(weekday)"
      rule += ";BYMONTHDAY=\(days.map(String.init).joined(separator: ","))"
    case 1: rule += ";BYMONTH=\(month)"
    case 2: rule += ";BYMONTH=\(month);BYDAY=\((dayOfMonth - 1) / 7 + 1)\(weekday)"
    case 3:
      let length = LocalDay.daysInMonth(month, of: year)
      rule += ";BYMONTH=\(month);BYDAY=-\((length - dayOfMonth) / 7 + 1)\(weekday)"
    case 4: rule += ";BYMONTH=\(month);BYMONTHDAY=\(dayOfMonth),\(1 + chance.index(below: 31))"
    default:
      let days = (0..<7).map { max(1, dayOfMonth - 3) + $0 }.filter { $0 <= 31 }
        .map(String.init).joined(separator: ",")
      rule += ";BYMONTH=\(month);BYMONTHDAY=\(days);BYDAY=\(weekday)"
    }
    if chance.index(below: 3) == 0 { rule += ";INTERVAL=\(1 + chance.index(below: 4))" }
    switch chance.index(below: 4) {
    case 0: rule += ";COUNT=\(1 + chance.index(below: 40))"
    case 1: rule += ";UNTIL=\(basic(start + chance.index(below: 9000)))"
    default: break
    }
    var lines = [
      "BEGIN:VEVENT", "UID:e\(number)", "SUMMARY:e\(number)", "DTSTAMP:20260101T000000Z",
    ]
    lines.append("DTSTART;VALUE=DATE:\(basic(start))")
    switch chance.index(below: 3) {
    case 0: lines.append("DTEND;VALUE=DATE:\(basic(start + 1 + chance.index(below: 20)))")
    case 1: lines.append("DURATION:P\(1 + chance.index(below: 2))W")
    default: break
    }
    if chance.index(below: 5) > 0 { lines.append(rule) }
    if chance.index(below: 4) == 0 {
      lines.append("RDATE;VALUE=DATE:\(basic(start + 400)),\(basic(start + 5000))")
    }
    return lines + ["END:VEVENT"]
  }
}
