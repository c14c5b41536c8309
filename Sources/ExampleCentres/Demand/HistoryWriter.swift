import Timeline
import Workforce

/// Writes the rows of `history/acd.csv` straight as bytes: two years of quarter-hours are a million
/// rows.
struct HistoryWriter {
  private(set) var bytes: [UInt8]
  private let slot: [UInt8]
  private var queue: [UInt8] = []
  /// The day that was written last, as bytes.
  private var day = LocalDay(daysSince1970: 0)
  private var dayBytes: [UInt8] = []

  init(slot: Minutes, capacity: Int) {
    bytes = Array("queue,start,minutes,offered,handled,aht\n".utf8)
    bytes.reserveCapacity(capacity)
    self.slot = Array(",\(slot.count),".utf8)
  }

  /// The rows that follow are of this queue.
  mutating func begin(_ queue: Queue.ID) {
    self.queue = Array("\(queue),".utf8)
  }

  /// A row such as `de-voice,2026-12-01T07:00:00Z,15,12,11,245.3`.
  mutating func append(_ count: SlotCount, at start: Instant) {
    bytes += queue
    append(start)
    bytes += slot
    append(count.offered)
    bytes.append(UInt8(ascii: ","))
    append(count.handled)
    bytes.append(UInt8(ascii: ","))
    if count.handled > 0 {
      append(count.handlingTenths / 10)
      bytes.append(UInt8(ascii: "."))
      append(count.handlingTenths % 10)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ start: Instant) {
    let reading = Zone.utc.reading(at: start)
    if reading.day != day || dayBytes.isEmpty {
      day = reading.day
      dayBytes = Array("\(day)T".utf8)
    }
    bytes += dayBytes
    let minute = reading.secondOfDay / 60
    append(twoDigits: minute / 60)
    bytes.append(UInt8(ascii: ":"))
    append(twoDigits: minute % 60)
    bytes += [UInt8(ascii: ":"), UInt8(ascii: "0"), UInt8(ascii: "0"), UInt8(ascii: "Z")]
  }

  private mutating func append(twoDigits number: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// A number without sign.
  private mutating func append(_ number: Int) {
    var power = 1
    while power * 10 <= number { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }
}
