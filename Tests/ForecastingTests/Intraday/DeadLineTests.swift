import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Dead lines")
struct DeadLineTests {
  private let grid = Grid(start: Instant(seconds: 0), slot: Minutes(30), count: 48)

  private func volume(_ mean: Double) -> [Band] {
    grid.indices.map { $0 < 16 ? .zero : Band(expected: mean, low: 0.7 * mean, high: 1.3 * mean) }
  }

  private func dead(_ mean: Double, zeros: Range<Int>, at hour: Int) -> [Range<Int>] {
    let actuals = grid.indices.map { zeros.contains($0) || $0 < 16 ? 0.0 : mean.rounded() }
    return deadLines(
      volume(mean), on: grid, in: .utc, given: actuals, at: grid.start + .hours(hour))
  }

  @Test("Nothing since nine where a hundred were expected is a dead line, and so is an hour before")
  func silence() {
    #expect(dead(20, zeros: 18..<24, at: 12) == [18..<24])
    #expect(dead(20, zeros: 18..<20, at: 12) == [18..<20])
    // From the opening on: closed slots with their zeros belong to the stretch, and harm nothing.
    #expect(dead(20, zeros: 16..<24, at: 12).map(\.upperBound) == [24])
  }

  @Test("Few contacts that do not come are chance")
  func chance() {
    // Six slots of one contact: e^-6 = 0.0025 is more than one in a thousand.
    #expect(dead(1, zeros: 18..<24, at: 12).isEmpty)
    #expect(dead(2, zeros: 18..<24, at: 12) == [18..<24])
    #expect(dead(20, zeros: 0..<0, at: 12).isEmpty)
    // What is not over, and what nobody counted, is no silence.
    #expect(dead(20, zeros: 24..<48, at: 12).isEmpty)
    #expect(
      deadLines(
        volume(20), on: grid, in: .utc, given: grid.indices.map { _ in .nan },
        at: grid.start + .hours(12)
      ).isEmpty)
  }

  @Test("Days of plain chance are hardly ever taken for dead")
  func falseAlarms() {
    var alarms = 0
    for seed in UInt64(0)..<400 {
      var generator = Generator(seed: seed, stream: "quiet")
      let actuals = grid.indices.map { slot in
        slot < 16 ? 0 : Double(generator.negativeBinomial(mean: 1.5, dispersion: 0.1))
      }
      let found = deadLines(
        volume(1.5), on: grid, in: .utc, given: actuals, at: grid.start + .hours(24))
      alarms += found.count
    }
    #expect(alarms <= 2)
  }
}
