import Timeline

/// How a value is written in a file: what a planner is told to write, and how it is read.
struct Notation<Value> {
  /// Why a text is not a value: what is wrong (after the name of the field) and the next step.
  struct Complaint: Error {
    let message: String
    let hint: String
  }

  /// `a length of time such as 8h30m`.
  let expected: String
  let read: (String) throws(Complaint) -> Value

  init(_ expected: String, read: @escaping (String) -> Value?) {
    self.expected = expected
    self.read = { text throws(Complaint) in
      guard let value = read(text) else {
        throw Complaint(message: "is \"\(text)\"", hint: "write \(expected)")
      }
      return value
    }
  }

  init(_ expected: String, complaining read: @escaping (String) throws(Complaint) -> Value) {
    self.expected = expected
    self.read = read
  }
}

// MARK: - Words

extension Notation where Value == String {
  static var text: Notation { Notation("a text") { $0 } }

  static var folder: Notation { Notation("a folder such as rules/2026f") { $0 } }

  static var name: Notation { Notation("a name such as acme") { $0 } }

  static var identifier: Notation {
    Notation("an id of small letters, digits and hyphens") { text in
      text.utf8.allSatisfy(Notation.isIdentifierByte) && !text.isEmpty ? text : nil
    }
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == .minus
      || (UInt8.zero...UInt8(ascii: "9")).contains(byte)
  }

  /// An e-mail address, by no more than its shape.
  static var address: Notation {
    Notation("an address such as mina@example.org") { text in
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      let isAddress = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(" ") }
      return isAddress ? text : nil
    }
  }

  static var currency: Notation {
    Notation("a currency such as EUR") { text in
      text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5a).contains($0) } ? text : nil
    }
  }

  /// The shape of a BCP 47 tag.
  static var language: Notation {
    Notation("a language tag such as es or pt-BR") { text in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let isTag = parts.enumerated().allSatisfy { index, part in
        part.utf8.allSatisfy { byte in
          (0x61...0x7a).contains(byte | 0x20) || (index > 0 && (0x30...0x39).contains(byte))
        } && (index == 0 ? 2...3 : 1...8).contains(part.utf8.count)
      }
      return isTag ? text : nil
    }
  }
}

extension Notation where Value == Bool {
  static var yesOrNo: Notation {
    Notation("yes or no") { text in
      switch text {
      case "yes", "true": true
      case "no", "false": false
      default: nil
      }
    }
  }
}

extension Notation where Value == Weekday {
  static var weekday: Notation {
    Notation("a weekday such as mon or monday") { Weekday($0.lowercased()) }
  }
}

extension Notation
where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
  /// One of the words of a closed choice.
  static var word: Notation {
    let known = Value.allCases.map(\.rawValue)
    let expected = "one of \(known.joined(separator: ", "))"
    return Notation(expected) { text throws(Complaint) in
      guard let value = Value(rawValue: text) else {
        let nearest = Spelling.nearest(to: text, among: known)
        throw Complaint(
          message: "is \"\(text)\"",
          hint: nearest.map { "did you mean \"\($0)\"?" } ?? "write \(expected)")
      }
      return value
    }
  }
}

// MARK: - Numbers

extension Notation where Value == Int {
  static func whole(_ range: ClosedRange<Int>) -> Notation {
    let span =
      range.upperBound == .max
      ? "of \(range.lowerBound) or more" : "from \(range.lowerBound) to \(range.upperBound)"
    return Notation("a whole number \(span)") { text in
      text.utf8.count > 9 ? nil : Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension Notation where Value == Double {
  static func number(from least: Double) -> Notation {
    Notation("a number of \(Decimals.short(least, atMost: 2)) or more, such as 1.5") { text in
      Decimals.read(text).flatMap { $0 >= least ? $0 : nil }
    }
  }

  static var positive: Notation {
    Notation("a number above 0, such as 1.5") { text in
      Decimals.read(text).flatMap { $0 > 0 ? $0 : nil }
    }
  }

  /// A share, 1 for `100%`.
  static func percentage(_ range: ClosedRange<Double> = 0...1) -> Notation {
    let first = Decimals.short(100 * range.lowerBound, atMost: 0)
    let last = Decimals.short(100 * range.upperBound, atMost: 0)
    return Notation("a percentage from \(first)% to \(last)%, such as 25%") { text in
      guard text.hasSuffix("%"), let number = Decimals.read(text.dropLast()) else { return nil }
      return range.contains(number / 100) ? number / 100 : nil
    }
  }

  /// Seconds, of `20s`, `3m`, `1h` or `1m30s`; more than 0.
  static var seconds: Notation {
    Notation("a time such as 20s or 3m") { text in
      guard let seconds = Notation.seconds(of: text), seconds > 0 else { return nil }
      return seconds
    }
  }

  static func seconds(of text: some StringProtocol) -> Double? {
    var total = 0.0
    var rest = text[...]
    while !rest.isEmpty {
      guard let end = rest.firstIndex(where: { "smh".contains($0) }),
        let number = Decimals.read(rest[..<end]), number >= 0
      else { return nil }
      total += number * (rest[end] == "s" ? 1 : rest[end] == "m" ? 60 : 3600)
      rest = rest[rest.index(after: end)...]
    }
    return text.isEmpty ? nil : total
  }
}

extension Notation where Value == Double {
  /// Money per hour, in the workspace's currency: `24.5/h`.
  static var perHour: Notation {
    Notation("money per hour such as 24.5/h") { text in
      guard text.hasSuffix("/h"), let number = Decimals.read(text.dropLast(2)), number >= 0
      else { return nil }
      return number
    }
  }
}

// MARK: - Time

extension Notation where Value == Minutes {
  static func duration(_ range: ClosedRange<Minutes>) -> Notation {
    Notation("a time from \(range.lowerBound) to \(range.upperBound), such as 8h30m") { text in
      Minutes(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// The lengths of slots that forecasts and rosters are reckoned in.
  static var interval: Notation {
    Notation("5m, 10m, 15m, 30m or 60m") { text in
      Minutes(text).flatMap { [5, 10, 15, 30, 60].contains($0.count) ? $0 : nil }
    }
  }

  /// `40h/week`; the unit may be left out.
  static var perWeek: Notation {
    Notation("weekly hours from 15m to 168h, such as 40h/week") { text in
      let time = text.hasSuffix("/week") ? text.dropLast(5) : text[...]
      return Minutes(time).flatMap { (15...168 * 60).contains($0.count) ? $0 : nil }
    }
  }
}

extension Notation where Value == LocalDay {
  static var date: Notation { Notation("a date such as 2026-12-07") { LocalDay($0) } }
}

extension Notation where Value == LocalTime {
  static var time: Notation { Notation("a time such as 08:00") { LocalTime($0) } }
}

extension Notation where Value == ClosedRange<Minutes> {
  /// When a break may start after its shift's start: `3h-5h30m`.
  static var window: Notation {
    Notation("a window after the start of the shift such as 3h-5h30m") { text in
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let from = Minutes(parts[0]), let to = Minutes(parts[1]), from <= to
      else { return nil }
      return from...to
    }
  }
}

/// Two times of the wall clock, the second perhaps past midnight.
struct ClockSpan: Hashable {
  let from: LocalTime
  let to: LocalTime

  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = LocalTime(parts[0]), let to = LocalTime(parts[1]) else {
      return nil
    }
    self.from = from
    self.to = to
  }
}

extension Notation where Value == ClockSpan {
  static var clockSpan: Notation {
    Notation("two times such as 22:00-06:00") { ClockSpan($0) }
  }
}

/// The starts of a shift template: `06:00-11:00/15m`, where the last may be past 24:00, or `06:00`.
struct StartWindow: Hashable {
  let first: Int
  let last: Int
  let step: Minutes

  init?(_ text: String) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count <= 2 else { return nil }
    let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2, ends.count == halves.count,
      let first = StartWindow.minutes(ends[0]), first < 1440,
      let last = StartWindow.minutes(ends[ends.count - 1]), last >= first, last <= 2880
    else { return nil }
    let step = halves.count == 2 ? Minutes(halves[1]) : Minutes(15)
    guard let step, (1...1440).contains(step.count) else { return nil }
    self.first = first
    self.last = last
    self.step = step
  }

  /// `25:30` is half past one on the day after.
  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hour = UInt8(parts[0]), let minute = UInt8(parts[1]), minute < 60
    else { return nil }
    return 60 * Int(hour) + Int(minute)
  }
}

extension Notation where Value == StartWindow {
  static var starts: Notation {
    Notation("starts such as 06:00-11:00/15m (22:00-25:00/30m reaches into the next day)") {
      StartWindow($0)
    }
  }
}
