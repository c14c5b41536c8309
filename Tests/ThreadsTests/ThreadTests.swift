import Glibc
import Synchronization
import Testing
import Threads

@Suite("Threads")
struct ThreadTests {
  private final class Counts: Sendable {
    let value = Mutex((elsewhere: 0, here: 0))
  }

  @Test("Work is done once on each of many threads, none of which is the caller's")
  func worksElsewhere() {
    let counts = Counts()
    let own = UInt(pthread_self())
    let threads = (0..<20).compactMap { _ in
      beginThread {
        counts.value.withLock { value in
          if UInt(pthread_self()) == own { value.here += 1 } else { value.elsewhere += 1 }
        }
      }
    }
    for thread in threads { pthread_join(thread, nil) }
    #expect(counts.value.withLock { $0.elsewhere } == 20)
    #expect(counts.value.withLock { $0.here } == 0)
  }
}
