import Timeline

/// Dates and times as bytes, without a text on the way: files hold a million of them.
extension [UInt8] {
  /// The decimal digits of a number from 0 up, zeros before them up to a width.
  mutating func append(digits number: Int, width: Int = 1) {
    if width == 2, number < 100 {
      append(.zero + UInt8(truncatingIfNeeded: number / 10))
      append(.zero + UInt8(truncatingIfNeeded: number % 10))
      return
    }
    let start = count
    var rest = number.magnitude
    repeat {
      append(.zero + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    while count - start < width { append(.zero) }
    self[start...].reverse()
  }

  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// `20261207`, as iCalendar writes dates (RFC 5545, section 3.3.4).
  mutating func append(compact day: LocalDay) {
    let (year, month, date) = day.civil
    append(digits: year / 100, width: 2)
    append(digits: year % 100, width: 2)
    append(digits: month, width: 2)
    append(digits: date, width: 2)
  }

  /// `20261207T080000`: a reading of some clock (RFC 5545, section 3.3.5).
  mutating func append(compact reading: LocalReading) {
    let second = reading.secondOfDay
    append(compact: reading.day)
    append(UInt8(ascii: "T"))
    append(digits: second / 3600, width: 2)
    append(digits: second / 60 % 60, width: 2)
    append(digits: second % 60, width: 2)
  }

  /// `20261207T070000Z`.
  mutating func append(compact instant: Instant) {
    append(compact: LocalReading(secondsSince1970: instant.seconds))
    append(UInt8(ascii: "Z"))
  }

  /// `2026-12-07`.
  mutating func append(_ day: LocalDay) {
    let (year, month, date) = day.civil
    append(digits: year / 100, width: 2)
    append(digits: year % 100, width: 2)
    append(.minus)
    append(digits: month, width: 2)
    append(.minus)
    append(digits: date, width: 2)
  }

  /// `2026-12-07T08:00:00`.
  mutating func append(_ reading: LocalReading) {
    append(reading.day)
    append(UInt8(ascii: "T"))
    append(clock: reading)
    append(UInt8(ascii: ":"))
    append(digits: reading.secondOfDay % 60, width: 2)
  }

  /// `08:00`.
  mutating func append(clock reading: LocalReading) {
    let second = reading.secondOfDay
    append(digits: second / 3600, width: 2)
    append(UInt8(ascii: ":"))
    append(digits: second / 60 % 60, width: 2)
  }

  /// `+0530`, with seconds only where there are any (RFC 5545, section 3.3.14).
  mutating func append(offset seconds: Int) {
    let size = abs(seconds)
    append(seconds < 0 ? .minus : UInt8(ascii: "+"))
    append(digits: size / 3600, width: 2)
    append(digits: size / 60 % 60, width: 2)
    if size % 60 > 0 { append(digits: size % 60, width: 2) }
  }
}
