import Testing
import Threads

@Suite("Parallel map")
struct ParallelTests {
  @Test(
    "Every value stands at its place, whatever the number of threads", arguments: [1, 2, 7, 50])
  func places(threads: Int) {
    let squares = parallelMap(40, threads: threads) { $0 * $0 }
    #expect(squares == (0..<40).map { $0 * $0 })
  }

  @Test("Nothing to do is done")
  func none() {
    #expect(parallelMap(0, threads: 4) { $0 } == [])
    #expect(processorCount >= 1)
  }
}
