import Exchange
import TestSupport
import Testing

@Suite("Bad imports")
struct BadImportTests {
  private static let calls = "t,q,n\n2026-12-07 09:00,Deutsch,7\n2026-12-07 10:00,de-voice,8\n"
  private static let mapping = """
    timestamp: {column: t, zone: Europe/Vienna}
    queue: {column: q, names: {Deutsch: de-voice}}
    offered: {column: n}
    interval: 60m

    """

  static let troubles: [Trouble] = [
    Trouble(
      testDescription: "a missing file", files: ["calls.csv": nil],
      message: "calls.csv: error: there is no such file; check its name and folder"),
    Trouble(
      testDescription: "a missing mapping", files: ["mapping.yaml": nil],
      message: "mapping.yaml: error: there is no such file; write it, or mend the path"),
    Trouble(
      testDescription: "an empty file", files: ["calls.csv": ""],
      message: "calls.csv:1: error: the file is empty; export the history anew"),
    Trouble(
      testDescription: "a file without rows", files: ["calls.csv": "t,q,n\n"],
      message: "calls.csv: error: the file has no rows; export the history anew"),
    Trouble(
      testDescription: "a wrong header", change: ("calls.csv", "t,q,n", "t,q,m"),
      message: """
        calls.csv:1: error: there is no column "n", which the mapping names under offered; known \
        are m, q, t
        """),
    Trouble(
      testDescription: "a file that is not UTF-8",
      bytes: ("calls.csv", Array("t,q,n\n2026-12-07 09:00,Stra".utf8) + [0xDF, 0x65, 0x0A]),
      message: """
        calls.csv:2: error: the file is not UTF-8: this line holds the byte 0xDF; save the file as \
        UTF-8
        """),
    Trouble(
      testDescription: "a negative volume", change: ("calls.csv", "Deutsch,7", "Deutsch,-7"),
      message: """
        calls.csv:2:26: error: n is -7, and a count or time is never negative; mend it, or leave it \
        empty where it is not known
        """),
    Trouble(
      testDescription: "an unknown zone", change: ("mapping.yaml", "Vienna", "Viena"),
      message: """
        mapping.yaml:1:30: error: timestamp: zone "Europe/Viena" is not a time zone of \
        /usr/share/zoneinfo; did you mean Europe/Vienna?
        """),
    Trouble(
      testDescription: "a queue by a name that nobody knows",
      change: ("calls.csv", "Deutsch,7", "Englisch,7"),
      message: """
        calls.csv:2:18: error: "Englisch" is neither a queue of queues.yaml nor a name of the \
        mapping; add it to the mapping's names: {"Englisch": de-voice}
        """),
    Trouble(
      testDescription: "a row that contradicts another",
      change: ("calls.csv", "de-voice,8\n", "de-voice,8\n2026-12-07 10:00,de-voice,9\n"),
      message: """
        calls.csv:4: error: the row has other values than line 3 for 2026-12-07T09:00:00Z; remove \
        one of them, or import with --replace to keep the later one
        """),
  ]

  @Test("Nothing is imported, and the message says where and why", arguments: troubles)
  func refused(trouble: Trouble) throws {
    var trouble = trouble
    trouble.files.merge(["calls.csv": BadImportTests.calls, "mapping.yaml": BadImportTests.mapping])
    { given, _ in given }
    let workspace = try trouble.workspace()
    let before = workspace.folder.tree
    let ending = try nobat("import", "calls.csv", "--map", "mapping.yaml", in: workspace.path)
    #expect(ending.status == 3)
    #expect(ending.errors == trouble.message + "\n")
    #expect(ending.output == "")
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  @Test("Untroubled, the rows come in, and a second time nothing changes")
  func accepted() throws {
    let workspace = try SmallWorkspace(changing: [
      "calls.csv": BadImportTests.calls, "mapping.yaml": BadImportTests.mapping,
    ])
    let first = try nobat("import", "calls.csv", "--map", "mapping.yaml", in: workspace.path)
    #expect(first.status == 0)
    #expect(
      first.output.hasSuffix(
        "2 new rows went to history/calls.csv, 0 replaced, 0 were there already\n"))
    // Nine and ten in Vienna's winter are eight and nine in UTC.
    #expect(
      try workspace.folder.text("history/calls.csv") == """
        queue,start,minutes,offered,handled,aht
        de-voice,2026-12-07T08:00:00Z,60,7,,
        de-voice,2026-12-07T09:00:00Z,60,8,,

        """)
    let before = workspace.folder.tree
    let second = try nobat("import", "calls.csv", "--map", "mapping.yaml", in: workspace.path)
    #expect(second.status == 0)
    #expect(
      second.output.hasSuffix(
        "0 new rows went to history/calls.csv, 0 replaced, 2 were there already\n"))
    #expect(workspace.folder.tree.changes(since: before) == [])
  }

  @Test("A dry run proposes the lines of a mapping for names that nobody knows, and ends with 3")
  func proposal() throws {
    let calls = """
      Interval Start,Queue,Media Type,Offered,Handled,Total Handle Time
      2026-12-07T09:00:00Z,Bank,voice,7,7,700
      2026-12-07T10:00:00Z,Bank,voice,8,8,800
      2026-12-07T10:00:00Z,de-voic,,1,1,60

      """
    let workspace = try SmallWorkspace(changing: ["calls.csv": calls])
    let before = workspace.folder.tree
    let ending = try nobat(
      "import", "calls.csv", "--format", "genesys-cloud", "--dry-run", "--no-color",
      in: workspace.path)
    #expect(ending.status == 3)
    #expect(workspace.folder.tree.changes(since: before) == [])
    #expect(
      ending.output.hasSuffix(
        """
        queue:
          names:  # each is one of de-voice
            "Bank/voice":   # 2 rows
            "de-voic": de-voice  # 1 row

        """))
    #expect(
      ending.errors.hasSuffix(
        """
        2 names of queues are unknown, so nothing would be imported; add the lines above to the \
        mapping (--map), each with its queue

        """))
    // The lines, completed, are a mapping.
    let lines = try #require(ending.output.split(separator: "queue:\n").last)
    try write(
      "queue:\n" + lines.replacing("\"Bank/voice\": ", with: "\"Bank/voice\": de-voice"),
      to: "\(workspace.path)/names.yaml")
    let imported = try nobat(
      "import", "calls.csv", "--format", "genesys-cloud", "--map", "names.yaml",
      in: workspace.path)
    #expect(imported.status == 0, "\(imported.errors)")
    // At ten both names add up: 8 + 1 contacts.
    #expect(
      try workspace.folder.text("history/calls.csv").contains(
        "de-voice,2026-12-07T10:00:00Z,60,9,9,95.5556\n"))
  }
}
