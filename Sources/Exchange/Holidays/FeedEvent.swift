import Timeline

/// An all-day event of a calendar file (RFC 5545, 3.6.1).
struct FeedEvent {
  /// Why an event gives no days.
  enum Fault: Error {
    /// It has times of day and is no holiday.
    case isTimed(line: Int)
    /// Something that cannot be read.
    case faulty(line: Int, message: String, hint: String)
    /// It repeats in a way that holidays do not.
    case unusual(line: Int, message: String)
  }

  /// An event lasts no longer, so that a slip in a year is noticed.
  static let mostDays = 366

  let line: Int
  /// Empty where it has none.
  let name: String
  let id: String?
  /// Of events that are told anew, the highest holds (RFC 5545, 3.8.7.4).
  let sequence: Int
  let first: LocalDay
  let days: Int
  let rule: FeedRepetition?
  /// Further days on which it begins.
  let extra: [LocalDay]
  /// Days on which its repetition does not begin.
  let excluded: [LocalDay]
  /// Which repetition of the event of the same id it stands for.
  let replaces: LocalDay?
  /// Whether it stands for all later repetitions as well (RFC 5545, 3.2.13).
  let replacesFollowing: Bool
  let isCancelled: Bool

  /// Reads the properties of an event that begins at a line.
  init(_ properties: [FeedLine], line: Int) throws(Fault) {
    func first(_ name: String) -> FeedLine? { properties.first { $0.name == name } }
    self.line = line
    name = first("SUMMARY")?.text ?? ""
    id = first("UID")?.value
    sequence = first("SEQUENCE").flatMap { Int($0.value) } ?? 0
    isCancelled = first("STATUS")?.value.uppercased() == "CANCELLED"
    guard let start = first("DTSTART") else {
      throw .faulty(
        line: line, message: "the event has no DTSTART",
        hint: "add one, such as DTSTART;VALUE=DATE:20260101, or remove the event")
    }
    let day = try FeedEvent.day(start)
    self.first = day
    days = try FeedEvent.length(from: day, end: first("DTEND"), duration: first("DURATION"))
    let rules = properties.filter { $0.name == "RRULE" }
    if rules.count > 1 {
      throw .unusual(line: rules[1].line, message: "it repeats by a second RRULE")
    }
    if let exception = first("EXRULE") {
      throw .unusual(line: exception.line, message: "it repeats by an EXRULE")
    }
    rule = try rules.first.map { line throws(Fault) in try FeedRepetition(line) }
    extra = try FeedEvent.days(properties.filter { $0.name == "RDATE" })
    excluded = try FeedEvent.days(properties.filter { $0.name == "EXDATE" })
    let replaced = first("RECURRENCE-ID")
    replaces = try replaced.map { line throws(Fault) in try FeedEvent.anyDay(line.value, line) }
    replacesFollowing = replaced?.parameters["RANGE"] == "THISANDFUTURE"
  }

  /// How many days it lasts; the end is the day after the last (RFC 5545, 3.6.1).
  private static func length(
    from start: LocalDay, end: FeedLine?, duration: FeedLine?
  ) throws(Fault) -> Int {
    var days = 1
    if let end {
      days = try day(end) - start
      guard days >= 0 else {
        throw .faulty(
          line: end.line,
          message: "the event ends on \(start + days), before it begins on \(start)",
          hint: "swap DTSTART and DTEND")
      }
    } else if let duration {
      guard let read = wholeDays(duration.value) else {
        throw .faulty(
          line: duration.line,
          message: "the duration \"\(duration.value)\" is not one of whole days",
          hint: "write it such as P1D or P2W")
      }
      days = read
    }
    guard days <= mostDays else {
      throw .faulty(
        line: (end ?? duration)?.line ?? 0, message: "the event lasts \(days) days",
        hint: "mend its dates; holidays last a year at most")
    }
    // Some programs write the day itself as its end.
    return max(1, days)
  }

  /// The day of a property with `VALUE=DATE`; a time of day is a reason to leave the event out.
  private static func day(_ line: FeedLine) throws(Fault) -> LocalDay {
    if line.value.utf8.count > 8, line.parameters["VALUE"] != "DATE" {
      _ = try anyDay(line.value, line)
      throw .isTimed(line: line.line)
    }
    guard line.value.utf8.count == 8 else { throw noDate(line.value, line) }
    return try anyDay(line.value, line)
  }

  /// The days of properties that hold lists.
  private static func days(_ lines: [FeedLine]) throws(Fault) -> [LocalDay] {
    var days: [LocalDay] = []
    for line in lines {
      for text in line.value.split(separator: ",") { days.append(try anyDay(text, line)) }
    }
    return days
  }

  /// The date that a value begins with: of `20260101`, or of `20260101T000000Z`.
  private static func anyDay(
    _ text: some StringProtocol, _ line: FeedLine
  ) throws(Fault) -> LocalDay {
    let rest = text.utf8.dropFirst(8)
    guard let day = LocalDay(basic: text), rest.isEmpty || rest.first == UInt8(ascii: "T") else {
      throw noDate(text, line)
    }
    return day
  }

  private static func noDate(_ text: some StringProtocol, _ line: FeedLine) -> Fault {
    .faulty(
      line: line.line, message: "\(line.name) \"\(text.prefix(40))\" is not a date",
      hint: "write it as 20260101")
  }

  /// `P3D`, `P2W`, `P1W2D`; a time of day only if it is nothing, as in `P1DT0H`.
  private static func wholeDays(_ text: String) -> Int? {
    var digits = ""
    var days = 0
    var isTime = false
    guard text.utf8.count < 24, text.first == "P" || text.hasPrefix("+P") else { return nil }
    for character in text.drop(while: { $0 == "+" }).dropFirst() {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if character == "T", digits.isEmpty, !isTime {
        isTime = true
        continue
      }
      guard let number = Int(digits), digits.count < 7 else { return nil }
      switch (character, isTime) {
      case ("D", false): days += number
      case ("W", false): days += 7 * number
      case ("H", true), ("M", true), ("S", true): if number != 0 { return nil }
      default: return nil
      }
      digits = ""
    }
    return digits.isEmpty && days > 0 ? days : nil
  }
}

extension LocalDay {
  /// Reads the eight digits that a text begins with: `20260101`.
  init?(basic text: some StringProtocol) {
    let digits = Array(text.utf8.prefix(8))
    guard digits.count == 8, digits.allSatisfy({ (UInt8.zero...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let number = digits.reduce(0) { 10 * $0 + Int($1 - .zero) }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
