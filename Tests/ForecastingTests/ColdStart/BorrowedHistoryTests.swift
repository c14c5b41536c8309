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
      BorrowedHistory(from: [donor], for: "new", scaledTo: 500, priorWeeks: 4)?.history)
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
      BorrowedHistory(from: [small, great], for: "new", scaledTo: 168, priorWeeks: 4)?.history)
    #expect(borrowed.offered.allSatisfy { abs($0 - 1) < 1e-9 })
  }

  @Test("The queue's own weeks take over: half with as many as the prior is worth")
  func fading() throws {
    let donor = history("old", weeks: 12) { _ in 5 }
    // 4 weeks at the end of the donor's 12, at three times the planner's volume of 168.
    let own = history("new", weeks: 4, from: 8) { _ in 3 }
    let half = try #require(
      BorrowedHistory(from: [donor], for: "new", own: own, scaledTo: 168, priorWeeks: 4)?.history)
    // Half of 1 and half of 3 a slot before; half of that 2 and half of the own 3 since.
    #expect(half.offered.prefix(168 * 8).allSatisfy { abs($0 - 2) < 1e-9 })
    #expect(half.offered.suffix(168 * 4).allSatisfy { abs($0 - 2.5) < 1e-9 })
    let late = try #require(
      BorrowedHistory(from: [donor], for: "new", own: own, scaledTo: 168, priorWeeks: 0.01)?.history
    )
    #expect(late.offered.suffix(168).allSatisfy { abs($0 - 3) < 0.02 })
  }

  @Test("Nothing can be borrowed of nothing")
  func nothing() {
    let empty = history("old", weeks: 2) { _ in 0 }
    #expect(BorrowedHistory(from: [empty], for: "new", scaledTo: 9, priorWeeks: 4) == nil)
    #expect(BorrowedHistory(from: [], for: "new", scaledTo: 9, priorWeeks: 4) == nil)
  }

  @Test("What scaling and averaging leave of chance is known")
  func chance() throws {
    let donor = history("old", weeks: 8) { _ in 10 }
    // 1680 a week scaled to 168: a tenth of the contacts with a hundredth of the variance.
    let tenth = try #require(
      BorrowedHistory(from: [donor], for: "new", scaledTo: 168, priorWeeks: 4))
    #expect(abs(tenth.chance - 0.1) < 1e-9)
    // The mean of two has half of that: two variances of 0.1 over 2 x 2.
    let mean = try #require(
      BorrowedHistory(from: [donor, donor], for: "new", scaledTo: 168, priorWeeks: 4))
    #expect(abs(mean.chance - 0.05) < 1e-9)
  }

  @Test("Weeks without an observation and years long gone say nothing of how much comes")
  func weeks() throws {
    // Ten weeks of 168 after sixty of 1680: 52 weeks of the last year, 10 x 168 and 42 x 1680.
    let long = QueueHistory(
      queue: "old", grid: history("old", weeks: 70) { _ in 1 }.grid,
      offered: Array(repeating: 10, count: 168 * 60) + Array(repeating: 1, count: 168 * 10))
    let year = (10 * 168 + 42 * 1680) / 52.0
    let borrowed = try #require(
      BorrowedHistory(from: [long], for: "new", scaledTo: year, priorWeeks: 4))
    #expect(abs(borrowed.history.offered[0] - 10) < 1e-9)
    // Of four weeks two were never seen: the other two are the mean.
    let holes = QueueHistory(
      queue: "old", grid: history("old", weeks: 4) { _ in 1 }.grid,
      offered: (0..<168 * 4).map { $0 < 336 ? .nan : 1 })
    let scaled = try #require(
      BorrowedHistory(from: [holes], for: "new", scaledTo: 336, priorWeeks: 4))
    #expect(abs(scaled.history.offered[500] - 2) < 1e-9)
  }

  @Test("Shorter slots are summed, and such as do not fit tell only how much comes")
  func slots() throws {
    let donor = history("old", weeks: 4) { _ in 2 }
    let halves = Grid(start: donor.grid.start, slot: Minutes(30), count: 2 * donor.grid.count)
    let own = QueueHistory(
      queue: "new", grid: halves, offered: halves.indices.map { _ in 2 },
      handlingTime: halves.indices.map { $0 % 2 == 0 ? 100 : 200 })
    // 4 weeks of 672 and an expectation of 336 that is worth as much: 504, 3 an hour; the donor's 3 and
    // the own 4 half and half.
    let mixed = try #require(
      BorrowedHistory(from: [donor], for: "new", own: own, scaledTo: 336, priorWeeks: 4)?.history)
    #expect(mixed.offered.allSatisfy { abs($0 - 3.5) < 1e-9 })
    #expect(mixed.handlingTime.allSatisfy { abs($0 - 150) < 1e-9 })
    let days = Grid(start: donor.grid.start, slot: .days(1), count: 28)
    let daily = QueueHistory(
      queue: "new", grid: days, offered: days.indices.map { _ in 96 })
    let level = try #require(
      BorrowedHistory(from: [donor], for: "new", own: daily, scaledTo: 336, priorWeeks: 4)?.history)
    #expect(level.offered.allSatisfy { abs($0 - 3) < 1e-9 })
  }
}
