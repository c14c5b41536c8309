import Exchange
import FoundationEssentials
import TestSupport
import Testing
import Timeline
import Workforce

/// What an independent reader of RFC 5545, and PyPI icalendar with it, say of our files.
@Suite(.enabled(if: CalendarChecker.here != nil, CalendarChecker.isMissing))
struct CalendarAcceptanceTests {
  /// Files and what must be in them, as the checker reads it.
  struct Files {
    let folder = try? TemporaryFolder()
    var paths: [String] = []
    var rows = ["agent,start_utc,end_utc,tz"]

    mutating func add(_ set: CalendarSet) throws {
      let folder = try #require(folder)
      for (agent, bytes) in set.calendars {
        try folder.write(bytes, to: "\(agent).ics")
        paths.append(folder.path("\(agent).ics"))
      }
    }

    func complaint(_ options: [String] = [], zoneRules: String? = nil) throws -> String? {
      let folder = try #require(folder)
      try folder.write(rows.joined(separator: "\n") + "\n", to: "expected.csv")
      return try CalendarChecker.here?.complaint(
        about: paths.sorted(), ["--expected", folder.path("expected.csv")] + options,
        zoneRules: zoneRules)
    }
  }

  /// Publishes every case in the week that it is in, with the days off that are expected around it.
  static func published(
    _ cases: [ClockChangeCase], in centre: Centre, inOneRosterFrom only: LocalDay? = nil,
    _ change: (inout CalendarStyle) -> Void
  ) throws -> Files {
    var files = Files()
    let weeks = Dictionary(grouping: cases) {
      only ?? $0.shift.day.startOfWeek(beginning: .monday)
    }
    for (firstDay, own) in weeks.sorted(by: { $0.key < $1.key }) {
      let shifts = own.map { item in
        item.shift.of(.init("\(item.agent.id)-\(firstDay)"))
      }
      let agents = Dictionary(own.map { ($0.agent.id, $0.agent) }) { first, _ in first }.values
        .map { $0.renamed(.init("\($0.id)-\(firstDay)")) }
      var rota = Rota(centre.with(agents: agents), from: firstDay)
      change(&rota.style)
      try files.add(rota.publish(shifts))
      for shift in shifts {
        let zone = agents.first { $0.id == shift.agent }?.zone.identifier ?? ""
        files.rows.append("\(shift.agent),\(shift.interval.start),\(shift.interval.end),\(zone)")
        guard rota.style.breaks == .events else { continue }
        for pause in shift.breaks {
          files.rows.append("\(shift.agent),\(pause.interval.start),\(pause.interval.end),\(zone)")
        }
      }
      for agent in agents where rota.style.showsDaysOff {
        let worked = Set(shifts.filter { $0.agent == agent.id }.map(\.day))
        for day in firstDay..<firstDay + 7 where !worked.contains(day) {
          files.rows.append("\(agent.id),\(day),\(day + 1),")
        }
      }
    }
    return files
  }

  static let forms: [(String, CalendarStyle.Times, CalendarStyle.Breaks)] = [
    ("en", .local, .described), ("fa", .local, .described), ("de", .local, .events),
    ("fr", .local, .hidden), ("es", .local, .described), ("fa", .local, .events),
    ("en", .utc, .events), ("fa", .utc, .described), ("de", .utc, .described),
    ("fr", .utc, .events), ("es", .utc, .hidden),
  ]

  @Test(
    "Shifts over the clock changes of many zones are right to the second, in every language and form",
    arguments: forms)
  func clockChanges(
    form: (language: String, times: CalendarStyle.Times, breaks: CalendarStyle.Breaks)
  ) throws {
    let acme = try Acme()
    let cases = try ClockChangeCase.all(in: acme.zones)
    #expect(Set(cases.map(\.agent.zone)).count >= 25)
    let files = try Self.published(cases, in: try acme.centre()) { style in
      style.languageOfAll = form.language
      style.times = form.times
      style.breaks = form.breaks
      style.alarm = form.breaks == .events ? Minutes(30) : nil
    }
    let options = form.times == .local ? ["--expect-tz"] : []
    let complaint = try files.complaint(options)
    #expect(complaint == nil, "\(complaint ?? "")")
  }

  /// A shift in each of some weeks of a year in every zone, each zone at an hour of its own.
  static func everyZone(_ zones: ZoneDatabase, years: [Int]) throws -> [ClockChangeCase] {
    try ZoneDatabase().names.enumerated().flatMap { index, name -> [ClockChangeCase] in
      guard let zone = try? zones.zone(name) else { return [] }
      let year = years[index % years.count]
      let agent = Agent(
        id: .init("z\(index)"), name: name, site: "vie", contract: "ft40", zone: zone, skills: [])
      return try [70, 88, 298, 305].map { dayOfYear in
        let day = LocalDay.newYear(of: year) + (dayOfYear + index % 5)
        let start = try #require(zone.interval(of: day).isEmpty ? nil : zone.start(of: day))
        return ClockChangeCase(
          id: name, agent: agent,
          shift: Shift(
            agent: agent.id, template: "day", day: day,
            interval: Interval(start: start + 60 * Minutes(index % 24), length: .hours(8)),
            breaks: [], paid: .hours(8)))
      }
    }
  }

  @Test("Weeks of 1990 to 2037 in every zone of the database are right to the second")
  func everyZone() throws {
    let acme = try Acme()
    let cases = try Self.everyZone(
      acme.zones, years: [1990, 1997, 2004, 2011, 2016, 2021, 2026, 2030, 2037])
    #expect(cases.count > 2000)
    // One calendar a zone: its block covers the year.
    let files = try Self.published(
      cases, in: try acme.centre(), inOneRosterFrom: LocalDay.newYear(of: 2026)
    ) { $0.showsDaysOff = false }
    let complaint = try files.complaint(["--expect-tz"])
    #expect(complaint == nil, "\(complaint?.suffix(4000) ?? "")")
  }

  static let changing = [
    "Africa/Casablanca", "Africa/El_Aaiun", "America/Vancouver", "America/Edmonton",
    "America/Winnipeg", "America/Havana", "Asia/Gaza", "Antarctica/Troll", "Europe/Dublin",
    "Europe/Chisinau", "Australia/Lord_Howe", "Africa/Cairo", "Asia/Tehran", "America/Santiago",
  ]

  @Test(
    "Zones whose rules were changed are right by the edition of the rules that is read",
    .enabled(
      if: House.zoneRules("2025b") != nil && House.zoneRules("2026f") != nil,
      House.checkersAreMissing),
    arguments: ["2025b", "2026f"])
  func editionsOfRules(edition: String) throws {
    let path = try #require(House.zoneRules(edition))
    let zones = ZoneDatabase(path: path)
    let centre = try Acme().centre()
    var cases: [ClockChangeCase] = []
    for (index, name) in Self.changing.enumerated() {
      let zone = try zones.zone(name)
      for year in [2006, 2024, 2026, 2027, 2037] {
        // Every clock change of the year, and a day in between.
        let span = Interval(
          start: zone.start(of: .newYear(of: year)), end: zone.start(of: .newYear(of: year + 1)))
        let days = zone.transitions(in: span).map { zone.day(at: $0.instant) - 1 }
        for day in days + [LocalDay.newYear(of: year) + 200] {
          let agent = Agent(
            id: .init("z\(index)-\(year)"), name: name, site: "vie", contract: "ft40",
            zone: zone, skills: [])
          let start = zone.start(of: day) + .hours(22)
          cases.append(
            ClockChangeCase(
              id: name, agent: agent,
              shift: Shift(
                agent: agent.id, template: "night", day: day,
                interval: Interval(start: start, length: .hours(8)), breaks: [], paid: .hours(8))))
        }
      }
    }
    let files = try Self.published(
      cases, in: centre, inOneRosterFrom: LocalDay.newYear(of: 2026)
    ) { $0.showsDaysOff = false }
    let complaint = try files.complaint(["--expect-tz"], zoneRules: path)
    #expect(complaint == nil, "\(complaint?.suffix(4000) ?? "")")
  }

  @Test("Three republications with a moved, a cancelled and an added shift satisfy the checker")
  func republications() throws {
    let (first, agent, shifts) = try CalendarSetTests.laura(try Acme())
    for style in [CalendarStyle.Breaks.described, .events] {
      var rota = first
      rota.style.breaks = style
      let moved = try CalendarSetTests.shift(of: agent, "2026-10-22", at: 420, breaks: [240])
      let added = try CalendarSetTests.shift(of: agent, "2026-10-20", at: 700, breaks: [200])
      let editions = [
        shifts, [moved] + shifts.dropFirst(), [moved] + shifts.dropFirst(2),
        [added, moved] + shifts.dropFirst(2), [added] + shifts,
      ]
      let folder = try TemporaryFolder()
      for (number, shifts) in editions.enumerated() {
        let set = rota.publish(shifts, at: Rota.stamp + .days(number))
        let bytes = try #require(set.calendars["laura"])
        try folder.write(bytes, to: "v\(number).ics")
        var complaint = try CalendarChecker.here?.complaint(
          about: [folder.path("v\(number).ics")],
          number > 0 ? ["--previous", folder.path("v\(number - 1).ics")] : [])
        #expect(complaint == nil, "edition \(number): \(complaint ?? "")")
        guard let cancellation = set.cancellations["laura"] else { continue }
        try folder.write(cancellation, to: "c\(number).ics")
        complaint = try CalendarChecker.here?.complaint(about: [folder.path("c\(number).ics")], [])
        #expect(complaint == nil, "cancellation \(number): \(complaint ?? "")")
      }
    }
  }

  @Test(
    "The checker is not blind: it complains of a file that was broken",
    arguments: [
      ("SEQUENCE:1", "SEQUENCE:0"), ("TZOFFSETTO:+0200", "TZOFFSETTO:+0300"),
      ("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n", ""),
      ("DTSTART:20261024T154500Z", "DTSTART;TZID=Europe/Vienna:20261024T184500"),
      ("UID:laura-2026-10-24@", "UID:laura-2026-10-23-2@"), ("STATUS:CANCELLED", "STATUS:GONE"),
      ("de-mail\\,", "de-mail,"), ("COLOR:steelblue", "COLOR:nobatblue"),
      ("\r\nCOLOR", "\nCOLOR"), ("BEGIN:VTIMEZONE", "BEGIN:VZONE"),
    ])
  func mutants(old: String, new: String) throws {
    var (rota, agent, shifts) = try CalendarSetTests.laura(try Acme())
    let folder = try TemporaryFolder()
    try folder.write(try #require(rota.publish(shifts).calendars["laura"]), to: "old.ics")
    let moved = try CalendarSetTests.shift(of: agent, "2026-10-22", at: 420, breaks: [240])
    let set = rota.publish([moved] + shifts[2...], at: Rota.stamp + .days(1))
    let text = String(decoding: try #require(set.calendars["laura"]), as: UTF8.self)
    let rows =
      ["agent,start_utc,end_utc"]
      + ([moved] + shifts[2...]).map {
        "laura,\($0.interval.start),\($0.interval.end)"
      }
      + ["2026-10-19", "2026-10-20", "2026-10-21", "2026-10-23"].compactMap { LocalDay($0) }.map {
        "laura,\($0),\($0 + 1)"
      }
    try folder.write(rows.joined(separator: "\n"), to: "expected.csv")
    let options = [
      "--previous", folder.path("old.ics"), "--expected", folder.path("expected.csv"),
    ]
    try folder.write(text, to: "laura.ics")
    let whole = try CalendarChecker.here?.complaint(about: [folder.path("laura.ics")], options)
    #expect(whole == nil, "\(whole ?? "")")
    #expect(text.utf8.split(separator: 13).count > 50 && text.contains(old))
    try folder.write(text.replacing(old, with: new, maxReplacements: 1), to: "laura.ics")
    let broken = try CalendarChecker.here?.complaint(about: [folder.path("laura.ics")], options)
    #expect(broken != nil, "\(old) can become \(new)")
  }
}

extension Shift {
  fileprivate func of(_ agent: Agent.ID) -> Shift {
    Shift(
      agent: agent, template: template, day: day, interval: interval, breaks: breaks, paid: paid)
  }
}

extension Agent {
  fileprivate func renamed(_ id: Agent.ID) -> Agent {
    Agent(id: id, name: name, site: site, contract: contract, zone: zone, skills: skills)
  }
}
