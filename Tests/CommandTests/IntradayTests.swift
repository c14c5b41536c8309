import TestSupport
import Testing
import Timeline

@Suite("Within the day")
struct IntradayTests {
  /// The small centre with the forecast of its week, and a file of Monday's first hours: as many contacts
  /// in each as told, from 8 o'clock on.
  private func forecast(_ contacts: [Int] = [], in file: String = "today.csv") throws
    -> SmallWorkspace
  {
    let workspace = try SmallWorkspace()
    let ending = try workspace.nobat("forecast", "--week", "2026-W50")
    try #require(ending.status == 0, "\(ending.errors)")
    try workspace.folder.write(Self.rows(contacts), to: file)
    return workspace
  }

  private static func rows(_ contacts: [Int], aht: Int = 240) -> String {
    let hours = contacts.enumerated().map { offset, count in
      "de-voice,2026-12-07T\(offset + 8 < 10 ? "0" : "")\(offset + 8):00,\(count),\(aht)\n"
    }
    return "queue,start,offered,aht\n" + hours.joined()
  }

  private func intraday(_ workspace: SmallWorkspace, _ arguments: String...) throws
    -> Program.Ending
  {
    try Program.nobat.run(
      ["intraday", "-C", workspace.path] + arguments, in: workspace.path)
  }

  private func volumes(_ workspace: SmallWorkspace, _ id: String) throws -> [String: [Double]] {
    let lines = try workspace.folder.lines("forecasts/\(id).csv").dropFirst()
    return Dictionary(
      uniqueKeysWithValues: lines.filter { !$0.isEmpty }.map { line in
        let fields = line.split(separator: ",")
        return (String(fields[1]), fields[2...].compactMap { Double($0) })
      })
  }

  @Test("A busy morning lifts the rest of the day, is in the file as it came, and can be staffed")
  func busyMorning() throws {
    let workspace = try forecast([18, 18, 18])
    let before = workspace.folder.tree
    let ending = try intraday(workspace, "--actuals", "today.csv")
    #expect(ending.status == 0, "it says: \(ending.errors)")
    #expect(
      workspace.folder.tree.changes(since: before) == [
        "+ forecasts/2026-W50-intraday.csv", "+ forecasts/2026-W50-intraday.yaml",
      ])
    let (old, new) = (
      try volumes(workspace, "2026-W50"), try volumes(workspace, "2026-W50-intraday")
    )
    #expect(old.count == new.count)
    // By the clock of Vienna 8 o'clock is 7 in Greenwich; what came has no band.
    #expect(new["2026-12-07T07:00:00Z"]?.prefix(6) == [18, 18, 18, 18, 18, 18])
    let (noon, was) = (
      try #require(new["2026-12-07T11:00:00Z"]), try #require(old["2026-12-07T11:00:00Z"])
    )
    #expect(noon[0] > 1.1 * was[0])
    // The night stays empty, and the next week is not touched at all.
    #expect(new["2026-12-07T21:00:00Z"]?[0] == 0)
    let making = try workspace.folder.text("forecasts/2026-W50-intraday.yaml")
    #expect(making.contains("reforecast at Mon 7 Dec 11:00 from 2026-W50: 54 came where"))
    let staffed = try workspace.nobat("staff", "2026-W50-intraday")
    #expect(staffed.status == 0, "it says: \(staffed.errors)")
  }

  @Test("The table and the JSON say the same, and a trial writes nothing")
  func words() throws {
    let workspace = try forecast([18, 18, 18])
    let before = workspace.folder.tree
    let table = try intraday(workspace, "--actuals", "today.csv", "--dry-run", "-q")
    #expect(table.status == 0 && table.errors == "")
    let row = try #require(table.output.split(separator: "\n").last).split(separator: " ")
    #expect(row[0] == "de-voice" && row[2] == "54")
    let json = try intraday(workspace, "--actuals", "today.csv", "--dry-run", "--json")
    #expect(json.output.contains("\"at\" : \"2026-12-07T10:00:00Z\""))
    #expect(json.output.contains("\"came\" : 54"))
    #expect(json.output.contains("\"state\" : \"updated\""))
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  @Test("Nothing is written over unless asked")
  func replacing() throws {
    let workspace = try forecast([18, 18, 18])
    #expect(try intraday(workspace, "--actuals", "today.csv").status == 0)
    let before = workspace.folder.tree
    let again = try intraday(workspace, "--actuals", "today.csv")
    #expect(again.status == 3)
    #expect(
      again.errors.contains(
        "forecasts/2026-W50-intraday.csv: error: there is a forecast of that name already"))
    #expect(workspace.folder.tree.changes(since: before) == [])
    // The same again is the same bytes.
    #expect(try intraday(workspace, "--actuals", "today.csv", "--replace").status == 0)
    #expect(workspace.folder.tree.changes(since: before) == [])
    #expect(try intraday(workspace, "--actuals", "today.csv", "--name", "noon").status == 0)
    // A reforecast is no forecast to begin with, by whatever name; the plain one is found among all.
    let twice = try intraday(workspace, "noon", "--actuals", "today.csv", "--name", "two")
    #expect(twice.status == 3)
    #expect(twice.errors.contains("this is a reforecast itself"))
    let itself = try intraday(workspace, "--actuals", "today.csv", "--name", "2026-W50")
    #expect(itself.errors.contains("is not replaced by its reforecast"))
    let json = try intraday(workspace, "--actuals", "today.csv", "--dry-run", "--json")
    #expect(json.output.contains("\"base\" : \"2026-W50\""))
  }

  @Test("Rows that were imported count as those of a file do, and a bare file as a plain table")
  func sources() throws {
    let workspace = try forecast([18, 18, 18])
    let fromFile = try intraday(workspace, "--actuals", "today.csv", "--dry-run", "--json")
    try workspace.folder.write(
      """
      timestamp_utc,series,volume
      2026-12-07T07:00:00Z,de-voice,18
      2026-12-07T08:00:00Z,de-voice,18
      2026-12-07T09:00:00Z,de-voice,18

      """, to: "bare.csv")
    let fromBare = try intraday(workspace, "--actuals", "bare.csv", "--dry-run", "-q")
    #expect(fromBare.output.contains(" 54 "), "it says: \(fromBare.errors)")
    try workspace.folder.write(
      """
      queue,start,minutes,offered,handled,aht
      de-voice,2026-12-07T07:00:00Z,60,18,,240
      de-voice,2026-12-07T08:00:00Z,60,18,,240
      de-voice,2026-12-07T09:00:00Z,60,18,,240

      """, to: "history/monday.csv")
    let fromHistory = try intraday(workspace, "--dry-run", "--json")
    #expect(fromHistory.output == fromFile.output, "it says: \(fromHistory.errors)")
  }

  @Test("A long silence is a dead line: it is told and does not make the day a quiet one")
  func deadLine() throws {
    let workspace = try forecast([9, 9, 0, 0, 0])
    let ending = try intraday(workspace, "--actuals", "today.csv", "--dry-run")
    #expect(
      ending.errors.contains("de-voice: no contacts at Mon 7 Dec 10:00–13:00, where "),
      "it says: \(ending.errors)")
    func factor(_ ending: Program.Ending) -> Double? {
      ending.output.split(separator: "\n").last?.split(separator: " ").dropFirst(5).first.flatMap {
        Double($0)
      }
    }
    let counted = try intraday(workspace, "--actuals", "today.csv", "--dry-run", "--as-counted")
    #expect(!counted.errors.contains("dead line"))
    let (believed, taken) = (try #require(factor(ending)), try #require(factor(counted)))
    #expect(believed > 0.9 && taken < 0.7)
  }

  @Test("A slot that is not over, a gap and a closed day are told in sentences")
  func sentences() throws {
    let workspace = try forecast([9, 9, 9])
    let within = try intraday(
      workspace, "--actuals", "today.csv", "--at", "2026-12-07T10:20", "--dry-run")
    #expect(within.errors.contains("the slot of 1h that is not over at 10:20 counts as the rest"))
    let later = try intraday(
      workspace, "--actuals", "today.csv", "--at", "2026-12-07T13:00", "--dry-run")
    #expect(later.errors.contains("2 slots before 13:00 without a believable row"))
    let sunday = try intraday(workspace, "--at", "2026-12-13T11:00", "--dry-run")
    #expect(sunday.errors.contains("de-voice: closed on Sun 13 Dec: nothing is expected"))
    let early = try intraday(workspace, "--at", "2026-12-08T06:00", "--dry-run")
    #expect(early.errors.contains("de-voice: Tue 8 Dec has not begun"))
    let unknown = try intraday(workspace, "--at", "2026-12-08T12:00", "--dry-run")
    #expect(unknown.errors.contains("nothing is known of Tue 8 Dec before 12:00: bring its rows"))
    for ending in [within, later, sunday, early, unknown] { #expect(ending.status == 0) }
  }

  @Test("Bad input ends with a sentence, and nothing is written")
  func badInput() throws {
    let workspace = try forecast()
    for (name, text) in [
      ("empty.csv", ""), ("garbage.csv", "\u{0}\u{1}x"), ("header.csv", "queue,start,offered\n"),
      ("columns.csv", "a,b\n1,2\n"),
      ("stranger.csv", "queue,start,offered\nxx,2026-12-07T08:00,4\n"),
      ("negative.csv", "queue,start,offered\nde-voice,2026-12-07T08:00,-4\n"),
      ("stamp.csv", "queue,start,offered\nde-voice,noon,4\n"),
      (
        "years.csv",
        "queue,start,offered\nde-voice,2026-12-07T08:00,4\nde-voice,1926-12-07T09:00,4\n"
      ),
    ] { try workspace.folder.write(text, to: name) }
    let before = workspace.folder.tree
    for (arguments, status, sentence) in [
      (["--actuals", "none.csv"], 3, "none.csv: error: there is no such file"),
      (["--actuals", "empty.csv"], 3, "the file is empty"),
      (["--actuals", "garbage.csv"], 3, "garbage.csv"),
      (["--actuals", "header.csv"], 3, "the file has no rows"),
      (["--actuals", "columns.csv"], 3, "there is no column \"timestamp_local\""),
      (["--actuals", "stranger.csv"], 3, "xx"),
      (["--actuals", "negative.csv"], 3, "-4"),
      (["--actuals", "stamp.csv"], 3, "the stamp is \"noon\""),
      (["--actuals", "years.csv"], 3, "has rows from 1926"),
      (["--actuals", "stamp.csv", "--queue", "xx"], 2, "--queue xx: no such queue"),
      (["--actuals", "stamp.csv", "--tz", "Mars/X"], 2, "--tz: \"Mars/X\" is not a time zone"),
      (["--at", "2027-01-04T11:00"], 3, "the moment 2027-01-04 11:00 is not in it"),
      ([], 3, "what was counted ends at 2026-12-04 18:00, which is not in it"),
      (["nope", "--at", "2026-12-07T11:00"], 3, "there is no forecast \"nope\""),
    ] as [([String], Int32, String)] {
      let ending = try Program.nobat.run(
        ["intraday", "-C", workspace.path] + arguments, in: workspace.path)
      #expect(ending.status == status, "\(arguments): \(ending.errors)")
      #expect(ending.errors.contains(sentence), "\(arguments): \(ending.errors)")
      #expect(ending.output == "")
    }
    #expect(workspace.folder.tree.changes(since: before) == [])
    let bare = try SmallWorkspace(changing: ["history/acd.csv": nil])
    let nothing = try intraday(bare)
    #expect(nothing.status == 3)
    #expect(nothing.errors.contains("nothing was counted yet"), "it says: \(nothing.errors)")
  }

  @Test("A picture of the day shows what came, both forecasts, and the moment")
  func picture() throws {
    let workspace = try forecast([12, 9, 14])
    let ending = try intraday(workspace, "--actuals", "today.csv", "--html", "day.html")
    #expect(ending.status == 0, "it says: \(ending.errors)")
    let html = try workspace.folder.text("day.html")
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("class='now'"))
    // The table below the picture has a row an hour; the fourth from 8 o'clock on is not known.
    #expect(html.contains("<td>14</td>"))
    #expect(html.contains("Mon 7 Dec 11:00"))
  }
}
