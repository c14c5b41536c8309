import Exchange
import FoundationEssentials
import TestSupport
import Testing
import Timeline
import Workforce

/// Tables of any system by a mapping: how numbers, times and stamps may be written.
@Suite("Tables by a mapping") struct GenericImportTests {
  /// A mapping of a file with the columns t, n, h and z.
  func mapping(_ time: String = "aht: {column: z}", _ stamp: String = "{column: t, zone: UTC}")
    -> String
  {
    """
    timestamp: \(stamp)
    queue: {value: no-chat}
    offered: {column: n}
    handled: {column: h}
    \(time)
    interval: 30m

    """
  }

  @Test("A European file: semicolons, decimal commas, days first, times as clocks") func european()
    throws
  {
    let mapping = """
      timestamp: {date: Datum, time: Uhrzeit, zone: Europe/Vienna, format: dmy}
      queue: {column: Warteschlange, names: {Deutsch: de-voice}}
      offered: {column: Angeboten}
      handled: {column: Angenommen}
      handle-time: {column: Bearbeitung, total: yes, unit: "hh:mm:ss"}
      interval: 15m

      """
    let text = """
      Datum;Uhrzeit;Warteschlange;Angeboten;Angenommen;Bearbeitung
      30.11.2026;8:00;Deutsch;12;11;0:44:00
      30.11.2026;08:15;Deutsch;1.234,0;1.200;80:00:00
      30.11.2026;08:30;Deutsch;7,0;7;28:00
      """
    // 44 min / 11 = 240 s; 80 h / 1200 = 240 s; 28 min / 7 = 240 s.
    #expect(
      try LayoutWorld(.generic).rows(text, more: mapping) == [
        "de-voice,2026-11-30T07:00:00Z,15,12,11,240",
        "de-voice,2026-11-30T07:15:00Z,15,1234,1200,240",
        "de-voice,2026-11-30T07:30:00Z,15,7,7,240",
      ])
  }

  @Test(
    "Marks of decimals and thousands are found, or stated",
    arguments: [
      // A comma before one digit shows the style, so that 1.234 is more than a thousand.
      ("t;n;h;z\nT1;1.234;1;0,5\n", "", "1234,1,0.5"),
      ("t;n;h;z\nT1;1,234;1;0.5\n", "", "1234,1,0.5"),
      ("t,n,h,z\nT1,1.234,1,0.5\n", "", "1.234,1,0.5"),
      ("t;n;h;z\nT1;1.234;1;2\n", "decimal: comma\n", "1234,1,2"),
      ("t;n;h;z\nT1;1.234;1;2\n", "decimal: point\n", "1.234,1,2"),
      ("t;n;h;z\nT1;1 234;1;2\n", "", "1234,1,2"),
      ("t;n;h;z\nT1;1\u{a0}234;1;2\n", "", "1234,1,2"),
      ("t;n;h;z\nT1;1'234;1;2\n", "", "1234,1,2"),
      ("t;n;h;z\nT1; 12 ;1;2\n", "", "12,1,2"),
    ])
  func decimals(text: String, key: String, values: String) throws {
    let rows = try LayoutWorld(.generic).rows(
      text.replacing("T1", with: "2026-11-30 08:00"), more: mapping() + key)
    #expect(rows == ["no-chat,2026-11-30T08:00:00Z,30,\(values)"])
  }

  @Test("A mark that may part either is refused, and so is one of the other style") func marks()
    throws
  {
    let start = "t;n;h;z\n2026-11-30 08:00;"
    #expect(
      try LayoutWorld(.generic).findings(start + "1.234;1;2\n", more: mapping()) == [
        "in.csv:2:18: error: n is \"1.234\", and nothing in the file shows whether its mark parts "
          + "thousands or decimals; write decimal: comma or decimal: point in the mapping"
      ])
    #expect(
      try LayoutWorld(.generic).findings(
        start + "1,5;1;2\n2026-11-30 08:30;2.5;1;2\n", more: mapping()
      ).filter { $0.contains("error") } == [
        "in.csv:3:18: error: n is \"2.5\"; write a plain number such as 12 or 12.5, or nothing where it is "
          + "not known"
      ])
  }

  @Test(
    "Stamps of many forms",
    arguments: [
      ("dmy", "30.11.2026 8:00"), ("dmy", "30-11-2026 08:00:00"), ("dmy", "30/11/2026 8:00 AM"),
      ("mdy", "11/30/2026 8:00:00 am"), ("ymd", "2026/11/30 08:00"), ("ymd", "20261130 08:00"),
      ("ymd", "2026-11-30T08:00:00.000Z"), ("epoch", "1796025600"), ("epoch", "1796025600000"),
      ("iso", "2026-11-30T09:00+01:00"), ("iso", "2026-11-30 09:00:00+0100"),
      ("iso", "2026-11-30 08:00:00 UTC"),
    ])
  func stamps(format: String, stamp: String) throws {
    let rows = try LayoutWorld(.generic).rows(
      "t;n;h;z\n\(stamp);5;5;60\n",
      more: mapping("aht: {column: z}", "{column: t, zone: UTC, format: \(format)}"))
    // 1796025600 = 20787 days of 86400 s and 28800 s: 2026-11-30 08:00.
    #expect(rows == ["no-chat,2026-11-30T08:00:00Z,30,5,5,60"])
  }

  @Test(
    "Noon and midnight of the clock of twelve hours",
    arguments: [
      ("12:00 AM", "00:00"), ("12:30 AM", "00:30"), ("1:00 AM", "01:00"), ("12:00 PM", "12:00"),
      ("11:30 p.m.", "23:30"), ("8:00\u{202f}PM", "20:00"),
    ])
  func halves(time: String, expected: String) throws {
    let rows = try LayoutWorld(.generic).rows(
      "t;n;h;z\n11/30/2026 \(time);5;5;60\n\"12/01/2026, \(time)\";5;5;60\n",
      more: mapping("aht: {column: z}", "{column: t, zone: UTC, format: mdy}"))
    #expect(
      rows == ["2026-11-30", "2026-12-01"].map { "no-chat,\($0)T\(expected):00Z,30,5,5,60" })
  }

  @Test(
    "Stamps that are none",
    arguments: [
      "30.11.2026", "31.11.2026 08:00", "30.11.2026 25:00", "30.11.2026 13:00 PM",
      "30.11.2026 0:00 AM", "30.11.2026 08:60", "30.11-2026 08:00", "30.11.2026 08:00 x", "",
      "30.11.2026 08:00+99:00", "300.11.2026 08:00", "11.30.2026 08:00",
    ])
  func badStamps(stamp: String) throws {
    #expect(
      try LayoutWorld(.generic).findings(
        "t;n;h;z\n\(stamp);5;5;60\n",
        more: mapping("aht: {column: z}", "{column: t, zone: UTC, format: dmy}")) == [
          "in.csv:2:1: error: the stamp is \"\(stamp)\"; write 07.12.2026 07:00, or set the mapping's "
            + "format"
        ])
  }

  @Test("Years of two digits are refused", arguments: ["dmy", "mdy", "ymd"])
  func shortYears(format: String) throws {
    #expect(
      try LayoutWorld(.generic).findings(
        "t;n;h;z\n07.12.26 08:00;5;5;60\n",
        more: mapping("aht: {column: z}", "{column: t, zone: UTC, format: \(format)}")) == [
          "in.csv:2:1: error: the year of \"07.12.26 08:00\" has two digits; export dates with years of "
            + "four digits"
        ])
  }

  @Test("Mistakes of the new keys are told") func keys() throws {
    func told(_ old: String, _ new: String) throws -> [String] {
      let mapping = mapping("handle-time: {column: z, total: yes}").replacing(old, with: new)
      return try LayoutWorld(.generic).findings("t;n;h;z\n2026-11-30 08:00;5;5;60\n", more: mapping)
        .map { $0.replacing("map.yaml", with: "m") }
    }
    #expect(try told("", "") == [])
    #expect(
      try told("handled: {column: h}\n", "") == [
        "m:4:14: error: the mapping: a total time needs the number of contacts handled; write handled: "
          + "{column: ...}"
      ])
    #expect(
      try told("total: yes", "total: all") == [
        "m:5:33: error: handle-time: total is \"all\"; write yes or no"
      ])
    #expect(
      try told("column: t,", "column: t, time: u,") == [
        "m:1:21: error: timestamp: it has a column and a date or time; keep one of them"
      ])
    #expect(
      try told("column: t,", "date: t,") == ["m:1:12: error: timestamp has no time; write a text"])
    #expect(
      try told("interval", "aht: {column: z}\ninterval") == [
        "m:5:14: error: the mapping: it has an aht and a handle-time; keep one of them"
      ])
    #expect(
      try told("interval", "decimal: dot\ninterval") == [
        "m:6:10: error: the mapping: decimal is \"dot\"; write one of point, comma"
      ])
  }

  @Test("Without a mapping the generic format asks for one") func noMapping() throws {
    #expect(
      try LayoutWorld(.generic).findings("t\n") == [
        "--map: error: the generic format needs a mapping, which says which column is what; name a "
          + "mapping file with --map, or the ACD's layout with --format"
      ])
  }
}
