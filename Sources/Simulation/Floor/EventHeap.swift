/// What happens next on the floor.
struct Event: BitwiseCopyable {
  let time: Double
  let what: What

  /// What happens, packed into a word: a kind, a queue, and a number.
  struct What: BitwiseCopyable {
    fileprivate let word: UInt64

    enum Kind: UInt64 {
      /// An agent is done; the number is the agent.
      case done
      /// The next contact comes to the queue.
      case arrival
      /// The patience of a customer ends who would try again; the number is the place in the line.
      case impatience
      /// A customer tries again; the number is the contact.
      case retrial
    }

    @inline(__always)
    init(_ kind: Kind, queue: Int = 0, number: UInt64 = 0) {
      word = kind.rawValue << 62 | UInt64(truncatingIfNeeded: queue) << 48 | number
    }

    var kind: Kind { Kind(rawValue: word >> 62) ?? .done }
    var queue: Int { Int(truncatingIfNeeded: word >> 48 & 0x3fff) }
    var number: UInt64 { word & 0xffff_ffff_ffff }
  }
}

/// Events in the order of time: a heap of which every node has four children, which takes half the
/// levels of two.
struct EventHeap: ~Copyable {
  private var events: UnsafeMutablePointer<Event>
  private(set) var count = 0
  private var capacity: Int
  private let arena: Arena

  init(capacity: Int, in arena: Arena) {
    self.capacity = max(16, capacity)
    self.arena = arena
    events = arena.filled(self.capacity, with: Event(time: 0, what: .init(.done)))
  }

  /// The next event; there is one.
  var top: Event {
    @inline(__always) get { events[0] }
  }

  /// The time of the next event, infinity where there is none.
  var nextTime: Double {
    @inline(__always) get { count > 0 ? events[0].time : .infinity }
  }

  @inline(__always)
  mutating func push(_ event: Event) {
    if count == capacity { grow() }
    var hole = count
    count += 1
    while hole > 0 {
      let parent = (hole - 1) >> 2
      if events[parent].time <= event.time { break }
      events[hole] = events[parent]
      hole = parent
    }
    events[hole] = event
  }

  @inline(__always)
  mutating func pop() {
    count -= 1
    if count > 0 { sink(events[count]) }
  }

  /// Takes the next event away and puts another in: half the work of both.
  @inline(__always)
  mutating func replaceTop(with event: Event) {
    sink(event)
  }

  /// Lets an event sink from the root to its place.
  @inline(__always)
  private mutating func sink(_ event: Event) {
    let end = count
    var hole = 0
    while true {
      let first = 4 &* hole &+ 1
      if first >= end { break }
      var least = first
      var time = events[first].time
      var child = first &+ 1
      let last = min(first &+ 4, end)
      while child < last {
        let candidate = events[child].time
        if candidate < time {
          time = candidate
          least = child
        }
        child &+= 1
      }
      if time >= event.time { break }
      events[hole] = events[least]
      hole = least
    }
    events[hole] = event
  }

  private mutating func grow() {
    let larger = arena.filled(2 * capacity, with: Event(time: 0, what: .init(.done)))
    larger.update(from: events, count: count)
    events = larger
    capacity *= 2
  }
}
