import Statistics
import TestSupport
import Testing
import Timeline

@Suite("Grid")
struct GridTests {
  @Test("Slots tile the grid, and each moment finds its slot")
  func tiling() {
    forEvery(seed: 0..<300) { seed in
      var generator = Generator(seed: seed)
      let grid = Grid(
        start: Instant(seconds: generator.index(below: 4_000_000) - 2_000_000),
        slot: Minutes(1 + generator.index(below: 60)), count: 1 + generator.index(below: 200))
      let tiles = grid.indices.allSatisfy { index in
        let slot = grid.interval(of: index)
        return slot.start == (index == 0 ? grid.start : grid.interval(of: index - 1).end)
          && grid.index(of: slot.start) == index
          && grid.index(of: Instant(seconds: slot.end.seconds - 1)) == index
      }
      return tiles && grid.interval(of: grid.count - 1).end == grid.end
        && grid.index(of: grid.end) == nil
        && grid.index(of: Instant(seconds: grid.start.seconds - 1)) == nil
    }
  }

  @Test("A grid covers an interval with as few slots as can be")
  func covering() {
    forEvery(seed: 0..<500) { seed in
      var generator = Generator(seed: seed)
      let start = Instant(seconds: generator.index(below: 100_000))
      // Whole minutes or not: old local times have seconds.
      let length = generator.index(below: 20_000)
      let interval = Interval(start: start, end: Instant(seconds: start.seconds + length))
      let slot = Minutes(1 + generator.index(below: 60))
      let grid = Grid(covering: interval, slot: slot)
      let isShort = grid.count == 0 || grid.start(of: grid.count - 1) < interval.end
      return grid.start == start && grid.end >= interval.end && isShort
    }
  }

  @Test("90 seconds need two slots of a minute")
  func seconds() {
    let interval = Interval(start: Instant(seconds: 0), end: Instant(seconds: 90))
    #expect(Grid(covering: interval, slot: Minutes(1)).count == 2)
  }

  @Test("An empty grid has no slots")
  func empty() {
    let grid = Grid(start: Instant(seconds: 0), slot: Minutes(15), count: 0)
    #expect(grid.indices.isEmpty && grid.interval.isEmpty)
    #expect(grid.index(of: grid.start) == nil)
  }

  @Test("A grid goes through a file")
  func coding() throws {
    let grid = Grid(start: try moment("2026-12-07T00:00:00Z"), slot: Minutes(15), count: 672)
    #expect(try throughJSON(grid) == grid)
  }

  @Test(
    "A file cannot make a grid without length or beyond all numbers",
    arguments: [(0, 1), (-15, 1), (15, -1), (15, .max), (.max, 15), (.max, .max)])
  func badFile(slot: Int, count: Int) {
    let text = #"{"start": "2026-12-07T00:00:00Z", "slot": \#(slot), "count": \#(count)}"#
    #expect(throws: DecodingError.self) { try fromJSON(Grid.self, text) }
  }

  @Test("A slot without length is a mistake of the program")
  func precondition() async {
    await #expect(processExitsWith: .failure) {
      let minute = Interval(start: Instant(seconds: 0), end: Instant(seconds: 60))
      _ = Grid(covering: minute, slot: .zero)
    }
  }
}
