import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

/// An import of one file, which is asked about as if it were alone.
@dynamicMemberLookup struct ImportedFile {
  let all: HistoryImports

  subscript<Value>(dynamicMember path: KeyPath<HistoryImport, Value>) -> Value {
    all.imports[0][keyPath: path]
  }
}

@Suite struct HistoryImportTests {
  /// Reads an ACD's file by a mapping; both are texts.
  func imported(
    _ text: String, by mapping: String = plain, in acme: Acme? = nil, queue: Queue.ID? = nil,
    source: String? = nil, replacing: Bool = false
  ) throws -> ImportedFile {
    let acme = try acme ?? Acme(changing: ["history/acd.csv": nil])
    let centre = try acme.centre()
    try acme.put(mapping, "map.yaml")
    try acme.put(text, "in/Bank Calls.2026.csv")
    var read = try HistoryMapping.read(
      acme.workspace.path("map.yaml"), zones: acme.zones, centre: centre)
    if let queue { read = read.with(queue: queue) }
    let all = try acme.workspace.importHistory(
      [acme.workspace.path("in/Bank Calls.2026.csv")], by: read,
      ImportOptions(source: source, replacing: replacing), of: centre)
    return ImportedFile(all: all)
  }

  func findings(_ text: String, by mapping: String = plain) throws -> [String] {
    let acme = try Acme(changing: ["history/acd.csv": nil])
    do {
      return try imported(text, by: mapping, in: acme).findings.map { named($0, acme) }
    } catch let error as Findings {
      return error.list.map { named($0, acme) }
    }
  }

  /// A finding without the folder that only this test has.
  func named(_ finding: Finding, _ acme: Acme) -> String {
    finding.description.replacing(acme.workspace.folder + "/", with: "")
      .replacing("in/Bank Calls.2026.csv", with: "in.csv")
  }

  static let plain = """
    timestamp: {column: when, zone: Europe/Vienna}
    queue: {column: queue, names: {Deutsch Telefon: de-voice, Norsk: no-chat}}
    offered: {column: calls}
    handled: {column: answered}
    aht: {column: minutes, unit: min}
    interval: 15m

    """
  static let header = "queue,when,calls,answered,minutes,service\n"

  @Test("Rows become canonical history: UTC, sorted, seconds, known queues") func canonical() throws
  {
    let acme = try Acme(changing: ["history/acd.csv": nil])
    let result = try imported(
      Self.header
        + "Norsk,2026-11-30 08:00,4,4,10,x\n"
        + "Deutsch Telefon,2026-11-30 08:15,12.5,11,4.0125,x\n"
        + "de-voice,2026-11-30T08:00:00+02:00,7,,,x\n", in: acme)
    #expect(result.file == "history/bank-calls.csv")
    #expect((result.added, result.replaced, result.unchanged) == (3, 0, 0))
    #expect(acme.names(in: "history") == [], "nothing is written before the commit")
    try acme.workspace.commit(result.all)
    #expect(
      try acme.text("history/bank-calls.csv") == """
        queue,start,minutes,offered,handled,aht
        de-voice,2026-11-30T06:00:00Z,15,7,,
        de-voice,2026-11-30T07:15:00Z,15,12.5,11,240.75
        no-chat,2026-11-30T07:00:00Z,15,4,4,600

        """)
    #expect(try acme.workspace.history(of: try acme.centre())["de-voice"]?.offered.count == 6)
  }

  @Test("The same import twice changes no byte") func idempotent() throws {
    let acme = try Acme(changing: ["history/acd.csv": nil])
    try forEvery(seed: 1..<10) { seed in
      var text = Self.header
      for index in 0..<20 {
        let minute = 15 * index + 15 * Int(seed)
        let time = LocalTime(minutes: minute)
        text += "Norsk,2026-11-30 \(time),\(index).\(seed),\(seed),0.\(index)\(seed),\n"
      }
      let first = try imported(text, in: acme, replacing: true)
      try acme.workspace.commit(first.all)
      let before = try acme.text("history/bank-calls.csv")
      let second = try imported(text, in: acme)
      try acme.workspace.commit(second.all)
      let after = try acme.text("history/bank-calls.csv")
      return second.changesNothing && second.unchanged == 20 && after == before
    }
  }

  @Test("A second file adds to the first; other values for a slot are refused unless they replace")
  func overlap() throws {
    let acme = try Acme(changing: ["history/acd.csv": nil])
    func file(_ rows: String) -> String { Self.header + rows }
    let first = file("Norsk,2026-11-30 08:00,4,,,\nNorsk,2026-11-30 08:15,5,,,\n")
    let second = file("Norsk,2026-11-30 08:15,6,,,\nNorsk,2026-11-30 08:30,7,,,\n")
    try acme.workspace.commit(try imported(first, in: acme).all)
    let error = #expect(throws: Findings.self) { try imported(second, in: acme) }
    #expect(
      error?.list.map { named($0, acme) } == [
        "in.csv:2: error: queue \"no-chat\" at 2026-11-30T07:15:00Z has other values in "
          + "history/bank-calls.csv, line 3; import with --replace to take the new ones"
      ])
    let result = try imported(second, in: acme, replacing: true)
    #expect((result.added, result.replaced, result.unchanged) == (1, 1, 0))
    try acme.workspace.commit(result.all)
    let chat = try acme.workspace.history(of: try acme.centre())["no-chat"]
    #expect(chat?.offered == [4, 6, 7])
  }

  @Test("A slot that another history file has is refused, and so is another length of slots")
  func otherFile() throws {
    let acme = try Acme()
    let error = #expect(throws: Findings.self) {
      try imported(Self.header + "de-voice,2026-11-30T07:15Z,5,,,\n", in: acme)
    }
    #expect(
      error?.list.map { named($0, acme) } == [
        "in.csv:2: error: queue \"de-voice\" at 2026-11-30T07:15:00Z is already in history/acd.csv, "
          + "line 3; import under that file's name, or remove the rows there"
      ])
    let other = #expect(throws: Findings.self) {
      try imported(Self.header + "no-chat,2027-11-30T07:15Z,5,,,\n", in: acme)
    }
    #expect(
      other?.list.map { named($0, acme) } == [
        "in.csv:2: error: queue \"no-chat\" has slots of 15m here and of 30m in history/acd.csv; import "
          + "the same interval, or remove that file"
      ])
  }

  @Test("One queue for the whole file, and a queue that takes its place") func oneQueue() throws {
    let mapping = """
      timestamp: {column: t, zone: Europe/Vienna}
      queue: {value: de-voice}
      offered: {column: n}
      interval: 30m
      """
    let result = try imported("t;n\n2026-11-30T08:00;5\n2026-11-30T08:30;6\n", by: mapping)
    #expect(result.queues.map(\.queue) == ["de-voice"])
    #expect(result.queues.map(\.rows) == [2])
    let other = try imported(
      "t,n\n2026-11-30T08:00,5\n", by: mapping, queue: "no-chat", source: "x")
    #expect(other.queues.map(\.queue) == ["no-chat"])
    #expect(other.file == "history/x.csv")
  }

  @Test(
    "Slots of 5 to 60 minutes and dates of several countries are read",
    arguments: [
      ("5m", "iso", "2026-11-30 08:05:00"), ("10m", "dmy", "30.11.2026 08:10"),
      ("15m", "dmy", "30/11/2026 8:15"), ("30m", "mdy", "11/30/2026 08:30"),
      ("60m", "mdy", "11/30/2026 8:00"),
    ])
  func formats(_ interval: String, _ format: String, _ stamp: String) throws {
    let mapping = """
      timestamp: {column: t, zone: Europe/Vienna, format: \(format)}
      queue: {value: de-voice}
      offered: {column: n}
      interval: \(interval)
      """
    let result = try imported("t,n\n\(stamp),5\n", by: mapping)
    let slot = try #require(Minutes(interval))
    // 08:xx of a winter's day in Vienna is 07:xx in Greenwich.
    let start = try #require(
      Instant("2026-11-30T07:0\(interval == "5m" ? "5" : "0"):00Z"))
    let expected = [10: 10, 15: 15, 30: 30][slot.count].map { start + Minutes($0) } ?? start
    #expect(result.queues.map(\.span) == [Interval(start: expected, length: slot)])
  }

  @Test("Of a time that comes twice, a queue's first row is the earlier moment") func fallBack()
    throws
  {
    // Vienna goes back from 03:00 to 02:00 on 2026-10-25, at 01:00 in Greenwich.
    let rows = [
      "01:45", "02:00", "02:15", "02:30", "02:45", "02:00", "02:15", "02:30", "02:45", "03:00",
    ]
    var text = Self.header
    for (index, time) in rows.enumerated() { text += "Norsk,2026-10-25 \(time),\(index),,,\n" }
    let acme = try Acme(changing: ["history/acd.csv": nil])
    let result = try imported(text, in: acme)
    try acme.workspace.commit(result.all)
    let chat = try #require(try acme.workspace.history(of: try acme.centre())["no-chat"])
    #expect(chat.grid.start == Instant("2026-10-24T23:45:00Z"))
    #expect(chat.offered == (0..<10).map(Double.init))
    #expect(
      result.findings.map { named($0, acme) } == [
        "in.csv:3: warning: 8 rows of 2026-10-25 02:00-03:00 (Europe/Vienna) lie in the hour that comes "
          + "twice: 8 came twice and were taken in file order"
      ])
  }

  @Test("A time that the clock skips is left out when empty, and refused with contacts")
  func springForward() throws {
    // Vienna goes forward from 02:00 to 03:00 on 2026-03-29.
    #expect(
      try findings(
        Self.header + "Norsk,2026-03-29 01:45,1,,,\nNorsk,2026-03-29 02:15,0,,,\n"
          + "Norsk,2026-03-29 03:00,1,,,\n") == [
          "in.csv:3:7: warning: 2026-03-29 02:15 does not exist in Europe/Vienna: the row is left out, "
            + "it has no contacts"
        ])
    #expect(
      try findings(Self.header + "Norsk,2026-03-29 02:15,3,,,\n") == [
        "in.csv:2:7: error: 2026-03-29 02:15 does not exist in Europe/Vienna: the clock is put forward "
          + "past it; check the zone: these stamps are probably of another clock"
      ])
  }

  @Test("Gaps in open hours are told with the line before them, closed hours are none")
  func gaps() throws {
    // de-voice is open from 08:00 to 20:00 on weekdays; Monday 19:30, then Tuesday 08:00 and 09:00.
    let text =
      Self.header + "de-voice,2026-12-14 19:30,1,,,\nde-voice,2026-12-15 08:00,1,,,\n"
      + "de-voice,2026-12-15 09:00,1,,,\n"
    #expect(
      try findings(text) == [
        "in.csv:2: warning: queue \"de-voice\" has no row from 2026-12-14 19:45 to 2026-12-14 20:00 "
          + "(Europe/Vienna): 1 slot of 15m after this line; they count as not observed",
        "in.csv:3: warning: queue \"de-voice\" has no row from 2026-12-15 08:15 to 2026-12-15 09:00 "
          + "(Europe/Vienna): 3 slots of 15m after this line; they count as not observed",
      ])
    let summary = try #require(try imported(text).queues.first)
    #expect(summary.gaps.count == 2)
    // 3 rows of 19:30, 19:45, 08:00, :15, :30, :45, 09:00.
    #expect(summary.coverage == 3.0 / 7)
  }

  @Test("Many gaps are told by the first ten and their sum") func manyGaps() throws {
    var text = Self.header
    for hour in 0..<13 { text += "Norsk,2026-12-14 \(hour < 10 ? "0" : "")\(hour):00,1,,,\n" }
    let told = try findings(text)
    #expect(told.count == 11)
    // Twelve gaps of three slots; two are left.
    #expect(
      told.first
        == "in.csv: warning: queue \"no-chat\" has 2 more gaps of 6 slots in all; check its "
        + "opening hours in queues.yaml")
  }

  @Test("A row that repeats another is left out, one that contradicts it is refused")
  func duplicates() throws {
    #expect(
      try findings(Self.header + "Norsk,2026-12-14 08:00,1,,,\nNorsk,2026-12-14 08:00,1,,,\n") == [
        "in.csv:3: warning: the row repeats line 2; it is left out"
      ])
    let text = Self.header + "Norsk,2026-12-14 08:00,1,,,\nNorsk,2026-12-14 08:00,2,,,\n"
    #expect(
      try findings(text) == [
        "in.csv:3: error: the row has other values than line 2 for 2026-12-14T07:00:00Z; remove one of "
          + "them, or import with --replace to keep the later one"
      ])
    let acme = try Acme(changing: ["history/acd.csv": nil])
    let result = try imported(text, in: acme, replacing: true)
    #expect(result.queues.map(\.duplicates) == [1])
    try acme.workspace.commit(result.all)
    #expect(try acme.workspace.history(of: try acme.centre())["no-chat"]?.offered == [2])
  }

  @Test("One wild Monday among ten is an outlier") func outliers() throws {
    var text = Self.header
    let monday = try #require(LocalDay("2026-09-07"))
    for week in 0..<10 {
      text += "Norsk,\(monday + 7 * week) 08:00,\(week == 4 ? 400 : 20 + week % 3),,,\n"
    }
    #expect(try imported(text).queues.map(\.outliers) == [1])
  }

  @Test("Bad rows are told with their place") func badRows() throws {
    let told = try findings(
      Self.header
        + "Norsk,2026-12-14 08:00,-1,,,\n"
        + "Norsk,2026-12-14 08:15,\"1,234\",,,\n"
        + "Norks,2026-12-14 08:30,1,,,\n"
        + "Norsk,14.12.2026 08:45,1,,,\n"
        + "Norsk,2026-12-14 09:05,1,,,\n"
        + "Norsk,2026-12-14 09:15,1\n"
        + "Norsk,2026-12-14 08:00,1,,,\n")
    #expect(
      told == [
        "in.csv:2:24: error: calls is -1, and a count or time is never negative; mend it, or leave it "
          + "empty where it is not known",
        "in.csv:3:25: error: calls is \"1,234\", and nothing in the file shows whether its mark parts "
          + "thousands or decimals; write decimal: comma or decimal: point in the mapping",
        "in.csv:4:1: error: \"Norks\" is neither a queue of queues.yaml nor a name of the mapping; did "
          + "you mean \"Norsk\"?",
        "in.csv:5:7: error: the stamp is \"14.12.2026 08:45\"; write 2026-12-07T07:00, or set the "
          + "mapping's format",
        "in.csv:6: error: 2026-12-14T08:05:00Z is no multiple of 15m after 2026-12-14T07:00:00Z; check "
          + "the mapping's interval",
        "in.csv:7: error: the row has 3 fields, the header has 6; put a field that holds a separator "
          + "into quotes",
      ])
  }

  @Test("A mistyped year is told") func year() throws {
    #expect(
      try findings(
        Self.header + "Norsk,2026-12-14 08:00,1,,,\nNorsk,2206-12-14 08:00,1,,,\n") == [
          "in.csv:3: error: queue \"no-chat\" has rows from 2026-12-14T07:00:00Z to "
            + "2206-12-14T07:00:00Z; mend the year of one of them"
        ])
  }

  @Test("An empty file, a column that is not there and a stamp without zone are told") func files()
    throws
  {
    #expect(try findings("") == ["in.csv:1: error: the file is empty; export the history anew"])
    #expect(
      try findings(Self.header) == ["in.csv: error: the file has no rows; export the history anew"])
    #expect(
      try findings("queue,when,call,answered,minutes\n") == [
        "in.csv:1: error: there is no column \"calls\", which the mapping names under offered; did you "
          + "mean \"call\"?"
      ])
    let noZone = Self.plain.replacing(", zone: Europe/Vienna", with: "")
    #expect(
      try findings(Self.header + "Norsk,2026-12-14 08:00,1,,,\n", by: noZone) == [
        "in.csv:2:7: error: the stamp \"2026-12-14 08:00\" has no offset, and the mapping names no zone; "
          + "write the ACD's zone, such as timestamp: {zone: Europe/Vienna}, or --tz"
      ])
    #expect(try findings(Self.header + "Norsk,2026-12-14 08:00Z,1,,,\n", by: noZone) == [])
  }

  @Test("Mistakes of a mapping are told with their place") func mappings() throws {
    var told = ""
    for (old, new) in [
      ("column: when", "colum: when"), ("Europe/Vienna", "Europe/Wien"),
      ("no-chat", "no-chatt"), ("unit: min", "unit: h"), ("interval: 15m", "interval: 45m"),
      ("interval: 15m", ""), ("offered: {column: calls}", "offered: calls"),
      ("queue: {column: queue, names", "queue: {value: no-chat, names"),
      ("queue: {", "queue: {value: no-chat, "), ("Vienna}", "Vienna, format: ydm}"),
      (", zone: Europe/Vienna}", ", format: dmy}"),
      ("{Deutsch Telefon: de-voice, Norsk: no-chat}", "[]"),
      ("{column: when", "{column: ["),
    ] {
      let told1 = try findings("", by: Self.plain.replacing(old, with: new))
      told += "# \(old) -> \(new)\n" + told1.map { $0 + "\n" }.joined()
    }
    try Snapshot.expect(told, "bad-mapping.txt")
    let acme = try Acme()
    let centre = try acme.centre()
    let error = #expect(throws: Findings.self) {
      try HistoryMapping.read("/no/map.yaml", zones: acme.zones, centre: centre)
    }
    #expect(
      error?.description
        == "/no/map.yaml: error: there is no such file; write it, or mend the path")
  }
}
