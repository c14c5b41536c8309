import Statistics
import TestSupport
import Testing
import Timeline

@Suite("Minutes")
struct MinutesTests {
  @Test(
    "Lengths read as planners write them",
    arguments: [
      ("8h30m", 510), ("45m", 45), ("11h", 660), ("2d", 2880), ("4w", 40_320), ("1w2d3h4m", 13_144),
      ("90m", 90), ("0m", 0), ("999999w", 10_079_989_920),
    ])
  func parsed(text: String, count: Int) {
    // 1w2d3h4m: 10,080 + 2,880 + 180 + 4 minutes.
    #expect(Minutes(text)?.count == count)
  }

  @Test(
    "Other texts are not lengths",
    arguments: [
      "", "m", "8", "8h30", "h30m", "30m8h", "1h1h", "8 h", "-30m", "+30m", "8.5h", "8H",
      "1000000m",
      "99999999999999999999m", "8h30mm", "８h", "8h\u{0}",
    ])
  func refused(text: String) {
    #expect(Minutes(text) == nil)
  }

  @Test("What is printed is read back")
  func roundTrip() {
    forEvery(seed: 0..<500) { seed in
      var generator = Generator(seed: seed)
      let length = Minutes(generator.index(below: 100_000))
      return Minutes(length.description) == length
    }
  }

  @Test("Lengths are printed in hours and minutes")
  func printed() {
    #expect(Minutes(510).description == "8h30m")
    #expect(Minutes(45).description == "45m")
    #expect(Minutes(660).description == "11h")
    #expect(Minutes.zero.description == "0m")
    #expect(Minutes(-75).description == "-1h15m")
    // 2^63 minutes are 153,722,867,280,912,930 hours and 8 minutes.
    #expect(Minutes(.min).description == "-153722867280912930h8m")
  }

  @Test("Lengths are reckoned like numbers and kept as numbers in files")
  func arithmetic() throws {
    #expect(Minutes.hours(8) + Minutes(30) - Minutes(510) == .zero)
    #expect(3 * Minutes.days(1) == .hours(72))
    #expect(Minutes(90).hours == 1.5)
    #expect(Minutes(5) < Minutes(6))
    #expect(try throughJSON([Minutes(510)]) == [Minutes(510)])
    #expect(try fromJSON([Minutes].self, "[510]") == [Minutes(510)])
  }
}
