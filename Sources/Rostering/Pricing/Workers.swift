import Glibc
import Synchronization
import Threads

/// Prices pieces of work on several threads; the results do not depend on how many.
///
/// Pieces are taken in order of need and answered in order of their number. The threads are the
/// system's own: a long computation in Swift's cooperative pool would stop everything else in it.
final class Workers: Sendable {
  /// An instrument a thread, kept from call to call.
  private let instruments: [Instrument]

  init(threads: Int) {
    instruments = (0..<max(1, threads)).map { _ in Instrument() }
  }

  private final class Instrument: Sendable {
    let pricer = Mutex(Pricer())
  }

  /// The results of all pieces, by number.
  func map<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int, inout Pricer) -> Result
  ) -> [Result] {
    let results = Results<Result>(count: count)
    let jobs = instruments.map { instrument in
      { @Sendable in
        instrument.pricer.withLock { pricer in
          while let piece = results.takePiece() { results.put(work(piece, &pricer), at: piece) }
        }
      }
    }
    let threads = jobs.dropFirst().prefix(max(0, count - 1)).compactMap { beginThread($0) }
    jobs.first?()
    for thread in threads { pthread_join(thread, nil) }
    return results.all
  }

  /// Where the threads meet: the next piece to take, and the answers.
  private final class Results<Value: Sendable>: Sendable {
    private let next = Atomic(0)
    private let count: Int
    private let values: Mutex<[Value?]>

    init(count: Int) {
      self.count = count
      values = Mutex(Array(repeating: nil, count: count))
    }

    func takePiece() -> Int? {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      return piece < count ? piece : nil
    }

    func put(_ value: Value, at piece: Int) {
      values.withLock { $0[piece] = value }
    }

    var all: [Value] { values.withLock { $0.compactMap(\.self) } }
  }
}
