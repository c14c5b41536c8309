import TestSupport
import Testing
import Timeline
import Workforce

@Suite("History")
struct HistoryTests {
  private static let grid = Grid(start: Instant(seconds: 0), slot: Minutes(15), count: 2)

  @Test("What was not observed is not a number")
  func unknown() {
    let queue = QueueHistory(queue: "de", grid: HistoryTests.grid, offered: [3, .nan])
    #expect(queue.handled.count == 2 && queue.handled.allSatisfy(\.isNaN))
    #expect(queue.handlingTime.count == 2 && queue.handlingTime.allSatisfy(\.isNaN))
  }

  @Test("Queues are in order of their id and found by it")
  func queues() {
    let history = History(
      (["fr", "de"] as [Queue.ID]).map { id in
        QueueHistory(queue: id, grid: HistoryTests.grid, offered: [1, 2])
      })
    #expect(history.queues.map(\.queue) == ["de", "fr"])
    #expect(history["fr"]?.offered == [1, 2])
    #expect(history["es"] == nil)
  }

  @Test("A value too few is a mistake of the program")
  func precondition() async {
    await #expect(processExitsWith: .failure) {
      let grid = Grid(start: Instant(seconds: 0), slot: Minutes(15), count: 2)
      _ = QueueHistory(queue: "de", grid: grid, offered: [3])
    }
  }
}
