import Testing

@testable import Timeline

@Suite("Int for calendars")
struct IntCalendarTests {
  @Test("Division rounds towards minus infinity, and quotient and remainder fit together")
  func floored() {
    #expect((-1).flooredQuotient(by: 86_400) == -1)
    #expect((-1).flooredRemainder(by: 86_400) == 86_399)
    #expect((-86_400).flooredQuotient(by: 86_400) == -1)
    for number in -1000...1000 {
      let quotient = number.flooredQuotient(by: 7)
      let remainder = number.flooredRemainder(by: 7)
      #expect(7 * quotient + remainder == number && (0..<7).contains(remainder))
    }
  }

  @Test("Numbers are padded with zeros after their sign")
  func padded() {
    #expect(7.padded(to: 2) == "07")
    #expect(2026.padded(to: 2) == "2026")
    #expect((-44).padded(to: 4) == "-0044")
    #expect(Int.min.padded(to: 4) == "-9223372036854775808")
  }
}
