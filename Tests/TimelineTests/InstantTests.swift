import Statistics
import TestSupport
import Testing
import Timeline

@Suite("Instant")
struct InstantTests {
  @Test(
    "ISO 8601 with Z or an offset is read",
    arguments: [
      "2026-12-07T07:00:00Z", "2026-12-07T07:00Z", "2026-12-07 07:00Z", "2026-12-07T08:00:00+01:00",
      "2026-12-07T08:00+0100", "2026-12-07T08:00+01", "2026-12-07T12:45:00.999+05:45",
      "2026-12-06T20:00-11:00", "2026-12-07T07:00:00.5Z",
    ])
  func parsed(text: String) {
    // 20,794 days and 7 hours after 1970-01-01.
    let expected = Instant(seconds: 20_794 * 86_400 + 7 * 3600)
    #expect(Instant(text) == expected)
  }

  @Test(
    "Other texts are not moments",
    arguments: [
      "", "2026-12-07", "2026-12-07T07:00:00", "2026-12-07T07:00:00Z ", "2026-12-07T07:00:00+1",
      "2026-12-07T07:00:00 Z", "2026-12-07T24:01Z", "2026-02-29T07:00Z", "07:00Z",
      "2026-12-07T07:00:00z", "2026-12-06T31:00Z", "99999-12-07T07:00:00Z",
      "2026-12-07T07:00:00+99:00",
    ])
  func refused(text: String) {
    #expect(Instant(text) == nil)
    #expect(throws: DecodingError.self) { try fromJSON([Instant].self, "[\"\(text)\"]") }
  }

  @Test("What is printed is read back, in the years 0 to 9999")
  func roundTrip() {
    forEvery(seed: 0..<2000) { seed in
      var generator = Generator(seed: seed)
      // 0000-01-01 is 62,167,219,200 s before 1970, 10000-01-01 is 253,402,300,800 s after it.
      let second = generator.index(below: 62_167_219_200 + 253_402_300_800) - 62_167_219_200
      let instant = Instant(seconds: second)
      return Instant(instant.description) == instant
    }
  }

  @Test("The furthest moments are printed too")
  func extremes() {
    #expect(Instant(seconds: 0).description == "1970-01-01T00:00:00Z")
    #expect(Instant(seconds: -1).description == "1969-12-31T23:59:59Z")
    // The end of 64-bit time is well known for its date, 292,277,026,596-12-04.
    #expect(Instant(seconds: .max).description == "292277026596-12-04T15:30:07Z")
    #expect(Instant(seconds: .min).description == "-292277022657-01-27T08:29:52Z")
  }

  @Test("Minutes between moments are rounded towards the past")
  func arithmetic() {
    let start = Instant(seconds: 1000)
    #expect(start + Minutes(2) == Instant(seconds: 1120))
    #expect(start - Minutes(2) == Instant(seconds: 880))
    #expect(Instant(seconds: 1119) - start == Minutes(1))
    #expect(start - Instant(seconds: 1001) == Minutes(-1))
  }

  @Test("Files hold a moment as text")
  func coding() throws {
    let instant = try moment("2026-12-07T07:00:00Z")
    #expect(try fromJSON([Instant].self, #"["2026-12-07T08:00:00+01:00"]"#) == [instant])
    #expect(try throughJSON([instant]) == [instant])
  }
}
