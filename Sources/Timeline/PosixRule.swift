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

  /// All changes of some years, ascending; none without daylight-saving time.
  ///
  /// Where one year's end meets the next one's beginning, the beginning comes last and holds: this is
  /// how a rule says that summer time is kept all year (RFC 8536, section 3.3.1).
  func changes(ofYears years: ClosedRange<Int>) -> [ZoneRules.Change] {
    guard let daylight else { return [] }
    // Each turn is given in the time that holds before it.
    let begins = years.map { daylight.begin.second(of: $0) - standard.offset }
    let ends = years.map { daylight.end.second(of: $0) - daylight.observance.offset }
    let changes =
      ends.map { ZoneRules.Change(second: $0, observance: standard) }
      + begins.map { ZoneRules.Change(second: $0, observance: daylight.observance) }
    // The sort is stable: of two changes at one moment the beginning stays last.
    return changes.sorted { $0.second < $1.second }
  }
}

extension PosixRule.Turn {
  /// Local seconds since 1970 at which the turn of a year happens.
  func second(of year: Int) -> Int {
    let date: LocalDay
    switch day {
    case .julian(let number):
      date = .newYear(of: year) + (number - 1) + (LocalDay.isLeap(year) && number >= 60 ? 1 : 0)
    case .ordinal(let number):
      date = .newYear(of: year) + number
    case .weekday(let month, let week, let weekday):
      let first = LocalDay.first(of: month, year)
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
        guard quoted ? byte.isPartOfAbbreviation : byte.isLetter else { break }
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
