import ExampleCentres
import Synchronization
import Testing
import Timeline
import Workforce

/// An example's drawn history, read back by the tests' own reader, beside what was planted.
struct DrawnHistory: Sendable {
  struct Row: Sendable {
    let start: Instant
    let minutes: Int
    let offered: Int
    let handled: Int
    /// Seconds; nil where the field is empty.
    let handlingTime: Double?
    /// Nil where the queue is closed.
    let expected: PlantedQueue.Expectation?
  }

  let header: String
  /// In order of the file.
  let queues: [(truth: PlantedQueue, rows: [Row])]
  let truth: PlantedTruth
  let hash: UInt64

  /// Drawn once for all tests: two years of quarter-hours take a while in a debug build.
  private static let drawn = ExampleCentre.all.map { centre in
    (centre.name, Lazy { try DrawnHistory(of: centre) })
  }

  static func named(_ name: String) throws -> DrawnHistory {
    try #require(drawn.first { $0.0 == name }?.1).value.get()
  }

  init(of centre: ExampleCentre) throws {
    let bytes = try centre.history(zones: ZoneDatabase()).contents
    truth = try centre.truth(zones: ZoneDatabase())
    hash = DrawnHistory.hash(of: bytes)
    var reader = RowReader(bytes)
    header = try reader.text(upTo: "\n")
    var queues: [(truth: PlantedQueue, rows: [Row])] = []
    while !reader.isAtEnd {
      let id = Queue.ID(try reader.text(upTo: ","))
      if queues.last?.truth.id != id {
        queues.append((try #require(truth[id], "\(id) is not planted"), []))
      }
      let start = try reader.instant()
      let minutes = try reader.number(upTo: ",")
      let offered = try reader.number(upTo: ",")
      let handled = try reader.number(upTo: ",")
      let last = queues.count - 1
      queues[last].rows.append(
        Row(
          start: start, minutes: minutes, offered: offered, handled: handled,
          handlingTime: try reader.optionalTenths(),
          expected: queues[last].truth.expectation(at: start)))
    }
    self.queues = queues
  }

  /// FNV-1a, 64 bits.
  static func hash(of bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}

/// A value made when it is first asked for.
private final class Lazy<Value: Sendable>: Sendable {
  private let make: @Sendable () throws -> Value
  private let made = Mutex<Result<Value, any Error>?>(nil)

  init(_ make: @escaping @Sendable () throws -> Value) {
    self.make = make
  }

  var value: Result<Value, any Error> {
    made.withLock { made in
      if let made { return made }
      let result = Result { try make() }
      made = result
      return result
    }
  }
}

/// Reads the fields of a history, and nothing but the form that the generator writes.
private struct RowReader {
  private let bytes: [UInt8]
  private var position = 0

  private struct Malformed: Error {
    let position: Int
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func text(upTo end: Unicode.Scalar) throws -> String {
    let start = position
    let stop = UInt8(ascii: end)
    while position < bytes.count, bytes[position] != stop { position += 1 }
    guard position < bytes.count, position > start else { throw Malformed(position: start) }
    defer { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  mutating func number(upTo end: Unicode.Scalar) throws -> Int {
    var number = 0
    let start = position
    while position < bytes.count, (48...57).contains(bytes[position]) {
      number = 10 * number + Int(bytes[position]) - 48
      position += 1
    }
    guard position > start, position < bytes.count, bytes[position] == UInt8(ascii: end) else {
      throw Malformed(position: start)
    }
    position += 1
    return number
  }

  /// A moment such as `2026-12-07T07:00:00Z,`.
  mutating func instant() throws -> Instant {
    let start = position
    let day = LocalDay(
      year: try number(upTo: "-"), month: try number(upTo: "-"), day: try number(upTo: "T"))
    let seconds =
      3600 * (try number(upTo: ":")) + 60 * (try number(upTo: ":")) + (try number(upTo: "Z"))
    guard let day, position == start + 20, position < bytes.count,
      bytes[position] == UInt8(ascii: ",")
    else { throw Malformed(position: start) }
    position += 1
    return Instant(seconds: day.daysSince1970 * 86_400 + seconds)
  }

  /// A number with one decimal or nothing, up to the end of the line.
  mutating func optionalTenths() throws -> Double? {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
      position += 1
      return nil
    }
    let whole = try number(upTo: ".")
    let start = position
    let tenths = try number(upTo: "\n")
    guard position == start + 2 else { throw Malformed(position: start) }
    return Double(whole) + Double(tenths) / 10
  }
}
