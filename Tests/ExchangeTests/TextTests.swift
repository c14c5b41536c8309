import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@testable import Exchange

@Suite struct CSVTests {
  func rows(_ text: String) throws -> [[String]] {
    var scanner = CSVScanner(Array(text.utf8))
    var fields: [CSVScanner.Field] = []
    var rows: [[String]] = []
    while try scanner.next(into: &fields) { rows.append(fields.map { scanner.text($0) }) }
    return rows
  }

  @Test("Quotes, doubled quotes, line ends in quotes and empty fields are read as RFC 4180 says")
  func quoting() throws {
    #expect(
      try rows("a,\"b,c\",\"d \"\"e\"\"\"\r\n\"x\ny\",,z\n") == [
        ["a", "b,c", "d \"e\""], ["x\ny", "", "z"],
      ])
    #expect(try rows("\"\",\"\"\"\"\n") == [["", "\""]])
    #expect(try rows("a\"b,c") == [["a\"b", "c"]])
    #expect(try rows("a,\n,\n") == [["a", ""], ["", ""]])
  }

  @Test("Blank lines, a byte order mark and a missing last line end do not matter")
  func blankLines() throws {
    #expect(try rows("\u{FEFF}a,b\r\n\r\n\n1,2\r\n3,4") == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(try rows("\u{FEFF}") == [])
    #expect(try rows("\n\r\n") == [])
    #expect(try rows("\"a\"\r") == [["a"]])
  }

  @Test("Semicolons separate where the header has more of them than commas") func separator() throws
  {
    #expect(try rows("a;b;c\n1,5;2;3\n") == [["a", "b", "c"], ["1,5", "2", "3"]])
    #expect(try rows("a;x,b,c\n1;5,2,3\n") == [["a;x", "b", "c"], ["1;5", "2", "3"]])
  }

  @Test("Lines and columns count from 1, over quoted line ends and letters of several bytes")
  func places() throws {
    var scanner = CSVScanner(Array("h,i\n\"ä\nö\",zoë,x\n\nl\n".utf8))
    var fields: [CSVScanner.Field] = []
    func places() -> [[Int]] {
      fields.map { field in
        let (line, column) = scanner.place(ofByte: field.range.lowerBound)
        return [line, column]
      }
    }
    _ = try scanner.next(into: &fields)
    #expect(places() == [[1, 1], [1, 3]])
    _ = try scanner.next(into: &fields)
    // The first field begins behind its quote; the second stands in the next line, behind ö",.
    #expect(scanner.line == 2)
    #expect(places() == [[2, 2], [3, 4], [3, 8]])
    _ = try scanner.next(into: &fields)
    #expect(places() == [[5, 1]])
  }

  @Test("What is written is read back, whatever letters a field holds") func roundTrip() throws {
    let letters = [
      "a", ",", ";", "\"", "\n", "\r", "\r\n", " ", "ä", "漢", "👩‍👩‍👧", "\u{301}", "", "\t",
    ]
    try forEvery(seed: 0..<500) { seed in
      var chance = Generator(seed: seed)
      let width = 1 + chance.index(below: 4)
      func field() -> String {
        (0..<chance.index(below: 5)).map { _ in letters[chance.index(below: letters.count)] }
          .joined()
      }
      let header = (0..<width).map { "column\($0)" }
      let written = (0..<chance.index(below: 6)).map { _ in (0..<width).map { _ in field() } }
      for form in [CSVForm.workspace, .machine] {
        var table = CSVText(form, columns: header)
        for row in written { table.append(row) }
        let read = try rows(table.text).dropFirst()
        // Scalar by scalar, as é and e with an accent are equal texts.
        let isSame =
          read.count == written.count
          && zip(read, written).allSatisfy { row, other in
            row.count == other.count
              && zip(row, other).allSatisfy { $0.unicodeScalars.elementsEqual($1.unicodeScalars) }
          }
        if !isSame { return false }
      }
      return true
    }
  }
}

@Suite struct DecimalsTests {
  @Test("Fixed decimals round halves away from zero and pad with zeros") func fixed() {
    #expect(Decimals.fixed(312.5, 2) == "312.50")
    #expect(Decimals.fixed(0.005, 2) == "0.01")
    #expect(Decimals.fixed(2.5, 0) == "3")
    #expect(Decimals.fixed(-1.25, 1) == "-1.3")
    #expect(Decimals.fixed(-0.001, 2) == "0.00")
    #expect(Decimals.fixed(0.07, 4) == "0.0700")
    #expect(Decimals.fixed(.nan, 2) == "")
  }

  @Test("Short decimals drop what says nothing") func short() {
    #expect(Decimals.short(12, atMost: 4) == "12")
    #expect(Decimals.short(12.5, atMost: 4) == "12.5")
    #expect(Decimals.short(100, atMost: 0) == "100")
    #expect(Decimals.short(0.00004, atMost: 4) == "0")
    #expect(Decimals.short(-0.5, atMost: 4) == "-0.5")
    // Beyond the reach of decimals the noughts of an exponent stay.
    #expect(Decimals.short(1.5e20, atMost: 4) == "1.5e+20")
  }

  @Test("Only plain numbers are read") func read() {
    #expect(Decimals.read("312.5") == 312.5)
    #expect(Decimals.read("-3") == -3)
    #expect(Decimals.read("0.1") == 0.1)
    #expect(Decimals.read("123456789012345") == 123_456_789_012_345)
    for text in [
      "", "-", ".5", "5.", "1e3", "1,5", " 1", "+1", "nan", "inf", "1.2.3", "--1",
      "1234567890123456", "१",
    ] { #expect(Decimals.read(text) == nil, "\(text)") }
  }

  @Test("Reading agrees with the standard library to the last bit") func agreement() {
    forEvery(seed: 0..<5000) { seed in
      var chance = Generator(seed: seed)
      let places = chance.index(below: 8)
      let text = Decimals.fixed(Double(chance.index(below: 10_000_000)) * 0.0137, places)
      return Decimals.read(text) == Double(text)
    }
  }
}

@Suite struct SpellingTests {
  @Test(
    "Letters to insert, delete, change or swap are counted",
    arguments: [
      ("es-voice", "es-voice", 0), ("es-vioce", "es-voice", 1), ("es-voic", "es-voice", 1),
      ("es-voicee", "es-voice", 1), ("es-voise", "es-voice", 1), ("", "abc", 3), ("ca", "abc", 3),
    ])
  func distance(_ first: String, _ second: String, _ expected: Int) {
    #expect(
      Spelling.distance(Array(first.unicodeScalars), Array(second.unicodeScalars)) == expected)
  }

  @Test("Distance is symmetric, and zero only of a word to itself") func laws() {
    forEvery(seed: 0..<300) { seed in
      var chance = Generator(seed: seed)
      func word() -> [Unicode.Scalar] {
        (0..<chance.index(below: 7)).map { _ in ["a", "b", "c"][chance.index(below: 3)] }
      }
      let (first, second) = (word(), word())
      let distance = Spelling.distance(first, second)
      return distance == Spelling.distance(second, first) && (distance == 0) == (first == second)
        && distance >= abs(first.count - second.count) && distance <= max(first.count, second.count)
    }
  }

  @Test("A hint names the nearest word, or the known ones where they are few") func hints() {
    #expect(
      Spelling.hint(for: "dublni", among: ["vienna", "dublin"]) == "did you mean \"dublin\"?")
    #expect(Spelling.hint(for: "oslo", among: ["vienna", "dublin"]) == "known are dublin, vienna")
    #expect(Spelling.hint(for: "oslo", among: []) == "")
    #expect(Spelling.hint(for: "h", among: ["s", "min"]) == "known are min, s")
  }
}

@Suite struct FindingTests {
  @Test("Findings come in order of file and place") func order() {
    let findings = [
      Finding(.error, file: "b.csv", message: "m"),
      Finding(.warning, file: "a.csv", line: 10, message: "m"),
      Finding(.error, file: "a.csv", line: 9, column: 20, message: "m", hint: "h"),
      Finding(.error, file: "a.csv", line: 9, column: 3, message: "m"),
      Finding(.error, file: "a.csv", message: "m"),
    ]
    #expect(
      Findings(findings)?.description == """
        a.csv: error: m
        a.csv:9:3: error: m
        a.csv:9:20: error: m; h
        a.csv:10: warning: m
        b.csv: error: m
        """)
    #expect(Findings([]) == nil)
  }
}

@Suite struct NotationTests {
  /// The value that a text is read as, nil where it is refused.
  func read<Value>(_ notation: Notation<Value>, _ text: String) -> Value? {
    try? notation.read(text)
  }

  @Test("Times in seconds, percentages and money are read with their units") func units() {
    #expect(read(.seconds, "1m30s") == 90)
    #expect(read(.seconds, "0.5h") == 1800)
    for text in ["", "20", "0s", "s", "-5s", "5 s"] { #expect(read(.seconds, text) == nil) }
    #expect(read(.percentage(), "12.5%") == 0.125)
    for text in ["101%", "50", "%", "-1%", "5 %"] { #expect(read(.percentage(), text) == nil) }
    #expect(read(.perHour, "24.5/h") == 24.5)
    for text in ["24.5", "24.5/d", "-1/h", "/h"] { #expect(read(.perHour, text) == nil) }
  }

  @Test("Starts may reach past midnight, and step through their window") func starts() {
    let late = read(.starts, "22:00-25:30/30m")
    #expect(late == StartWindow("22:00-25:30/30m"))
    #expect([late?.first, late?.last, late?.step.count] == [1320, 1530, 30])
    #expect(read(.starts, "06:00")?.last == 360)
    for text in [
      "", "6:00", "24:00", "06:00-05:00/15m", "06:00-07:00", "06:00-07:00/0m", "06:60-07:00/15m",
      "06:00-49:00/1h", "06:00-07:00/15m/15m", "06:00-07:00-08:00/15m",
    ] { #expect(read(.starts, text) == nil, "\(text)") }
  }

  @Test("Opening hours of one day, of days and over the end of the week are read") func opening() {
    let zones = ZoneShelf(ZoneDatabase())
    func days(_ text: String) -> [Weekday]? {
      read(.openingHours(zones), text)?.spans.map(\.weekday)
    }
    #expect(days("sat 09:00-13:00 Etc/UTC") == [.saturday])
    #expect(days("sat-mon 09:00-13:00 Etc/UTC") == [.saturday, .sunday, .monday])
    #expect(days("sunday 22:00-24:00,monday 08:00-09:00 Etc/UTC") == [.sunday, .monday])
    for text in [
      "", "Etc/UTC", "mon 09:00-09:00 Etc/UTC", "mon 9-17 Etc/UTC", "mon,tue 09:00-17:00 Etc/UTC",
      "mon 09:00-17:00, Etc/UTC", "mun 09:00-17:00 Etc/UTC", "mon 24:00-02:00 Etc/UTC",
    ] { #expect(days(text) == nil, "\(text)") }
  }

  @Test("Languages are tags, ids are small letters, digits and hyphens") func words() {
    for text in ["es", "pt-BR", "zh-Hant-TW", "fil"] { #expect(read(.language, text) == text) }
    for text in ["", "e", "español", "es_ES", "es-", "12"] { #expect(read(.language, text) == nil) }
    #expect(read(.identifier, "a-17") == "a-17")
    for text in ["", "A", "a b", "ä", "a.b"] { #expect(read(.identifier, text) == nil) }
  }
}

@Suite struct WeeklyHoursTests {
  func template(
    _ lengths: [Int], days: [Weekday] = [], unpaid: Int = 0
  ) -> ShiftTemplate {
    .init(
      id: "t", firstStart: 480, lastStart: 480, startStep: Minutes(15),
      lengths: lengths.map { Minutes($0) },
      breaks: unpaid == 0
        ? []
        : [
          .init(
            kind: .meal, length: Minutes(unpaid), isPaid: false, earliest: .zero, latest: .zero)
        ], weekdays: days)
  }

  func contract(
    _ hours: Int, days: Int, least: Int? = nil, rest: Weekday? = nil
  ) -> Contract {
    .init(
      id: "c", weekly: .hours(hours), maximumDays: days, minimumDays: least, weeklyRestDay: rest)
  }

  @Test("The nearest sum of shifts to a contract's hours") func nearest() {
    let eight = [template([510], unpaid: 30)]
    #expect(WeeklyHours.nearest(to: contract(40, days: 5), from: eight) == .hours(40))
    // 5 x 8 h = 40 h, 4 x 8 h = 32 h: 36 h are as near to both, and the lower is told.
    #expect(WeeklyHours.nearest(to: contract(36, days: 5), from: eight) == .hours(32))
    // 3 x 10 h + 1 x 6 h.
    #expect(
      WeeklyHours.nearest(to: contract(36, days: 4), from: [template([360, 600])]) == .hours(36))
    // Of less than one shift the nearest is one shift.
    #expect(WeeklyHours.nearest(to: contract(2, days: 5), from: eight) == .hours(8))
    // At least 6 days.
    #expect(WeeklyHours.nearest(to: contract(40, days: 7, least: 6), from: eight) == .hours(48))
  }

  @Test("Shifts of few weekdays and a weekday of rest lessen what can be worked") func weekdays() {
    let weekend = [template([480], days: [.saturday, .sunday])]
    #expect(WeeklyHours.nearest(to: contract(40, days: 5), from: weekend) == .hours(16))
    #expect(
      WeeklyHours.nearest(to: contract(40, days: 5, rest: .sunday), from: weekend) == .hours(8))
    #expect(WeeklyHours.nearest(to: contract(40, days: 5, least: 3), from: weekend) == nil)
    #expect(WeeklyHours.nearest(to: contract(40, days: 5), from: []) == nil)
  }

  @Test("Two templates of different days add up, each day once") func mixture() {
    // Monday 10 h, any day 4 h: 10 + 4 x 4 = 26 on five days, 14 on two.
    let both = [template([600], days: [.monday]), template([240])]
    #expect(WeeklyHours.nearest(to: contract(40, days: 5), from: both) == .hours(26))
    #expect(WeeklyHours.nearest(to: contract(40, days: 2), from: both) == .hours(14))
  }
}

@Suite struct DecimalStyleTests {
  @Test(
    "Numbers with thousands are read by their style",
    arguments: [
      ("1,234", DecimalStyle.point, 1234.0), ("1,234,567.25", .point, 1_234_567.25),
      ("1.234", .comma, 1234), ("1.234.567,25", .comma, 1_234_567.25), ("1'234.5", .point, 1234.5),
      ("1 234,5", .comma, 1234.5), ("1234,5", .comma, 1234.5), ("0,125", .comma, 0.125),
      ("-1.234,5", .comma, -1234.5), ("12", .comma, 12), (" 12 ", .point, 12),
    ])
  func grouped(text: String, style: DecimalStyle, value: Double) {
    let bytes = Array(text.utf8)
    #expect(Decimals.read(bytes, bytes.indices, style: style) == value)
  }

  @Test(
    "What is no number of a style is refused",
    arguments: [
      ("1,23", DecimalStyle.point), ("12,34,567", .point), ("1234,567", .point),
      ("1,234'567", .point),
      ("1.2.3", .comma), ("1,2,3", .comma), (",5", .comma), ("5,", .comma), ("", .point),
      (" ", .point),
      ("1e3", .point), ("--1", .point), ("1.234.", .comma), ("'1", .point), ("1''234", .point),
    ])
  func refused(text: String, style: DecimalStyle) {
    let bytes = Array(text.utf8)
    // An apostrophe before a number is a blank's, and does not count.
    #expect(Decimals.read(bytes, bytes.indices, style: style) == (text == "'1" ? 1 : nil))
  }

  @Test("One number may show the style of its file")
  func evidence() {
    func evidence(_ text: String) -> Decimals.Evidence {
      let bytes = Array(text.utf8)
      return Decimals.evidence(bytes, bytes.indices)
    }
    for text in ["12", "", "x", "1 234", "1.2.3,4,5"] { #expect(evidence(text) == .none) }
    for text in ["1.5", "0.125", "1234.567", "1,234.5", "1,234,567"] {
      #expect(evidence(text) == .style(.point), "\(text)")
    }
    for text in ["1,5", "0,125", "1234,567", "1.234,5", "1.234.567"] {
      #expect(evidence(text) == .style(.comma), "\(text)")
    }
    for text in ["1.234", "12,345", "-1.234"] { #expect(evidence(text) == .ambiguous, "\(text)") }
  }

  @Test("Whole numbers written with thousands are read back, and show no other style")
  func roundTrip() {
    forEvery(seed: 0..<500) { seed in
      var chance = Generator(seed: seed)
      let value = chance.index(below: 1_000_000_000)
      let style = DecimalStyle.allCases[chance.index(below: 2)]
      var digits = String(value)
      var groups: [Substring] = []
      while digits.count > 3 {
        groups.insert(Substring(digits.suffix(3)), at: 0)
        digits.removeLast(3)
      }
      groups.insert(Substring(digits), at: 0)
      let text = groups.joined(separator: style == .point ? "," : ".")
      let bytes = Array(text.utf8)
      guard Decimals.read(bytes, bytes.indices, style: style) == Double(value) else { return false }
      switch Decimals.evidence(bytes, bytes.indices) {
      case .none: return groups.count == 1
      case .ambiguous: return groups.count == 2
      case .style(let shown): return groups.count > 2 && shown == style
      }
    }
  }

  @Test(
    "Times as clocks",
    arguments: [
      ("0:05:12", 312.0), ("5:12", 312), ("120:00:00", 432_000), ("62:03", 3723), ("0:60", nil),
      ("1:60:00", nil), ("12", nil), ("1:2:3:4", nil), (":30", nil), ("", nil), ("1:-2", nil),
    ] as [(String, Double?)])
  func clocks(text: String, seconds: Double?) {
    let bytes = Array(text.utf8)
    #expect(Decimals.clockSeconds(bytes, bytes.indices) == seconds)
  }
}

@Suite struct SourceNamesTests {
  @Test("Sources are numbered at first sight, whatever bytes their fields share") func numbers()
    throws
  {
    var names = SourceNames()
    func number(_ line: String) throws -> (number: Int, isNew: Bool) {
      var scanner = CSVScanner(Array(line.utf8))
      var fields: [CSVScanner.Field] = []
      _ = try scanner.next(into: &fields)
      let number = names.number(of: fields, at: [0, 1], in: scanner.bytes)
      return try #require(number)
    }
    let first = try number("a,bc,1")
    #expect(first == (0, true))
    // The fields differ although their bytes in a row are the same.
    #expect(try number("ab,c,1") == (1, true))
    #expect(try number("a,bc,2") == (0, false))
    #expect(try number("a,,2") == (2, true))
    #expect(try number(",a,2") == (3, true))
    for index in 0..<3000 { #expect(try number("n\(index),x,1") == (4 + index, true)) }
    for index in 0..<3000 { #expect(try number("n\(index),x,1") == (4 + index, false)) }
    #expect(try number("ab,c,9") == (1, false))
  }
}
