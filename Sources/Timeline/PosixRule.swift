/// The yearly rule in the last line of a compiled zone file: a POSIX `TZ` text (RFC 8536, 3.3).
///
/// `CET-1CEST,M3.5.0,M10.5.0/3` says: CET is one hour ahead of Greenwich; from the last Sunday of
/// March 02:00 to the last Sunday of October 03:00 it is CEST.
struct PosixRule: Hashable, Sendable {
  /// A day of the year on which the clock changes, and the local time of the change.
  struct Turn: Hashable, Sendable {
    enum Day: Hashable, Sendable {
      /// `Jn`: 1...365, the 29th of February never counted.
      case julian(Int)
      /// `n`: 0...365, the 29th of February counted.
      case ordinal(Int)
      /// `Mm.w.d`: the w-th (5: last) weekday d (0: Sunday) of month m.
      case weekday(month: Int, week: Int, weekday: Int)
    }
    let day: Day
    /// Seconds after local midnight; -167 to 167 hours (RFC 8536, 3.3.1).
    let time: Int
  }

  struct Daylight: Hashable, Sendable {
    let observance: ZoneRules.Observance
    let begin: Turn
    let end: Turn
  }

  let standard: ZoneRules.Observance
  let daylight: Daylight?

  func observance(at second: Int) -> ZoneRules.Observance {
    guard let daylight else { return standard }
    let year = LocalReading(secondsSince1970: second + standard.offset).day.year
    // The last change at or before the moment decides. A change of the neighbouring years can be
    // the last one near the turn of the year.
    var last = (second: Int.min, observance: standard)
    for candidate in year - 1...year + 1 {
      for change in changes(of: candidate, daylight)
      where change.second <= second && change.second > last.second {
        last = change
      }
    }
    return last.observance
  }

  /// The moments of change within a range of seconds, ascending.
  func changes(in range: Range<Int>) -> [Int] {
    guard let daylight, !range.isEmpty else { return [] }
    let first = LocalReading(secondsSince1970: range.lowerBound).day.year - 1
    let last = LocalReading(secondsSince1970: range.upperBound).day.year + 1
    return (first...last).flatMap { changes(of: $0, daylight).map(\.second) }
      .filter { range.contains($0) }
      .sorted()
  }

  private func changes(
    of year: Int, _ daylight: Daylight
  ) -> [(second: Int, observance: ZoneRules.Observance)] {
    // Each turn is given in the time that holds before it.
    [
      (daylight.begin.second(of: year) - standard.offset, daylight.observance),
      (daylight.end.second(of: year) - daylight.observance.offset, standard),
    ]
  }
}

extension PosixRule.Turn {
  /// Local seconds since 1970 at which the turn of a year happens.
  func second(of year: Int) -> Int {
    let newYear = LocalDay(year: year, month: 1, day: 1) ?? LocalDay(daysSince1970: 0)
    let date: LocalDay
    switch day {
    case .julian(let number):
      date = newYear + (number - 1) + (LocalDay.isLeap(year) && number >= 60 ? 1 : 0)
    case .ordinal(let number):
      date = newYear + number
    case .weekday(let month, let week, let weekday):
      let first = LocalDay(year: year, month: month, day: 1) ?? newYear
      // Sunday is 0 in the rule and 7 in ISO 8601.
      let ahead = (weekday - first.weekday.number).flooredRemainder(by: 7)
      let candidate = first + (ahead + 7 * (week - 1))
      date = candidate.month == month ? candidate : candidate - 7
    }
    return 86_400 * date.daysSince1970 + time
  }
}

extension PosixRule {
  /// Reads a `TZ` text, or gives nil where it breaks the grammar.
  init?(_ text: some StringProtocol) {
    var scanner = Scanner(bytes: Array(text.utf8))
    guard let name = scanner.name(), let offset = scanner.time(limit: 24) else { return nil }
    // POSIX counts west of Greenwich.
    standard = ZoneRules.Observance(offset: -offset, isDaylight: false, abbreviation: name)
    if scanner.isAtEnd {
      daylight = nil
      return
    }
    guard let summer = scanner.name() else { return nil }
    var summerOffset = standard.offset + 3600
    if !scanner.at(",") {
      guard let read = scanner.time(limit: 24) else { return nil }
      summerOffset = -read
    }
    guard scanner.take(","), let begin = scanner.turn(), scanner.take(","),
      let end = scanner.turn(), scanner.isAtEnd
    else { return nil }
    daylight = Daylight(
      observance: ZoneRules.Observance(
        offset: summerOffset, isDaylight: true, abbreviation: summer),
      begin: begin, end: end)
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    func at(_ character: Unicode.Scalar) -> Bool {
      position < bytes.count && UInt32(bytes[position]) == character.value
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard at(character) else { return false }
      position += 1
      return true
    }

    /// Three or more letters, or anything of letters, digits and signs between angle brackets.
    mutating func name() -> String? {
      let quoted = take("<")
      let begin = position
      while position < bytes.count {
        let byte = bytes[position]
        let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
        let isDigitOrSign =
          byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
          || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        guard isLetter || (quoted && isDigitOrSign) else { break }
        position += 1
      }
      let name = String(decoding: bytes[begin..<position], as: UTF8.self)
      guard name.utf8.count >= 3, !quoted || take(">") else { return nil }
      return name
    }

    mutating func number(limit: Int) -> Int? {
      let begin = position
      var value = 0
      while position < bytes.count, position - begin < 4 {
        let digit = bytes[position] &- UInt8(ascii: "0")
        guard digit < 10 else { break }
        value = 10 * value + Int(digit)
        position += 1
      }
      return position > begin && value <= limit ? value : nil
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time(limit: Int) -> Int? {
      let sign = take("-") ? -1 : 1
      if sign == 1 { _ = take("+") }
      guard let hours = number(limit: limit) else { return nil }
      var seconds = 3600 * hours
      if take(":") {
        guard let minutes = number(limit: 59) else { return nil }
        seconds += 60 * minutes
        if take(":") {
          guard let rest = number(limit: 59) else { return nil }
          seconds += rest
        }
      }
      return sign * seconds
    }

    mutating func turn() -> Turn? {
      let day: Turn.Day
      if take("J") {
        guard let number = number(limit: 365), number >= 1 else { return nil }
        day = .julian(number)
      } else if take("M") {
        guard let month = number(limit: 12), month >= 1, take("."),
          let week = number(limit: 5), week >= 1, take("."), let weekday = number(limit: 6)
        else { return nil }
        day = .weekday(month: month, week: week, weekday: weekday)
      } else {
        guard let number = number(limit: 365) else { return nil }
        day = .ordinal(number)
      }
      guard take("/") else { return Turn(day: day, time: 7200) }
      guard let time = time(limit: 167) else { return nil }
      return Turn(day: day, time: time)
    }
  }
}
