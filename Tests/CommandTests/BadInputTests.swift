import TestSupport
import Testing
import Timeline

/// Something wrong with a workspace, and all that is said of it.
struct Trouble: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Files to write anew; nil removes one.
  var files: [String: String?] = [:]
  /// A file whose text is changed, as file, old and new text.
  var change: (file: String, old: String, new: String)?
  /// A file of bytes that are no text.
  var bytes: (file: String, bytes: [UInt8])?
  let message: String

  func workspace() throws -> SmallWorkspace {
    let workspace = try SmallWorkspace(changing: files)
    if let change { try workspace.folder.replace(change.old, with: change.new, in: change.file) }
    if let bytes { try workspace.folder.write(bytes.bytes, to: bytes.file) }
    return workspace
  }
}

private let historyHeader = "queue,start,minutes,offered,handled,aht\n"

@Suite("Bad input")
struct BadInputTests {
  static let workspaces: [Trouble] = [
    Trouble(
      testDescription: "a missing file", files: ["agents.csv": nil],
      message: """
        agents.csv: error: there is no such file in .; write it, or start from an example with \
        nobat init
        """),
    Trouble(
      testDescription: "a wrong header of a table", change: ("agents.csv", "id,name", "id,nmae"),
      message: """
        agents.csv:1: error: the header lacks the column "name"; it is \
        id,name,site,contract,zone,start,end,seniority,team,language,email
        agents.csv:1:4: error: "nmae" is not a column of this file; did you mean "name"?
        """),
    Trouble(
      testDescription: "a table that is not UTF-8",
      // Björk in ISO 8859-1.
      bytes: (
        "agents.csv", Array("id,name,site,contract\nana,Bj".utf8) + [0xF6] + Array("rk".utf8)
      ),
      message: """
        agents.csv:2: error: the file is not UTF-8: this line holds the byte 0xF6; save the file as \
        UTF-8
        """),
    Trouble(
      testDescription: "a negative volume",
      files: [
        "history/acd.csv": historyHeader + "de-voice,2026-12-01T08:00:00Z,60,7,7,240\n"
          + "de-voice,2026-12-01T09:00:00Z,60,-10,0,240\n"
      ],
      message: """
        history/acd.csv:3:34: error: offered is -10, and a count or time is never negative; mend \
        it, or leave it empty where it is not known
        """),
    Trouble(
      testDescription: "an unknown zone", change: ("sites.yaml", "Vienna", "Viena"),
      message: """
        sites.yaml:1:13: error: site "vie": zone "Europe/Viena" is not a time zone of \
        /usr/share/zoneinfo; did you mean Europe/Vienna?
        """),
    Trouble(
      testDescription: "an agent with an unknown skill",
      change: ("skills.csv", "ben,de-voice", "ben,de-vioce"),
      message: """
        skills.csv:3:5: error: the skill of agent "ben": queue "de-vioce" is not in queues.yaml; \
        did you mean "de-voice"?
        """),
    Trouble(
      testDescription: "a contract that no shift fits",
      change: ("contracts.yaml", "hours: 40h/week, days: 5", "hours: 44h/week, days: 6"),
      message: """
        contracts.yaml:1:15: error: contract "ft40": no shifts add up to 44h a week on at most 6 \
        days; the nearest is 40h; change its hours or tolerance, or the lengths in shifts.yaml
        """),
    Trouble(
      testDescription: "a queue that nobody's skills can serve",
      change: (
        "queues.yaml", "de-voice: {",
        "en-voice: {channel: email, language: en, open: \"mon-fri 08:00-18:00 Europe/Vienna\", answer-within: 24h}\nde-voice: {"
      ),
      message: """
        queues.yaml:1:1: error: queue "en-voice" cannot be served: no agent has the skill; add rows \
        to skills.csv, or remove the queue
        """),
    Trouble(
      testDescription: "two agents with one id",
      change: (
        "agents.csv", "cem,Cem Celik,vie,ft40\n",
        "cem,Cem Celik,vie,ft40\nana,Ana Andres,vie,ft40\n"
      ),
      message: """
        agents.csv:5:1: error: agent "ana" is already in line 2; give one of the two another id
        """),
    Trouble(
      testDescription: "several at once, in several files",
      files: ["skills.csv": nil, "rules.yaml": "- {id: long, rest: 12h, for: {site: vei}}\n"],
      change: ("sites.yaml", "zone: Europe/Vienna, cost", "zone: Europe/Viena, cots"),
      message: """
        rules.yaml:1:37: error: rule 1, for: site "vei" is not in sites.yaml; did you mean "vie"?
        sites.yaml:1:1: error: site "vie" has no cost; write money per hour such as 24.5/h
        sites.yaml:1:13: error: site "vie": zone "Europe/Viena" is not a time zone of \
        /usr/share/zoneinfo; did you mean Europe/Vienna?
        sites.yaml:1:27: error: site "vie": "cots" is not a key of it; did you mean "cost"?
        skills.csv: error: there is no such file in .; write it, or start from an example with \
        nobat init
        """),
  ]

  @Test(
    "The place, what is wrong and the next step are said, and nothing is written",
    arguments: workspaces)
  func saidAndNothingWritten(trouble: Trouble) throws {
    let workspace = try trouble.workspace()
    let before = workspace.folder.tree
    let check = try nobat("check", in: workspace.path)
    #expect(check.status == 3)
    #expect(check.output == trouble.message + "\n")
    #expect(check.errors == "")
    let plan = try nobat("plan", "-q", in: workspace.path)
    #expect(plan.status == 3)
    #expect(plan.errors == trouble.message + "\n")
    #expect(plan.output == "")
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  static let histories: [Trouble] = [
    Trouble(
      testDescription: "no file of history", files: ["history/acd.csv": nil],
      message: """
        history: error: there is no history of any queue; import one with nobat import
        """),
    Trouble(
      testDescription: "a history without rows", files: ["history/acd.csv": historyHeader],
      message: """
        history: error: there is no history of any queue; import one with nobat import
        """),
  ]

  @Test("Without a history there is nothing to plan from", arguments: histories)
  func noHistory(trouble: Trouble) throws {
    let workspace = try trouble.workspace()
    let before = workspace.folder.tree
    for command in ["plan", "forecast"] {
      let ending = try nobat(command, "-q", in: workspace.path)
      #expect(ending.status == 3)
      #expect(ending.errors == trouble.message + "\n")
      #expect(ending.output == "")
    }
    #expect(workspace.folder.tree.changes(since: before) == [])
    // A workspace without history is new, not wrong.
    let check = try nobat("check", in: workspace.path)
    #expect(check.status == 0)
    #expect(check.output.hasPrefix("history: warning: "))
  }

  @Test("A damaged history is refused with its line", arguments: damagedHistories)
  func damagedHistory(trouble: Trouble) throws {
    let workspace = try trouble.workspace()
    let before = workspace.folder.tree
    let ending = try nobat("plan", "-q", in: workspace.path)
    #expect(ending.status == 3)
    let errors = ending.errors.split(separator: "\n").filter { !$0.contains(": warning: ") }
    #expect(errors.joined(separator: "\n") == trouble.message)
    #expect(ending.output == "")
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  static let damagedHistories: [Trouble] = [
    Trouble(
      testDescription: "an empty file", files: ["history/acd.csv": ""],
      message: """
        history/acd.csv:1: error: the file has no header; begin it with \
        queue,start,minutes,offered,handled,aht
        """),
    Trouble(
      testDescription: "a wrong header",
      change: ("history/acd.csv", "minutes,offered", "minutes,ofered"),
      message: """
        history/acd.csv:1: error: the header lacks the column "offered"; it is \
        queue,start,minutes,offered,handled,aht
        history/acd.csv:1:21: error: "ofered" is not a column of this file; did you mean "offered"?
        """),
    Trouble(
      testDescription: "a file that is not UTF-8",
      bytes: ("history/acd.csv", Array((historyHeader + "de-v").utf8) + [0xF6, 0x0A]),
      message: """
        history/acd.csv:2: error: the file is not UTF-8: this line holds the byte 0xF6; save the \
        file as UTF-8
        """),
  ]

  @Test("Three days of history are planned with, and a note says how little they are")
  func threeDays() throws {
    let friday = LocalDay(daysSince1970: Worlds.monday.daysSince1970 - 3)
    let history = try SmallWorkspace.history(days: 3, before: friday)
    let workspace = try SmallWorkspace(changing: ["history/acd.csv": history])
    let ending = try Program.nobat.run(["plan"] + lightly, in: workspace.path)
    #expect(ending.status == 0)
    // The days before Friday the 4th; the week after is the next.
    #expect(ending.output.contains("corner · 2026-W50 · "))
    let note = """
      de-voice: only 3 days of history; weekdays are taken as alike and the band is a guess: import \
      at least four weeks

      """
    #expect(ending.errors.contains(note), "it says: \(ending.errors)")
    #expect(try workspace.nobat("verify").status == 0)
  }

  @Test("An agent who is off all week is planned without shifts, and a note names them")
  func offAllWeek() throws {
    let workspace = try SmallWorkspace(changing: [
      "timeoff.csv":
        "id,agent,from,to,kind,state\nt1,ben,2026-12-07,2026-12-13,leave,approved\n"
    ])
    let ending = try workspace.nobat("plan", "--effort", "0.02")
    #expect(ending.status == 0)
    #expect(
      ending.output.contains("  notes\n  ben: off all week, so no shifts\n"),
      "it says: \(ending.output)")
    let shifts = try workspace.folder.lines("rosters/2026-W50/shifts.csv")
    #expect(shifts.allSatisfy { !$0.hasPrefix("ben,") })
    // Ana and Cem work five days each.
    #expect(shifts.count == 1 + 2 * 5)
    // His calendar tells of the leave, unless days off are not to be told.
    let calendar = try workspace.folder.text("calendars/2026-W50/ben.ics")
    #expect(calendar.split(separator: "\r\n").count { $0 == "SUMMARY:Leave" } == 7)
    // Begun anew: what nobody was told needs no cancelling.
    try workspace.folder.remove("calendars")
    try workspace.folder.remove("editions")
    let export = try nobat("export", "--no-days-off", in: workspace.path)
    #expect(!workspace.folder.has("calendars/2026-W50/ben.ics"))
    #expect(export.errors.contains("without a shift, so without a calendar: ben\n"))
  }
}
