import TestSupport
import Testing
import Timeline

/// A real bank's calls every five minutes of 34 weeks, 2003-03-03 to 2003-10-24, Monday to Friday from
/// seven to nine in the evening (Weinberg, Brown and Stroud 2007), by New York's clock.
@Suite("A real bank")
struct BankCentreTests {
  static let calls = House.data.map { "\($0)/forecasting/bank_calls_5min.csv" }

  @Test(
    "Its calls are imported, forecast, staffed at 80/20, rostered, verified and exported",
    .enabled(
      if: calls.map { House.isThere($0) } ?? false,
      "forecasting/bank_calls_5min.csv is not in ../shared/data; NOBAT_DATA names another folder"))
  func wholeLine() throws {
    let folder = try TemporaryFolder()
    for (file, text) in BankCentreTests.files { try folder.write(text, to: file) }
    // Two agents to begin with: staffing says how many it takes.
    try hire(fullTimers: 1, partTimers: 1, in: folder)

    let calls = try #require(BankCentreTests.calls)
    let first = try succeed(["import", calls, "--map", "mapping.yaml"], in: folder)
    // 27,717 lines with the header.
    #expect(
      first.hasSuffix(
        "27716 new rows went to history/bank-calls-5min.csv, 0 replaced, 0 were there already\n"))
    let imported = folder.tree
    let second = try succeed(["import", calls, "--map", "mapping.yaml"], in: folder)
    #expect(
      second.hasSuffix(
        "0 new rows went to history/bank-calls-5min.csv, 0 replaced, 27716 were there already\n"))
    #expect(folder.tree.changes(since: imported) == [])

    _ = try succeed(["forecast"], in: folder)
    _ = try succeed(["staff"], in: folder)
    // The week after the last calls, the first one in winter time: hours are those of UTC-5.
    let needs = try folder.lines("requirements/2003-W44.csv").dropFirst()
      .map { $0.split(separator: ",") }
    #expect(needs.count == 168)
    let open = needs.filter { Double($0[2]) ?? 0 > 0 }
    // Fourteen hours on each of five days, from seven o'clock.
    #expect(open.count == 5 * 14)
    #expect(open.first?[1] == "2003-10-27T12:00:00Z")
    try expectSensible(open.map { (agents: Double($0[2]) ?? 0, load: Double($0[3]) ?? 0) })

    // Half of the hours to people of 40 hours, half to people of 20.
    let hours = needs.reduce(0) { $0 + (Double($1[2]) ?? 0) }
    try hire(
      fullTimers: Int((hours / 2 / 40).rounded(.up)),
      partTimers: Int((hours / 2 / 20).rounded(.up)), in: folder)
    let roster = try succeed(["roster"] + lightly, in: folder)
    #expect(roster.contains(/hard violations +0\n/), "it says: \(roster)")
    _ = try succeed(["verify"], in: folder)
    _ = try succeed(["export"], in: folder)
    _ = try succeed(["report"], in: folder)

    let shifts = try folder.lines("rosters/2003-W44/shifts.csv").dropFirst()
      .map { $0.split(separator: ",") }
    let paid = shifts.reduce(0) { $0 + (Double($1[5]) ?? 0) / 60 }
    // Everybody works their hours; nobody was hired for more than the last part of a contract.
    #expect(hours <= paid && paid <= hours + 60)
    #expect(
      folder.tree.below("calendars/2003-W44").names.count == Set(shifts.map { $0[0] }).count + 1)
    if let checker = CalendarChecker.here {
      #expect(try checker.complaint(about: folder.path("calendars/2003-W44")) == nil)
    }
  }

  /// Some facts that must hold of any staffing at 80 % in 20 s with patience 120 s and no shrinkage.
  private func expectSensible(_ slots: [(agents: Double, load: Double)]) throws {
    for slot in slots {
      // Callers who wait give up, so fewer agents than erlangs could do, but not for four in five within
      // 20 s; and 1.15 times the load with two agents more is more than Erlang C would ask for here.
      #expect(slot.load > 20, "a bank with \(slot.load) erlangs")
      #expect(slot.agents > 0.9 * slot.load && slot.agents < 1.15 * slot.load + 2)
    }
    let busiest = try #require(slots.max { $0.load < $1.load })
    // Mondays from ten, 3,666 calls on average of the last eight weeks: 3,666 x 240 s / 3,600 s is
    // 244.4 erlangs, give or take a tenth for other weights.
    #expect((220...270).contains(busiest.load), "\(busiest.load) erlangs at the busiest")
  }

  private func succeed(_ arguments: [String], in folder: TemporaryFolder) throws -> String {
    let ending = try Program.nobat.run(arguments, in: folder.path)
    try #require(ending.status == 0, "\(arguments): \(ending.errors)")
    return ending.output
  }

  private func hire(fullTimers: Int, partTimers: Int, in folder: TemporaryFolder) throws {
    var agents = "id,name,site,contract\n"
    var skills = "agent,queue\n"
    for (contract, count) in [("ft40", fullTimers), ("pt20", partTimers)] {
      for number in 1...count {
        agents += "\(contract)-\(number),Agent \(number),nyc,\(contract)\n"
        skills += "\(contract)-\(number),bank\n"
      }
    }
    try folder.write(agents, to: "agents.csv")
    try folder.write(skills, to: "skills.csv")
  }

  private static let files = [
    "nobat.yaml": "{workspace: bank, zone: America/New_York, interval: 60m, currency: USD}\n",
    "sites.yaml": "nyc: {zone: America/New_York, cost: 30/h}\n",
    "queues.yaml": """
    bank: {channel: voice, language: en, open: "mon-fri 07:00-21:00 America/New_York", sla: 80% in 20s, patience: 120s, aht: 240s}

    """,
    "contracts.yaml": """
    ft40: {hours: 40h/week, days: 5}
    pt20: {hours: 20h/week, days: 5}

    """,
    "shifts.yaml": """
    long: {start: "07:00-12:00/60m", length: 9h, breaks: [{kind: meal, length: 60m, paid: no, window: 3h-6h}], break-grid: 60m, contracts: [ft40]}
    short: {start: "07:00-17:00/60m", length: 4h, contracts: [pt20]}

    """,
    "mapping.yaml": """
    timestamp: {column: timestamp_local, zone: America/New_York}
    queue: {column: series}
    offered: {column: volume}
    interval: 5m

    """,
  ]
}
