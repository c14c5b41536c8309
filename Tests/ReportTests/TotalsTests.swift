import Report
import Testing
import Timeline
import Workforce

@Suite("Totals and holes")
struct TotalsTests {
  /// Four half-hours of two queues.
  private let coverage = Coverage(
    grid: Grid(start: Instant(seconds: 0), slot: Minutes(30), count: 4),
    queues: [
      QueueCoverage(queue: "a", required: [4, 4, 2, 0], serving: [3, 2, 2.5, 0]),
      QueueCoverage(queue: "b", required: [1, 1, 1, 1], serving: [1, 1, 0, 0.98]),
    ],
    idle: [0, 0, 0, 2], onDuty: [4, 3, 2.5, 2.98])

  @Test("Hours are sums over queues and slots, never netted")
  func hours() {
    let totals = Totals(coverage)
    // Half-hours: required 10 + 4, served (3 + 2 + 2) + (1 + 1 + 0.98), missing 1 + 2 + 1 + 0.02.
    #expect(totals.required == 7)
    #expect(abs(totals.served - 4.99) < 1e-12)
    #expect(abs(totals.missing - 2.01) < 1e-12)
    #expect(totals.idle == 1)
    #expect(abs(totals.onDuty - 6.24) < 1e-12)
    #expect(abs(totals.cover - 4.99 / 7) < 1e-12)
    #expect(abs((totals.use ?? 0) - 4.99 / 6.24) < 1e-12)
    #expect(abs(totals.required - totals.served - totals.missing) < 1e-12)
    // Queue a: 10 half-hours required, 3 missing; the half agent too many is no cover for a hole.
    #expect(coverage.hours(of: "a") == (required: 5, missing: 1.5))
    #expect(coverage.hours(of: "unknown") == (required: 0, missing: 0))
  }

  @Test("Nothing required is fully covered, nobody on duty has no use")
  func empty() {
    let grid = Grid(start: Instant(seconds: 0), slot: Minutes(15), count: 0)
    let totals = Totals(Coverage(grid: grid, queues: [], idle: [], onDuty: []))
    #expect(totals.cover == 1)
    #expect(totals.use == nil)
  }

  @Test("Neighbouring slots with agents missing are one hole; hundredths are none")
  func holes() {
    let holes = Hole.all(in: coverage)
    func interval(_ slots: Range<Int>) -> Interval {
      Interval(
        start: Instant(seconds: 1800 * slots.lowerBound),
        end: Instant(seconds: 1800 * slots.upperBound))
    }
    #expect(
      holes == [
        Hole(queue: "a", interval: interval(0..<2), depth: 2, hours: 1.5),
        Hole(queue: "b", interval: interval(2..<3), depth: 1, hours: 0.5),
      ])
  }

  @Test("Runs cover an array without a gap")
  func runs() {
    #expect([1, 1, 2, 1].runs(ofAlike: ==) == [0..<2, 2..<3, 3..<4])
    #expect([Int]().runs(ofAlike: ==).isEmpty)
    #expect([7].runs(ofAlike: ==) == [0..<1])
  }
}
