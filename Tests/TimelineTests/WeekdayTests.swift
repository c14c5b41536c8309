import Testing
import Timeline

@Suite("Weekday")
struct WeekdayTests {
  @Test("Weekdays are counted from Monday, 1, to Sunday, 7")
  func numbers() {
    #expect(Weekday.allCases.map(\.number) == Array(1...7))
  }

  @Test("A weekday is read from its name or three letters", arguments: Weekday.allCases)
  func text(day: Weekday) {
    #expect(Weekday(day.abbreviation) == day)
    #expect(Weekday(day.rawValue) == day)
    #expect(day.abbreviation.utf8.count == 3)
  }

  @Test("Other texts are not weekdays", arguments: ["", "mo", "Mon", "mond", "monday ", "1"])
  func refused(text: String) {
    #expect(Weekday(text) == nil)
  }
}
