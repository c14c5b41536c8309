/// What one replication counted: of each queue and slot (of the contacts that came in it), and of each
/// group and slot.
struct Tally: Sendable {
  /// A queue's slots after those of the queue before.
  var queues: [Counts]
  /// A group's slots after those of the group before.
  var groups: [Counts]
  /// Contacts waiting at the end of each slot, a queue after the other.
  var backlog: [Double]
  /// How long answered contacts waited, by queue and day.
  var waits: [UInt32]
}

/// The counts of a queue or a group in one slot.
typealias Counts = SIMD8<Double>

extension Counts {
  static let width = 8
}

/// Where a queue's counts stand in their vector.
enum QueueCount: Int {
  case offered, answered, inTime
  /// Left within the threshold, and after it.
  case leftEarly, leftLate
  /// Seconds waited by those answered, and by those who left.
  case waitOfAnswered, waitOfLeft
  /// Deferred work that was due before the end and is not done.
  case overdue
}

/// Where a group's seconds stand in their vector.
enum GroupCount: Int {
  case onDuty, busy
  /// Busy with deferred work, a part of ``busy``.
  case deferred
}

/// The bins that waits are counted in: sixteen an octave from an eighth of a second to a week and
/// more, so that a bin is at most a sixteenth wide.
enum WaitBins {
  /// Bin 0 is for those who did not wait, or less than an eighth of a second.
  static let count = 1 + 16 * 24

  @inline(__always)
  static func bin(of wait: Double) -> Int {
    // A double's exponent and the first four bits of its fraction, read as a number.
    let code = Int(truncatingIfNeeded: wait.bitPattern >> 48)
    return max(0, min(count - 1, code - first))
  }

  /// The waits of a bin, from its least up to that of the next.
  static func range(of bin: Int) -> (from: Double, to: Double) {
    let to = Double(bitPattern: UInt64(first + bin + 1) << 48)
    return bin == 0 ? (0, to) : (Double(bitPattern: UInt64(first + bin) << 48), to)
  }

  /// The code just below that of an eighth of a second.
  private static let first = Int(truncatingIfNeeded: 0.125.bitPattern >> 48) - 1
}
