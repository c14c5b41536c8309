import GLPK

#if canImport(Glibc)
  import Glibc
#endif

/// A small seeded generator (SplitMix64), so that a failing case can be made again from its seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Double {
    Double(Int.random(in: range, using: &self))
  }
}

/// Runs the body on so many threads of the system at once, and waits for all.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  final class Work: Sendable {
    let number: Int
    let body: @Sendable (Int) -> Void
    init(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.number = number
      self.body = body
    }
  }
  let threads: [pthread_t] = (0..<count).map { number in
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(number, body))
    let code = pthread_create(
      &thread, nil,
      { context in
        if let context {
          let work = Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
          work.body(work.number)
        }
        return nil
      }, work.toOpaque())
    precondition(code == 0, "No thread was given.")
    return thread
  }
  for thread in threads { pthread_join(thread, nil) }
}

/// A place where threads put their results. (The thread sanitizer knows the system's lock, but not
/// the standard library's.)
final class Shelf<Value: Sendable>: @unchecked Sendable {
  private var values: [Int: Value] = [:]
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  init() { pthread_mutex_init(lock, nil) }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  func put(_ value: Value?, at place: Int) {
    pthread_mutex_lock(lock)
    values[place] = value
    pthread_mutex_unlock(lock)
  }

  func taken(at place: Int) -> Value? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return values[place]
  }
}

/// Resident memory of this process, in pages of 4 KiB (second number of /proc/self/statm).
func residentPages() -> Int {
  guard let file = fopen("/proc/self/statm", "r") else { return 0 }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 200)
  let count = fread(&bytes, 1, bytes.count, file)
  let text = String(decoding: bytes[..<count], as: UTF8.self)
  return text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
}

/// Whether a sanitizer keeps books of its own, so that memory says nothing.
let isSanitized: Bool =
  dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil

/// A knapsack in several dimensions, hard enough to branch: which things to take.
func knapsack(things: Int, dimensions: Int, seed: Int) -> Model {
  var dice = Dice(seed: seed)
  var model = Model()
  let taken = (0..<things).map { _ in model.variable(in: 0...1, .integer) }
  for _ in 0..<dimensions {
    let weights = taken.map { _ in dice.whole(5...60) }
    let room = (weights.reduce(0, +) / 2).rounded()
    model.add(Expression(weights, times: taken) <= room)
  }
  model.maximize(Expression(taken.map { _ in dice.whole(10...80) }, times: taken))
  return model
}

/// A covering programme as rostering makes them: slots to be covered by shifts of consecutive
/// slots, and dear single-slot columns for what stays open.
func covering(slots: Int, shifts: Int, seed: Int, _ kind: Variable.Kind = .continuous) -> Model {
  var dice = Dice(seed: seed)
  var model = Model()
  let rows = (0..<slots).map { _ in model.row(in: dice.whole(2...30)...) }
  for row in rows { model.column(cost: 60, kind, rows: [row], values: [1]) }
  for _ in 0..<shifts {
    let column = shift(over: rows, &dice)
    model.column(cost: column.cost, kind, rows: column.rows, values: column.rows.map { _ in 1 })
  }
  return model
}

/// A linear programme without structure, which takes the simplex many steps.
func scattered(rows: Int, columns: Int, entries: Int, seed: Int) -> Model {
  var dice = Dice(seed: seed)
  var model = Model()
  let rows = (0..<rows).map { _ in model.row(in: dice.whole(50...200)...) }
  for _ in 0..<columns {
    let places = Set((0..<entries).map { _ in Int(dice.whole(0...(rows.count - 1))) }).sorted()
    model.column(
      cost: dice.whole(50...150), rows: places.map { rows[$0] },
      values: places.map { _ in dice.whole(1...9) })
  }
  return model
}

/// A shift of consecutive slots with a gap, dearer when longer.
func shift(over rows: [Row], _ dice: inout Dice) -> (cost: Double, rows: [Row]) {
  let length = Int(dice.whole(4...max(4, rows.count / 3)))
  let begin = Int(dice.whole(0...(rows.count - length)))
  let pause = begin + length / 2
  let worked = (begin..<(begin + length)).filter { $0 != pause }
  return (10 + Double(length) + dice.whole(0...5), worked.map { rows[$0] })
}
