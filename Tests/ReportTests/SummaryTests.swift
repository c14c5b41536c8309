import Report
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Summary")
struct SummaryTests {
  /// One queue that needs two agents around the clock and has one from 06:00 on Tuesday to 06:00 on
  /// Wednesday, three on Monday.
  private func content(
    violations: [Violation] = [], notes: [String] = [], name: String = "one-site"
  ) throws -> ReportContent {
    let world = try Worlds.oneSite(agents: 2)
    let centre = Centre(
      name: name, zone: world.zone, interval: .hours(1), sites: world.sites,
      queues: world.queues, contracts: world.contracts, templates: world.templates,
      agents: world.agents)
    let week = PlanningWeek(firstDay: Worlds.monday, zone: world.zone, slot: .hours(1))
    let grid = week.grid
    let required = grid.indices.map { _ in 2.0 }
    let serving = grid.indices.map { (30..<54).contains($0) ? 1.0 : 2 }
    let idle = grid.indices.map { $0 < 24 ? 1.0 : 0 }
    let outlook = week.days.map { day in
      ServiceOutlook(
        queue: "de-voice", day: day, contacts: 200,
        serviceLevel: day.weekday == .tuesday ? 0.31 : 0.9,
        goal: 0.8, abandonment: 0.03, occupancy: 0.7)
    }
    return ReportContent(
      centre: centre, week: week, forecast: Forecast(id: "f", grid: grid, queues: []),
      requirement: Requirement(id: "r", grid: grid, queues: []),
      roster: Roster(
        id: "r", firstDay: Worlds.monday, grid: grid, shifts: [],
        cost: .init(pay: Money(4_000), premium: Money(280), under: Money(720)),
        bound: Money(4_900), notes: notes, effort: .init()),
      coverage: Coverage(
        grid: grid,
        queues: [QueueCoverage(queue: "de-voice", required: required, serving: serving)],
        idle: idle, onDuty: zip(serving, idle).map { $0 + $1 }),
      outlook: outlook, violations: violations)
  }

  @Test("The plan in one screen")
  func whole() throws {
    // Required 2 x 168 = 336 h, missing 24 h, so 312 / 336 = 92.9 % served; idle 24 h, on duty
    // 312 + 24 = 336 h, of which 312 are needed. Gap 1 - 4,900 / 5,000 = 2 %. Service
    // (6 x 0.9 + 0.31) / 7 = 81.6 %.
    #expect(
      summary(try content(notes: ["Agent 2 cannot reach 40h."])) == """
        one-site · 2026-W50 · 7 – 13 December 2026
        times in Europe/Vienna (CET, UTC+01:00)

          cost             5,000 EUR  bound 4,900 EUR, gap 2.00 %
          hard violations          0  every rule is kept
          required           336.0 h  92.9 % of it served
          missing             24.0 h  agent-hours
          on duty            336.0 h  92.9 % of it needed
          idle                24.0 h  on duty, but needed by no queue

          queue     contacts  service  goal         occupancy  required  missing
          de-voice     1,400   81.6 %  80 %  ✓ met     70.0 %   336.0 h   24.0 h

          worst holes  when                               most missing  in all
          de-voice     Tue 8 Dec 06:00 – Wed 9 Dec 06:00    1.0 agents  24.0 h

          notes
          Agent 2 cannot reach 40h.

        """)
  }

  @Test("Broken rules are listed, the first eight of many")
  func violations() throws {
    let many = (1...11).map { number in
      Violation(rule: "rest", agent: "a01", interval: nil, sentence: "sentence \(number)")
    }
    let text = summary(try content(violations: many))
    #expect(text.contains("hard violations         11  listed below"))
    #expect(text.contains("  rest: sentence 8\n  and 3 more in the report\n"))
    #expect(!text.contains("sentence 9"))
  }

  @Test("Colours come only when asked for, and nothing else changes")
  func colours() throws {
    let plain = summary(try content())
    #expect(!plain.contains("\u{1B}"))
    let coloured = summary(try content(), style: .ansi)
    #expect(coloured.contains("\u{1B}[34m✓ met\u{1B}[0m"))
    var stripped = ""
    var isCode = false
    for scalar in coloured.unicodeScalars {
      if scalar == "\u{1B}" { isCode = true }
      if !isCode { stripped.unicodeScalars.append(scalar) }
      if scalar == "m" { isCode = false }
    }
    #expect(stripped == plain)
  }

  @Test("Names cannot steer the terminal")
  func hostile() throws {
    let evil = "\u{1B}]0;owned\u{7}\u{1B}[2J\r\n"
    let violation = Violation(rule: evil, agent: nil, interval: nil, sentence: evil)
    let text = summary(try content(violations: [violation], notes: [evil], name: evil))
    let isClean = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0.properties.generalCategory != .control
    }
    #expect(isClean)
  }
}
