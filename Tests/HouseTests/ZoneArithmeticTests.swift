import TestSupport
import Testing

@Suite("Zone arithmetic is our own")
struct ZoneArithmeticTests {
  /// Foundation's zones and calendars, whose rules are frozen into the toolchain, by their use in code.
  private func usesFoundation(_ line: Substring) -> Bool {
    let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
    return code.contains(/\b(TimeZone|Calendar)\s*[(.]|\bDateFormatter\b|\bISO8601DateFormatter\b/)
      || code.contains(/\b(DateComponents|ISO8601FormatStyle)\b|\blocaltime_r\b|\bmktime\b/)
  }

  @Test("No source uses Foundation's time zones, calendars or their formatters")
  func sources() throws {
    let folder = "\(House.root)/Sources"
    for file in try House.files(under: folder, ending: ".swift") {
      let lines = try House.text("\(folder)/\(file)").split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where usesFoundation(line) {
        Issue.record("Sources/\(file):\(index + 1) uses Foundation's: \(line)")
      }
    }
  }

  @Test("A use would be seen, a word of our own is none")
  func detection() {
    let uses = [
      "let zone = TimeZone(identifier: name)", "Calendar.current",
      "let c = Calendar(identifier: .iso8601)",
      "var f = DateFormatter()", "x(TimeZone.gmt)", "ISO8601DateFormatter()",
    ]
    for use in uses { #expect(usesFoundation(use[...]), "\(use)") }
    for own in [
      "HolidayCalendar([])", "AgentCalendar.uid(of: shift)", "// TimeZone(…) is frozen",
      "let calendar = calendar(x)",
    ] {
      #expect(!usesFoundation(own[...]), "\(own)")
    }
  }
}
