import TestSupport
import Testing
import Timeline

@Suite("Cleaning")
struct CleanTests {
  private static let header = "queue,date,from,to,zone,kind,keep,reason\n"

  /// A workspace whose history of twelve weeks has ten times the contacts on Wednesday 2026-11-25.
  private func workspace() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace(changing: [
      "history/acd.csv": try SmallWorkspace.history(days: 84, before: Worlds.monday)
    ])
    var lines = try workspace.folder.lines("history/acd.csv")
    for index in lines.indices where lines[index].contains("2026-11-25T") {
      var fields = lines[index].split(separator: ",").map(String.init)
      fields[3] = "\((Int(fields[3]) ?? 0) * 10)"
      fields[4] = fields[3]
      lines[index] = fields.joined(separator: ",")
    }
    try workspace.folder.write(lines.joined(separator: "\n") + "\n", to: "history/acd.csv")
    return workspace
  }

  @Test("What is proposed goes to the file once; a second time changes nothing")
  func appliedTwice() throws {
    let workspace = try workspace()
    let shown = try nobat("clean", in: workspace.path)
    #expect(shown.status == 0, "it says: \(shown.errors)")
    #expect(shown.output.contains("2026 Wed 25 Nov"), "it says: \(shown.output)")
    #expect(!workspace.folder.has("calendar/exclusions.csv"))
    let applied = try nobat("clean", "--apply", in: workspace.path)
    #expect(applied.status == 0)
    let file = try workspace.folder.text("calendar/exclusions.csv")
    #expect(file.hasPrefix(Self.header + "de-voice,2026-11-25,"))
    let again = try nobat("clean", "--apply", in: workspace.path)
    #expect(again.status == 0)
    #expect(try workspace.folder.text("calendar/exclusions.csv") == file)
    #expect(try nobat("check", in: workspace.path).status == 0)
  }

  @Test("A row that the planner keeps stays as it is, and its day is not proposed anew")
  func overruled() throws {
    let workspace = try workspace()
    let row = "de-voice,2026-11-25,00:00,24:00,Europe/Vienna,outlier,yes,our sale\n"
    try workspace.folder.write(Self.header + row, to: "calendar/exclusions.csv")
    let ending = try nobat("clean", "--apply", in: workspace.path)
    #expect(ending.status == 0)
    #expect(try workspace.folder.text("calendar/exclusions.csv") == Self.header + row)
    #expect(ending.output.contains("kept"))
  }

  @Test("A time in the file is left out of forecasts, and one that is kept is not")
  func leftOut() throws {
    func expected(_ keep: String?) throws -> String {
      let workspace = try workspace()
      if let keep {
        // All but the last two weeks, so that the history itself is another.
        var text = Self.header
        for day in Worlds.monday - 84..<Worlds.monday - 14 {
          text += "de-voice,\(day),00:00,24:00,Europe/Vienna,outlier,\(keep),\n"
        }
        try workspace.folder.write(text, to: "calendar/exclusions.csv")
      }
      let ending = try nobat("forecast", "--week", "2026-W50", in: workspace.path)
      #expect(ending.status == 0, "it says: \(ending.errors)")
      return try workspace.folder.text("forecasts/2026-W50.csv")
    }
    let plain = try expected(nil)
    #expect(try expected("yes") == plain)
    #expect(try expected("no") != plain)
  }

  @Test(
    "A bad row is found by file and line",
    arguments: [
      ("xx,2026-11-25,00:00,24:00,Europe/Vienna,outlier,no,", ":2:1: error: the exclusion: queue"),
      (
        "de-voice,25.11.,00:00,24:00,Europe/Vienna,outlier,no,", ":2:10: error: the exclusion: date"
      ),
      (
        "de-voice,2026-11-25,9,24:00,Europe/Vienna,outlier,no,", ":2:21: error: the exclusion: from"
      ),
      (
        "de-voice,2026-11-25,10:00,09:00,Europe/Vienna,outlier,no,",
        ":2:27: error: the exclusion: it"
      ),
      ("de-voice,2026-11-25,00:00,24:00,Mars/X,outlier,no,", ":2:33: error: the exclusion: zone"),
      (
        "de-voice,2026-11-25,00:00,24:00,Europe/Vienna,odd,no,", ":2:47: error: the exclusion: kind"
      ),
      (
        "de-voice,2026-11-25,00:00,24:00,Europe/Vienna,gap,maybe,",
        ":2:51: error: the exclusion: keep"
      ),
    ])
  func badRows(row: String, finding: String) throws {
    let workspace = try SmallWorkspace(changing: [
      "calendar/exclusions.csv": Self.header + row + "\n"
    ])
    let ending = try nobat("check", in: workspace.path)
    #expect(ending.status == 3)
    #expect(
      ending.output.hasPrefix("calendar/exclusions.csv\(finding)"), "it says: \(ending.output)")
  }
}
