import ExampleCentres
import Testing
import Timeline
import Workforce

/// A drawn history, read back by the tests' own reader.
struct RecordedHistory: Sendable {
  struct Row: Hashable, Sendable {
    let start: Instant
    let minutes: Int
    let offered: Int
    let handled: Int
    /// Nil where nothing was handled.
    let handlingTime: Double?
  }

  let header: String
  /// In order of the file.
  let queues: [(id: Queue.ID, rows: [Row])]
  let byteCount: Int
  /// FNV-1a of all bytes.
  let hash: UInt64

  /// Drawn once for all tests: two years of quarter-hours take a while in a debug build.
  static let firstWeek = Result { try RecordedHistory(of: .firstWeek) }

  static let followTheSun = Result { try RecordedHistory(of: .followTheSun) }

  static func of(_ centre: ExampleCentre) throws -> RecordedHistory {
    try (centre.name == "first-week" ? firstWeek : followTheSun).get()
  }

  init(of centre: ExampleCentre) throws {
    let bytes = try centre.history(zones: ZoneDatabase()).contents
    byteCount = bytes.count
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var header = ""
    var queues: [(id: Queue.ID, rows: [Row])] = []
    var queue: [UInt8] = []
    var line: [UInt8] = []
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      guard byte == UInt8(ascii: "\n") else {
        line.append(byte)
        continue
      }
      defer { line.removeAll(keepingCapacity: true) }
      if header.isEmpty {
        header = String(decoding: line, as: UTF8.self)
        continue
      }
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      try #require(fields.count == 6, "\(String(decoding: line, as: UTF8.self))")
      if queue != Array(fields[0]) {
        queue = Array(fields[0])
        queues.append((Queue.ID(String(decoding: queue, as: UTF8.self)), []))
      }
      queues[queues.count - 1].rows.append(
        Row(
          start: try Self.instant(fields[1]), minutes: try Self.number(fields[2]),
          offered: try Self.number(fields[3]), handled: try Self.number(fields[4]),
          handlingTime: fields[5].isEmpty ? nil : try Self.tenths(fields[5])))
    }
    try #require(line.isEmpty, "the last line ends with a line feed")
    self.header = header
    self.queues = queues
    self.hash = hash
  }

  /// `2026-12-07T07:00:00Z` and nothing else.
  private static func instant(_ field: ArraySlice<UInt8>) throws -> Instant {
    let at = field.startIndex
    try #require(field.count == 20 && field.last == UInt8(ascii: "Z"))
    let day = try #require(
      LocalDay(
        year: try number(field[at..<at + 4]), month: try number(field[at + 5..<at + 7]),
        day: try number(field[at + 8..<at + 10])))
    let (hour, minute) = (
      try number(field[at + 11..<at + 13]), try number(field[at + 14..<at + 16])
    )
    try #require(try number(field[at + 17..<at + 19]) == 0)
    return Instant(seconds: day.daysSince1970 * 86_400 + hour * 3600 + minute * 60)
  }

  private static func number(_ field: ArraySlice<UInt8>) throws -> Int {
    var number = 0
    try #require(!field.isEmpty)
    for byte in field {
      let digit = Int(byte) - Int(UInt8(ascii: "0"))
      guard (0...9).contains(digit) else { throw NotANumber() }
      number = number * 10 + digit
    }
    return number
  }

  /// A number with one decimal.
  private static func tenths(_ field: ArraySlice<UInt8>) throws -> Double {
    guard field.dropLast().last == UInt8(ascii: ".") else { throw NotANumber() }
    return Double(try number(field.dropLast(2))) + Double(try number(field.suffix(1))) / 10
  }

  private struct NotANumber: Error {}
}
