import Exchange
import FoundationEssentials
import TestSupport
import Testing
import Timeline
import Workforce

/// Imports texts by one of the known layouts into a workspace of its own.
struct LayoutWorld {
  let acme: Acme
  let format: HistoryFormat

  init(_ format: HistoryFormat) throws {
    acme = try Acme(changing: ["history/acd.csv": nil])
    self.format = format
  }

  /// Reads files without writing; `names` are lines of the mapping's queue names.
  func read(
    _ texts: [String], names: String = "", zone: String? = nil, more: String = "",
    interval: Minutes? = nil, _ options: ImportOptions = ImportOptions()
  ) throws -> HistoryImports {
    var paths: [String] = []
    for (index, text) in texts.enumerated() {
      try acme.put(text, "in/in\(index + 1).csv")
      paths.append(acme.workspace.path("in/in\(index + 1).csv"))
    }
    var mapping: String?
    if !names.isEmpty || !more.isEmpty {
      try acme.put((names.isEmpty ? "" : "queue: {names: {\(names)}}\n") + more, "map.yaml")
      mapping = acme.workspace.path("map.yaml")
    }
    let centre = try acme.centre()
    let read = try HistoryMapping.read(
      mapping, format: format, zone: zone.map { try acme.zones.zone($0) }, interval: interval,
      zones: acme.zones, centre: centre)
    return try acme.workspace.importHistory(paths, by: read, options, of: centre)
  }

  /// Imports one text; the rows that the workspace then has, without the header.
  func rows(
    _ text: String, names: String = "", zone: String? = nil, more: String = "",
    interval: Minutes? = nil
  ) throws -> [String] {
    let result = try read([text], names: names, zone: zone, more: more, interval: interval)
    try acme.workspace.commit(result)
    return try acme.text("history/in1.csv").split(separator: "\n").dropFirst().map(String.init)
  }

  /// What is found, named without this test's folder.
  func findings(
    _ text: String, names: String = "", zone: String? = nil, more: String = "",
    interval: Minutes? = nil, _ options: ImportOptions = ImportOptions()
  ) throws -> [String] {
    do {
      let result = try read(
        [text], names: names, zone: zone, more: more, interval: interval, options)
      return result.imports.flatMap(\.findings).map(named)
    } catch let error as Findings {
      return error.list.map(named)
    }
  }

  private func named(_ finding: Finding) -> String {
    finding.description.replacing(acme.workspace.folder + "/", with: "")
      .replacing("in/in1.csv", with: "in.csv")
  }
}

/// A small file of each layout, made for these tests.
enum Samples {
  static let genesys = """
    Interval Start UTC Date,Queue,Media Type,Skill Set,Language,Offered,Interactions Handled,Total Handle Time (Seconds)
    2026-11-30T07:00:00Z,Bank,Voice,loans|||cards,German,10,8,1600
    2026-11-30T07:00:00Z,Bank,Voice,cards,German,4,4,400
    2026-11-30T07:15:00.000Z,Bank,Voice,cards,German,6,6,1500
    2026-11-30T07:00:00Z,Bank,Chat,,Norwegian,3,2,900

    """

  static let amazon = """
    QueueName,QueueId,ChannelType,TimeStamp,IntervalDuration,IncomingContactVolume,AverageHandleTime,ContactsHandled
    Bank,11-aa,VOICE,2026-11-30T07:00:00Z,15mins,12,240.5,11
    Bank,11-aa,CHAT,2026-11-30T07:00:00.000Z,30mins,4,600,4
    Bank,11-aa,VOICE,2026-11-30T08:15:00+01:00,15mins,9,251,9
    Bank,11-aa,VOICE,2026-11-30T00:00:00Z,daily,500,245,490

    """

  /// Interval, date, time, id, name, direct, in, abandoned, out, answered, waits, talk, wrap-up, ...
  static let calabrio = """
    15;20261130;08:00;17;Bank voice;10;2;1;0;11;80;20;2200;440;30;20;5;9;300;0;1
    15;20261130;08:15;17;Bank voice;7;0;0;0;7;35;0;1400;350;15;0;5;7;210;0;0

    """

  static let cisco = """
    DateTime,TimeZone,SkillTargetID,CallsOffered,CallsHandled,HandledCallsTime,CallsAnswered
    2026-11-30 08:00:00.000,-60,5001,12,10,2500,10
    2026-11-30 08:15:00.000,-60,5001,9,9,2259,9

    """

  static let avaya = """
    ROW_DATE,STARTTIME,INTRVL,ACD,SPLIT,CALLSOFFERED,ACDCALLS,ABNCALLS,ACDTIME,HOLDACDTIME,ACWTIME
    11/30/2026,800,15,1,101,12,10,2,2000,100,400
    11/30/2026,815,15,1,101,9,9,0,1800,0,450
    11/30/2026,0,15,1,102,1,1,0,100,0,0

    """
}

@Suite("Layouts of known systems") struct LayoutTests {
  @Test("Genesys Cloud: media and language make the queue, rows of skills add up") func genesys()
    throws
  {
    let world = try LayoutWorld(.genesysCloud)
    // 07:00: 10 + 4 offered, 8 + 4 handled, (1600 + 400) / 12 = 166.6667 s; 07:15: 1500 / 6 = 250 s.
    // Chat: 900 / 2 = 450 s.
    #expect(
      try world.rows(Samples.genesys, names: "Bank/voice/german: de-voice, Bank/Chat: no-chat") == [
        "de-voice,2026-11-30T07:00:00Z,15,14,12,166.6667",
        "de-voice,2026-11-30T07:15:00Z,15,6,6,250",
        "no-chat,2026-11-30T07:00:00Z,15,3,2,450",
      ])
  }

  @Test("Genesys Cloud: a queue's name alone is refused where it would mix media") func mixedMedia()
    throws
  {
    let world = try LayoutWorld(.genesysCloud)
    let told = try world.findings(Samples.genesys, names: "Bank: de-voice")
    #expect(
      told == [
        "in.csv:5:22: error: \"Bank\" has rows of Media Type \"Voice\" and \"Chat\"; name both, such as "
          + "{\"Bank/Voice/German\": ..., \"Bank/Chat/Norwegian\": ...}"
      ])
    let voice = Samples.genesys.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(try world.rows(voice, names: "Bank: de-voice").count == 2)
  }

  @Test("Genesys Cloud: languages of one name add up, and that is told") func mixedLanguages()
    throws
  {
    let text = Samples.genesys.replacing("cards,German,4", with: "cards,English,4")
    let names = "Bank/voice: de-voice, Bank/chat: no-chat"
    #expect(
      try LayoutWorld(.genesysCloud).findings(text, names: names) == [
        "in.csv:3:22: warning: \"Bank/Voice\" has rows of Language \"German\" and \"English\"; they are "
          + "added up; to part them, name both: \"Bank/Voice/German\", \"Bank/Voice/English\""
      ])
    let rows = try LayoutWorld(.genesysCloud).rows(text, names: names)
    #expect(rows[0] == "de-voice,2026-11-30T07:00:00Z,15,14,12,166.6667")
  }

  @Test("Genesys Cloud: with one queue for all rows, sets of skills still add up") func oneQueue()
    throws
  {
    let voice = Samples.genesys.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(
      try LayoutWorld(.genesysCloud).rows(voice, more: "queue: {value: de-voice}\n") == [
        "de-voice,2026-11-30T07:00:00Z,15,14,12,166.6667",
        "de-voice,2026-11-30T07:15:00Z,15,6,6,250",
      ])
  }

  @Test("With one queue for all rows, those of several names, media and languages add up")
  func oneQueueOfMany() throws {
    let genesys = """
      Interval Start UTC Date,Queue,Media Type,Skill Set,Language,Offered,Interactions Handled,Total Handle Time (Seconds)
      2026-11-30T08:00:00Z,Bank,voice,,de,10,10,100
      2026-11-30T08:00:00Z,Bank,voice,,en,10,10,100
      2026-11-30T08:00:00Z,Bank,voice,cards,en,7,7,70

      """
    // 10 + 10 + 7 = 27, 270 s / 27 = 10 s.
    #expect(
      try LayoutWorld(.genesysCloud).rows(genesys, more: "queue: {value: de-voice}\n") == [
        "de-voice,2026-11-30T08:00:00Z,15,27,27,10"
      ])
    let splits = Samples.avaya + "11/30/2026,800,15,1,102,5,5,0,500,0,0\n"
    // 12 + 5 offered at 08:00 in Vienna.
    let rows = try LayoutWorld(.avayaCMS).rows(
      splits, zone: "Europe/Vienna", more: "queue: {value: de-voice}\n")
    #expect(rows.filter { $0.hasPrefix("de-voice,2026-11-30T07:00:00Z,15,17,15,") }.count == 1)
  }

  @Test("Avaya CMS: a split of two systems is refused by its number alone") func twoSystems() throws
  {
    let text = Samples.avaya + "11/30/2026,800,15,2,101,5,5,0,500,0,0\n"
    #expect(
      try LayoutWorld(.avayaCMS).findings(
        text, names: "101: de-voice, 102: no-chat", zone: "Europe/Vienna"
      ).filter { $0.contains("error") } == [
        "in.csv:5:21: error: \"101\" has rows of ACD \"1\" and \"2\"; name both, such as "
          + "{\"101/1\": ..., \"101/2\": ...}"
      ])
    let rows = try LayoutWorld(.avayaCMS).rows(
      text, names: "101/1: de-voice, 102: no-chat, 101/2: de-mail", zone: "Europe/Vienna")
    #expect(rows.first == "de-mail,2026-11-30T07:00:00Z,15,5,5,100")
  }

  @Test("Cisco UCCE: offered that always equals handled is told") func ciscoReading() throws {
    let header = "DateTime,TimeZone,SkillTargetID,CallsOffered,CallsHandled,HandledCallsTime\n"
    func told(_ handled: (Int) -> Int) throws -> [String] {
      let text =
        header
        + (0..<20).map { index in
          let time = LocalTime(minutes: 480 + 15 * index)
          return "2026-11-30 \(time),-60,5001,\(5 + index),\(handled(index)),600\n"
        }.joined()
      return try LayoutWorld(.ciscoUCCE).findings(text, names: "5001: de-voice")
    }
    #expect(
      try told { 5 + $0 } == [
        "in.csv: warning: in all 20 rows with contacts as many were offered as handled; this system may "
          + "count a contact only when it is answered, so that abandoned ones are missing; export the "
          + "table of call types"
      ])
    #expect(try told { $0 == 7 ? 11 : 5 + $0 } == [])
  }

  @Test(
    "Genesys Cloud: the length of slots is the longest that all starts allow",
    arguments: [
      (["07:00", "07:15", "08:00"], 15), (["07:00", "07:30", "09:00"], 30),
      (["07:00", "09:00"], 60), (["07:30", "08:30"], 60),
    ])
  func foundInterval(starts: [String], minutes: Int) throws {
    let world = try LayoutWorld(.genesysCloud)
    let header = Samples.genesys.split(separator: "\n")[0]
    let rows = starts.map { "2026-11-30T\($0):00Z,de-voice,voice,,,1,1,60" }
    let text = "\(header)\n" + rows.joined(separator: "\n")
    #expect(
      try world.rows(text).map { $0.split(separator: ",")[2] } == starts.map { _ in "\(minutes)" })
    // What the file does not show, a planner may say.
    let other = try LayoutWorld(.genesysCloud)
    #expect(try other.rows(text, interval: Minutes(5)).allSatisfy { $0.contains("Z,5,") })
  }

  @Test("Amazon Connect: rows of a day are left out and counted") func amazon() throws {
    let world = try LayoutWorld(.amazonConnect)
    let names = "Bank/voice: de-voice, 11-aa/chat: no-chat"
    // 08:15 at +01:00 is 07:15 in Greenwich.
    #expect(
      try world.rows(Samples.amazon, names: names) == [
        "de-voice,2026-11-30T07:00:00Z,15,12,11,240.5",
        "de-voice,2026-11-30T07:15:00Z,15,9,9,251",
        "no-chat,2026-11-30T07:00:00Z,30,4,4,600",
      ])
    let other = try LayoutWorld(.amazonConnect)
    #expect(
      try other.findings(Samples.amazon, names: names) == [
        "in.csv:5:39: warning: rows of \"daily\" are no slots; they are left out"
      ])
  }

  @Test("Calabrio: 21 fields by position; direct and overflowed in are offered") func calabrio()
    throws
  {
    let world = try LayoutWorld(.calabrio)
    // (2200 + 440) / 11 = 240 s; (1400 + 350) / 7 = 250 s. Vienna's 08:00 is 07:00.
    let expected = [
      "de-voice,2026-11-30T07:00:00Z,15,12,11,240", "de-voice,2026-11-30T07:15:00Z,15,7,7,250",
    ]
    #expect(
      try world.rows(Samples.calabrio, names: "Bank voice: de-voice", zone: "Europe/Vienna")
        == expected)
    // By its number, with commas.
    let commas = try LayoutWorld(.calabrio)
    let text = Samples.calabrio.replacing(";", with: ",")
    #expect(try commas.rows(text, names: "17: de-voice", zone: "Europe/Vienna") == expected)
    // A header that should not be there is left out.
    let header = (1...21).map { "field\($0 == 2 ? "" : " of it")" }.joined(separator: ";") + "\n"
    let headed = try LayoutWorld(.calabrio)
    let told = try headed.findings(
      header + Samples.calabrio, names: "17: de-voice", zone: "Europe/Vienna")
    #expect(
      told == [
        "in.csv:1: warning: the first line names columns, although files of calabrio have no header; it "
          + "is left out; check that the columns stand in the layout's order"
      ])
  }

  @Test("Calabrio: a file of another layout, and one without a zone, are told") func notCalabrio()
    throws
  {
    let world = try LayoutWorld(.calabrio)
    #expect(
      try world.findings("1;2;3\n", zone: "Europe/Vienna") == [
        "in.csv:1: error: the row has 3 fields, rows of calabrio have 21; check --format, and that the "
          + "fields are parted by commas or semicolons"
      ])
  }

  @Test("Local times need a zone, by word or by mapping") func zones() throws {
    let files: [(HistoryFormat, String)] = [
      (.calabrio, Samples.calabrio), (.avayaCMS, Samples.avaya),
      // Without its column of offsets.
      (.ciscoUCCE, Samples.cisco.replacing(",-60,", with: ",").replacing("TimeZone,", with: "")),
    ]
    let names = "\"17\": de-voice, \"101\": de-voice, \"102\": no-chat, \"5001\": de-voice"
    for (format, text) in files {
      #expect(
        try LayoutWorld(format).findings(text, names: names) == [
          "in.csv: error: the times of \(format.rawValue) are local, and nothing names their zone; write "
            + "the ACD's zone: --tz Europe/Vienna, or timestamp: {zone: Europe/Vienna} in the mapping"
        ])
      let stated = try LayoutWorld(format).rows(
        text, names: names, more: "timestamp: {zone: Europe/Vienna}\n")
      #expect(stated == (try LayoutWorld(format).rows(text, names: names, zone: "Europe/Vienna")))
      // The command's word stands before the mapping's: 08:00 of Tehran is 04:30.
      let tehran = try LayoutWorld(format).rows(
        text, names: names, zone: "Asia/Tehran", more: "timestamp: {zone: Europe/Vienna}\n")
      #expect(tehran.first?.hasPrefix("de-voice,2026-11-30T04:30:00Z,15,12,") == true)
    }
  }

  @Test("Cisco UCCE: the offset may count east or west", arguments: ["-60", "60"])
  func cisco(offset: String) throws {
    let world = try LayoutWorld(.ciscoUCCE)
    let text = Samples.cisco.replacing(",-60,", with: ",\(offset),")
    // 2500 / 10 = 250 s, 2259 / 9 = 251 s.
    #expect(
      try world.rows(text, names: "5001: de-voice") == [
        "de-voice,2026-11-30T07:00:00Z,15,12,10,250", "de-voice,2026-11-30T07:15:00Z,15,9,9,251",
      ])
  }

  @Test("Cisco UCCE: agents of a group add up, and old tables' names are known") func ciscoAgents()
    throws
  {
    let world = try LayoutWorld(.ciscoUCCE)
    let text = """
      datetime,time_zone,SkillTargetID,SkillGroupSkillTargetID,CallsOfferedToHalf,CallsHandledToHalf,HandledCallsTimeToHalf
      2026-11-30 08:00,-60,9001,5001,3,2,500
      2026-11-30 08:00,-60,9002,5001,4,4,700
      2026-11-30 08:30,-60,9002,5001,1,0,0

      """
    // 3 + 4 offered, 2 + 4 handled, (500 + 700) / 6 = 200 s.
    #expect(
      try world.rows(text, names: "5001: de-voice") == [
        "de-voice,2026-11-30T07:00:00Z,30,7,6,200", "de-voice,2026-11-30T07:30:00Z,30,1,0,",
      ])
  }

  @Test("Cisco UCCE: an offset that no zone has is told") func ciscoOffset() throws {
    let world = try LayoutWorld(.ciscoUCCE)
    let text = Samples.cisco.replacing(",-60,", with: ",300,")
    #expect(
      try world.findings(text, names: "5001: de-voice") == [
        "in.csv:2: warning: TimeZone is 300 minutes, which Europe/Vienna has neither east nor west of "
          + "Greenwich; it is taken as east; name the system's zone with --tz",
        // 08:00 at +05:00 is 03:00 in Greenwich, 04:00 in Vienna.
        "in.csv:2: warning: queue \"de-voice\" has 21 contacts in 2 slots while it is closed; check its "
          + "opening hours in queues.yaml, and the zone of the file",
      ])
    // In New York 300 is west: 08:00 is 13:00 in Greenwich.
    let west = try LayoutWorld(.ciscoUCCE)
    let rows = try west.rows(text, names: "5001: de-voice", zone: "America/New_York")
    #expect(rows.first?.hasPrefix("de-voice,2026-11-30T13:00:00Z,15,12,") == true)
  }

  @Test("Avaya CMS: hhmm on a local clock, talk, hold and after-call work add up") func avaya()
    throws
  {
    let world = try LayoutWorld(.avayaCMS)
    let names = "101: de-voice, 102: no-chat"
    // (2000 + 100 + 400) / 10 = 250 s; (1800 + 450) / 9 = 250 s. Midnight in Vienna is 23:00 before.
    #expect(
      try world.rows(Samples.avaya, names: names, zone: "Europe/Vienna") == [
        "de-voice,2026-11-30T07:00:00Z,15,12,10,250", "de-voice,2026-11-30T07:15:00Z,15,9,9,250",
        "no-chat,2026-11-29T23:00:00Z,15,1,1,100",
      ])
  }

  @Test(
    "Avaya CMS: the order of day and month is found, or asked for",
    arguments: [
      ("30/11/2026", nil), ("30.11.2026", nil), ("2026-11-30", nil), ("20261130", nil),
      ("11-30-2026", nil), ("12/11/2026", "dmy"), ("11/12/2026", "mdy"),
    ] as [(String, String?)])
  func avayaDates(date: String, format: String?) throws {
    let world = try LayoutWorld(.avayaCMS)
    let header = Samples.avaya.split(separator: "\n")[0]
    let text = "\(header)\n\(date),800,15,1,101,12,10,2,2000,100,400\n"
    if let format {
      #expect(
        try world.findings(text, names: "101: de-voice", zone: "Europe/Vienna") == [
          "in.csv: error: no date of the file shows whether \"\(date)\" begins with day or month; write "
            + "timestamp: {format: dmy} or {format: mdy} in the mapping"
        ])
      let rows = try world.rows(
        text, names: "101: de-voice", zone: "Europe/Vienna",
        more: "timestamp: {format: \(format)}\n")
      #expect(rows.first?.hasPrefix("de-voice,2026-11-12T07:00:00Z") == true)
    } else {
      let rows = try world.rows(text, names: "101: de-voice", zone: "Europe/Vienna")
      #expect(rows == ["de-voice,2026-11-30T07:00:00Z,15,12,10,250"])
    }
  }

  @Test("A column that the layout needs is asked for by its name") func missingColumn() throws {
    let world = try LayoutWorld(.genesysCloud)
    let told = try world.findings(
      Samples.genesys.replacing("Interactions Handled", with: "Interaction Handled"))
    #expect(
      told == [
        "in.csv:1: error: there is no column \"Interactions Handled\" or \"Handled\", which gives the "
          + "contacts handled in files of genesys-cloud; did you mean \"Interaction Handled\"?"
      ])
  }

  @Test("Names of columns do not mind capitals, blanks and underscores") func columnNames() throws {
    let world = try LayoutWorld(.amazonConnect)
    let text = Samples.amazon.replacing("IncomingContactVolume", with: "incoming_contact volume")
      .replacing("QueueName", with: " QUEUE NAME")
    #expect(try world.rows(text, names: "Bank/voice: de-voice, 11-aa/chat: no-chat").count == 3)
  }
}
