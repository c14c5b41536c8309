import TestSupport
import Testing
import Timeline

@Suite("How many agents, and why")
struct StaffTests {
  /// The small centre with the forecast of its week.
  private func forecast() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace()
    let ending = try workspace.nobat("forecast", "--week", "2026-W50")
    try #require(ending.status == 0, "\(ending.errors)")
    return workspace
  }

  @Test("The requirement file says for every interval what led to the need")
  func why() throws {
    let workspace = try forecast()
    let ending = try workspace.nobat("staff")
    #expect(ending.status == 0 && ending.output.contains("decided by"))
    let lines = try workspace.folder.lines("requirements/2026-W50.csv")
    #expect(
      lines[0]
        == "queue,start,agents,load,aht,at_work,shrinkage,because,model,target,definition,planned_for"
    )
    #expect(lines.contains { $0.contains("service-level") && $0.hasSuffix(",all,mean") })
    let cautious = try workspace.nobat("staff", "--quantile", "0.8", "--name", "p80")
    #expect(cautious.status == 0)
    let days = try workspace.nobat("staff", "--keep-days", "0.9", "--name", "days")
    #expect(days.status == 0, "\(days.errors)")
    #expect(try workspace.folder.lines("requirements/p80.csv")[1].hasSuffix("p80"))
    #expect(try workspace.folder.lines("requirements/days.csv")[1].hasSuffix("days-p90"))
  }

  @Test("The price of service levels is a table, a chart, and JSON; a trial writes nothing")
  func curve() throws {
    let workspace = try forecast()
    let before = workspace.folder.tree
    let trial = try workspace.nobat("staff", "--curve", "--dry-run", "--json")
    #expect(trial.status == 0 && trial.output.contains("\"agentHours\""))
    #expect(workspace.folder.tree.changes(since: before) == [])
    let ending = try workspace.nobat("staff", "--curve")
    #expect(ending.status == 0 && ending.output.contains("as planned"))
    #expect(
      workspace.folder.tree.changes(since: before) == ["+ requirements/2026-W50-curve.html"])
    let page = try workspace.folder.text("requirements/2026-W50-curve.html")
    #expect(page.contains("What service levels cost") && page.contains("<svg"))
  }

  @Test("The mix of an interval has a cost, a bound and simulated service levels")
  func mix() throws {
    let workspace = try forecast()
    let before = workspace.folder.tree
    let ending = try workspace.nobat(
      "staff", "--mix", "--any-number", "--at", "2026-12-07T10:00")
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(ending.output.contains("Least-cost mix of skills, 2026-12-07 10:00"))
    #expect(ending.output.contains("bound") && ending.output.contains("kept"))
    #expect(workspace.folder.tree.changes(since: before) == [])
    let json = try workspace.nobat("staff", "--mix", "--any-number", "--json")
    #expect(json.output.contains("\"outcome\" : \"mix\""))
  }

  @Test(
    "What does not go together is said",
    arguments: [
      ["--curve", "--mix"], ["--keep-days", "1"], ["--keep-days", "0.9", "--curve"],
      ["--at", "2026-12-07T10:00"], ["--mix", "--name", "x"], ["--any-number"],
    ])
  func contradictions(arguments: [String]) throws {
    let workspace = try SmallWorkspace()
    let ending = try Program.nobat.run(
      ["staff", "-C", workspace.path] + arguments, in: workspace.path)
    #expect(ending.status == 2 && !ending.errors.isEmpty)
  }

  @Test("A moment that the forecast does not reach is a sentence")
  func outside() throws {
    let workspace = try forecast()
    let ending = try workspace.nobat("staff", "--mix", "--at", "2020-01-01T10:00")
    #expect(ending.status != 0)
    #expect(ending.errors.contains("give a moment of that time"))
  }
}
