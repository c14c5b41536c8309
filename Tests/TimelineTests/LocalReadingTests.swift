import Testing
import Timeline

@Suite("LocalReading")
struct LocalReadingTests {
  @Test("24:00 and later times of a day reach into the next ones")
  func carry() throws {
    let day = try date("2026-12-31")
    #expect(LocalReading(day, .endOfDay) == LocalReading(day + 1, .midnight))
    #expect(LocalReading(day, .endOfDay).time == .midnight)
    // 25:30 of the last day of the year is 01:30 of the first.
    let late = LocalReading(day: day, secondOfDay: 25 * 3600 + 1800)
    #expect(late.description == "2027-01-01 01:30")
    #expect(LocalReading(day: day, secondOfDay: -1).description == "2026-12-30 23:59")
  }

  @Test("Day and second of the day make up the reading, also before 1970")
  func parts() {
    for seconds in stride(from: -300_000_000, to: 300_000_000, by: 1_234_567) {
      let reading = LocalReading(secondsSince1970: seconds)
      #expect((0..<86_400).contains(reading.secondOfDay))
      #expect(LocalReading(day: reading.day, secondOfDay: reading.secondOfDay) == reading)
      #expect(reading < LocalReading(secondsSince1970: seconds + 1))
    }
  }

  @Test("A stamp without zone is read with T or a blank")
  func text() throws {
    let expected = LocalReading(try date("2026-12-07"), LocalTime(minutes: 425))
    for text in ["2026-12-07T07:05", "2026-12-07 07:05", "2026-12-07 07:05:00"] {
      #expect(LocalReading(text) == expected)
    }
    #expect(try reading("2026-12-07 24:00") == reading("2026-12-08 00:00"))
    for text in ["", "2026-12-07", "2026-12-07_07:05", "2026-12-07T07:05Z", "2026-12-07T07:05 "] {
      #expect(LocalReading(text) == nil)
    }
  }
}
