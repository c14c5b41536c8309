import ExampleCentres
import Testing
import Timeline

@Suite struct BlankWorkspaceTests {
  private func blank(
    named name: String = "mine", zone: String = "Asia/Tehran", every interval: Int = 15
  ) throws -> WorkspaceText {
    try WorkspaceText(
      blankWorkspace(named: name, zone: zone, interval: Minutes(interval)))
  }

  @Test("The skeleton names the zone and the interval it was asked for")
  func parameters() throws {
    let workspace = try blank()
    #expect(try workspace.values(of: "zone", in: "nobat.yaml") == ["Asia/Tehran"])
    #expect(try workspace.values(of: "interval", in: "nobat.yaml") == ["15m"])
    #expect(try workspace.values(of: "zone", in: "sites.yaml") == ["Asia/Tehran"])
    #expect(
      try workspace.values(of: "open", in: "queues.yaml") == ["\"mon-fri 08:00-18:00 Asia/Tehran\""]
    )
  }

  @Test(
    "A name that YAML would take for something else stays a name",
    arguments: [
      ("no", "\"no\""), ("2026", "\"2026\""), ("a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\""),
    ])
  func names(name: String, quoted: String) throws {
    #expect(try blank(named: name).values(of: "workspace", in: "nobat.yaml") == [quoted])
  }

  @Test("It has one of each, and three agents who can do the work")
  func contents() throws {
    let workspace = try blank()
    #expect(try workspace.keys("sites.yaml") == ["main"])
    #expect(try workspace.keys("queues.yaml") == ["en-voice"])
    #expect(try workspace.keys("contracts.yaml") == ["full-time"])
    #expect(try workspace.keys("shifts.yaml") == ["day"])
    let agents = try workspace.table("agents.csv")
    #expect(agents.map { $0["id"] } == ["a01", "a02", "a03"])
    #expect(agents.allSatisfy { $0["site"] == "main" && $0["contract"] == "full-time" })
    #expect(try workspace.table("skills.csv").map { $0["agent"] } == ["a01", "a02", "a03"])
    for path in ["timeoff.csv", "wishes.csv", "calendar/holidays.csv", "calendar/events.csv"] {
      #expect(try workspace.table(path).isEmpty)
    }
  }

  @Test(
    "Shifts fill whole intervals, lie within the opening hours and pay eight hours",
    arguments: [5, 10, 15, 30, 60])
  func shiftsFitTheInterval(interval: Int) throws {
    let workspace = try blank(every: interval)
    func minutes(_ key: String) throws -> Int {
      let value = try #require(try workspace.values(of: key, in: "shifts.yaml").first)
      return try #require(Minutes(value)).count
    }
    let length = try minutes("length")
    let breakLine = try #require(
      try workspace.text("shifts.yaml").firstMatch(of: /kind: meal, length: ([0-9a-z]+),/))
    let meal = try #require(Minutes(breakLine.1)).count
    #expect(length - meal == 480)
    #expect(length.isMultiple(of: interval) && meal.isMultiple(of: interval))
    let breakGrid = try minutes("break-grid")
    #expect(breakGrid.isMultiple(of: interval) && 180.isMultiple(of: breakGrid))

    let start = try #require(try workspace.values(of: "start", in: "shifts.yaml").first)
    let parts = try #require(start.wholeMatch(of: /"08:00-([0-9:]+)\/([0-9a-z]+)"/))
    let last = try #require(LocalTime(parts.1)).minutes
    let step = try #require(Minutes(parts.2)).count
    #expect(step.isMultiple(of: interval) && (last - 480).isMultiple(of: step))
    #expect(last >= 480 && last + length <= 18 * 60)
  }
}
