import Exchange
import TestSupport
import Testing
import Timeline
import Workforce

/// The nights in which clocks change, in every layout with local times.
@Suite("Imports over clock changes") struct ClockChangeImportTests {
  /// How a layout writes a slot of 15 minutes with so many contacts.
  struct Clock: Sendable, CustomTestStringConvertible {
    let format: HistoryFormat
    let header: String
    let more: String
    let row: @Sendable (_ day: LocalDay, _ time: LocalTime, _ contacts: Int) -> String
    var testDescription: String { format.rawValue }
  }

  static let clocks: [Clock] = [
    Clock(format: .calabrio, header: "", more: "") { day, time, contacts in
      let date = "\(day)".replacing("-", with: "")
      return "15;\(date);\(time);1;no-chat;\(contacts);0;0;0;\(contacts);0;0;0;0;0;0;0;0;0;0;0\n"
    },
    Clock(
      format: .avayaCMS,
      header: "ROW_DATE,STARTTIME,INTRVL,SPLIT,CALLSOFFERED,ACDCALLS,ACDTIME\n", more: ""
    ) { day, time, contacts in
      let number = 100 * (time.minutes / 60) + time.minutes % 60
      return "\(day),\(number),15,no-chat,\(contacts),\(contacts),0\n"
    },
    Clock(
      format: .ciscoUCCE, header: "DateTime,SkillTargetID,CallsOffered,CallsHandled,HandleTime\n",
      more: ""
    ) { day, time, contacts in
      "\(day) \(time):00.000,no-chat,\(contacts),\(contacts),0\n"
    },
    Clock(
      format: .generic, header: "Datum;Uhrzeit;Anrufe\n",
      more: """
        timestamp: {date: Datum, time: Uhrzeit, format: dmy}
        queue: {value: no-chat}
        offered: {column: Anrufe}
        interval: 15m

        """
    ) { day, time, contacts in
      "\(day.day).\(day.month).\(day.year);\(time);\(contacts)\n"
    },
  ]

  func text(_ clock: Clock, _ day: LocalDay, _ times: [String]) throws -> String {
    try clock.header
      + times.enumerated().map { index, time in
        clock.row(day, try #require(LocalTime(time)), index)
      }.joined()
  }

  @Test("Of an hour that comes twice, both passes stand in file order", arguments: clocks)
  func bothPasses(clock: Clock) throws {
    let day = try #require(LocalDay("2026-10-25"))
    let hour = ["02:00", "02:15", "02:30", "02:45"]
    let text = try text(clock, day, ["01:45"] + hour + hour + ["03:00"])
    let world = try LayoutWorld(clock.format)
    let rows = try world.rows(text, zone: "Europe/Vienna", more: clock.more)
    // 01:45 is 23:45 the evening before in Greenwich; 03:00 is 02:00, ten slots in a row.
    let start = try #require(Instant("2026-10-24T23:45:00Z"))
    #expect(
      rows.map { $0.split(separator: ",").prefix(4).joined(separator: ",") }
        == (0..<10).map { "no-chat,\(start + Minutes(15 * $0)),15,\($0)" })
    let line = clock.header.isEmpty ? 2 : 3
    let told = try LayoutWorld(clock.format).findings(
      text, zone: "Europe/Vienna", more: clock.more)
    #expect(
      told.filter { $0.contains("twice") } == [
        "in.csv:\(line): warning: 8 rows of 2026-10-25 02:00-03:00 (Europe/Vienna) lie in the hour that "
          + "comes twice: 8 came twice and were taken in file order"
      ])
  }

  @Test("Rows that come once in that hour are the first pass", arguments: clocks)
  func onePass(clock: Clock) throws {
    let day = try #require(LocalDay("2026-10-25"))
    let text = try text(clock, day, ["01:45", "02:00", "02:15", "02:00", "03:00"])
    let world = try LayoutWorld(clock.format)
    let rows = try world.rows(text, zone: "Europe/Vienna", more: clock.more)
    // 02:00 first at 00:00, then at 01:00 in Greenwich; 02:15 at 00:15.
    #expect(
      rows.map { $0.split(separator: ",")[1] } == [
        "2026-10-24T23:45:00Z", "2026-10-25T00:00:00Z", "2026-10-25T00:15:00Z",
        "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z",
      ])
    let told = try LayoutWorld(clock.format).findings(
      text, zone: "Europe/Vienna", more: clock.more)
    let line = clock.header.isEmpty ? 2 : 3
    #expect(
      told.filter { $0.contains("twice") } == [
        "in.csv:\(line): warning: 3 rows of 2026-10-25 02:00-03:00 (Europe/Vienna) lie in the hour that "
          + "comes twice: 2 came twice and were taken in file order, 1 came once and was taken as the "
          + "first pass"
      ])
  }

  @Test("A file whose times fall gives the same history as one whose times rise", arguments: clocks)
  func falling(clock: Clock) throws {
    let day = try #require(LocalDay("2026-10-25"))
    let hour = ["02:00", "02:15", "02:30", "02:45"]
    for times in [["01:45"] + hour + hour + ["03:00"], hour + hour] {
      let lines = try times.enumerated().map { index, time in
        clock.row(day, try #require(LocalTime(time)), index)
      }
      let world = try LayoutWorld(clock.format)
      let rising = try world.rows(
        clock.header + lines.joined(), zone: "Europe/Vienna", more: clock.more)
      let text = clock.header + lines.reversed().joined()
      let falling = try LayoutWorld(clock.format).rows(
        text, zone: "Europe/Vienna", more: clock.more)
      #expect(rising.count == times.count)
      #expect(falling == rising)
      let told = try LayoutWorld(clock.format).findings(
        text, zone: "Europe/Vienna", more: clock.more)
      #expect(
        told.filter {
          $0.hasSuffix(": 8 came twice and were taken in reverse, as the times of the file fall")
        }.count == 1)
    }
  }

  /// The rows of a file of Avaya's with such queues, times and contacts.
  private func avaya(_ rows: [(queue: String, time: String, contacts: Int)]) throws -> String {
    let clock = ClockChangeImportTests.clocks[1]
    let day = try #require(LocalDay("2026-10-25"))
    return try clock.header
      + rows.map { row in
        clock.row(day, try #require(LocalTime(row.time)), row.contacts)
          .replacing("no-chat", with: row.queue)
      }.joined()
  }

  @Test("Each queue of a file has its own order, and one that shows none has that of the others")
  func orders() throws {
    func starts(_ rows: [(queue: String, time: String, contacts: Int)]) throws -> [String] {
      try LayoutWorld(.avayaCMS).rows(avaya(rows), zone: "Europe/Vienna")
        .map { $0.split(separator: ",") }.map { "\($0[0]) \($0[1].dropFirst(11)) \($0[3])" }
    }
    // de-voice falls from 03:00, no-chat rises to it. 02:00 is 00:00 and 01:00 in Greenwich.
    #expect(
      try starts([
        ("de-voice", "03:00", 3), ("de-voice", "02:00", 2), ("de-voice", "02:00", 1),
        ("no-chat", "02:00", 1), ("no-chat", "02:00", 2), ("no-chat", "03:00", 3),
      ]) == [
        "de-voice 00:00:00Z 1", "de-voice 01:00:00Z 2", "de-voice 02:00:00Z 3",
        "no-chat 00:00:00Z 1", "no-chat 01:00:00Z 2", "no-chat 02:00:00Z 3",
      ])
    #expect(
      try starts([
        ("de-voice", "03:00", 3), ("no-chat", "02:00", 2), ("de-voice", "02:00", 2),
        ("no-chat", "02:00", 1), ("de-voice", "02:00", 1),
      ]) == [
        "de-voice 00:00:00Z 1", "de-voice 01:00:00Z 2", "de-voice 02:00:00Z 3",
        "no-chat 00:00:00Z 1", "no-chat 01:00:00Z 2",
      ])
    let unknown: [(queue: String, time: String, contacts: Int)] = [
      ("no-chat", "02:00", 1), ("no-chat", "02:00", 2),
    ]
    #expect(try starts(unknown) == ["no-chat 00:00:00Z 1", "no-chat 01:00:00Z 2"])
    #expect(
      try LayoutWorld(.avayaCMS).findings(avaya(unknown), zone: "Europe/Vienna")
        .filter { $0.contains("twice") } == [
          "in.csv:2: warning: 2 rows of 2026-10-25 02:00-03:00 (Europe/Vienna) lie in the hour that comes "
            + "twice: 2 came twice and were taken in file order, although nothing shows whether its times "
            + "rise"
        ])
  }

  @Test("A third row of a reading repeats the second, and counts as no pass") func thirdRow() throws
  {
    let rows: [(queue: String, time: String, contacts: Int)] = [
      ("no-chat", "02:00", 1), ("no-chat", "02:15", 4), ("no-chat", "02:00", 2),
      ("no-chat", "02:00", 2), ("no-chat", "03:00", 3),
    ]
    let told = try LayoutWorld(.avayaCMS).findings(avaya(rows), zone: "Europe/Vienna")
    #expect(
      told.filter { !$0.contains("has no row") } == [
        "in.csv:2: warning: 4 rows of 2026-10-25 02:00-03:00 (Europe/Vienna) lie in the hour that comes "
          + "twice: 2 came twice and were taken in file order, 1 came once and was taken as the first pass, "
          + "1 came yet again",
        "in.csv:5: warning: the row repeats line 4; it is left out",
      ])
  }

  @Test("Contacts at times that the clock skips speak of another zone", arguments: clocks)
  func skipped(clock: Clock) throws {
    let day = try #require(LocalDay("2026-03-29"))
    let text = try text(clock, day, ["01:45", "02:00", "02:15", "02:30", "02:45", "03:00"])
    let told = try LayoutWorld(clock.format).findings(
      text, zone: "Europe/Vienna", more: clock.more)
    try #require(told.count == 1)
    #expect(
      told[0].contains("error: 2026-03-29 02:00 does not exist in Europe/Vienna: the clock is put"))
    #expect(told[0].contains("(4 such rows: lines "))
    #expect(told[0].hasSuffix("check the zone: these stamps are probably of another clock"))
    // In Tehran, which has no such night any more, they are four slots like any.
    let rows = try LayoutWorld(clock.format).rows(text, zone: "Asia/Tehran", more: clock.more)
    #expect(rows.count == 6)
  }

  @Test("Stamps with an offset need no rule: all 25 hours stand as they are") func offsets() throws
  {
    // Cisco's own offset: minus 120 minutes until the change, minus 60 after it.
    let world = try LayoutWorld(.ciscoUCCE)
    let rows = try world.rows(
      """
      DateTime,TimeZone,SkillTargetID,CallsOffered,CallsHandled,HandleTime
      2026-10-25 02:30:00,-60,no-chat,7,7,0
      2026-10-25 02:00:00,-120,no-chat,1,1,0
      2026-10-25 02:30:00,-120,no-chat,3,3,0
      2026-10-25 02:00:00,-60,no-chat,5,5,0
      """)
    #expect(
      rows == [
        "no-chat,2026-10-25T00:00:00Z,30,1,1,0", "no-chat,2026-10-25T00:30:00Z,30,3,3,0",
        "no-chat,2026-10-25T01:00:00Z,30,5,5,0", "no-chat,2026-10-25T01:30:00Z,30,7,7,0",
      ])
  }
}
