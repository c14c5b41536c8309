import Timeline

/// Reads the stamps of an ACD's file from bytes.
struct StampParser {
  /// What a stamp says.
  enum Stamp: Hashable {
    /// A moment: the stamp has an offset, or counts seconds.
    case moment(Instant)
    /// A reading of a clock that somebody must name.
    case reading(LocalReading)
    /// `07.12.26`: nobody knows which of the three is the year.
    case shortYear
    case unreadable
  }

  let format: HistoryMapping.StampFormat

  /// A date and time in one field, or in two.
  func stamp(_ bytes: [UInt8], _ date: Range<Int>, time: Range<Int>? = nil) -> Stamp {
    var cursor = ByteCursor(bytes, date)
    cursor.skipBlanks()
    if format == .epoch { return epoch(&cursor) }
    guard let day = day(&cursor) else { return cursor.sawShortYear ? .shortYear : .unreadable }
    if let time {
      // A date column of a database may carry a midnight.
      cursor.skipBlanks()
      if !cursor.isAtEnd {
        guard cursor.take(ByteCursor.letterT) || cursor.tookBlank, let rest = clock(&cursor),
          rest == 0, cursor.isAtEnd
        else { return .unreadable }
      }
      cursor = ByteCursor(bytes, time)
      cursor.skipBlanks()
    } else {
      // `11/30/2026, 8:00 AM`, as browsers write it.
      if format == .mdy || format == .dmy { _ = cursor.take(.comma) }
      cursor.skipBlanks()
      guard cursor.take(ByteCursor.letterT) || cursor.tookBlank else { return .unreadable }
    }
    guard let second = time == nil ? clock(&cursor) : clock(&cursor) ?? compactClock(&cursor) else {
      return .unreadable
    }
    let reading = LocalReading(day: day, secondOfDay: second)
    cursor.skipBlanks()
    if cursor.isAtEnd { return .reading(reading) }
    guard let offset = cursor.offset(), cursor.isAtEnd else { return .unreadable }
    return .moment(Instant(seconds: reading.secondsSince1970 - offset))
  }

  /// Seconds since 1970, or milliseconds from 10^11 on: the former would be of the year 5138.
  private func epoch(_ cursor: inout ByteCursor) -> Stamp {
    guard let (count, digits) = cursor.number(atMost: 14), digits >= 9 else { return .unreadable }
    cursor.skipBlanks()
    guard cursor.isAtEnd else { return .unreadable }
    return .moment(Instant(seconds: count >= 100_000_000_000 ? count / 1000 : count))
  }

  private func day(_ cursor: inout ByteCursor) -> LocalDay? {
    guard let (first, digits) = cursor.number(atMost: 8) else { return nil }
    if format == .iso || format == .ymd {
      if digits == 8, format == .ymd {
        return LocalDay(year: first / 10_000, month: first / 100 % 100, day: first % 100)
      }
      guard let mark = cursor.dateMark(), format == .ymd || mark == .minus,
        let (month, monthDigits) = cursor.number(atMost: 2), cursor.take(mark),
        let (day, dayDigits) = cursor.number(atMost: 2)
      else { return nil }
      if digits <= 2 {
        cursor.sawShortYear = format == .ymd && dayDigits == 2
        return nil
      }
      guard digits == 4, format == .ymd || (monthDigits == 2 && dayDigits == 2) else { return nil }
      return LocalDay(year: first, month: month, day: day)
    }
    guard digits <= 2, let mark = cursor.dateMark(),
      let (second, places) = cursor.number(atMost: 2),
      places <= 2, cursor.take(mark), let (year, yearDigits) = cursor.number(atMost: 4)
    else { return nil }
    guard yearDigits == 4 else {
      cursor.sawShortYear = yearDigits == 2
      return nil
    }
    let (day, month) = format == .dmy ? (first, second) : (second, first)
    return LocalDay(year: year, month: month, day: day)
  }

  /// `8:05`, `08:05:00`, `08:05:00.000`, `8:05 PM`, at most `24:00`; seconds of the day.
  private func clock(_ cursor: inout ByteCursor) -> Int? {
    var ahead = cursor
    guard let (hour, _) = ahead.number(atMost: 2), ahead.take(.colon),
      let minute = ahead.pair(), minute < 60
    else { return nil }
    var second = 0
    if ahead.take(.colon) {
      guard let read = ahead.pair(), read < 60 else { return nil }
      second = read
      if ahead.take(.point) || ahead.take(.comma) {
        guard ahead.number(atMost: 9) != nil else { return nil }
      }
    }
    var beforeHalf = ahead
    beforeHalf.skipBlanks()
    var hours = hour
    if let half = beforeHalf.halfOfDay() {
      guard (1...12).contains(hour) else { return nil }
      hours = hour % 12 + (half == .afternoon ? 12 : 0)
      ahead = beforeHalf
    }
    cursor = ahead
    let total = 3600 * hours + 60 * minute + second
    return total <= 86_400 ? total : nil
  }

  /// `30` is half past midnight, `1530` half past three.
  private func compactClock(_ cursor: inout ByteCursor) -> Int? {
    guard let (number, _) = cursor.number(atMost: 4), number % 100 < 60, number <= 2400 else {
      return nil
    }
    return 60 * (60 * (number / 100) + number % 100)
  }
}

/// Walks over the bytes of a field.
struct ByteCursor {
  enum Half {
    case morning, afternoon
  }

  static let letterT = UInt8(ascii: "T")

  private let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int
  /// Whether ``skipBlanks()`` went over any, the last time.
  private(set) var tookBlank = false
  var sawShortYear = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position == end }

  /// Goes over blanks, also the narrow ones that do not break (U+202F) before AM and PM.
  mutating func skipBlanks() {
    let start = position
    while position < end {
      if bytes[position] == .blank {
        position += 1
      } else if bytes[position] == 0xe2, bytes[position..<end].starts(with: [0xe2, 0x80, 0xaf]) {
        position += 3
      } else {
        break
      }
    }
    tookBlank = position > start
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// A hyphen, a slash or a point.
  mutating func dateMark() -> UInt8? {
    guard position < end else { return nil }
    let byte = bytes[position]
    guard byte == .minus || byte == .slash || byte == .point else { return nil }
    position += 1
    return byte
  }

  /// All digits that follow, with their count; nil where there is none or more than so many.
  mutating func number(atMost most: Int) -> (value: Int, digits: Int)? {
    let start = position
    var value = 0
    while position < end {
      let digit = bytes[position] &- .zero
      guard digit < 10 else { break }
      guard position - start < most else { return nil }
      value = 10 * value + Int(digit)
      position += 1
    }
    return position > start ? (value, position - start) : nil
  }

  /// Two digits.
  mutating func pair() -> Int? {
    guard let (value, digits) = number(atMost: 2), digits == 2 else { return nil }
    return value
  }

  /// `AM` or `PM`, also small and with points.
  mutating func halfOfDay() -> Half? {
    guard position < end else { return nil }
    let letter = bytes[position] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    position += 1
    _ = take(.point)
    guard position < end, bytes[position] | 0x20 == UInt8(ascii: "m") else { return nil }
    position += 1
    _ = take(.point)
    return letter == UInt8(ascii: "a") ? .morning : .afternoon
  }

  /// `Z`, `UTC`, `+01:00`, `+0100` or `+01`; seconds east of Greenwich.
  mutating func offset() -> Int? {
    if take(UInt8(ascii: "Z")) { return 0 }
    if end - position == 3, bytes[position..<end].elementsEqual("UTC".utf8) {
      position = end
      return 0
    }
    let isWest = take(.minus)
    guard isWest || take(UInt8(ascii: "+")) else { return nil }
    guard let (first, digits) = number(atMost: 4) else { return nil }
    var minutes = digits == 4 ? 60 * (first / 100) + first % 100 : 60 * first
    if digits == 2, take(.colon) {
      guard let rest = pair(), rest < 60 else { return nil }
      minutes += rest
    }
    guard digits.isMultiple(of: 2), minutes < 1440, digits == 2 || first % 100 < 60 else {
      return nil
    }
    return isWest ? -60 * minutes : 60 * minutes
  }
}
