/// Some of up to 64 queues, by their places.
package struct QueueSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The queues at some places.
  package init(places: some Sequence<Int>) {
    var bits: UInt64 = 0
    for place in places {
      precondition((0..<Self.greatestCount).contains(place), "a set has 64 places")
      bits |= 1 << UInt64(place)
    }
    self.init(rawValue: bits)
  }

  /// The first queues, so many of them.
  package static func first(_ count: Int) -> QueueSet {
    precondition((0...greatestCount).contains(count), "a set has 64 places")
    return QueueSet(rawValue: count == greatestCount ? .max : (1 << UInt64(count)) - 1)
  }

  package static let greatestCount = 64

  package var count: Int { rawValue.nonzeroBitCount }

  /// The places of its queues, rising.
  package var places: [Int] {
    var places: [Int] = []
    var left = rawValue
    while left != 0 {
      places.append(left.trailingZeroBitCount)
      left &= left - 1
    }
    return places
  }

  /// Whether the queue at a place is one of them.
  package func contains(place: Int) -> Bool { rawValue >> UInt64(place) & 1 == 1 }

  /// Whether the two have a queue in common.
  package func touches(_ other: QueueSet) -> Bool { rawValue & other.rawValue != 0 }
}

extension QueueSet: Comparable {
  /// By the last queue that only one of them has.
  package static func < (left: QueueSet, right: QueueSet) -> Bool {
    left.rawValue < right.rawValue
  }
}
