import Timeline

/// Reads the stamps of bare files: `2026-12-07T07:00`, `2026-12-07 07:00:00`, `2026-12-07`, with `Z` or
/// an offset where they are moments.
///
/// Rows that follow each other mostly share their date, which is read once.
struct BareStamps {
  private var date: [UInt8] = []
  private var midnight = 0

  /// Seconds since 1970, of a moment or by the wall clock; nil where it is no stamp.
  ///
  /// In a column of UTC a stamp without an offset is a moment as well.
  mutating func read(
    _ bytes: [UInt8], _ range: Range<Int>, isUTC: Bool
  ) -> (seconds: Int, isMoment: Bool)? {
    let start = range.lowerBound
    guard range.count >= 10 else { return nil }
    if !holdsDate(bytes, start) {
      var scanner = ClockScanner(bytes[start..<start + 10])
      guard let day = scanner.day() else { return nil }
      date = Array(bytes[start..<start + 10])
      midnight = 86_400 * day.daysSince1970
    }
    guard range.count > 10 else { return (midnight, isUTC) }
    guard bytes[start + 10] == ByteCursor.letterT || bytes[start + 10] == .blank else { return nil }
    var scanner = ClockScanner(bytes[start + 11..<range.upperBound])
    guard let second = scanner.secondOfDay() else { return nil }
    if scanner.isAtEnd { return (midnight + second, isUTC) }
    guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
    return (midnight + second - offset, true)
  }

  private func holdsDate(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard date.count == 10 else { return false }
    // The day changes most often, so the last digit tells most quickly.
    for index in stride(from: 9, through: 0, by: -1) where date[index] != bytes[start + index] {
      return false
    }
    return true
  }
}
