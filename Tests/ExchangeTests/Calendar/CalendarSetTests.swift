import Exchange
import FoundationEssentials
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct CalendarSetTests {
  /// Laura of the small workspace and her week at the end of summer time: two days, an evening that ends
  /// in the hour that comes twice, and a night.
  static func laura(_ acme: Acme) throws -> (rota: Rota, agent: Agent, shifts: [Shift]) {
    let centre = try acme.centre()
    let agent = try #require(centre.agent("laura"))
    return (
      Rota(centre, from: try #require(LocalDay("2026-10-19"))), agent,
      [
        try shift(of: agent, "2026-10-22", at: 375, breaks: [240]),
        try shift(of: agent, "2026-10-23", at: 600),
        // 17:45 to the first 02:15 of two.
        try shift(of: agent, "2026-10-24", at: 1065, breaks: [240]),
        try shift(of: agent, "2026-10-25", at: 1320, breaks: [240]),
      ]
    )
  }

  /// A shift of 8h30m that starts so many minutes after the day does, with meals.
  static func shift(
    of agent: Agent, _ day: String, at start: Int, breaks: [Int] = [],
    template: ShiftTemplate.ID = "day", length: Int = 510
  ) throws -> Shift {
    let day = try #require(LocalDay(day))
    let interval = Interval(
      start: agent.zone.start(of: day) + Minutes(start), length: Minutes(length))
    return Shift(
      agent: agent.id, template: template, day: day, interval: interval,
      breaks: breaks.map {
        Activity(
          kind: .meal,
          interval: Interval(start: interval.start + Minutes($0), length: Minutes(30)))
      }, paid: Minutes(480))
  }

  func uid(_ rest: String) -> String { "laura-\(rest)@acme.nobat.invalid" }

  @Test("A week's calendar is as recorded") func snapshot() throws {
    var (rota, _, shifts) = try Self.laura(try Acme())
    let first = rota.edition
    let text = try #require(rota.publish(shifts).calendars["laura"])
    try Snapshot.expect(String(decoding: text, as: UTF8.self), "laura.ics")
    rota.edition = first
    #expect(rota.publish(shifts.reversed()).calendars["laura"] == text)
  }

  @Test("An agent without shifts or leave has no calendar, and nobody else's shifts are in one")
  func nothingToTell() throws {
    var (rota, _, shifts) = try Self.laura(try Acme())
    let set = rota.publish(shifts)
    #expect(set.calendars.keys.sorted() == ["laura"])
    #expect(set.items(of: "reza") == [])
    #expect(!String(decoding: set.calendars["laura"] ?? [], as: UTF8.self).contains("reza"))
    rota.edition = Edition(firstDay: rota.firstDay)
    #expect(rota.publish([]).calendars == [:])
  }

  @Test("Published again without a change, all bytes are the same, whatever the time")
  func unchanged() throws {
    var (rota, _, shifts) = try Self.laura(try Acme())
    _ = rota.publish(shifts)
    let first = rota.publish(Array(shifts.dropFirst()))
    let second = rota.publish(Array(shifts.dropFirst()), at: Rota.stamp + .hours(5))
    #expect(second.calendars == first.calendars)
    #expect(second.edition == first.edition)
    // What the last change called off can be sent again.
    #expect(second.cancellations == first.cancellations)
    #expect(first.cancellations.keys.sorted() == ["laura"])
  }

  @Test(
    "A moved shift raises its SEQUENCE, another break only LAST-MODIFIED, a shift that is gone is cancelled"
  )
  func changes() throws {
    var (rota, agent, shifts) = try Self.laura(try Acme())
    _ = rota.publish(shifts)
    let moved = try Self.shift(of: agent, "2026-10-22", at: 390, breaks: [225])
    let rested = try Self.shift(of: agent, "2026-10-24", at: 1065)
    let days = ["2026-10-22", "2026-10-23", "2026-10-24", "2026-10-25"].map(uid)
    let second = rota.publish([moved, rested, shifts[3]], at: Rota.stamp + .hours(5))
    let read = ReadCalendar(second.calendars["laura"])
    #expect(days.map { read.values("SEQUENCE")[$0] } == ["1", "1", "0", "0"])
    #expect(
      days.map { read.values("STATUS")[$0] }
        == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"])
    let (new, old) = ("20260529T012640Z", "20260528T202640Z")
    #expect(days.map { read.values("LAST-MODIFIED")[$0] } == [new, new, new, old])
    #expect(days.map { read.values("DTSTAMP")[$0] } == [new, new, new, old])
    // The day is now free.
    #expect(read.values("SUMMARY")[uid("2026-10-23-off")] == "Day off")

    // Only what was cancelled is called off, with all that it was.
    let gone = ReadCalendar(second.cancellations["laura"])
    #expect(gone.lines.contains("METHOD:CANCEL"))
    #expect(gone.values("STATUS") == [days[1]: "CANCELLED"])
    #expect(gone.values("SUMMARY") == [days[1]: "Cancelled: Shift 10:00-18:30"])
    #expect(gone.event(days[1]).contains("DTSTART;TZID=Europe/Vienna:20261023T100000"))
    #expect(gone.values("SEQUENCE") == [days[1]: "1"])

    // Coming back it rises again, and the day off goes.
    let third = ReadCalendar(rota.publish(shifts).calendars["laura"])
    #expect(third.values("SEQUENCE")[days[1]] == "2")
    #expect(third.values("STATUS")[days[1]] == "CONFIRMED")
    #expect(third.values("STATUS")[uid("2026-10-23-off")] == "CANCELLED")
    // Without anything left, all is called off.
    let last = rota.publish([])
    #expect(Set(ReadCalendar(last.calendars["laura"]).values("STATUS").values) == ["CANCELLED"])
    #expect(ReadCalendar(last.cancellations["laura"]).values("STATUS").count == 7)
  }

  @Test("LAST-MODIFIED goes on even if this edition's clock is behind the last one's")
  func clockBehind() throws {
    var (rota, _, shifts) = try Self.laura(try Acme())
    _ = rota.publish(shifts)
    let second = rota.publish(Array(shifts.dropFirst()), at: Rota.stamp - .hours(5))
    #expect(
      ReadCalendar(second.calendars["laura"]).values("LAST-MODIFIED")[uid("2026-10-22")]
        == "20260528T202641Z")
  }

  @Test("Cancelled events stay for 30 days or as long as is asked, and keep their numbers for ever")
  func cancelledDays() throws {
    var (rota, _, shifts) = try Self.laura(try Acme())
    _ = rota.publish(shifts)
    let fewer = Array(shifts.dropFirst())
    let gone = uid("2026-10-22")
    func status(_ set: CalendarSet) -> String? {
      ReadCalendar(set.calendars["laura"]).values("STATUS")[gone]
    }
    #expect(status(rota.publish(fewer, at: Rota.stamp + .hours(1))) == "CANCELLED")
    let almost = Rota.stamp + .hours(1) + .days(30)
    #expect(status(rota.publish(fewer, at: almost - Minutes(1))) == "CANCELLED")
    let later = rota.publish(fewer, at: almost)
    #expect(status(later) == nil)
    // The item is still known as cancelled, for whoever has to delete it.
    #expect(later.items(of: "laura").filter(\.isCancelled).map(\.uid) == [gone])
    #expect(
      ReadCalendar(rota.publish(shifts, at: almost).calendars["laura"]).values("SEQUENCE")[gone]
        == "2")

    rota.style.cancelledDays = 0
    let atOnce = rota.publish(fewer, at: almost + .days(1))
    #expect(status(atOnce) == nil)
    #expect(ReadCalendar(atOnce.cancellations["laura"]).values("STATUS")[gone] == "CANCELLED")
    #expect(rota.publish(fewer, at: almost + .days(2)).cancellations == atOnce.cancellations)
  }

  @Test("Of two shifts of a day the one that stays keeps its name, whichever goes")
  func twoShifts() throws {
    let (rota, agent, _) = try Self.laura(try Acme())
    let early = try Self.shift(of: agent, "2026-10-22", at: 360, length: 240)
    let late = try Self.shift(of: agent, "2026-10-22", at: 960, length: 240)
    let (first, second) = (uid("2026-10-22"), uid("2026-10-22-2"))
    func published(_ editions: [[Shift]]) -> ReadCalendar {
      var rota = rota
      var last: CalendarSet?
      for shifts in editions { last = rota.publish(shifts) }
      return ReadCalendar(last?.calendars["laura"])
    }
    let both = published([[late, early]])
    #expect(both.values("SUMMARY")[first] == "Shift 06:00-10:00")
    #expect(both.values("SUMMARY")[second] == "Shift 16:00-20:00")
    let onlyLate = published([[early, late], [late]])
    #expect(onlyLate.values("STATUS")[first] == "CANCELLED")
    #expect(onlyLate.values("STATUS")[second] == "CONFIRMED")
    #expect(onlyLate.values("SEQUENCE")[second] == "0")
    // Both back again: each where it was.
    let back = published([[early, late], [late], [early, late]])
    #expect(back.values("SUMMARY")[first] == "Shift 06:00-10:00")
    #expect(back.values("SEQUENCE")[second] == "0")
    // A third one in between gets a number that nobody had.
    let noon = try Self.shift(of: agent, "2026-10-22", at: 700, template: "late", length: 120)
    let three = published([[early, late], [early, noon, late]])
    #expect(three.values("SUMMARY")[uid("2026-10-22-3")] == "Shift 11:40-13:40")
    #expect(three.values("SEQUENCE")[second] == "0")
    // Moved past the other one, a shift is known by its template.
    let other = try Self.shift(of: agent, "2026-10-22", at: 400, template: "late", length: 120)
    let moved = try Self.shift(of: agent, "2026-10-22", at: 1200, template: "late", length: 120)
    let passed = published([[other, late], [late, moved]])
    #expect(passed.values("SUMMARY")[first] == "Shift 20:00-22:00")
    #expect(passed.values("SEQUENCE")[second] == "0")
  }

  @Test("An agent who has moved to another zone keeps the old one for cancelled shifts")
  func movedAgent() throws {
    let acme = try Acme()
    var (rota, agent, shifts) = try Self.laura(acme)
    _ = rota.publish(shifts)
    let tehran = agent.with(zone: try acme.zones.zone("Asia/Tehran"), site: "teh")
    rota.centre = rota.centre.with(agents: [tehran])
    let second = ReadCalendar(rota.publish([shifts[0]]).calendars["laura"])
    #expect(second.lines.contains("TZID:Europe/Vienna"))
    #expect(second.lines.contains("TZID:Asia/Tehran"))
    #expect(second.lines.contains("X-WR-TIMEZONE:Asia/Tehran"))
    // The same moments on a clock that shows another time: whoever reads it is told.
    #expect(second.values("SEQUENCE")[uid("2026-10-22")] == "1")
  }

  @Test("Whoever has left is told that their shifts are cancelled, once") func formerAgent() throws
  {
    var (rota, _, shifts) = try Self.laura(try Acme())
    let first = rota.publish(shifts)
    rota.centre = rota.centre.with(agents: rota.centre.agents.filter { $0.id != "laura" })
    let second = rota.publish([])
    let read = ReadCalendar(second.calendars["laura"])
    #expect(Set(read.values("STATUS").values) == ["CANCELLED"])
    #expect(read.lines.contains("NAME:Shifts of laura"))
    #expect(read.values("STATUS").count == first.edition.events.count)
    #expect(rota.publish([]).calendars == second.calendars)
  }

  @Test("Calendars of some agents leave what the edition says of the others") func someAgents()
    throws
  {
    var (rota, agent, shifts) = try Self.laura(try Acme())
    let reza = try #require(rota.centre.agent("reza"))
    let his = try Self.shift(of: reza, "2026-10-21", at: 600)
    let first = rota.publish(shifts + [his])
    let second = rota.publish([], for: [agent])
    #expect(second.calendars.keys.sorted() == ["laura"])
    #expect(second.edition.events(of: "reza") == first.edition.events(of: "reza"))
    #expect(second.edition.events(of: "laura").allSatisfy { $0.status == .cancelled })
  }

  @Test(
    "Days off and leave are all-day events that leave the time free; nights belong to their day")
  func daysOff() throws {
    var (rota, agent, shifts) = try Self.laura(try Acme())
    let firstDay = rota.firstDay
    func off(_ kind: TimeOff.Kind, _ day: Int, _ state: TimeOff.State = .approved) -> TimeOff {
      TimeOff(
        id: .init("t\(day)"), agent: agent.id, from: firstDay + day, to: firstDay + day,
        kind: kind, state: state)
    }
    rota.centre = rota.centre.with(timeOff: [
      off(.leave, 0), off(.sick, 1), off(.leave, 2, .requested), off(.leave, 3),
    ])
    let read = ReadCalendar(rota.publish(shifts).calendars["laura"])
    let summary = read.values("SUMMARY")
    #expect(summary[uid("2026-10-19-off")] == "Leave")
    #expect(summary[uid("2026-10-20-off")] == "Sick leave")
    #expect(summary[uid("2026-10-21-off")] == "Day off")
    // Whoever works on a day of leave is told of the shift.
    #expect(summary[uid("2026-10-22-off")] == nil)
    #expect(summary.count == 3 + 4)
    let event = read.event(uid("2026-10-19-off"))
    for line in [
      "DTSTART;VALUE=DATE:20261019", "DTEND;VALUE=DATE:20261020", "TRANSP:TRANSPARENT",
      "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "COLOR:gold", "CATEGORIES:LEAVE",
    ] {
      #expect(event.contains(line))
    }
    #expect(read.event(uid("2026-10-22")).contains("TRANSP:OPAQUE"))

    // From a day off to leave the day stays free: the text changes, the event's time does not.
    rota.centre = rota.centre.with(timeOff: [off(.leave, 0), off(.sick, 1), off(.leave, 2)])
    let next = ReadCalendar(rota.publish(shifts).calendars["laura"])
    #expect(next.values("SUMMARY")[uid("2026-10-21-off")] == "Leave")
    #expect(next.values("SEQUENCE")[uid("2026-10-21-off")] == "0")
    #expect(next.values("LAST-MODIFIED")[uid("2026-10-21-off")] == "20260528T202641Z")
    rota.style.showsDaysOff = false
    let none = ReadCalendar(rota.publish(shifts).calendars["laura"])
    #expect(none.values("STATUS")[uid("2026-10-21-off")] == "CANCELLED")
  }

  @Test("What a planner chooses is seen: UTC, breaks as events, alarms, privacy, the organizer")
  func choices() throws {
    var (rota, _, shifts) = try Self.laura(try Acme())
    rota.style.times = .utc
    rota.style.breaks = .events
    rota.style.alarm = Minutes(30)
    rota.style.isPrivate = true
    rota.style.organizer = "rota@acme.com"
    let read = ReadCalendar(rota.publish(shifts).calendars["laura"])
    #expect(!read.lines.contains("BEGIN:VTIMEZONE"))
    let event = read.event(uid("2026-10-22"))
    // 06:15 in Vienna's summer is 04:15 in Greenwich.
    for line in [
      "DTSTART:20261022T041500Z", "DTEND:20261022T124500Z", "CLASS:PRIVATE", "BEGIN:VALARM",
      "TRIGGER:-PT30M", "ORGANIZER;CN=\"Planning\":mailto:rota@acme.com", "COLOR:steelblue",
      "CATEGORIES:SHIFT,day",
      "DESCRIPTION:day: 06:15-14:45 (Europe/Vienna)\\nPaid: 8 h\\nQueues: de-mail\\, de-voice",
    ] {
      #expect(event.contains(line), "\(line) is not in \(event)")
    }
    let pause = read.event(uid("2026-10-22-meal"))
    #expect(pause.contains("DTSTART:20261022T081500Z"))
    #expect(pause.contains("SUMMARY:Break 10:15-10:45 (meal)"))
    #expect(pause.contains("CATEGORIES:BREAK,meal"))
    #expect(!pause.contains("BEGIN:VALARM"))
    // Turning the alarm off is a change of the text.
    rota.style.alarm = nil
    let next = ReadCalendar(rota.publish(shifts).calendars["laura"])
    #expect(next.values("SEQUENCE")[uid("2026-10-22")] == "0")
    #expect(next.values("LAST-MODIFIED")[uid("2026-10-22")] == "20260528T202641Z")
    rota.style.breaks = .hidden
    let hidden = ReadCalendar(rota.publish(shifts).calendars["laura"])
    #expect(hidden.values("STATUS")[uid("2026-10-22-meal")] == "CANCELLED")
  }

  @Test("An item is a calendar of one event without METHOD, with the zone that it needs")
  func items() throws {
    var (rota, _, shifts) = try Self.laura(try Acme())
    let set = rota.publish(shifts)
    let whole = ReadCalendar(set.calendars["laura"])
    let items = set.items(of: "laura")
    #expect(items.map(\.uid) == set.edition.events.map(\.uid))
    for item in items {
      let read = ReadCalendar(item.text)
      #expect(read.lines.count { $0 == "BEGIN:VEVENT" } == 1)
      #expect(!read.lines.contains { $0.hasPrefix("METHOD") })
      #expect(read.event(item.uid) == whole.event(item.uid))
      let isLocal = read.event(item.uid).contains { $0.hasPrefix("DTSTART;TZID=") }
      #expect(read.lines.contains("BEGIN:VTIMEZONE") == isLocal)
    }
  }

  @Test("Lines are at most 75 octets of whole characters, and join to what they were")
  func folding() throws {
    let acme = try Acme()
    let (rota, agent, shifts) = try Self.laura(acme)
    let pieces = [
      "می‌خواهد", "👩‍👩‍👧‍👧", "é", "\\", ";", ",", "\"", "\u{301}", "\r\n", "\t", "漢", "a", " ", "🇦🇹",
      "\u{600}", "क्षि",
    ]
    try forEvery(seed: 0..<300) { seed in
      var chance = Generator(seed: seed)
      let name = (0..<60).map { _ in pieces[chance.index(below: pieces.count)] }.joined()
      var rota = rota
      rota.centre = rota.centre.with(agents: [agent.with(name: name)])
      let bytes = try #require(rota.publish(shifts).calendars["laura"])
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      let isFolded = lines.dropLast().allSatisfy { line in
        line.last == 13 && line.count <= 76 && String(validating: line, as: UTF8.self) != nil
      }
      let words = name.unicodeScalars.split { $0.value < 0x20 }.map { String($0) }
      let expected = "Shifts of " + words.joined(separator: " ")
      let shown = ReadCalendar(bytes).lines.first { $0.hasPrefix("NAME:") } ?? ""
      let value = Self.unescaped(shown.dropFirst(5))
      return isFolded && lines.last?.isEmpty == true
        && value.unicodeScalars.elementsEqual(expected.unicodeScalars)
        && Self.keepsGraphemes(bytes)
    }
  }

  /// Whether every fold of a name lies between two graphemes.
  private static func keepsGraphemes(_ bytes: [UInt8]) -> Bool {
    let text = bytes.split(separator: 10).map { $0.dropLast() }
    guard let start = text.firstIndex(where: { $0.starts(with: Array("NAME:".utf8)) }) else {
      return false
    }
    var whole = String(decoding: text[start], as: UTF8.self)
    for line in text[(start + 1)...] {
      guard line.first == 32 else { return true }
      let next = String(decoding: line.dropFirst(), as: UTF8.self)
      if (whole + next).count != whole.count + next.count { return false }
      whole += next
    }
    return true
  }

  /// A TEXT value without its backslashes.
  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      isEscaped = scalar == "\\" && !isEscaped
      if !isEscaped { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
