import Exchange
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("A published week in its folder")
struct PublicationTests {
  private let monday = Worlds.monday

  private func record(number: Int = 1) -> Publication.Record {
    Publication.Record(
      firstDay: monday, number: number, roster: "2026-W50", requirement: "2026-W50",
      tables: ["rosters/2026-W50/shifts.csv": "ab"], stamp: Instant(seconds: 1_795_000_000),
      zoneRules: "2026f", tool: "nobat", cost: Roster.Cost(pay: Money(2720.126)),
      bound: Money(2500))
  }

  /// Shifts of this many days, in zones where clocks do all they can around the autumn of 2026.
  private func shifts(seed: UInt64, days: Int = 40) throws -> [PublishedShift] {
    var chance = Generator(seed: seed)
    let zones = try ["Europe/Vienna", "America/St_Johns", "Australia/Lord_Howe"].map(Worlds.zone)
    return try (0..<days).map { day in
      let zone = zones[chance.index(below: zones.count)]
      let start = try #require(Instant("2026-10-01T00:00:00Z")) + .days(day)
      let shift = Shift(
        agent: Agent.ID("a\(chance.index(below: 3))"), template: "day", day: zone.day(at: start),
        interval: Interval(
          // The shifts of two days do not overlap.
          start: start + Minutes(chance.index(below: 16 * 60)), length: .hours(8)),
        breaks: [], paid: Minutes(chance.index(below: 500)))
      let pause = Activity(
        kind: .meal, interval: Interval(start: shift.interval.start + .hours(3), length: .hours(1)))
      let paused = Shift(
        agent: shift.agent, template: shift.template, day: shift.day, interval: shift.interval,
        breaks: chance.index(below: 2) == 0 ? [pause] : [], paid: shift.paid)
      return PublishedShift(paused, in: zone)
    }
  }

  @Test(
    "It comes back as it was written, with the week before it and both passes of repeated hours")
  func roundTrip() throws {
    let acme = try Acme()
    try forEvery(seed: 0..<30) { seed in
      let publication = Publication(
        record: record(), shifts: try shifts(seed: seed),
        before: seed == 0 ? [] : try shifts(seed: seed + 100))
      try acme.workspace.write(publication)
      return try acme.workspace.publication(from: monday) == publication
    }
    #expect(acme.workspace.publishedWeeks == [monday])
    #expect(try acme.workspace.publication(from: monday + 7) == nil)
  }

  @Test("Its table says both the clock's times and the moments")
  func table() throws {
    let acme = try Acme()
    let vienna = try Worlds.zone("Europe/Vienna")
    // From 22:00 CEST to the second 02:30, which is CET: 20:00Z to 01:30Z.
    let shift = Shift(
      agent: "laura", template: "late", day: try #require(LocalDay("2026-10-24")),
      interval: Interval(
        start: try #require(Instant("2026-10-24T20:00:00Z")),
        end: try #require(Instant("2026-10-25T01:30:00Z"))), breaks: [], paid: Minutes(330))
    try acme.workspace.write(
      Publication(record: record(), shifts: [PublishedShift(shift, in: vienna)], before: []))
    #expect(
      try acme.text("published/2026-12-07/shifts.csv") == """
        agent,shift,day,zone,start_local,end_local,start,end,start_pass,end_pass,paid_minutes
        laura,late,2026-10-24,Europe/Vienna,2026-10-24T22:00,2026-10-25T02:30,2026-10-24T20:00:00Z,2026-10-25T01:30:00Z,,second,330

        """)
    #expect(
      try acme.text("published/2026-12-07/publication.json") == """
        {
          "bound" : 2500,
          "cost" : {
            "over" : 0,
            "pay" : 2720.13,
            "premium" : 0,
            "under" : 0,
            "wishes" : 0
          },
          "firstDay" : "2026-12-07",
          "number" : 1,
          "requirement" : "2026-W50",
          "roster" : "2026-W50",
          "stamp" : "2026-11-18T11:06:40Z",
          "tables" : {
            "rosters/2026-W50/shifts.csv" : "ab"
          },
          "tool" : "nobat",
          "zoneRules" : "2026f"
        }

        """)
  }

  @Test(
    "What is wrong with a frozen file is said with its place",
    arguments: [
      ("shifts.csv", "Z,,,480", "Z,third,,480", "shifts.csv:2:112: error: the shift: start_pass"),
      ("shifts.csv", "T08:00,", "T8,", "shifts.csv:2:36: error: the shift: start_local"),
      ("shifts.csv", ",480", ",", "shifts.csv:2:114: error: the shift has no paid_minutes"),
      ("shifts.csv", "zone,", "zones,", "shifts.csv:1:17: error: \"zones\" is not a column"),
      (
        "shifts.csv", "laura,", "../laura,",
        "shifts.csv:2:1: error: the shift: agent is \"../laura\""
      ),
      ("activities.csv", ",work", ",play", "activities.csv:2:49: error: the activity: activity"),
      ("publication.json", "\"number\" : 1", "\"number\" : 0", "publication.json: error: the file"),
      (
        "publication.json", "\"number\" : 1", "\"number\" : 9223372036854775807",
        "publication.json: error: the file"
      ),
      ("publication.json", "{", "", "publication.json: error: the file is not the record"),
    ])
  func faults(file: String, old: String, new: String, complaint: String) throws {
    let acme = try Acme()
    let vienna = try Worlds.zone("Europe/Vienna")
    let shift = Shift(
      agent: "laura", template: "day", day: monday,
      interval: Interval(start: vienna.start(of: monday) + .hours(8), length: .hours(8)),
      breaks: [], paid: Minutes(480))
    try acme.workspace.write(
      Publication(record: record(), shifts: [PublishedShift(shift, in: vienna)], before: []))
    let path = "published/2026-12-07/\(file)"
    let text = try acme.text(path)
    try #require(text.contains(old))
    let range = try #require(text.firstRange(of: old))
    try acme.put(text.replacingCharacters(in: range, with: new), path)
    let findings = try #require(throws: Findings.self) {
      try acme.workspace.publication(from: monday)
    }
    #expect(findings.description.contains("published/2026-12-07/\(complaint)"), "\(findings)")
  }

  @Test(
    "Whatever becomes of its bytes, it is read or refused with findings",
    arguments: [
      "shifts.csv", "activities.csv", "shifts-before.csv", "publication.json",
    ])
  func damaged(file: String) throws {
    let acme = try Acme()
    let publication = Publication(
      record: record(), shifts: try shifts(seed: 1, days: 3), before: try shifts(seed: 2, days: 3))
    try acme.workspace.write(publication)
    let path = "published/2026-12-07/\(file)"
    let good = Array(try acme.text(path).utf8)
    try forEvery(seed: 0..<120) { seed in
      var chance = Generator(seed: seed)
      var bytes = good
      for _ in 0...chance.index(below: 4) {
        let place = chance.index(below: bytes.count)
        switch chance.index(below: 3) {
        case 0: bytes[place] = UInt8(chance.index(below: 256))
        case 1: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
        }
        if bytes.isEmpty { break }
      }
      try write(bytes, to: acme.workspace.path(path))
      do throws(Findings) {
        return try acme.workspace.publication(from: monday)?.record.firstDay == monday
      } catch {
        return error.list.allSatisfy { $0.file.hasPrefix("published/2026-12-07") }
      }
    }
  }

  @Test("A folder that lacks a file is a finding, not a week without a publication")
  func missingFile() throws {
    let acme = try Acme()
    try acme.put("{}", "published/2026-12-07/publication.json")
    let findings = try #require(throws: Findings.self) {
      try acme.workspace.publication(from: monday)
    }
    #expect(
      findings.description.contains("published/2026-12-07/shifts.csv: error: there is no such"))
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
