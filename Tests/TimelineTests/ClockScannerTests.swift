import Testing
import Timeline

@Suite("ClockScanner")
struct ClockScannerTests {
  @Test("Parts are read one after the other from any run of bytes")
  func parts() {
    let row = Array("queue;2026-12-07 07:05:09+01:00;12".utf8)
    var scanner = ClockScanner(row[6..<31])
    #expect(scanner.day() == LocalDay(year: 2026, month: 12, day: 7))
    #expect(!scanner.isAtEnd)

    scanner = ClockScanner(row[6..<31])
    // 7 h, 5 min and 9 s are 25,509 s.
    #expect(scanner.localReading()?.secondOfDay == 25_509)
    #expect(scanner.offset() == 3600)
    #expect(scanner.isAtEnd)
  }

  @Test(
    "Offsets are east of Greenwich, in three spellings",
    arguments: [
      ("Z", 0), ("+01:00", 3600), ("-0330", -12_600), ("+05", 18_000), ("+05:45", 20_700),
      ("-00:00", 0), ("+23:59", 86_340),
    ])
  func offsets(text: String, seconds: Int) {
    var scanner = ClockScanner(text.utf8)
    #expect(scanner.offset() == seconds)
    #expect(scanner.isAtEnd)
  }

  @Test(
    "Other offsets are refused", arguments: ["", "z", "01:00", "+1", "+24:00", "+01:60", "+01:"])
  func badOffsets(text: String) {
    var scanner = ClockScanner(text.utf8)
    #expect(scanner.offset() == nil)
  }

  @Test(
    "Times reach from 00:00 to 24:00, seconds and fraction at will",
    arguments: [
      ("00:00", 0), ("24:00", 86_400), ("23:59:59", 86_399), ("07:05:00.250", 25_500),
      ("24:00:00", 86_400),
    ])
  func times(text: String, second: Int) {
    var scanner = ClockScanner(text.utf8)
    #expect(scanner.secondOfDay() == second)
    #expect(scanner.isAtEnd)
  }

  @Test(
    "Other times are refused",
    arguments: [
      "", "7:05", "07", "07:", "07:60", "24:01", "24:00:01", "25:00", "07:05:60", "07:05:",
    ]
      + ["07:05:00.", "0７:05", "-7:05"])
  func badTimes(text: String) {
    var scanner = ClockScanner(text.utf8)
    #expect(scanner.secondOfDay() == nil)
  }
}
