import Statistics
import TestSupport
import Testing
import Timeline

@testable import Exchange

@Suite struct CSVTextTests {
  /// The rows that our reader finds.
  static func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var scanner = CSVScanner(bytes)
    var fields: [CSVScanner.Field] = []
    var rows: [[String]] = []
    while try scanner.next(into: &fields) { rows.append(fields.map { scanner.text($0) }) }
    return rows
  }

  func text(_ form: CSVForm, _ write: (inout CSVText) -> Void) -> String {
    var table = CSVText(form, columns: ["a", "b"])
    write(&table)
    table.endRow()
    return String(decoding: table.bytes, as: UTF8.self)
  }

  @Test("A form has its separator, line ends and byte order mark") func forms() {
    func rows(_ form: CSVForm) -> String {
      text(form) { table in
        table.add("x,y|z")
        table.add(-12)
      }
    }
    #expect(rows(.machine) == "a,b\r\n\"x,y|z\",-12\r\n")
    #expect(rows(.excel) == "\u{FEFF}a,b\r\n\"x,y|z\",-12\r\n")
    #expect(
      rows(CSVForm(separator: .pipe, lineEnd: .lf)) == "a|b\n\"x,y|z\"|-12\n")
  }

  @Test("Texts that look like formulas are guarded where a spreadsheet may see them; numbers never")
  func guarding() {
    func row(_ form: CSVForm, _ name: String) -> String {
      text(form) { table in
        table.add(name)
        table.add(-3)
      }
      .replacing("\u{FEFF}", with: "")
    }
    #expect(row(.machine, "=1") == "a,b\r\n=1,-3\r\n")
    #expect(row(.guarded, "=1") == "a,b\r\n'=1,-3\r\n")
    #expect(row(.excel, "=A1,\"x\"") == "a,b\r\n\"'=A1,\"\"x\"\"\",-3\r\n")
    #expect(row(.guarded, "'Tis") == "a,b\r\n'Tis,-3\r\n")
    // What looks guarded would lose its apostrophe to our readers, whatever the form.
    #expect(row(.machine, "'=1") == "a,b\r\n''=1,-3\r\n")
    #expect(row(.guarded, "'=1") == "a,b\r\n''=1,-3\r\n")
  }

  @Test("Dates and times have the forms that other programs read") func dates() throws {
    let day = try #require(LocalDay("2026-12-07"))
    func cells(_ clock: CSVText.ClockForm, at minutes: Int) -> String {
      var table = CSVText()
      table.add(timeOf: LocalReading(day, LocalTime(minutes: minutes)), clock)
      return table.text
    }
    #expect(cells(.minutes, at: 7 * 60 + 5) == "07:05")
    #expect(cells(.seconds, at: 17 * 60 + 5) == "17:05:00")
    #expect(cells(.halves, at: 0) == "12:00 AM")
    #expect(cells(.halves, at: 11 * 60 + 59) == "11:59 AM")
    #expect(cells(.halves, at: 12 * 60) == "12:00 PM")
    #expect(cells(.halfSeconds, at: 23 * 60 + 30) == "11:30:00 PM")

    var table = CSVText(.machine, columns: ["x"])
    table.add(day)
    table.add(day, .american)
    table.add(day, .compact)
    table.add(LocalReading(day, LocalTime(minutes: 485)), .minutes)
    table.add(LocalReading(day: day, secondOfDay: 29_107))
    table.add(try #require(Instant("2026-12-07T07:05:09Z")))
    table.add(offset: 19_800)
    table.add(offset: -12_600)
    table.add(offset: -2_670)
    #expect(
      String(decoding: table.bytes, as: UTF8.self)
        == "x\r\n2026-12-07,12/07/2026,12072026,2026-12-07T08:05,2026-12-07T08:05:07,"
        + "2026-12-07T07:05:09Z,+05:30,-03:30,-00:44:30")
  }

  @Test("A row of one empty cell is no blank line, which readers skip") func emptyRow() throws {
    var table = CSVText(columns: ["x"])
    table.append([""])
    table.addEmpty()
    table.endRow()
    table.append(["", ""])
    #expect(table.text == "x\n\"\"\n\"\"\n,\n")
  }

  @Test("Moments of one day and of the next have their own dates") func changingDays() throws {
    var table = CSVText(columns: ["start"])
    for seconds in [0, 86_399, 86_400, 3600, -1] {
      table.add(Instant(seconds: seconds))
      table.endRow()
    }
    #expect(
      try CSVTextTests.rows(table.bytes).dropFirst().map { $0[0] } == [
        "1970-01-01T00:00:00Z", "1970-01-01T23:59:59Z", "1970-01-02T00:00:00Z",
        "1970-01-01T01:00:00Z", "1969-12-31T23:59:59Z",
      ])
  }

  @Test("Whatever a text holds, our reader gives it back from every preset's form")
  func roundTrip() throws {
    let letters = [
      "=", "+", "-", "@", "'", "\t", "\r", "\n", "\0", "＝", "＠", "a", ",", ";", "|", "\"", " ",
      "ß", "می\u{200C}خواهد", "👩‍👩‍👧",
    ]
    // The reader knows commas and semicolons; the law for pipes is Python's to judge.
    let forms = TablePreset.all.map(\.form).filter { $0.separator == .comma }
    #expect(forms.count == 6)
    try forEvery(seed: 0..<2000) { seed in
      var chance = Generator(seed: seed)
      let written = (0..<3).map { _ in
        (0..<chance.index(below: 5)).map { _ in letters[chance.index(below: letters.count)] }
          .joined()
      }
      return try forms.allSatisfy { form in
        var table = CSVText(form, columns: ["x", "y", "z"])
        for text in written { table.add(text) }
        table.endRow()
        let read = try CSVTextTests.rows(table.bytes)
        // Scalar by scalar, as texts that look alike are equal to Swift. A row of empty fields is a row.
        return read.count == 2 && read[1].count == 3
          && zip(read[1], written).allSatisfy {
            $0.unicodeScalars.elementsEqual($1.unicodeScalars)
          }
      }
    }
  }
}
