/// Reads dates and times from ASCII bytes, without allocation.
///
/// A parse is all or nothing: a method that returns nil leaves the scanner anywhere.
package struct ClockScanner {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: some Collection<UInt8>) {
    self.bytes = ArraySlice(bytes)
    position = self.bytes.startIndex
  }

  package var isAtEnd: Bool { position == bytes.endIndex }

  /// `YYYY-MM-DD` of a day that exists.
  package mutating func day() -> LocalDay? {
    guard let (year, month, day) = date() else { return nil }
    return LocalDay(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD` of whatever calendar.
  mutating func date() -> (year: Int, month: Int, day: Int)? {
    guard let year = digits(4), take(UInt8(ascii: "-")), let month = digits(2),
      take(UInt8(ascii: "-")), let day = digits(2)
    else { return nil }
    return (year, month, day)
  }

  /// `YYYY-Www` of a week that the year has.
  package mutating func week() -> Week? {
    guard let year = digits(4), take(UInt8(ascii: "-")), take(UInt8(ascii: "W")),
      let number = digits(2)
    else { return nil }
    return Week(year: year, number: number)
  }

  /// `HH:MM` or `HH:MM:SS` with an optional fraction, `24:00` at the most; seconds of the day.
  package mutating func secondOfDay() -> Int? {
    guard let hour = digits(2), take(UInt8(ascii: ":")), let minute = digits(2), minute < 60
    else { return nil }
    var second = 0
    if take(UInt8(ascii: ":")) {
      guard let read = digits(2), read < 60 else { return nil }
      second = read
      if take(UInt8(ascii: ".")) {
        guard digits(1) != nil else { return nil }
        while digits(1) != nil {}
      }
    }
    let total = hour * 3600 + minute * 60 + second
    return total <= 86_400 ? total : nil
  }

  /// A day and a time separated by `T` or a blank.
  package mutating func localReading() -> LocalReading? {
    guard let day = day(), take(UInt8(ascii: "T")) || take(UInt8(ascii: " ")),
      let second = secondOfDay()
    else { return nil }
    return LocalReading(day: day, secondOfDay: second)
  }

  /// `Z`, `+01:00`, `+0100` or `+01`; seconds east of Greenwich.
  package mutating func offset() -> Int? {
    if take(UInt8(ascii: "Z")) { return 0 }
    let sign: Int
    if take(UInt8(ascii: "+")) {
      sign = 1
    } else if take(UInt8(ascii: "-")) {
      sign = -1
    } else {
      return nil
    }
    guard let hours = digits(2), hours < 24 else { return nil }
    if isAtEnd { return sign * hours * 3600 }
    _ = take(UInt8(ascii: ":"))
    guard let minutes = digits(2), minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard bytes.endIndex - position >= count else { return nil }
    var value = 0
    for index in position..<position + count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    position += count
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.endIndex, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}
