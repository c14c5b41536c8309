/// The queues of an ACD, and what else tells its rows apart, each numbered at first sight.
///
/// A file has millions of rows of a few queues: their bytes are compared, and text is made of each
/// source once.
struct SourceNames {
  /// More sources than any ACD has: the mapping takes another column for the queue's.
  static let limit = 200_000

  private struct Source {
    let hash: UInt64
    let start: Int
    let end: Int
  }

  private var sources: [Source] = []
  /// The fields of all sources, one behind the other, a unit separator after each.
  private var keys: [UInt8] = []
  /// Numbers of sources by their hash (open addressing); -1 where free.
  private var slots: [Int32] = Array(repeating: -1, count: 1024)
  private var last = -1

  private static let separator: UInt8 = 0x1f

  /// The number of a row's source, and whether it is seen for the first time; nil beyond the limit.
  mutating func number(
    of fields: [CSVScanner.Field], at columns: [Int], in bytes: [UInt8]
  ) -> (number: Int, isNew: Bool)? {
    // Rows are mostly sorted by queue.
    if last >= 0, matches(last, fields, columns, bytes) { return (last, false) }
    let hash = hash(fields, columns, bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if sources[number].hash == hash, matches(number, fields, columns, bytes) {
        last = number
        return (number, false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard sources.count < SourceNames.limit else { return nil }
    let start = keys.count
    for column in columns {
      keys.append(contentsOf: bytes[fields[column].range])
      keys.append(SourceNames.separator)
    }
    last = sources.count
    slots[slot] = Int32(last)
    sources.append(Source(hash: hash, start: start, end: keys.count))
    if 2 * sources.count > slots.count { grow() }
    return (last, true)
  }

  private func matches(
    _ number: Int, _ fields: [CSVScanner.Field], _ columns: [Int], _ bytes: [UInt8]
  ) -> Bool {
    var position = sources[number].start
    let end = sources[number].end
    for column in columns {
      let range = fields[column].range
      guard position + range.count < end else { return false }
      for index in range {
        guard keys[position] == bytes[index] else { return false }
        position += 1
      }
      guard keys[position] == SourceNames.separator else { return false }
      position += 1
    }
    return position == end
  }

  /// FNV-1a, 64 bits.
  private func hash(_ fields: [CSVScanner.Field], _ columns: [Int], _ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for column in columns {
      for index in fields[column].range {
        hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
      }
      hash = (hash ^ UInt64(SourceNames.separator)) &* 0x100_0000_01b3
    }
    return hash
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for (number, source) in sources.enumerated() {
      var slot = Int(truncatingIfNeeded: source.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
