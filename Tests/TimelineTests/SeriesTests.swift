import Testing
import Timeline

@Suite("Series")
struct SeriesTests {
  private let grid = Grid(start: Instant(seconds: 0), slot: Minutes(15), count: 3)

  @Test("A value is read and set by its slot")
  func values() {
    var series = Series(grid: grid, repeating: 0)
    series[1] = 7
    #expect(series.values == [0, 7, 0])
    #expect(series[1] == 7)
  }

  @Test("A series goes through a file, and a file with a value too few does not")
  func coding() throws {
    let series = Series(grid: grid, values: [1, 2, 3])
    #expect(try throughJSON(series) == series)
    let short = """
      {"grid": {"start": "1970-01-01T00:00:00Z", "slot": 15, "count": 3}, "values": [1, 2]}
      """
    #expect(throws: DecodingError.self) { try fromJSON(Series<Int>.self, short) }
  }
}
