import Report
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Heat map")
struct HeatMapTests {
  private func coverage(_ differences: [Double], required: Double = 5) -> Coverage {
    let grid = Grid(start: Instant(seconds: 0), slot: Minutes(15), count: differences.count)
    return Coverage(
      grid: grid,
      queues: [
        QueueCoverage(
          queue: "q", required: differences.map { _ in required },
          serving: differences.map { required + $0 })
      ],
      idle: differences.map { _ in 0 }, onDuty: differences.map { required + $0 })
  }

  @Test("A level begins at its threshold, on both sides alike")
  func levels() {
    for (difference, level) in [
      (0, 0), (0.24, 0), (0.25, 1), (0.99, 1), (1, 2), (1.99, 2), (2, 3), (3.99, 3), (4, 4),
      (70, 4),
    ] {
      #expect(HeatMap.level(of: difference, unit: 1) == level)
      #expect(HeatMap.level(of: -difference, unit: 1) == -level)
    }
    #expect(HeatMap.level(of: -9.9, unit: 10) == -1)
  }

  @Test("The unit grows with the greatest difference: eight units hold it")
  func unit() {
    #expect(HeatMap(coverage([0, 1])).unit == 1)
    #expect(HeatMap(coverage([0, 8])).unit == 1)
    #expect(HeatMap(coverage([0, -8.5], required: 20)).unit == 2)
    #expect(HeatMap(coverage([0, 100])).unit == 20)
    #expect(HeatMap(coverage([0, 1e6])).unit == 1000)
  }

  @Test("Merging loses no slot and joins none of another level")
  func merging() {
    forEvery(seed: 0..<200) { seed in
      var generator = Generator(seed: seed)
      let differences = (0..<672).map { _ in Double(generator.index(below: 13)) / 2 - 3 }
      let map = HeatMap(coverage(differences))
      return map.rows.allSatisfy { row in
        var next = 0
        for run in row.runs {
          guard run.slots.lowerBound == next, !run.slots.isEmpty else { return false }
          for slot in run.slots {
            guard HeatMap.level(of: row.differences[slot], unit: map.unit) == run.level else {
              return false
            }
          }
          next = run.slots.upperBound
        }
        let neighboursDiffer = zip(row.runs, row.runs.dropFirst()).allSatisfy {
          $0.level != $1.level
        }
        return next == 672 && neighboursDiffer
      }
    }
  }

  @Test("The colours drawn are those of the values, slot by slot")
  func drawn() throws {
    let content = try Sample(agents: 24, queues: 4).content()
    let map = HeatMap(content.coverage)
    let tree = try PageTree.read(page(content))
    let drawing = try #require(
      tree.all("svg").first { $0.attributes["aria-labelledby"]?.hasPrefix("heat-t") == true })
    // A week is 1,008 pixels wide, so a quarter of an hour 1.5; rows are 24 high and begin at 30.
    var levels = map.rows.map { _ in Array(repeating: 0, count: 672) }
    for path in drawing.all("path") where path.styles.first == "cell" {
      guard let style = path.styles.last, let level = Self.level(of: style) else { continue }
      for stroke in try strokes(#require(path.attributes["d"])) {
        let row = Int((stroke.y - 30 - 12) / 24)
        let first = Int((stroke.x / 1.5).rounded())
        for slot in first..<first + Int((stroke.width / 1.5).rounded()) {
          #expect(levels[row][slot] == 0, "slot \(slot) of row \(row) is drawn twice")
          levels[row][slot] = level
        }
      }
    }
    for (row, drawn) in zip(map.rows, levels) {
      #expect(drawn == row.differences.map { HeatMap.level(of: $0, unit: map.unit) }, "\(row.name)")
    }
  }

  private static func level(of style: String) -> Int? {
    guard let side = style.first, let level = Int(style.dropFirst()) else { return nil }
    return side == "u" ? -level : side == "o" ? level : nil
  }

  /// The strokes of `M12.5 42h3M20 42h1.5`.
  private func strokes(_ data: String) throws -> [(x: Double, y: Double, width: Double)] {
    try data.split(separator: "M").map { stroke in
      let numbers = stroke.split { $0 == " " || $0 == "h" }.compactMap { Double($0) }
      try #require(numbers.count == 3, "\(stroke)")
      return (numbers[0], numbers[1], numbers[2])
    }
  }

  @Test("The legend says what a level means in agents")
  func meanings() {
    let map = HeatMap(coverage([0, 30]))
    // The greatest difference is 30, so a unit is 5 agents.
    #expect(map.meaning(of: 0) == "as required (±0.25)")
    #expect(map.meaning(of: -1) == "0.25 to 5")
    #expect(map.meaning(of: 2) == "5 to 10")
    #expect(map.meaning(of: 4) == "20 and more")
  }
}
