import Testing
import Timeline

@Suite("LocalTime")
struct LocalTimeTests {
  @Test("Every minute of a day is printed and read back")
  func text() throws {
    for minutes in 0...1440 {
      let time = LocalTime(minutes: minutes)
      #expect(LocalTime(time.description) == time)
    }
    #expect(LocalTime(minutes: 425).description == "07:05")
    #expect(LocalTime.endOfDay.description == "24:00")
    #expect(LocalTime("07:05:00") == LocalTime(minutes: 425))
  }

  @Test("Other texts are not times of day", arguments: ["", "7:05", "24:01", "07:05:30", "07:05 "])
  func badText(text: String) {
    #expect(LocalTime(text) == nil)
    #expect(throws: DecodingError.self) { try fromJSON([LocalTime].self, "[\"\(text)\"]") }
  }

  @Test("Files hold a time as text")
  func coding() throws {
    #expect(try fromJSON([LocalTime].self, #"["22:00"]"#) == [LocalTime(minutes: 1320)])
    #expect(try throughJSON([LocalTime.endOfDay]) == [.endOfDay])
  }

  @Test("A time after 24:00 is a mistake of the program")
  func precondition() async {
    await #expect(processExitsWith: .failure) { _ = LocalTime(minutes: 1441) }
  }
}
