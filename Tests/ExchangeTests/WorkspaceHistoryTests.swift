import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

@Suite struct WorkspaceHistoryTests {
  let header = "queue,start,minutes,offered,handled,aht\n"

  func findings(_ files: [String: String]) throws -> [String] {
    let acme = try Acme(changing: ["history/acd.csv": nil])
    for (file, text) in files { try acme.put(text, "history/\(file)") }
    return acme.workspace.historyFindings(of: try acme.centre())
      .filter { $0.severity == .error }.map(\.description)
  }

  @Test("A queue's rows stand on a grid of their own, NaN where nothing was observed")
  func grid() throws {
    let acme = try Acme()
    let history = try acme.workspace.history(of: try acme.centre())
    #expect(history.queues.map(\.queue) == ["de-voice", "no-chat"])
    let voice = try #require(history["de-voice"])
    #expect(
      voice.grid
        == Grid(start: try #require(Instant("2026-11-30T07:00:00Z")), slot: Minutes(15), count: 4))
    #expect(voice.offered[0] == 12)
    #expect(voice.offered[1].isNaN, "the field is empty")
    #expect(voice.offered[2].isNaN, "the row is missing")
    #expect(voice.offered[3] == 9)
    #expect(voice.handled[0] == 11)
    #expect(voice.handlingTime[0] == 240.5)
    #expect(history["no-chat"]?.grid.slot == Minutes(30))
  }

  @Test("Files are merged, and their rows may stand in any order and form") func merge() throws {
    let acme = try Acme()
    try acme.put(
      "start;offered;queue;minutes\n"
        + "2026-11-30 09:30+01:00;7;de-voice;15\n"
        + "2026-11-30T08:15Z;\"5\";\"de-voice\";15\r\n",
      "history/more.csv")
    let voice = try #require(try acme.workspace.history(of: try acme.centre())["de-voice"])
    // 07:00 12, :15 -, :30 -, :45 9, 08:00 -, :15 5, :30 7.
    #expect(voice.offered.map { $0.isNaN ? -1 : $0 } == [12, -1, -1, 9, -1, 5, 7])
  }

  @Test("A queue without history is a warning, no history at all is an error where it is needed")
  func absent() throws {
    let acme = try Acme()
    let centre = try acme.centre()
    #expect(
      acme.workspace.historyFindings(of: centre).map(\.description) == [
        "history: warning: queue \"de-mail\" has no history; import it with nobat import, or let it "
          + "borrow one: write like, another queue, and contacts-per-week in queues.yaml"
      ])
    let empty = try Acme(changing: ["history/acd.csv": nil])
    #expect(
      empty.workspace.historyFindings(of: centre).map(\.description) == [
        "history: warning: there is no history; import one with nobat import"
      ])
    #expect(
      throws: Findings(
        Finding(
          .error, file: "history", message: "there is no history of any queue",
          hint: "import one with nobat import"))
    ) { try empty.workspace.history(of: centre) }
  }

  @Test("A header alone is an empty history") func headerOnly() throws {
    let acme = try Acme(changing: ["history/acd.csv": header])
    let centre = try acme.centre()
    let error = #expect(throws: Findings.self) { try acme.workspace.history(of: centre) }
    #expect(
      error?.description
        == "history: error: there is no history of any queue; import one with nobat import")
  }

  @Test("Bad rows are told with their place") func rows() throws {
    let told = try findings([
      "a.csv": header
        + "de-voice,2026-11-30T07:00:00Z,15,-1,,\n"
        + "de-voice,2026-11-30T07:15:00Z,15,1e3,,\n"
        + "de-vioce,2026-11-30T07:30:00Z,15,1,,\n"
        + "de-vioce,2026-11-30T07:45:00Z,15,1,,\n"
        + "de-voice,2026-11-30T25:00:00Z,15,1,,\n"
        + "de-voice,2026-11-30T08:00:00,15,1,,\n"
        + "de-voice,2026-11-30T08:15:00Z,20,1,,\n"
        + "de-voice,2026-11-30T08:30:00Z,15,1\n"
        + "de-voice,2026-11-30T08:45:00Z,15,1,1,-3\n"
    ])
    #expect(
      told == [
        "history/a.csv:2:34: error: offered is -1, and a count or time is never negative; mend it, or "
          + "leave it empty where it is not known",
        "history/a.csv:3:34: error: offered is \"1e3\"; write a number such as 12, or nothing where it "
          + "is not known",
        "history/a.csv:4:1: error: queue \"de-vioce\" is not in queues.yaml; did you mean \"de-voice\"?",
        "history/a.csv:6:10: error: start is \"2026-11-30T25:00:00Z\"; write a moment such as "
          + "2026-12-07T07:00:00Z",
        "history/a.csv:7:10: error: start is \"2026-11-30T08:00:00\"; write a moment such as "
          + "2026-12-07T07:00:00Z",
        "history/a.csv:8:31: error: minutes is \"20\"; write 5, 10, 15, 30 or 60",
        "history/a.csv:9: error: the row has 4 fields, the header has 6; write a comma for every "
          + "empty field",
        "history/a.csv:10:38: error: aht is -3, and a count or time is never negative; mend it, or "
          + "leave it empty where it is not known",
      ])
  }

  @Test("Rows that contradict each other are told with both places") func contradictions() throws {
    let told = try findings([
      "a.csv": header
        + "de-voice,2026-11-30T07:00:00Z,15,1,,\n"
        + "de-voice,2026-11-30T07:00:00Z,15,2,,\n"
        + "de-voice,2026-11-30T07:20:00Z,15,2,,\n",
      "b.csv": header
        + "de-voice,2026-11-30T07:00:00Z,15,1,,\n"
        + "de-voice,2026-12-30T07:00:00Z,30,1,,\n",
      "c.csv": header + "de-voice,2226-11-30T07:00:00Z,15,1,,\n",
    ])
    #expect(
      told == [
        "history/a.csv:3: error: queue \"de-voice\" at 2026-11-30T07:00:00Z is already in line 2; keep "
          + "one of the two rows",
        "history/a.csv:4: error: queue \"de-voice\" starts at 2026-11-30T07:20:00Z, which is no "
          + "multiple of 15m after 2026-11-30T07:00:00Z of history/a.csv, line 2; mend the start or "
          + "the minutes",
        "history/b.csv:2: error: queue \"de-voice\" at 2026-11-30T07:00:00Z is already in "
          + "history/a.csv, line 3; keep one of the two rows",
        "history/b.csv:3: error: queue \"de-voice\" has slots of 30m here and of 15m in history/a.csv, "
          + "line 2; keep one length of slots for a queue",
        "history/c.csv:2: error: queue \"de-voice\" has a history of 200 years, from "
          + "2026-11-30T07:00:00Z to 2226-11-30T07:00:00Z; mend the year of one of them",
      ])
  }

  @Test("Headers, quotes and encodings are told") func files() throws {
    let told = try findings([
      "a.csv": "queue,start,minuts,offered\nde-voice,2026-11-30T07:00:00Z,15,1\n",
      "b.csv": header + "de-voice,\"2026-11-30T07:00:00Z,15,1,,\n",
      "c.csv": "",
    ])
    #expect(
      told == [
        "history/a.csv:1: error: the header lacks the column \"minutes\"; it is "
          + "queue,start,minutes,offered,handled,aht",
        "history/a.csv:1:13: error: \"minuts\" is not a column of this file; did you mean \"minutes\"?",
        "history/b.csv:2:10: error: the quote that opens here is never closed; close it, and double "
          + "every quote within the field",
        "history/c.csv:1: error: the file has no header; begin it with "
          + "queue,start,minutes,offered,handled,aht",
      ])
    let acme = try Acme()
    try write(Array(header.utf8) + [0x61, 0x0a, 0xff], to: acme.workspace.path("history/d.csv"))
    #expect(
      acme.workspace.historyFindings(of: try acme.centre()).last?.description
        == "history/d.csv:3: error: the file is not UTF-8: this line holds the byte 0xFF; save the "
        + "file as UTF-8")
  }
}
