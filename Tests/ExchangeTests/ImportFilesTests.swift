import Exchange
import FoundationEssentials
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

/// Files as they come: separators, encodings, several at once, and what is odd in them.
@Suite("Import files") struct ImportFilesTests {
  static let header = "Interval Start,Queue,Media Type,Offered,Handled,Total Handle Time\n"

  /// A file of a queue that never closes, a row a quarter of an hour.
  static func rows(_ volumes: [String], handled: String = "1", time: String = "60") -> String {
    header
      + volumes.enumerated().map { index, volume in
        let start = Instant(seconds: 1_796_025_600) + Minutes(15 * index)
        return "\(start),no-chat,chat,\(volume),\(handled),\(time)\n"
      }.joined()
  }

  @Test(
    "Fields are parted by commas, semicolons, tabs or bars, found by looking", arguments: ";\t|")
  func separators(separator: Character) throws {
    let text = Self.rows(["3", "4"]).replacing(",", with: "\(separator)")
    #expect(try LayoutWorld(.genesysCloud).rows(text).count == 2)
  }

  @Test("A first line sep= is heeded and counted") func statedSeparator() throws {
    let text = "sep=;\r\n" + Self.rows(["3", "x"]).replacing(",", with: ";")
    #expect(
      try LayoutWorld(.genesysCloud).findings(text) == [
        "in.csv:4:35: error: Offered is \"x\"; write a plain number such as 12 or 12.5, or nothing where "
          + "it is not known"
      ])
  }

  @Test("Fields in quotes may hold separators and line ends") func quotes() throws {
    let text =
      Self.header + "2026-11-30T08:00:00Z,\"Bank,\nnew\",\"chat\",\"3\",1,60\n"
      + "2026-11-30T08:15:00Z,\"Bank,\nnew\",chat,4,1,60\n"
    // Blanks and line ends within a name count as one blank each.
    let result = try LayoutWorld(.genesysCloud).read([text], ImportOptions(isTrial: true))
    #expect(result.imports[0].unknownNames.map(\.name) == ["Bank, new/chat"])
    #expect(try LayoutWorld(.genesysCloud).rows(text, names: "\"bank,  new\": no-chat").count == 2)
  }

  @Test("UTF-8 with a mark and UTF-16 of both orders are read; zeros are not", arguments: 0..<4)
  func encodings(kind: Int) throws {
    let text = Self.rows(["3"]).replacing("no-chat", with: "Süd")
    let units = Array(text.utf16)
    let bytes: [UInt8] =
      switch kind {
      case 0: [0xef, 0xbb, 0xbf] + Array(text.utf8)
      case 1: [0xff, 0xfe] + units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
      case 2: [0xfe, 0xff] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
      default: units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
      }
    let world = try LayoutWorld(.genesysCloud)
    try write(bytes, to: world.acme.workspace.path("in.csv"))
    try world.acme.put("queue: {names: {Süd: no-chat}}\n", "map.yaml")
    let centre = try world.acme.centre()
    let mapping = try HistoryMapping.read(
      world.acme.workspace.path("map.yaml"), format: .genesysCloud, zones: world.acme.zones,
      centre: centre)
    func read() throws(Findings) -> HistoryImports {
      try world.acme.workspace.importHistory(
        [world.acme.workspace.path("in.csv")], by: mapping, of: centre)
    }
    if kind < 3 {
      #expect(try read().imports[0].added == 1)
    } else {
      let error = #expect(throws: Findings.self) { try read() }
      #expect(error?.list.count == 1)
    }
  }

  @Test("Damaged UTF-16 is told with its line and not mended", arguments: [true, false])
  func damagedUTF16(isLittle: Bool) throws {
    func told(_ units: [UInt16], _ rest: [UInt8] = []) throws -> [String] {
      let world = try LayoutWorld(.genesysCloud)
      let path = world.acme.workspace.path("in.csv")
      let marked = [0xfeff] + units
      let pairs = marked.flatMap { unit in
        let pair = [UInt8(unit & 0xff), UInt8(unit >> 8)]
        return isLittle ? pair : pair.reversed()
      }
      try write(pairs + rest, to: path)
      let centre = try world.acme.centre()
      let mapping = try HistoryMapping.read(
        nil, format: .genesysCloud, zones: world.acme.zones, centre: centre)
      do throws(Findings) {
        let result = try world.acme.workspace.importHistory([path], by: mapping, of: centre)
        return result.imports.flatMap(\.findings).map(\.description)
      } catch {
        return error.list.map { $0.description.replacing(path, with: "in.csv") }
      }
    }
    let good = Array(Self.rows(["3", "4"]).utf16)
    #expect(try told(good + Array("\u{1f600}".utf16)).allSatisfy { !$0.contains("UTF-16") })
    let half = "in.csv:3: error: the file is damaged UTF-16: this line holds half a character; "
    let hint = "export it anew, or save it as UTF-8"
    // In the third line, half of a pair alone, the second half first, and half of one at the end.
    let third = try #require(good.lastIndex(of: UInt16(UInt8(ascii: "T"))))
    for unit: UInt16 in [0xd83d, 0xde00] {
      var broken = good
      broken[third] = unit
      #expect(try told(broken) == [half + hint])
    }
    #expect(try told(good.dropLast() + [0xd83d]) == [half + hint])
    #expect(
      try told(good, [0x0a]) == [
        "in.csv:4: error: the file is damaged UTF-16: its last byte is half a unit, so its end is missing; "
          + hint
      ])
  }

  @Test("Several files are imported together: all of them, or none") func severalFiles() throws {
    let world = try LayoutWorld(.genesysCloud)
    let first = Self.rows(["3", "4"])
    let second =
      Self.header + "2026-11-30T09:00:00Z,no-chat,chat,5,1,60\n"
      + "2026-11-30T08:15:00Z,de-voice,voice,6,1,60\n"
    let both = try world.read([first, second])
    #expect(both.imports.map(\.added) == [2, 2])
    #expect(both.imports.map(\.file) == ["history/in1.csv", "history/in2.csv"])
    try world.acme.workspace.commit(both)
    #expect(world.acme.names(in: "history") == ["in1.csv", "in2.csv"])
    #expect(
      try world.acme.text("history/in2.csv").split(separator: "\n").dropFirst().map(String.init)
        == [
          "de-voice,2026-11-30T08:15:00Z,15,6,1,60", "no-chat,2026-11-30T09:00:00Z,15,5,1,60",
        ])
    // The same again changes nothing.
    let again = try world.read([first, second])
    #expect(again.changesNothing)
    #expect(again.imports.map(\.unchanged) == [2, 2])
    // A fault of the second stops both.
    let third = first.replacing("2026-11-30", with: "2026-12-30")
    #expect(throws: Findings.self) { try world.read([third, second + "x\n"]) }
  }

  @Test("A slot in two files of one import is told with both places") func overlap() throws {
    let world = try LayoutWorld(.genesysCloud)
    let error = #expect(throws: Findings.self) {
      try world.read([Self.rows(["3"]), Self.rows(["4"])])
    }
    let folder = world.acme.workspace.folder
    #expect(
      error?.description.replacing("\(folder)/in/", with: "")
        == "in2.csv:2: error: queue \"no-chat\" at 2026-11-30T08:00:00Z is already in in1.csv, line 2; "
        + "import under that file's name, or remove the rows there")
    // Under one name they are one file's rows.
    let joined = try world.read(
      [Self.rows(["3"]), Self.rows(["4"])], ImportOptions(source: "all", replacing: true))
    #expect(joined.imports.map(\.replaced) == [0, 1])
    try world.acme.workspace.commit(joined)
    #expect(
      try world.acme.text("history/all.csv").hasSuffix("no-chat,2026-11-30T08:00:00Z,15,4,1,60\n"))
  }

  @Test("A kind of fault is one message with its count and first lines") func kinds() throws {
    let bad = Self.rows(Array(repeating: "-1", count: 20_000))
    let told = try LayoutWorld(.genesysCloud).findings(bad)
    #expect(
      told == [
        "in.csv:2:35: error: Offered is -1, and a count or time is never negative (20000 such rows: lines "
          + "2, 3, 4 and more); mend it, or leave it empty where it is not known"
      ])
  }

  @Test("A name that nobody knows is told once with its rows; a trial goes on and keeps them")
  func unknownNames() throws {
    let text =
      Self.rows(["3"]) + "2026-11-30T08:00:00Z,Support,voice,1,1,60\n"
      + "2026-11-30T08:15:00Z,Support,voice,1,1,60\n2026-11-30T08:15:00Z,no-chatt,,1,1,60\n"
    let told = [
      "in.csv:3:22: error: \"Support/voice\" is neither a queue of queues.yaml nor a name of the mapping "
        + "(2 rows); add it to the mapping's names: {\"Support/voice\": de-mail}",
      "in.csv:5:22: error: \"no-chatt\" is neither a queue of queues.yaml nor a name of the mapping; did "
        + "you mean \"no-chat\"?",
    ]
    #expect(try LayoutWorld(.genesysCloud).findings(text) == told)
    let trial = try LayoutWorld(.genesysCloud)
      .read([text], ImportOptions(isTrial: true)).imports[0]
    #expect(trial.unknownNames.map(\.name) == ["Support/voice", "no-chatt"])
    #expect(trial.unknownNames.map(\.rows) == [2, 1])
    #expect(trial.unknownNames.map(\.suggestion) == [nil, "no-chat"])
    #expect(trial.queues.map(\.queue) == ["no-chat"])
  }

  @Test("A long field, or one of many lines, is told in short") func excerpts() throws {
    let long = String(repeating: "x", count: 100_000)
    let told = try LayoutWorld(.genesysCloud).findings(
      Self.rows([long]) + "\"2026\n-11\",no-chat,chat,1,1,1\n")
    #expect(
      told == [
        "in.csv:2:35: error: Offered is \"\(long.prefix(60))...\"; write a plain number such as 12 or 12.5, "
          + "or nothing where it is not known",
        "in.csv:3:2: error: the stamp is \"2026 -11\"; write 2026-12-07T07:00, or set the mapping's format",
      ])
  }

  @Test("A wrong column of names is told without its thousands of names", .timeLimit(.minutes(1)))
  func wrongColumn() throws {
    let text =
      Self.header
      + (0..<20_000).map { index in
        "2026-11-30T08:00:00Z,customer number \(index) of the bank,voice,1,1,60\n"
      }.joined()
    let told = try LayoutWorld(.genesysCloud).findings(text)
    #expect(told.count == 51)
    #expect(
      told[0]
        == "in.csv: error: 19950 more names are no queues; check that the column of names is the "
        + "one of queues")
  }

  @Test("Two names of a mapping that are read as one are told") func oneName() throws {
    let told = try LayoutWorld(.genesysCloud).findings(
      Self.rows(["3"]), names: "Bank Voice: no-chat, bank  voice: de-voice")
    #expect(
      told.map { $0.replacing("map.yaml", with: "m") } == [
        "m:1:51: error: the names: \"bank  voice\" and \"Bank Voice\" are one name, as capitals and blanks "
          + "do not count; keep one of them"
      ])
  }

  @Test("A name may be another queue's id, and then means what the mapping says")
  func crossedNames()
    throws
  {
    let text = Self.rows(["3"]) + "2026-11-30T08:00:00Z,Other,voice,4,1,60\n"
    #expect(
      try LayoutWorld(.genesysCloud).rows(text, names: "no-chat: de-voice, Other: no-chat") == [
        "de-voice,2026-11-30T08:00:00Z,15,3,1,60", "no-chat,2026-11-30T08:00:00Z,15,4,1,60",
      ])
  }

  @Test("What is possible but seldom meant is told, and imported") func plausibility() throws {
    func told(_ volumes: [String], handled: String = "1", time: String = "60") throws -> [String] {
      try LayoutWorld(.genesysCloud).findings(
        Self.rows(volumes, handled: handled, time: time))
    }
    #expect(try told(["3", "1", "2"]) == [])
    #expect(
      try told(["1.2", "2", "3.5"]) == [
        "in.csv:2: warning: 1.2 contacts were offered, and contacts come whole (2 such rows: lines 2, 4); "
          + "check that the column is a count, and how it parts decimals"
      ])
    #expect(
      try told(["3"], handled: "4") == [
        "in.csv:2: warning: 4 contacts were handled and only 3 offered; check that the columns are not "
          + "interchanged"
      ])
    // 9000 s are two and a half hours, 7199 s just less than two.
    #expect(
      try told(["3"], time: "9000") == [
        "in.csv:2: warning: a contact took 2.5 hours on average; check the unit, and whether the column "
          + "is a total"
      ])
    #expect(try told(["3"], time: "7199") == [])
    #expect(
      try told(["3"], handled: "0") == [
        "in.csv:2: warning: there is handling time, but nothing was handled; its time is not counted"
      ])
    // The usual one is 3; 300 are a hundred times that, 301 are more.
    #expect(try told(["3", "3", "3", "300", "2"]) == [])
    #expect(
      try told(["3", "3", "3", "301", "2"]) == [
        "in.csv:5: warning: queue \"no-chat\" has 1 slot of more than a hundred times its usual 3 contacts "
          + "(line 5); check how the file parts thousands and decimals"
      ])
  }

  @Test("Contacts while a queue is closed are counted") func closed() throws {
    // de-voice closes at 20:00 on weekdays; 08:00 in Greenwich is 09:00 in Vienna, 20:30 is 21:30.
    let text =
      Self.header + "2026-11-30T18:45:00Z,de-voice,voice,5,5,60\n"
      + "2026-11-30T19:00:00Z,de-voice,voice,2,1,60\n2026-11-30T19:15:00Z,de-voice,voice,1,1,60\n"
    #expect(
      try LayoutWorld(.genesysCloud).findings(text) == [
        "in.csv:3: warning: queue \"de-voice\" has 3 contacts in 2 slots while it is closed; check its "
          + "opening hours in queues.yaml, and the zone of the file"
      ])
  }

  @Test("Two names of one queue add up, and that is told") func twoNames() throws {
    let text =
      Self.header + "2026-11-30T08:00:00Z,Old,chat,2,2,600\n2026-11-30T08:00:00Z,New,chat,4,1,100\n"
    // 2 + 4 offered, 2 + 1 handled, (600 + 100) / 3 = 233.3333 s.
    #expect(
      try LayoutWorld(.amazonConnect).findings("x\n").count > 0, "another layout's file is refused")
    #expect(
      try LayoutWorld(.genesysCloud).rows(text, names: "Old: no-chat, New: no-chat") == [
        "no-chat,2026-11-30T08:00:00Z,15,6,3,233.3333"
      ])
    let mapping = """
      timestamp: {column: Interval Start}
      queue: {column: Queue, names: {Old: no-chat, New: no-chat}}
      offered: {column: Offered}
      interval: 15m

      """
    #expect(
      try LayoutWorld(.generic).findings(text, more: mapping) == [
        "in.csv:2: warning: the row and line 3 are of one queue and slot under different names; their "
          + "contacts are added up"
      ])
  }

  @Test("Damaged files of every layout are imported or told", arguments: HistoryFormat.allCases)
  func fuzz(format: HistoryFormat) throws {
    let samples: [HistoryFormat: String] = [
      .genesysCloud: Samples.genesys, .amazonConnect: Samples.amazon,
      .calabrio: Samples.calabrio, .ciscoUCCE: Samples.cisco, .avayaCMS: Samples.avaya,
      .generic: "t;n;h;z\n25.10.2026 02:00;1,5;1;0:10:00\n25.10.2026 02:00;1.234,0;1;10:00\n",
    ]
    let sample = Array(try #require(samples[format]).utf8)
    let more =
      format != .generic
      ? ""
      : """
      timestamp: {column: t, format: dmy, zone: Europe/Vienna}
      queue: {value: no-chat}
      offered: {column: n}
      handle-time: {column: z, unit: "hh:mm:ss"}
      interval: 30m

      """
    let world = try LayoutWorld(format)
    let centre = try world.acme.centre()
    let names =
      "queue: {names: {Bank: no-chat, \"17\": no-chat, \"5001\": no-chat, \"101\": no-chat}}\n"
    try world.acme.put(more.isEmpty ? names : more, "map.yaml")
    let mapping = try HistoryMapping.read(
      world.acme.workspace.path("map.yaml"), format: format,
      zone: try world.acme.zones.zone("Europe/Vienna"), zones: world.acme.zones, centre: centre)
    let path = world.acme.workspace.path("in.csv")
    try forEvery(seed: 0..<400) { seed in
      var chance = Generator(seed: seed)
      try Data(FuzzTests.damaged(sample, &chance)).write(to: URL(filePath: path))
      do throws(Findings) {
        let options = ImportOptions(replacing: seed % 2 == 0, isTrial: seed % 3 == 0)
        let result = try world.acme.workspace.importHistory(
          [path], by: mapping, options, of: centre)
        return result.imports.count == 1
      } catch {
        return error.list.contains { $0.severity == .error }
      }
    }
  }
}
