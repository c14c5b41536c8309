import Exchange
import Report
import Planning
import Rostering
import Synchronization
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("The line over a workspace")
struct JourneyTests {
  @Test("An unsound workspace cannot be opened, and all of its errors are the fault")
  func unsoundWorkspace() throws {
    let workspace = try SmallWorkspace(changing: ["skills.csv": nil, "sites.yaml": "vie: {}\n"])
    let fault = try #require(throws: JourneyFault.self) { try workspace.journey() }
    #expect(fault.isAboutInput)
    let lines = "\(fault)".split(separator: "\n")
    // Neither zone nor cost, and no file of skills.
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.contains(": error: ") })
  }

  @Test("Warnings do not keep a workspace shut")
  func warnings() throws {
    let workspace = try SmallWorkspace("skills.csv", "cem,de-voice\n", "")
    let journey = try workspace.journey()
    #expect(journey.warnings.map(\.file) == ["agents.csv"])
    #expect(try SmallWorkspace().journey().warnings == [])
  }

  @Test("Without a history there is nothing to forecast from")
  func noHistory() throws {
    let workspace = try SmallWorkspace(changing: ["history/acd.csv": nil])
    let journey = try workspace.journey()
    let fault = try #require(throws: JourneyFault.self) { try journey.history() }
    #expect(
      "\(fault)" == "history: error: there is no history of any queue; import one with nobat import"
    )
  }

  @Test("A step gives what its file says")
  func valuesAreTheirFiles() throws {
    let workspace = try SmallWorkspace()
    let journey = try workspace.journey()
    let history = try journey.history()
    let week = journey.week(.next, after: history)
    let forecast = try journey.forecast(week, from: history, seed: 1)
    try journey.keep(forecast)
    let stored = try journey.storedForecast(nil)
    #expect(stored.id == "2026-W50")
    #expect(stored.grid == forecast.grid)
    // The notes are not in the file.
    #expect(stored.queues.map(\.volume) == forecast.queues.map(\.volume))
    #expect(stored.queues.map(\.handlingTime) == forecast.queues.map(\.handlingTime))
    let requirement = try journey.requirement(for: forecast)
    try journey.keep(requirement)
    #expect(try journey.storedRequirement(nil) == requirement)
    let judged = try journey.roster(for: requirement, settings: .light)
    try journey.keep(judged, run: journey.record(of: judged, settings: .light))
    let (again, run) = try journey.storedRoster(nil)
    #expect(again.roster.shifts == judged.roster.shifts)
    #expect(again.verdict == judged.verdict)
    #expect(again.week == judged.week)
    #expect(
      run.commandLine == [
        "nobat", "roster", "2026-W50", "--seed", "1", "--gap", "0%", "--effort", "0.02",
      ])
    #expect(journey.changedInputs(since: run) == [])
  }

  @Test("A result under a name of its own leaves the week's alone")
  func namedResults() throws {
    let workspace = try SmallWorkspace()
    let journey = try workspace.journey()
    let plan = try journey.plan(.next, settings: .light)
    let before = workspace.folder.tree
    let careful = try journey.requirement(
      for: plan.content.forecast, named: "careful", quantile: 0.9)
    try journey.keep(careful)
    let judged = try journey.roster(for: careful, settings: .light)
    #expect(judged.roster.id == "careful")
    #expect(judged.week.id == "2026-W50")
    try journey.keep(judged, run: journey.record(of: judged, settings: .light))
    #expect(workspace.folder.tree.changes(since: before).allSatisfy { $0.hasPrefix("+ ") })
    // The forecast of the week is the one that it was staffed from.
    #expect(try journey.storedContent("careful").forecast.id == "2026-W50")
    let hours = [plan.judged.requirement, careful].map { requirement in
      requirement.queues[0].agents.reduce(0, +)
    }
    #expect(hours[0] < hours[1], "the 90th of a hundred weeks needs more than the mean")
  }

  @Test(
    "What is not there is named, with what is there and the next step",
    arguments: [
      (nil, [], "there is no forecast yet; run nobat forecast"),
      ("peak", [], "there is no forecast \"peak\"; run nobat forecast"),
      (
        "peak", ["2026-W50", "2026-W49"],
        "there is no forecast \"peak\"; known are 2026-W49, 2026-W50; run nobat forecast"
      ),
    ] as [(String?, [String], String)])
  func missingResults(id: String?, known: [String], sentence: String) throws {
    let workspace = try SmallWorkspace()
    let journey = try workspace.journey()
    let history = try journey.history()
    for name in known {
      let week = journey.week(.holding(Worlds.monday), after: history)
      try journey.keep(try journey.forecast(week, from: history, named: name, seed: 1))
    }
    let fault = try #require(throws: JourneyFault.self) { try journey.storedForecast(id) }
    #expect("\(fault)" == sentence)
    #expect(fault.isAboutInput)
  }

  @Test("A roster whose requirement was removed cannot be judged, and the requirement is named")
  func requirementIsGone() throws {
    let workspace = try SmallWorkspace()
    let journey = try workspace.journey()
    _ = try journey.plan(.next, settings: .light)
    try workspace.folder.remove("requirements/2026-W50.csv")
    let fault = try #require(throws: JourneyFault.self) { try journey.storedRoster(nil) }
    #expect("\(fault)" == "there is no requirement \"2026-W50\"; run nobat staff")
  }

  @Test("The record of a roster names the digest of every input, and which have changed since")
  func inputDigests() throws {
    let workspace = try SmallWorkspace()
    let journey = try workspace.journey()
    _ = try journey.plan(.next, settings: .light)
    let (_, run) = try journey.storedRoster(nil)
    #expect(
      Set(run.inputs.keys)
        == Set(SmallWorkspace.centre.keys).union(["requirements/2026-W50.csv"]))
    let agents = try #require(SmallWorkspace.centre["agents.csv"])
    #expect(run.inputs["agents.csv"] == SHA256.digest(of: agents.utf8))
    // One changed, one new, one gone; the history is behind the requirement and no input itself.
    try workspace.folder.append("# more\n", to: "shifts.yaml")
    try workspace.folder.write("agent,date,kind,value\n", to: "wishes.csv")
    try workspace.folder.remove("skills.csv")
    try workspace.folder.remove("history/acd.csv")
    #expect(journey.changedInputs(since: run) == ["shifts.yaml", "skills.csv", "wishes.csv"])
  }

  @Test("Progress names every step from nothing to all, and cost and bound of the roster")
  func progress() throws {
    let workspace = try SmallWorkspace()
    let seen = Seen()
    let journey = try Journey(
      in: workspace.path, zones: ZoneDatabase(),
      watching: { progress in
        seen.add(progress)
        return .goOn
      })
    _ = try journey.plan(.next, settings: .light)
    let steps = seen.all.map(\.step)
    let order = steps.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(order.first == "read the history")
    #expect(order.suffix(2) == ["export", "report"])
    #expect(order.filter { ["forecast", "staff"].contains($0) } == ["forecast", "staff"])
    #expect(seen.all.allSatisfy { (0...1).contains($0.share) })
    let last = try #require(seen.all.last { $0.cost != nil })
    let (cost, bound) = (try #require(last.cost), try #require(last.bound))
    #expect(bound.amount <= cost.amount + 0.01)
  }

  @Test("Told to stop, the search gives the best roster so far, which keeps every rule")
  func stopping() throws {
    let workspace = try SmallWorkspace()
    let journey = try Journey(
      in: workspace.path, zones: ZoneDatabase(), watching: { _ in .stop })
    let plan = try journey.plan(.next, settings: Settings(effort: 100))
    #expect(plan.judged.isInterrupted)
    #expect(plan.judged.verdict.violations == [])
    #expect(plan.judged.roster.shifts.count == 15)
    #expect(workspace.folder.has("rosters/2026-W50/report.html"))
  }
}

/// Takes down progress from whatever thread it comes.
private final class Seen: Sendable {
  private let list = Mutex<[Progress]>([])

  var all: [Progress] { list.withLock { $0 } }

  func add(_ progress: Progress) { list.withLock { $0.append(progress) } }
}
