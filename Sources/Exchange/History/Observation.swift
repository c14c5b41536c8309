import Timeline

/// One row of a history file.
struct Observation {
  var start: Instant
  /// NaN where the field is empty.
  let offered: Double
  let handled: Double
  let handlingTime: Double
  /// The number of its file among those read, and its line.
  ///
  /// In a file that is being imported, the number of the row's source (``SourceNames``).
  let file: Int32
  let line: Int32

  /// The same row of another file.
  func standing(in file: Int32) -> Observation {
    Observation(
      start: start, offered: offered, handled: handled, handlingTime: handlingTime, file: file,
      line: line)
  }

  /// Whether two rows say the same of their slot.
  func agrees(with other: Observation) -> Bool {
    func same(_ left: Double, _ right: Double) -> Bool {
      left == right || (left.isNaN && right.isNaN)
    }
    return start == other.start && same(offered, other.offered) && same(handled, other.handled)
      && same(handlingTime, other.handlingTime)
  }
}

/// Reads moments such as `2026-12-07T07:00:00Z` from bytes; rows that follow each other mostly share
/// their date, which is read once.
struct StampReader {
  private var date: [UInt8] = []
  private var midnight = 0

  mutating func read(_ bytes: [UInt8], _ range: Range<Int>) -> Instant? {
    let start = range.lowerBound
    // Everything but the machine's own form takes the general way.
    guard range.count == 20, bytes[start + 10] == UInt8(ascii: "T"),
      bytes[start + 13] == UInt8(ascii: ":"), bytes[start + 16] == UInt8(ascii: ":"),
      bytes[start + 19] == UInt8(ascii: "Z"),
      let hour = StampReader.pair(bytes, start + 11), hour < 24,
      let minute = StampReader.pair(bytes, start + 14), minute < 60,
      let second = StampReader.pair(bytes, start + 17), second < 60
    else { return Instant(String(decoding: bytes[range], as: UTF8.self)) }
    if !holdsDate(bytes, start) {
      guard let day = LocalDay(String(decoding: bytes[start..<start + 10], as: UTF8.self)) else {
        return nil
      }
      date = Array(bytes[start..<start + 10])
      midnight = 86_400 * day.daysSince1970
    }
    return Instant(seconds: midnight + 3600 * hour + 60 * minute + second)
  }

  private func holdsDate(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard date.count == 10 else { return false }
    // The day changes most often, so the last digit tells most quickly.
    for index in stride(from: 9, through: 0, by: -1) where date[index] != bytes[start + index] {
      return false
    }
    return true
  }

  private static func pair(_ bytes: [UInt8], _ index: Int) -> Int? {
    let tens = bytes[index] &- .zero
    let ones = bytes[index + 1] &- .zero
    return tens < 10 && ones < 10 ? Int(10 * tens + ones) : nil
  }
}
