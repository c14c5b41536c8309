import Timeline

/// Writes rows of history as the workspace keeps them.
///
/// Millions of rows are written as bytes; the date of a row is mostly that of the row before it.
struct HistoryText {
  private(set) var bytes: [UInt8]
  private var day: LocalDay?
  /// `2026-12-07T` of ``day``.
  private var date: [UInt8] = []

  /// Begins with the header.
  init(expectedRows: Int) {
    bytes = Array((HistoryReader.required + HistoryReader.optional).joined(separator: ",").utf8)
    bytes.append(.newline)
    // `de-voice,2026-12-07T07:00:00Z,15,12,11,240.5` and its line feed.
    bytes.reserveCapacity(bytes.count + 48 * expectedRows)
  }

  mutating func append(_ row: Observation, queue: [UInt8], minutes: [UInt8]) {
    bytes += queue
    bytes.append(.comma)
    appendStamp(row.start)
    bytes.append(.comma)
    bytes += minutes
    bytes.append(.comma)
    append(row.offered)
    bytes.append(.comma)
    append(row.handled)
    bytes.append(.comma)
    append(row.handlingTime)
    bytes.append(.newline)
  }

  private mutating func appendStamp(_ start: Instant) {
    let reading = LocalReading(secondsSince1970: start.seconds)
    if day != reading.day {
      day = reading.day
      date = Array("\(reading.day)T".utf8)
    }
    bytes += date
    let second = reading.secondOfDay
    appendPair(second / 3600)
    bytes.append(.colon)
    appendPair(second / 60 % 60)
    bytes.append(.colon)
    appendPair(second % 60)
    bytes.append(UInt8(ascii: "Z"))
  }

  private mutating func appendPair(_ number: Int) {
    bytes.append(.zero + UInt8(number / 10))
    bytes.append(.zero + UInt8(number % 10))
  }

  /// At the most four decimals, nothing where the value is not known; the text of
  /// ``Decimals/short(_:atMost:)``.
  private mutating func append(_ value: Double) {
    guard value.isFinite else { return }
    let scaled = (10_000 * value).rounded()
    // Beyond 2^53 a double has no four decimals.
    guard (0..<0x1p53).contains(scaled) else {
      bytes += Decimals.short(value, atMost: 4).utf8
      return
    }
    let (whole, fraction) = Int(scaled).quotientAndRemainder(dividingBy: 10_000)
    appendWhole(whole)
    guard fraction > 0 else { return }
    bytes.append(.point)
    var rest = fraction
    var place = 1000
    while rest > 0 {
      bytes.append(.zero + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }

  private mutating func appendWhole(_ number: Int) {
    if number >= 10 { appendWhole(number / 10) }
    bytes.append(.zero + UInt8(number % 10))
  }
}
