import Exchange
import FoundationEssentials
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct AgentCalendarTests {
  let stamp = Instant(seconds: 1_780_000_000)  // 2026-05-28T20:26:40Z

  /// Laura of the small workspace, and shifts of hers: two days, an evening that ends in the hour that
  /// comes twice, and a night.
  func laura(_ acme: Acme) throws -> (centre: Centre, agent: Agent, shifts: [Shift]) {
    let centre = try acme.centre()
    let agent = try #require(centre.agent("laura"))
    func shift(_ day: String, _ start: Int, breaks: [Int]) throws -> Shift {
      let day = try #require(LocalDay(day))
      let interval = Interval(
        start: agent.zone.start(of: day) + Minutes(start), length: Minutes(510))
      return Shift(
        agent: "laura", template: "day", day: day, interval: interval,
        breaks: breaks.map {
          Activity(
            kind: .meal,
            interval: Interval(start: interval.start + Minutes($0), length: Minutes(30)))
        }, paid: Minutes(480))
    }
    return (
      centre, agent,
      [
        try shift("2026-10-22", 375, breaks: [240]), try shift("2026-10-23", 600, breaks: []),
        // 17:45 to the first 02:15 of two.
        try shift("2026-10-24", 1065, breaks: [240]), try shift("2026-10-31", 1320, breaks: [240]),
      ]
    )
  }

  @Test("A week's calendar is as recorded") func snapshot() throws {
    let (centre, agent, shifts) = try laura(try Acme())
    let text = try #require(iCalendar(of: agent, shifts: shifts, in: centre, stamp: stamp))
    try Snapshot.expect(text, "laura.ics")
    #expect(iCalendar(of: agent, shifts: shifts.reversed(), in: centre, stamp: stamp) == text)
  }

  @Test("An agent without shifts has no calendar, and no other agent's shifts are in it")
  func empty() throws {
    let (centre, agent, shifts) = try laura(try Acme())
    #expect(iCalendar(of: agent, shifts: [], in: centre, stamp: stamp) == nil)
    let reza = try #require(centre.agent("reza"))
    #expect(iCalendar(of: reza, shifts: shifts, in: centre, stamp: stamp) == nil)
  }

  /// The values of one property by the events' uids.
  func values(_ property: String, of text: String?) -> [String: String] {
    var result: [String: String] = [:]
    var uid = ""
    for line in (text ?? "").split(separator: "\r\n") {
      if line.hasPrefix("UID:") { uid = String(line.dropFirst(4)) }
      if line.hasPrefix(property + ":") { result[uid] = String(line.dropFirst(property.count + 1)) }
    }
    return result
  }

  @Test("A republication without a change keeps every byte, whatever the time") func unchanged()
    throws
  {
    let (centre, agent, shifts) = try laura(try Acme())
    let first = iCalendar(of: agent, shifts: shifts, in: centre, stamp: stamp)
    let later = stamp + .hours(5)
    #expect(
      iCalendar(of: agent, shifts: shifts, in: centre, stamp: later, previous: first) == first)
  }

  @Test(
    "A moved shift raises its SEQUENCE, another break only LAST-MODIFIED, a shift that is gone is cancelled"
  )
  func changes() throws {
    let (centre, agent, shifts) = try laura(try Acme())
    let first = iCalendar(of: agent, shifts: shifts, in: centre, stamp: stamp)
    let moved = Shift(
      agent: "laura", template: "day", day: shifts[0].day,
      interval: Interval(start: shifts[0].interval.start + Minutes(15), length: Minutes(510)),
      breaks: shifts[0].breaks, paid: Minutes(480))
    let rested = Shift(
      agent: "laura", template: "day", day: shifts[2].day, interval: shifts[2].interval, breaks: [],
      paid: Minutes(480))
    let later = stamp + .hours(5)
    let second = iCalendar(
      of: agent, shifts: [moved, rested, shifts[3]], in: centre, stamp: later, previous: first)
    let days = ["2026-10-22", "2026-10-23", "2026-10-24", "2026-10-31"]
      .map { "laura-\($0)@acme.nobat.invalid" }
    let sequence = values("SEQUENCE", of: second)
    #expect(days.map { sequence[$0] } == ["1", "1", "0", "0"])
    let status = values("STATUS", of: second)
    #expect(days.map { status[$0] } == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"])
    let modified = values("LAST-MODIFIED", of: second)
    let (new, old) = ("20260529T012640Z", "20260528T202640Z")
    #expect(days.map { modified[$0] } == [new, new, new, old])

    // A third time the cancelled one stays as it is; coming back it rises again.
    let third = iCalendar(
      of: agent, shifts: [moved, rested, shifts[3]], in: centre, stamp: later + .hours(1),
      previous: second)
    #expect(third == second)
    let fourth = iCalendar(of: agent, shifts: shifts, in: centre, stamp: later, previous: third)
    #expect(values("SEQUENCE", of: fourth)[days[1]] == "2")
    #expect(values("STATUS", of: fourth)[days[1]] == "CONFIRMED")
    // Without any shift left, the cancellations are still told.
    let last = iCalendar(of: agent, shifts: [], in: centre, stamp: later, previous: fourth)
    #expect(Set(values("STATUS", of: last).values) == ["CANCELLED"])
  }

  @Test("LAST-MODIFIED goes on even if this edition's clock is behind the last one's")
  func clockBehind() throws {
    let (centre, agent, shifts) = try laura(try Acme())
    let first = iCalendar(of: agent, shifts: shifts, in: centre, stamp: stamp)
    let second = iCalendar(
      of: agent, shifts: Array(shifts.dropFirst()), in: centre, stamp: stamp - .hours(5),
      previous: first)
    #expect(
      values("LAST-MODIFIED", of: second)["laura-2026-10-22@acme.nobat.invalid"]
        == "20260528T202641Z")
  }

  @Test("An agent who has moved to another zone keeps the old one for cancelled shifts")
  func movedAgent() throws {
    let acme = try Acme()
    let (centre, agent, shifts) = try laura(acme)
    let first = iCalendar(of: agent, shifts: shifts, in: centre, stamp: stamp)
    let tehran = Agent(
      id: agent.id, name: agent.name, site: "teh", contract: agent.contract,
      zone: try acme.zones.zone("Asia/Tehran"), skills: agent.skills)
    let second = try #require(
      iCalendar(
        of: tehran, shifts: [shifts[0]], in: centre, stamp: stamp + .hours(1), previous: first))
    #expect(second.contains("TZID:Europe/Vienna\r\n"))
    #expect(second.contains("TZID:Asia/Tehran\r\n"))
    #expect(second.contains("X-WR-TIMEZONE:Asia/Tehran\r\n"))
    // The same moments on another clock: the times are written anew.
    #expect(values("SEQUENCE", of: second)["laura-2026-10-22@acme.nobat.invalid"] == "1")
  }

  @Test("Two shifts of one day have events of their own") func twice() throws {
    let (centre, agent, shifts) = try laura(try Acme())
    let second = Shift(
      agent: "laura", template: "late", day: shifts[0].day,
      interval: Interval(start: shifts[0].interval.end + .hours(2), length: .hours(2)), breaks: [],
      paid: .hours(2))
    let text = iCalendar(of: agent, shifts: [second, shifts[0]], in: centre, stamp: stamp)
    #expect(
      values("SUMMARY", of: text) == [
        "laura-2026-10-22@acme.nobat.invalid": "Shift 06:15-14:45",
        "laura-2026-10-22-2@acme.nobat.invalid": "Shift 16:45-18:45",
      ])
  }

  @Test("Lines are at most 75 octets of whole characters, and join to what they were")
  func folding() throws {
    let acme = try Acme()
    let (centre, agent, shifts) = try laura(acme)
    let pieces = [
      "می‌خواهد", "👩‍👩‍👧‍👧", "é", "\\", ";", ",", "\"", "\u{301}", "\r\n", "\t", "漢", "a", " ", "🇦🇹",
    ]
    try forEvery(seed: 0..<60) { seed in
      var chance = Generator(seed: seed)
      let name = (0..<60).map { _ in pieces[chance.index(below: pieces.count)] }.joined()
      let named = Agent(
        id: agent.id, name: name, site: agent.site, contract: agent.contract, zone: agent.zone,
        skills: agent.skills)
      let text = try #require(iCalendar(of: named, shifts: shifts, in: centre, stamp: stamp))
      let lines = Array(text.utf8).split(separator: 10, omittingEmptySubsequences: false)
      let isFolded = lines.dropLast().allSatisfy { line in
        line.last == 13 && line.count <= 76 && String(validating: line, as: UTF8.self) != nil
      }
      let words = name.unicodeScalars.split { $0.value < 0x20 }.map { String($0) }
      let expected = "Shifts of " + words.joined(separator: " ")
      let shown = unfolded(lines).first { $0.hasPrefix("NAME:") } ?? ""
      return isFolded && lines.last?.isEmpty == true
        && unescaped(shown.dropFirst(5)).unicodeScalars.elementsEqual(expected.unicodeScalars)
    }
  }

  /// The logical lines: a line that begins with a blank goes on with the one before.
  func unfolded(_ lines: [ArraySlice<UInt8>]) -> [String] {
    var result: [[UInt8]] = []
    for line in lines.dropLast() {
      if line.first == 32 {
        result[result.count - 1] += line.dropFirst().dropLast()
      } else {
        result.append(Array(line.dropLast()))
      }
    }
    return result.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A TEXT value without its backslashes.
  func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      isEscaped = scalar == "\\" && !isEscaped
      if !isEscaped { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}

/// What an independent reader of RFC 5545 says of our files.
@Suite(
  .enabled(if: CalendarChecker.isPresent, "python3 and ../shared/tools/check_ics.py are needed"))
struct CalendarAcceptanceTests {
  let stamp = Instant(seconds: 1_780_000_000)

  /// Writes one calendar an agent and a table of their shifts, and has all of them judged.
  func judge(
    _ cases: [ClockChangeCase], in acme: Acme
  ) throws -> (calendars: [Agent.ID: String], status: Int32, output: String) {
    let centre = try acme.centre()
    var calendars: [Agent.ID: String] = [:]
    for (id, own) in Dictionary(grouping: cases, by: \.agent.id) {
      calendars[id] = iCalendar(
        of: own[0].agent, shifts: own.map(\.shift), in: centre, stamp: stamp)
    }
    let rows = cases.map { item in
      let interval = item.shift.interval
      return "\(item.agent.id),\(interval.start),\(interval.end),\(item.agent.zone)\n"
    }
    try replaceCalendars(
      calendars,
      and: [("shifts.csv", Array("agent,start_utc,end_utc,tz\n".utf8) + rows.joined().utf8)],
      in: acme.workspace.path("calendars/w"))
    let files = calendars.keys.sorted().map { acme.workspace.path("calendars/w/\($0).ics") }
    let table = acme.workspace.path("calendars/w/shifts.csv")
    let verdict = try CalendarChecker.check(["--expect-tz", "--expected", table] + files)
    return (calendars, verdict.status, verdict.output)
  }

  @Test("Shifts over the clock changes of 37 zones are right to the second") func clockChanges()
    throws
  {
    let acme = try Acme()
    let cases = try ClockChangeCase.all(in: acme.zones)
    #expect(cases.count == 62)
    let (_, status, output) = try judge(cases, in: acme)
    #expect(status == 0, "\(output)")
  }

  @Test("A week in every zone of the database is right to the second") func everyZone() throws {
    let acme = try Acme()
    let monday = LocalDay(daysSince1970: 20_794)
    let cases = try acme.zones.names.enumerated().flatMap { index, name -> [ClockChangeCase] in
      let agent = Agent(
        id: .init("z\(index)"), name: name, site: "vie", contract: "ft40",
        zone: try acme.zones.zone(name), skills: [])
      return [0, 90, 200, 300].map { day in
        // Each zone has four shifts over the year, at hours of their own.
        let day = monday + (day + index % 7)
        let start = agent.zone.start(of: day) + 60 * Minutes(index % 24)
        return ClockChangeCase(
          id: name, agent: agent,
          shift: Shift(
            agent: agent.id, template: "day", day: day,
            interval: Interval(start: start, length: .hours(8)), breaks: [], paid: .hours(8)))
      }
    }
    #expect(cases.count > 1000)
    let (_, status, output) = try judge(cases, in: acme)
    #expect(status == 0, "\(output)")
  }

  @Test("A changed edition satisfies the checker's rules of republication") func republication()
    throws
  {
    let acme = try Acme()
    let centre = try acme.centre()
    let all = try ClockChangeCase.all(in: acme.zones)
    let cases = all.filter { $0.agent.id == "america-new-york" }
    let (calendars, _, _) = try judge(cases, in: acme)
    let first = try #require(calendars["america-new-york"])
    try forEvery(seed: 0..<8) { seed in
      var chance = Generator(seed: seed)
      let shifts = cases.compactMap { item -> Shift? in
        let shift = item.shift
        let delay = 15 * Minutes(chance.index(below: 3))
        if chance.index(below: 4) == 0 { return nil }
        return Shift(
          agent: shift.agent, template: shift.template, day: shift.day,
          interval: Interval(start: shift.interval.start, end: shift.interval.end + delay),
          breaks: chance.index(below: 2) == 0 ? [] : shift.breaks, paid: shift.paid)
      }
      let second = iCalendar(
        of: cases[0].agent, shifts: shifts, in: centre, stamp: stamp + .hours(1), previous: first)
      try acme.put(first, "old.ics")
      try acme.put(second ?? "", "new.ics")
      let verdict = try CalendarChecker.check([
        "--previous", acme.workspace.path("old.ics"), acme.workspace.path("new.ics"),
      ])
      if verdict.status != 0 { print(verdict.output) }
      return verdict.status == 0
    }
  }
}
