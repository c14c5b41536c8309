import Forecasting
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("A borrowed history")
struct BorrowedHistoryTests {
  private func history(
    _ queue: Queue.ID, weeks: Int, from week: Int = 0, _ rate: @escaping (Int) -> Double
  )
    -> QueueHistory
  {
    let grid = Grid(
      start: Instant(seconds: 345_600) + .days(7 * week), slot: Minutes(60), count: 168 * weeks)
    return QueueHistory(
      queue: queue, grid: grid, offered: grid.indices.map { rate($0 % 24) },
      handlingTime: grid.indices.map { _ in 300 })
  }

  private func weekly(_ history: QueueHistory?) -> Double {
    guard let history else { return .nan }
    return history.offered.reduce(0, +) / Double(history.grid.count) * 168
  }

  @Test("It has the donor's pattern and the planner's volume")
  func scaled() throws {
    let donor = history("old", weeks: 8) { Double($0) }
    let borrowed = try #require(
      borrowedHistory(from: [donor], for: "new", scaledTo: 500, priorWeeks: 4))
    #expect(borrowed.queue == "new")
    #expect(abs(weekly(borrowed) - 500) < 1e-9)
    // 12 of 276 a day.
    #expect(abs(borrowed.offered[36] - 500.0 / 7 * 12 / 276) < 1e-9)
    #expect(borrowed.handlingTime[36] == 300)
  }

  @Test("Donors count alike, however great they are")
  func donors() throws {
    let small = history("a", weeks: 4) { $0 < 12 ? 1 : 0 }
    let great = history("b", weeks: 4) { $0 < 12 ? 0 : 1000 }
    let borrowed = try #require(
      borrowedHistory(from: [small, great], for: "new", scaledTo: 168, priorWeeks: 4))
    #expect(borrowed.offered.allSatisfy { abs($0 - 1) < 1e-9 })
  }

  @Test("The queue's own weeks take over: half with as many as the prior is worth")
  func fading() throws {
    let donor = history("old", weeks: 12) { _ in 5 }
    // 4 weeks at the end of the donor's 12, at three times the planner's volume of 168.
    let own = history("new", weeks: 4, from: 8) { _ in 3 }
    let half = try #require(
      borrowedHistory(from: [donor], for: "new", own: own, scaledTo: 168, priorWeeks: 4))
    // Half of 1 and half of 3 a slot before; half of that 2 and half of the own 3 since.
    #expect(half.offered.prefix(168 * 8).allSatisfy { abs($0 - 2) < 1e-9 })
    #expect(half.offered.suffix(168 * 4).allSatisfy { abs($0 - 2.5) < 1e-9 })
    let late = try #require(
      borrowedHistory(from: [donor], for: "new", own: own, scaledTo: 168, priorWeeks: 0.01))
    #expect(late.offered.suffix(168).allSatisfy { abs($0 - 3) < 0.02 })
  }

  @Test("Nothing can be borrowed of nothing")
  func nothing() {
    let empty = history("old", weeks: 2) { _ in 0 }
    #expect(borrowedHistory(from: [empty], for: "new", scaledTo: 9, priorWeeks: 4) == nil)
    #expect(borrowedHistory(from: [], for: "new", scaledTo: 9, priorWeeks: 4) == nil)
  }
}
