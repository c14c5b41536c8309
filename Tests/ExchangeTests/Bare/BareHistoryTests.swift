import Exchange
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Bare histories")
struct BareHistoryTests {
  private func read(
    _ text: String, series: String? = nil, zone: String? = nil, holidays: String? = nil,
    duplicates: BareOrder.Duplicates = .refuse
  ) throws -> BareHistory {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "calls.csv")
    if let holidays { try folder.write(holidays, to: "days.csv") }
    return try BareHistory.read(
      BareOrder(
        file: folder.path("calls.csv"), series: series, zone: try zone.map { try Worlds.zone($0) },
        holidays: holidays.map { _ in folder.path("days.csv") }, duplicates: duplicates))
  }

  /// The findings of a file that cannot be read, without its folder.
  private func findings(
    _ text: String, series: String? = nil, zone: String? = nil, holidays: String? = nil
  ) throws -> [String] {
    do {
      _ = try read(text, series: series, zone: zone, holidays: holidays)
      return []
    } catch let findings as Findings {
      return findings.list.map { finding in
        let place = [finding.line, finding.column].compactMap { $0.map { "\($0):" } }.joined()
        return "\(place) \(finding.message); \(finding.hint)"
      }
    }
  }

  private func readings(_ history: BareHistory) -> [String] {
    history.series.readings.map { reading in
      "\(LocalReading(day: reading.day, secondOfDay: 60 * reading.minute)) \(reading.volume)"
    }
  }

  @Test("Columns stand in any order, others are ignored, and empty volumes are not observed")
  func columns() throws {
    let history = try read(
      """
      note,volume,series,timestamp_local
      x,3,a,2026-12-07T08:00:00
      x,,a,2026-12-07 08:30
      "x, y",2.5,a,2026-12-07T07:30:00

      """)
    #expect(
      readings(history) == ["2026-12-07 07:30 2.5", "2026-12-07 08:00 3.0"])
    #expect(history.series.slot == Minutes(30))
    #expect(history.series.name == "a")
    #expect(history.series.zone == .utc)
    #expect(history.end == Instant("2026-12-07T08:30:00Z"))
  }

  @Test("A file of one series needs no column for it, and is called like the file")
  func withoutSeries() throws {
    let history = try read("timestamp_local,volume\n2026-12-07,1\n2026-12-08,2\n")
    #expect(history.series.name == "calls")
    #expect(history.series.slot == .days(1))
    #expect(history.end == Instant("2026-12-09T00:00:00Z"))
  }

  @Test("Of several series one is read; without a name, or with a wrong one, all are listed")
  func severalSeries() throws {
    let text = "timestamp_local,series,volume\n2026-12-07,a,1\n2026-12-07,b,9\n2026-12-08,b,8\n"
    #expect(
      readings(try read(text, series: "b")) == ["2026-12-07 00:00 9.0", "2026-12-08 00:00 8.0"])
    #expect(
      try findings(text) == [" the file has several series: a, b; name one with --series"])
    #expect(
      try findings(text, series: "nope") == [" there is no series \"nope\"; the file has a, b; "])
  }

  @Test("The length of slots is found from the stamps", arguments: [5, 10, 15, 30, 60])
  func slots(minutes: Int) throws {
    var text = "timestamp_local,volume\n"
    for index in 0..<24 {
      let reading = LocalReading(day: Worlds.monday, secondOfDay: 25_200 + 60 * minutes * index)
      text += "\(reading),\(index)\n"
    }
    #expect(try read(text).series.slot == Minutes(minutes))
  }

  @Test("Stamps that keep no length of slots, or one that lies beside them, are findings")
  func strangeSlots() throws {
    #expect(
      try findings("timestamp_local,volume\n2026-12-07T00:20,1\n2026-12-07T00:40,1\n")
        == [
          " the stamps are 20 minutes apart, which is no length of slots; "
            + "sum them up to 5, 10, 15, 30 or 60 minutes, or to days"
        ])
    var text = "timestamp_local,volume\n"
    for index in 0..<100 {
      text += "\(LocalReading(day: Worlds.monday, secondOfDay: 3600 * index)),1\n"
    }
    text += "2026-12-20T07:03,1\n"
    #expect(
      try findings(text)
        == [
          "102: 2026-12-20 07:03 lies beside the slots of 60 minutes that the file has; "
            + "mend the stamp, or leave the row out"
        ])
  }

  @Test(
    "Moments become readings: the autumn hour of both passes is averaged, the spring one absent")
  func melbourne() throws {
    // Melbourne puts its clock forward on 2016-10-02 at 02:00 (16:00Z), back on 2016-04-03 at 03:00.
    let autumn = try read(
      """
      timestamp_utc,volume
      2016-04-02T14:00:00Z,1
      2016-04-02T15:00:00Z,2
      2016-04-02T16:00:00Z,6
      2016-04-02T17:00:00Z,4

      """, zone: "Australia/Melbourne")
    // 01:00, 02:00 daylight time (2), 02:00 standard time (6), 03:00: (2 + 6) / 2 = 4.
    #expect(
      readings(autumn) == ["2016-04-03 01:00 1.0", "2016-04-03 02:00 4.0", "2016-04-03 03:00 4.0"])
    let spring = try read(
      "timestamp_utc,volume\n2016-10-01T15:00Z,1\n2016-10-02T03:00:00+11:00,2\n",
      zone: "Australia/Melbourne")
    #expect(readings(spring) == ["2016-10-02 01:00 1.0", "2016-10-02 03:00 2.0"])
    #expect(spring.end == Instant("2016-10-01T17:00:00Z"))
  }

  @Test(
    "Of a wall clock, two rows of the repeated hour are averaged and skipped hours dropped once")
  func vienna() throws {
    let history = try read(
      """
      timestamp_local,volume
      2026-03-29T01:00,1
      2026-03-29T02:00,2
      2026-03-29T03:00,3
      2026-10-25T02:00,4
      2026-10-25T02:00,8

      """, zone: "Europe/Vienna")
    #expect(
      readings(history) == ["2026-03-29 01:00 1.0", "2026-03-29 03:00 3.0", "2026-10-25 02:00 6.0"])
    #expect(history.warnings.map(\.line) == [3])
    #expect(
      history.warnings.first?.message
        == "1 row of an hour that the clock of Europe/Vienna skips is left out")
  }

  @Test("Moments want a clock")
  func momentsWithoutZone() throws {
    #expect(
      try findings("timestamp_utc,volume\n2026-12-07T00:00Z,1\n2026-12-07T01:00Z,1\n")
        == [
          "2: the stamps are moments of absolute time; name the clock by which people call with "
            + "--zone, such as --zone Europe/Vienna"
        ])
  }

  @Test("Midnights of Greenwich are dates, and midnights of a zone are its days")
  func dailyMoments() throws {
    let dates = try read(
      "timestamp_utc,volume\n2026-03-28T00:00Z,1\n2026-03-29T00:00Z,2\n2026-03-30T00:00Z,3\n",
      zone: "America/New_York")
    #expect(
      dates.series.readings.map { "\($0.day)" } == ["2026-03-28", "2026-03-29", "2026-03-30"])
    // Midnights in Vienna, 23 hours apart over the change.
    let midnights = try read(
      "timestamp_utc,volume\n2026-03-28T23:00Z,1\n2026-03-29T22:00Z,2\n", zone: "Europe/Vienna")
    #expect(midnights.series.readings.map { "\($0.day)" } == ["2026-03-29", "2026-03-30"])
    #expect(midnights.series.slot == .days(1))
  }

  @Test(
    "Two rows of a slot are findings with both lines, unless it is said what they mean",
    arguments: [
      (BareOrder.Duplicates.sum, 5.0), (.mean, 2.5), (.last, 1.0),
    ])
  func duplicates(meaning: BareOrder.Duplicates, volume: Double) throws {
    let text = """
      timestamp_local,volume
      2026-12-07T09:00,7
      2026-12-07T08:00,4
      2026-12-07T08:00,1

      """
    #expect(
      try findings(text) == [
        "4: 2026-12-07 08:00 is already in line 3; keep one of the two rows, or write --duplicates "
          + "sum, mean or last"
      ])
    let readings = try read(text, duplicates: meaning).series.readings
    #expect(readings.map(\.volume) == [volume, 7])
  }

  @Test(
    "A bad field is found with its line and column",
    arguments: [
      ("2026-12-07T08:00,-1", "3:18: the volume is -1, and a count is never negative"),
      ("2026-12-07T08:00,many", "3:18: the volume is \"many\""),
      ("2026-12-07T08:00,NaN", "3:18: the volume is \"NaN\""),
      ("2026-12-07T08:00,inf", "3:18: the volume is \"inf\""),
      ("2026-12-07T08:00,1e999", "3:18: the volume is \"1e999\""),
      ("2026-02-30T08:00,1", "3:1: \"2026-02-30T08:00\" is no date and time"),
      ("07.12.2026 08:00,1", "3:1: \"07.12.2026 08:00\" is no date and time"),
      ("2026-12-07T08:00:30,1", "3:1: \"2026-12-07T08:00:30\" has seconds"),
      ("2026-12-07T08:00", "3: the row has 1 fields, the header has 2"),
      ("\"2026-12-07T08:00,1", "3:1: the quote that opens here is never closed"),
    ])
  func badFields(row: String, finding: String) throws {
    let found = try findings("timestamp_local,volume\n2026-12-07T07:00,1\n\(row)\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(finding) == true, "it says: \(found)")
  }

  @Test("Numbers as programs write them are read: fractions of 17 digits and exponents")
  func longNumbers() throws {
    let history = try read(
      "timestamp_local,volume\n2026-12-07,0.30000000000000004\n2026-12-08,1.5e-07\n")
    #expect(history.series.readings.map(\.volume) == [0.30000000000000004, 1.5e-07])
  }

  @Test("Of many faults the first ten are told, and how many more there are")
  func manyFaults() throws {
    var text = "timestamp_local,volume\n"
    for hour in 10..<24 { text += "2026-12-07T\(hour):00,x\n" }
    let found = try findings(text)
    #expect(found.count == 11)
    #expect(found.contains { $0.hasPrefix(" 4 more findings of this kind in the file") })
  }

  @Test(
    "A file without header, rows or volumes says so",
    arguments: [
      ("", "1: the file is empty"),
      ("2026-12-07T07:00,a,1\n", "1: the file has no header: its first line is a row"),
      (
        "step,series,value\n1,a,2\n",
        "1: the header lacks the columns timestamp_local or timestamp_utc and volume"
      ),
      ("timestamp_local,volume\n", " the file has no rows"),
      ("timestamp_local,volume\n2026-12-07,\n", " no row has a volume"),
      ("volume,timestamp_local,volume\n", "1: the column \"volume\" occurs twice"),
    ])
  func emptyFiles(text: String, finding: String) throws {
    let found = try findings(text)
    #expect(found.first?.hasPrefix(finding) == true, "it says: \(found)")
  }

  @Test("Holidays are read by date and name; a bad date is found in their file")
  func holidays() throws {
    let days = "name,date,more\nChristmas,2026-12-25,x\n"
    let text = "timestamp_local,volume\n2026-12-07,1\n2026-12-08,1\n"
    let history = try read(text, holidays: days)
    #expect(
      history.series.holidays.holidays.map { "\($0.day) \($0.name)" } == ["2026-12-25 Christmas"])
    #expect(
      try findings(text, holidays: "date,name\n25.12.2026,Christmas\n")
        == ["2: \"25.12.2026\" is no date; write it as 2026-12-25"])
  }

  @Test("Rows in any order give the same history")
  func anyOrder() throws {
    let rows = (0..<100).map { "\(LocalReading(day: Worlds.monday, secondOfDay: 1800 * $0)),\($0)" }
    let sorted = try read("timestamp_local,volume\n" + rows.joined(separator: "\n"))
    for seed in 0..<20 {
      var generator = Generator(seed: UInt64(seed))
      let shuffled = rows.shuffled(using: &generator)
      let history = try read("timestamp_local,volume\n" + shuffled.joined(separator: "\n"))
      #expect(history.series == sorted.series, "seed \(seed)")
    }
  }
}
