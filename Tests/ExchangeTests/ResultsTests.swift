import Exchange
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct ResultsTests {
  let monday = Instant(seconds: 1_796_598_000)  // 2026-12-06T23:00:00Z, midnight of Vienna

  /// Bands and loads of two queues, with as many decimals as the files keep.
  func forecast(seed: UInt64) -> Forecast {
    var chance = Generator(seed: seed)
    func number() -> Double { Double(chance.index(below: 10_000_000)) / 100 }
    let grid = Grid(start: monday, slot: Minutes(15), count: 1 + chance.index(below: 40))
    func bands() -> [Band] {
      grid.indices.map { _ in Band(expected: number(), low: number(), high: number()) }
    }
    func wholeBands() -> [Band] {
      grid.indices.map { _ in
        Band(
          expected: number(), lowest: number(), low: number(), median: number(), high: number(),
          highest: number())
      }
    }
    func share() -> Double { Double(chance.index(below: 10_000)) / 10_000 }
    let league = League(
      rows: [1, 4].map { weeks in
        League.Row(
          method: "level: \"4\" weeks", weeks: weeks, error: share(), bias: -share(),
          covered: weeks == 1 ? nil : share(), weight: weeks == 1 ? share() : nil)
      }, origins: 9)
    return Forecast(
      id: "2026-W50", grid: grid,
      queues: [
        QueueForecast(
          queue: "no-chat", volume: wholeBands(), handlingTime: bands(),
          notes: ["no: 'plain' \"text\", # but a\nnote \u{7}", "- {x: y}"], league: league),
        QueueForecast(queue: "de-voice", volume: wholeBands(), handlingTime: bands()),
      ])
  }

  @Test("A forecast comes back as it was written") func forecasts() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    try forEvery(seed: 0..<40) { seed in
      let forecast = forecast(seed: seed)
      try acme.workspace.write(forecast)
      return try acme.workspace.forecast("2026-W50", of: centre) == forecast
    }
    #expect(acme.workspace.forecasts == ["2026-W50"])
  }

  @Test("A forecast's file has fixed decimals and is sorted") func forecastText() throws {
    let acme = try Acme()
    let grid = Grid(start: monday, slot: Minutes(15), count: 2)
    let band = [Band(expected: 41.2, low: 34, high: 49.126), .zero]
    // The outer quantiles: 41.2 - 1.5294 x 7.2 = 30.19 and 41.2 + 1.5294 x 7.926 = 53.32.
    try acme.workspace.write(
      Forecast(
        id: "w", grid: grid,
        queues: ["no-chat", "de-voice"].map {
          QueueForecast(queue: $0, volume: band, handlingTime: band)
        }))
    #expect(
      try acme.text("forecasts/w.csv") == """
        queue,start,volume,volume_p025,volume_p10,volume_p50,volume_p90,volume_p975,aht,aht_p10,aht_p90
        de-voice,2026-12-06T23:00:00Z,41.20,30.19,34.00,41.20,49.13,53.32,41.20,34.00,49.13
        de-voice,2026-12-06T23:15:00Z,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00
        no-chat,2026-12-06T23:00:00Z,41.20,30.19,34.00,41.20,49.13,53.32,41.20,34.00,49.13
        no-chat,2026-12-06T23:15:00Z,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00

        """)
  }

  @Test("A file of an earlier version, with two quantiles and nothing beside it, is read")
  func olderForecast()
    throws
  {
    let text = """
      queue,start,volume,volume_p10,volume_p90,aht,aht_p10,aht_p90
      de-voice,2026-12-06T23:00:00Z,41.20,34.00,49.13,240.00,200.00,280.00

      """
    let acme = try Acme(changing: ["forecasts/w.csv": text])
    let queue = try #require(acme.workspace.forecast("w", of: try acme.centre())["de-voice"])
    #expect(queue.volume == [Band(expected: 41.2, low: 34, high: 49.13)])
    #expect(queue.notes == [])
    #expect(queue.league == nil)
  }

  @Test("A requirement comes back as it was written") func requirements() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    try forEvery(seed: 0..<40) { seed in
      var chance = Generator(seed: seed)
      let grid = Grid(start: monday, slot: Minutes(15), count: 1 + chance.index(below: 40))
      func numbers(_ scale: Double) -> [Double] {
        grid.indices.map { _ in Double(chance.index(below: 1_000_000)) / scale }
      }
      let requirement = Requirement(
        id: "w", grid: grid,
        queues: ["de-voice", "de-mail"].map {
          QueueRequirement(
            queue: $0, agents: numbers(100), load: numbers(10_000), handlingTime: numbers(100))
        })
      try acme.workspace.write(requirement)
      return try acme.workspace.requirement("w", of: centre) == requirement
    }
    #expect(acme.workspace.requirements == ["w"])
  }

  @Test("What led to a need comes back with it, and may be missing")
  func explanations() throws {
    let acme = try Acme()
    let grid = Grid(start: monday, slot: Minutes(15), count: 2)
    let explanation = NeedExplanation(
      model: .erlangA, target: "80 % in 20 s, \"quoted\"", definition: .served,
      plannedFor: "p80", atWork: [2.5, 0], shrinkage: [0.1, 0.125],
      rulings: [.abandonment, .minimumStaff])
    let requirement = Requirement(
      id: "w", grid: grid,
      queues: [
        QueueRequirement(
          queue: "de-voice", agents: [2.78, 1], load: [2, 0], handlingTime: [240, 240],
          explanation: explanation)
      ])
    try acme.workspace.write(requirement)
    #expect(try acme.workspace.requirement("w", of: acme.centre()) == requirement)
    try acme.put(
      "queue,start,agents,load,aht\nde-voice,2026-12-07T00:00:00Z,1,1,1\n", "requirements/w.csv")
    #expect(try acme.workspace.requirement("w", of: acme.centre())["de-voice"]?.explanation == nil)
  }

  @Test("Results that were changed by hand are told with their place") func damaged() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    let header = "queue,start,agents,load,aht\n"
    func told(_ rows: String) throws -> String? {
      try acme.put(header + rows, "requirements/w.csv")
      let error = #expect(throws: Findings.self) { try acme.workspace.requirement("w", of: centre) }
      return error?.description
    }
    #expect(try told("") == "requirements/w.csv: error: the file has no rows; make it anew")
    #expect(
      try told("de-voice,2026-12-07T00:00:00Z,1,1,1\nde-voice,2026-12-07T00:30:00Z,1,1,1\n")
        == "requirements/w.csv:3: error: queue \"de-voice\" starts at 2026-12-07T00:30:00Z where "
        + "2026-12-07T00:15:00Z is due; write one row for every 15m of the same time, or make the file "
        + "anew")
    #expect(
      try told(
        "de-voice,2026-12-07T00:00:00Z,1,1,1\nde-voice,2026-12-07T00:15:00Z,1,1,1\n"
          + "no-chat,2026-12-07T00:00:00Z,1,1,1\n")
        == "requirements/w.csv: error: queue \"no-chat\" ends before 2026-12-07T00:15:00Z; write as "
        + "many rows as the other queues have, or make the file anew")
    #expect(
      try told("de-voice,2026-12-07T00:00:00Z,-1,1,1\n")
        == "requirements/w.csv:2:31: error: the row: agents is \"-1\"; write a number of 0 or more, "
        + "such as 1.5")
    let error = #expect(throws: Findings.self) { try acme.workspace.forecast("w", of: centre) }
    #expect(
      error?.description == "forecasts/w.csv: error: there is no such file in "
        + "\(acme.workspace.folder); make it with nobat forecast")
  }
}

@Suite struct RosterFilesTests {
  /// A week of both agents' shifts by chance, with breaks, over the night too.
  static func roster(seed: UInt64, in centre: Centre) -> Roster {
    var chance = Generator(seed: seed)
    let week = centre.week(of: LocalDay(daysSince1970: 20_794))
    var shifts: [Shift] = []
    for agent in centre.agents {
      for day in week.days where chance.index(below: 3) > 0 {
        let start = agent.zone.start(of: day) + 15 * Minutes(chance.index(below: 60))
        let pauses = [60, 180, 300].map { minute in
          Activity(
            kind: minute == 180 ? .meal : .rest,
            interval: Interval(start: start + Minutes(minute), length: Minutes(30)))
        }
        shifts.append(
          Shift(
            agent: agent.id, template: chance.index(below: 2) == 0 ? "day" : "late", day: day,
            interval: Interval(start: start, length: .hours(8)),
            breaks: Array(pauses.prefix(chance.index(below: 4))), paid: Minutes(450)))
      }
    }
    return Roster(
      id: week.id, firstDay: week.firstDay, grid: week.grid, shifts: shifts,
      cost: .init(pay: Money(1234.567), premium: Money(10), wishes: Money(6), under: Money(3)),
      bound: Money(1200.004), notes: ["reza works 15h of 20h: on leave"],
      effort: .init(priceRounds: 3, linesGenerated: 40, sweeps: 2, integerProblems: 1))
  }

  static func record(of roster: Roster) -> RunRecord {
    RunRecord(
      of: roster, requirement: "2026-W50", tool: "nobat 0.1.0", glpk: "5.0", zoneRules: "2026f",
      commandLine: ["nobat", "roster", "--week", "2026-W50"], seed: 1,
      stamp: Instant(seconds: 1_780_000_000), inputs: ["sites.yaml": "ab", "agents.csv": "cd"],
      earlier: "2026-W49",
      violations: [
        Violation(
          rule: "rest", agent: "reza", interval: roster.shifts.first?.interval,
          sentence: "10h of rest, 11h are due")
      ])
  }

  @Test("A roster comes back with equal shifts and its record") func roundTrip() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    try forEvery(seed: 0..<30) { seed in
      let roster = Self.roster(seed: seed, in: centre)
      let record = Self.record(of: roster)
      try acme.workspace.write(roster, run: record)
      let read = try acme.workspace.roster("2026-W50", of: centre)
      let run = try acme.workspace.run("2026-W50")
      return read.shifts == roster.shifts && read.grid == roster.grid
        && read.firstDay == roster.firstDay && read.notes == roster.notes
        && read.effort == roster.effort && read.cost == record.cost && run == record
    }
    #expect(acme.workspace.rosters == ["2026-W50"])
  }

  @Test("The record shows money in hundredths and its keys in order") func record() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    let roster = Self.roster(seed: 1, in: centre)
    try acme.workspace.write(roster, run: Self.record(of: roster))
    let text = try acme.text("rosters/2026-W50/run.json")
    // 1234.567 + 10 + 6 + 3 = 1253.567, and 1 - 1200.004 / 1253.567 = 0.0427285.
    for line in [#""pay" : 1234.57"#, #""bound" : 1200"#, #""gap" : 0.042728"#] {
      #expect(text.contains(line))
    }
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
      .compactMap { $0.split(separator: "\"").dropFirst().first }
    #expect(keys == keys.sorted())
  }

  @Test(
    "The same roster is written to the same bytes, and takes the place of the earlier one whole")
  func sameBytes() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    func write(_ seed: UInt64) throws -> [String] {
      let roster = Self.roster(seed: seed, in: centre)
      try acme.workspace.write(roster, run: Self.record(of: roster))
      return try ["shifts.csv", "activities.csv", "run.json"].map {
        try acme.text("rosters/2026-W50/\($0)")
      }
    }
    let first = try write(1)
    try acme.put("<html>", "rosters/2026-W50/report.html")
    #expect(try write(2) != first)
    #expect(try write(1) == first)
    #expect(acme.names(in: "rosters/2026-W50") == ["activities.csv", "run.json", "shifts.csv"])
    #expect(acme.names(in: "rosters") == ["2026-W50"])
  }

  @Test("A break outside of every shift is told") func looseBreak() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    let roster = Self.roster(seed: 1, in: centre)
    try acme.workspace.write(roster, run: Self.record(of: roster))
    let file = "rosters/2026-W50/activities.csv"
    try acme.put(
      try acme.text(file) + "laura,2026-11-01T00:00:00Z,2026-11-01T00:15:00Z,rest\n", file)
    let error = #expect(throws: Findings.self) {
      try acme.workspace.roster("2026-W50", of: centre)
    }
    #expect(
      error?.description
        == "\(file): error: agent \"laura\" has a rest at 2026-11-01T00:00:00Z outside of their shifts; "
        + "mend it, or make the roster anew with nobat roster")
  }

  @Test("A roster of agents who have left names them, and a missing one says how to make it")
  func unknown() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    let roster = Self.roster(seed: 1, in: centre)
    try acme.workspace.write(roster, run: Self.record(of: roster))
    let file = "rosters/2026-W50/shifts.csv"
    try acme.put(
      "agent,shift,day,start,end,paid_minutes\n"
        + "lara,day,2026-12-07,2026-12-07T07:00:00Z,2026-12-07T06:00:00Z,480\n", file)
    try acme.put("agent,start,end,activity\n", "rosters/2026-W50/activities.csv")
    let error = #expect(throws: Findings.self) {
      try acme.workspace.roster("2026-W50", of: centre)
    }
    #expect(
      error?.description
        == "\(file):2:1: error: the shift: agent \"lara\" is not in agents.csv; did you mean \"laura\"?\n"
        + "\(file):2:42: error: the shift: end is 2026-12-07T06:00:00Z, not after the start; mend one "
        + "of the times")
    let missing = #expect(throws: Findings.self) { try acme.workspace.roster("w", of: centre) }
    #expect(
      missing?.description == "rosters/w/run.json: error: there is no such file in "
        + "\(acme.workspace.folder); make it with nobat roster")
    try acme.put("{}", "rosters/2026-W50/run.json")
    let damaged = #expect(throws: Findings.self) { try acme.workspace.run("2026-W50") }
    #expect(
      damaged?.description == "rosters/2026-W50/run.json: error: the file is not the record of a "
        + "roster; make the roster anew with nobat roster")
  }
}
