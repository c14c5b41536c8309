import TestSupport
import Testing

@Suite("Export") struct ExportTests {
  /// A planned week of the small workspace.
  static func planned() throws -> TemporaryFolder {
    let workspace = try SmallWorkspace()
    let folder = try workspace.folder.copy()
    let ending = try Program.nobat.run(["plan", "--effort", "0.02"], in: folder.path)
    #expect(ending.status == 0, "\(ending.errors)")
    return folder
  }

  func export(_ arguments: String..., in folder: TemporaryFolder) throws -> Program.Ending {
    try Program.nobat.run(["export"] + arguments, in: folder.path)
  }

  @Test("Exports share their numbers, whatever folder they go to") func oneSpaceOfNumbers() throws {
    let folder = try Self.planned()
    let first = try folder.text("calendars/2026-W50/ana.ics")
    #expect(first.contains("SEQUENCE:0\r\n"))
    // A shift is taken from the roster by hand.
    let lines = try folder.lines("rosters/2026-W50/shifts.csv")
    let gone = try #require(lines.first { $0.hasPrefix("ana,") })
    let activities = try folder.lines("rosters/2026-W50/activities.csv")
    let day = gone.split(separator: ",")[2]
    try folder.write(
      lines.filter { $0 != gone }.joined(separator: "\n") + "\n",
      to: "rosters/2026-W50/shifts.csv")
    try folder.write(
      activities.filter { !$0.hasPrefix("ana,\(day)") }.joined(separator: "\n") + "\n",
      to: "rosters/2026-W50/activities.csv")
    let elsewhere = try export("-o", "out", in: folder)
    #expect(elsewhere.status == 0, "\(elsewhere.errors)")
    let cancelled = try folder.text("out/cancelled/ana.ics")
    #expect(cancelled.contains("METHOD:CANCEL\r\n"))
    #expect(cancelled.contains("UID:ana-\(day)@corner.nobat.invalid\r\n"))
    #expect(cancelled.contains("SEQUENCE:1\r\n"))
    // At home it is the same edition, byte by byte, and again.
    for _ in 0..<2 {
      #expect(try export(in: folder).status == 0)
      #expect(
        try folder.text("calendars/2026-W50/ana.ics") == folder.text("out/ana.ics"))
      #expect(try folder.text("calendars/2026-W50/cancelled/ana.ics") == cancelled)
    }
  }

  @Test("Each option is seen in the calendars, and the workspace's settings are its default")
  func options() throws {
    let folder = try Self.planned()
    let ending = try export(
      "--times", "utc", "--breaks", "events", "--alarm", "45m", "--private", "--language", "de",
      "--no-days-off", "--cancelled", "0", in: folder)
    #expect(ending.status == 0, "\(ending.errors)")
    let text = try folder.text("calendars/2026-W50/ana.ics")
    for line in ["CLASS:PRIVATE", "TRIGGER:-PT45M", "CATEGORIES:BREAK,meal"] {
      #expect(text.contains("\r\n\(line)\r\n"))
    }
    #expect(text.contains("SUMMARY:Dienst "))
    for word in ["TZID", "STATUS:CANCELLED", "VALUE=DATE:2"] { #expect(!text.contains(word)) }
    try folder.append(
      """
      language: de
      calendar: {times: utc, breaks: events, alarm: 45m, private: yes, days-off: no, cancelled: 0}

      """, to: "nobat.yaml")
    #expect(try export(in: folder).status == 0)
    #expect(try folder.text("calendars/2026-W50/ana.ics") == text)
  }

  @Test(
    "Wrong options end with status 2 and say what there is",
    arguments: [
      (["--times", "gmt"], "local"), (["--breaks", "no"], "described"),
      (["--alarm", "soon"], "write a time such as 30m"), (["--cancelled", "4000"], "3650"),
      (["--language", "ja"], "there are de, en, es, fa, fr; others go in languages/<tag>.yaml"),
    ])
  func wrongOptions(arguments: [String], told: String) throws {
    let folder = try Self.planned()
    let ending = try Program.nobat.run(["export"] + arguments, in: folder.path)
    #expect(ending.status == 2)
    #expect(ending.errors.contains(told), "\(ending.errors)")
  }

  @Test("A damaged edition stops the export before anything is written") func damagedEdition()
    throws
  {
    let folder = try Self.planned()
    let file = "editions/2026-12-07.csv"
    try folder.append("a row\n", to: file)
    let before = folder.tree
    let ending = try export(in: folder)
    #expect(ending.status != 0)
    #expect(ending.errors.contains(file))
    #expect(folder.tree.changes(since: before) == [])
  }
}
