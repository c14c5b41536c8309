import TestSupport
import Testing
import Timeline

@Suite("Forecasts of a workspace")
struct WorkspaceForecastTests {
  @Test("Weeks from a day have a row a slot, five quantiles, and how they were made beside them")
  func weeksFromADay() throws {
    let workspace = try SmallWorkspace()
    let ending = try nobat(
      "forecast", "--from", "2026-12-08", "--weeks", "3", in: workspace.path)
    #expect(ending.status == 0, "it says: \(ending.errors)")
    let lines = try workspace.folder.lines("forecasts/2026-12-08-3w.csv")
    // A row for each of 3 x 168 hours.
    #expect(lines.count == 1 + 504)
    #expect(
      lines[0] == "queue,start,volume,volume_p025,volume_p10,volume_p50,volume_p90,volume_p975,"
        + "aht,aht_p10,aht_p90")
    #expect(lines[1].hasPrefix("de-voice,2026-12-07T23:00:00Z,"))
    #expect(try workspace.folder.text("forecasts/2026-12-08-3w.yaml").contains("\"de-voice\":"))
  }

  @Test("What was known on a day is all that is used, and a study is written only under a name")
  func asOf() throws {
    let workspace = try SmallWorkspace()
    let before = workspace.folder.tree
    let study = try nobat(
      "forecast", "--week", "2026-W50", "--as-of", "2026-11-30", "--json", in: workspace.path)
    #expect(study.status == 0, "it says: \(study.errors)")
    #expect(workspace.folder.tree.changes(since: before) == [])
    // The same comes out where the later week was never counted.
    let shorter = try SmallWorkspace(changing: [
      "history/acd.csv": try SmallWorkspace.history(days: 21, before: Worlds.monday - 7)
    ])
    let plain = try nobat("forecast", "--week", "2026-W50", "--json", in: shorter.path)
    #expect(plain.output == study.output)
    let named = try nobat(
      "forecast", "--week", "2026-W50", "--queue", "de-voice", "--name", "one", in: workspace.path)
    #expect(named.status == 0)
    #expect(workspace.folder.has("forecasts/one.csv"))
  }

  @Test("An unknown queue is a wrong word that names the known ones")
  func unknownQueue() throws {
    let workspace = try SmallWorkspace()
    for command in ["forecast", "backtest", "clean"] {
      let ending = try nobat(command, "--queue", "xx", in: workspace.path)
      #expect(ending.status == 2)
      #expect(
        ending.errors == "--queue xx: no such queue in queues.yaml; there are de-voice\n")
    }
  }

  @Test("A backtest shows each queue beside the plain methods, and writes nothing")
  func backtest() throws {
    let workspace = try SmallWorkspace()
    let before = workspace.folder.tree
    let ending = try nobat("backtest", "--weeks", "1", in: workspace.path)
    #expect(ending.status == 0, "it says: \(ending.errors)")
    #expect(ending.output.contains("average of six weeks  1 week"))
    let json = try nobat("backtest", "--weeks", "1", "--folds", "1", "--json", in: workspace.path)
    #expect(json.output.contains("\"queue\" : \"de-voice\""))
    #expect(workspace.folder.tree.changes(since: before) == [])
  }
}
