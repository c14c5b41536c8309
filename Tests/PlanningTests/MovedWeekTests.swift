import Exchange
import Planning
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Published shifts under newer rules of time zones")
struct MovedWeekTests {
  /// A row of `tzdata_drift_cases.csv`: one local shift and its moments under two editions.
  private struct Drift {
    let id: String
    let zone: String
    let start: ClockTime
    let end: ClockTime
    let older: Interval
    let newer: Interval

    init(_ line: Substring) throws {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      func time(_ text: String, fold: String) throws -> ClockTime {
        ClockTime(
          reading: try #require(LocalReading(text)), pass: fold == "1" ? .second : nil)
      }
      func interval(_ start: String, _ end: String) throws -> Interval {
        Interval(start: try #require(Instant(start)), end: try #require(Instant(end)))
      }
      id = fields[0].lowercased()
      zone = fields[1]
      start = try time(fields[2], fold: fields[4])
      end = try time(fields[3], fold: fields[5])
      older = try interval(fields[7], fields[8])
      newer = try interval(fields[10], fields[11])
    }

    static func all() throws -> [Drift] {
      try House.text(House.cases("tzdata_drift_cases.csv", in: "calendar"))
        .split(whereSeparator: \.isNewline).dropFirst().map { try Drift($0) }
    }

    /// The shift as it was published under the older rules.
    var published: PublishedShift {
      PublishedShift(
        Shift(
          agent: Agent.ID(id), template: "day", day: start.reading.day, interval: older, breaks: [],
          paid: older.length), zone: zone, start: start, end: end)
    }
  }

  private func inspected(
    _ shifts: [PublishedShift], under edition: String, publishedUnder earlier: String? = "2025b",
    since day: LocalDay? = nil
  ) throws -> Inspected {
    let workspace = try SmallWorkspace()
    let record = Publication.Record(
      firstDay: Worlds.monday, number: 1, roster: "r", requirement: "r", tables: [:],
      stamp: Instant(seconds: 0), zoneRules: earlier, tool: "nobat", cost: Roster.Cost(),
      bound: .zero)
    try Workspace(folder: workspace.path).write(
      Publication(record: record, shifts: shifts, before: []))
    let rules = try #require(House.zoneRules(edition))
    return Inspected(
      in: workspace.path, zones: ZoneDatabase(path: rules), publishedSince: day)
  }

  @Test(
    "Under the rules that they were published with, none moves; under newer ones each as it must",
    .enabled(if: House.zoneRules("2026f") != nil, House.checkersAreMissing))
  func driftCases() throws {
    let cases = try Drift.all()
    try #require(cases.count >= 8)
    let shifts = cases.map(\.published)
    #expect(try inspected(shifts, under: "2025b").findings == [])

    let newer = try inspected(shifts, under: "2026f")
    let moved = newer.movedShifts.values.sorted { $0.published.agent < $1.published.agent }
    #expect(moved.map(\.published) == cases.filter { $0.older != $0.newer }.map(\.published))
    #expect(moved.map(\.interval) == cases.filter { $0.older != $0.newer }.map(\.newer))
  }

  @Test(
    "The first finding says how many shifts of how many agents move by how much, and what to do",
    .enabled(if: House.zoneRules("2026f") != nil, House.checkersAreMissing))
  func summary() throws {
    let older = ZoneDatabase(path: try #require(House.zoneRules("2025b")))
    let zones = try ["America/Vancouver", "Africa/Casablanca", "Europe/Vienna"].map(older.zone)
    // 14 days from 2026-12-01 on, three agents in Vancouver; others elsewhere, of whom those in
    // Vienna stay.
    func week(_ agent: String, _ zone: Zone) throws -> [PublishedShift] {
      try (0..<14).map { day in
        let date = try #require(LocalDay("2026-12-01")) + day
        let start = zone.start(of: date) + .hours(9)
        return PublishedShift(
          Shift(
            agent: Agent.ID(agent), template: "day", day: date,
            interval: Interval(start: start, length: .hours(8)), breaks: [], paid: .hours(8)),
          in: zone)
      }
    }
    let canada = try ["a1", "a2", "a3"].flatMap { try week($0, zones[0]) }
    let vienna = try week("a9", zones[2])
    let findings = try inspected(canada + vienna, under: "2026f").findings
    #expect(findings.count == 1 + 42)
    #expect(
      findings[0].message
        == "42 published shifts of 3 agents move by 1 h under 2026f (published under 2025b)")
    #expect(findings.allSatisfy { $0.severity == .warning })
    #expect(findings[0].hint.contains("nobat roster"))
    // The second row of the table is the first shift: the header is its first line.
    #expect(findings[1].line == 2)
    #expect(
      findings[1].message == """
        a1 on 2026-12-01, 2026-12-01 09:00 to 2026-12-01 17:00 in America/Vancouver: published as \
        2026-12-01T17:00:00Z/2026-12-02T01:00:00Z, now they mean \
        2026-12-01T16:00:00Z/2026-12-02T00:00:00Z
        """)
    let one = try inspected(
      Array(try week("m", zones[1]).prefix(1)), under: "2026f", publishedUnder: nil)
    #expect(one.findings[0].message == "1 published shift of 1 agent moves by 1 h under 2026f")
  }

  @Test(
    "Weeks that are over can be left out",
    .enabled(if: House.zoneRules("2026f") != nil, House.checkersAreMissing))
  func since() throws {
    let shifts = try Drift.all().map(\.published)
    // The week from 2026-12-07 ends with the 13th.
    let last = Worlds.monday + 6
    #expect(try !inspected(shifts, under: "2026f", since: last).findings.isEmpty)
    #expect(try inspected(shifts, under: "2026f", since: last + 1).findings == [])
  }

  @Test(
    "A zone that the new rules no longer have is told, and the other shifts are looked at",
    .enabled(if: House.zoneRules("2026f") != nil, House.checkersAreMissing))
  func lostZone() throws {
    let case1 = try #require(try Drift.all().first).published
    let lost = PublishedShift(
      case1.shift, zone: "Mars/Olympus", start: case1.start, end: case1.end)
    let findings = try inspected([lost, case1], under: "2026f").findings
    #expect(findings.count == 3)
    #expect(
      findings.contains {
        $0.message.hasPrefix(
          "nobody can say when 1 published shift will be: \"Mars/Olympus\" is not a time zone")
      })
  }

  @Test("A publication that cannot be read is an error of the workspace")
  func unreadable() throws {
    let workspace = try SmallWorkspace()
    try workspace.folder.write("{}", to: "published/2026-12-07/publication.json")
    let inspected = Inspected(in: workspace.path, zones: ZoneDatabase())
    #expect(inspected.findings.contains { $0.file == "published/2026-12-07/publication.json" })
    #expect(!inspected.isSound(strictly: false))
  }
}
