import Testing

@testable import Holidays

@Suite("The world's holidays")
struct WorldHolidaysTests {
  @Test("The table is in the program")
  func tableIsThere() {
    #expect(WorldHolidays.bytes.first == UInt8(ascii: "#"))
  }
}
