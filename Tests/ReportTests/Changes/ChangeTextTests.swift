import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("The text of a change list")
struct ChangeTextTests {
  private let record = Publication.Record(
    firstDay: Worlds.monday, number: 2, roster: "r", requirement: "r", tables: [:],
    stamp: Instant(seconds: 0), zoneRules: nil, tool: "nobat", cost: Roster.Cost(), bound: .zero)

  private func shift(
    _ agent: Agent.ID, _ start: String, hours: Int = 8, in zone: String = "Europe/Vienna",
    breakAfter: Int? = nil, template: ShiftTemplate.ID = "day", paid: Int = 480
  ) throws -> PublishedShift {
    let zone = try Worlds.zone(zone)
    let start = try #require(Instant(start))
    let breaks = breakAfter.map { after in
      [
        Activity(
          kind: .meal, interval: Interval(start: start + .hours(after), length: Minutes(30)))
      ]
    }
    return PublishedShift(
      Shift(
        agent: agent, template: template, day: zone.day(at: start),
        interval: Interval(start: start, length: .hours(hours)), breaks: breaks ?? [],
        paid: Minutes(paid)), in: zone)
  }

  private func text(_ before: [PublishedShift], _ after: [PublishedShift]) throws -> String {
    changeText(
      ChangeList(from: before, to: after), of: record, in: try Worlds.oneSite(agents: 2))
  }

  /// The lines below an agent's name.
  private func lines(_ before: PublishedShift?, _ after: PublishedShift?) throws -> [String] {
    try text([before].compactMap(\.self), [after].compactMap(\.self)).split(separator: "\n")
      .dropFirst(2).map { String($0.drop { $0 == " " }) }
  }

  @Test("Each agent has their own paragraph, with both times of every change")
  func whole() throws {
    let before = [
      try shift("a01", "2026-12-07T07:00:00Z", breakAfter: 3),
      try shift("a01", "2026-12-08T07:00:00Z"), try shift("left", "2026-12-08T07:00:00Z"),
    ]
    let after = [
      try shift("a01", "2026-12-07T09:00:00Z", breakAfter: 3),
      try shift("a02", "2026-12-11T21:00:00Z", breakAfter: 4),
    ]
    #expect(
      try text(before, after) == """
        Changes of shifts, 7 – 13 December 2026, publication 2

        Agent 1 (a01), times of Europe/Vienna
          moved      Mon 7 Dec 08:00–16:00 → 10:00–18:00; breaks 11:00–11:30 meal → 13:00–13:30 meal
          cancelled  Tue 8 Dec 08:00–16:00

        Agent 2 (a02), times of Europe/Vienna
          added  Fri 11 Dec 22:00 – Sat 12 Dec 06:00; breaks 02:00–02:30 meal

        left, times of Europe/Vienna
          cancelled  Tue 8 Dec 08:00–16:00

        """)
  }

  @Test("Without a change the list says so")
  func nothing() throws {
    #expect(try text([], []).hasSuffix("\n\nnothing changes\n"))
  }

  @Test("The list of one agent names nobody else")
  func alone() throws {
    let list = ChangeList(
      from: [],
      to: [try shift("a01", "2026-12-07T07:00:00Z"), try shift("a02", "2026-12-07T07:00:00Z")])
    let own = changeText(list["a01"], of: record, in: try Worlds.oneSite(agents: 2))
    #expect(own.contains("Agent 1 (a01)"))
    #expect(!own.contains("a02") && !own.contains("Agent 2"))
  }

  @Test("A midnight is the end of its day, and other days are named")
  func days() throws {
    // 16:00 to 24:00 becomes 22:00 to 06:00, and that the day after.
    let late = try shift("a01", "2026-12-07T15:00:00Z")
    let night = try shift("a01", "2026-12-07T21:00:00Z")
    #expect(
      try lines(late, night) == ["moved  Mon 7 Dec 16:00–24:00 → Mon 7 Dec 22:00 – Tue 8 Dec 06:00"]
    )
    let next = try shift("a01", "2026-12-08T00:00:00Z")
    #expect(
      try lines(night, next) == ["moved  Mon 7 Dec 22:00 – Tue 8 Dec 06:00 → Tue 8 Dec 01:00–09:00"]
    )
  }

  @Test("What stays at its time says what has changed")
  func changed() throws {
    let before = try shift("a01", "2026-12-07T07:00:00Z", breakAfter: 3)
    let after = try shift("a01", "2026-12-07T07:00:00Z", template: "early", paid: 450)
    #expect(
      try lines(before, after) == [
        "changed  Mon 7 Dec 08:00–16:00; breaks 11:00–11:30 meal → none; paid 8h → 7h30m; "
          + "shift day → early"
      ])
  }

  @Test(
    "Of a repeated hour it is said which pass is meant, and a break across the change is in UTC")
  func repeatedHour() throws {
    // 22:00 CEST to the second 02:30 (CET), 01:30Z; the break from 01:00 CEST on.
    let vienna = try Worlds.zone("Europe/Vienna")
    let start = try #require(Instant("2026-10-24T20:00:00Z"))
    let night = PublishedShift(
      Shift(
        agent: "a01", template: "night", day: vienna.day(at: start),
        interval: Interval(start: start, length: Minutes(330)),
        breaks: [
          Activity(kind: .rest, interval: Interval(start: start + .hours(3), length: Minutes(15)))
        ],
        paid: Minutes(330)), in: vienna)
    #expect(
      try lines(nil, night) == [
        "added  Sat 24 Oct 22:00 – Sun 25 Oct 02:30 (second); breaks 23:00–23:15 UTC rest"
      ])
  }

  @Test("A shift that only newer rules move says that the clock stays and which moments change")
  func newerRules() throws {
    let before = try shift("a01", "2026-12-07T07:00:00Z")
    // The same readings an hour earlier, as if Vienna had changed its rules.
    let after = PublishedShift(
      Shift(
        agent: "a01", template: "day", day: before.shift.day,
        interval: Interval(start: before.shift.interval.start - .hours(1), length: .hours(8)),
        breaks: [], paid: .hours(8)),
      zone: "Europe/Vienna", start: before.start, end: before.end)
    #expect(
      try lines(before, after) == [
        "moved  Mon 7 Dec 08:00–16:00 by the clock as before, but in truth "
          + "07:00–15:00 UTC → 06:00–14:00 UTC"
      ])
  }

  @Test("A name cannot play with the terminal")
  func inert() throws {
    let vienna = try Worlds.zone("Europe/Vienna")
    let agent = Agent(
      id: "a01", name: "A\u{1B}[31m\nB", site: "vie", contract: "ft40", zone: vienna, skills: [])
    let centre = Centre(
      name: "c", zone: vienna, interval: Minutes(30), sites: [], queues: [], contracts: [],
      templates: [], agents: [agent])
    let list = ChangeList(from: [], to: [try shift("a01", "2026-12-07T07:00:00Z")])
    let text = changeText(list, of: record, in: centre)
    #expect(!text.contains("\u{1B}"))
    #expect(text.split(separator: "\n").count == 3)
  }
}
