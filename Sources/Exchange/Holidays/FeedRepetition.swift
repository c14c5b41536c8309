import Holidays
import Timeline

/// How an all-day event repeats every year, or every few years (RFC 5545, 3.3.10, of which holidays
/// use `FREQ=YEARLY` with months, days of the month and weekdays).
struct FeedRepetition: Hashable {
  /// A weekday, or the first, second or last one of a month or year.
  struct Day: Hashable {
    let weekday: Weekday
    /// 2 for the second, -1 for the last, 0 for each.
    let number: Int
  }

  private(set) var interval = 1
  private(set) var count: Int?
  private(set) var until: LocalDay?
  private(set) var months: [Int] = []
  private(set) var monthDays: [Int] = []
  private(set) var days: [Day] = []

  /// Reads `FREQ=YEARLY;BYMONTH=11;BYDAY=4TH`.
  init(_ line: FeedLine) throws(FeedEvent.Fault) {
    func unusual(_ part: Substring) -> FeedEvent.Fault {
      .unusual(line: line.line, message: "it repeats by \(part.prefix(40))")
    }
    var isYearly = false
    var names: Set<Substring> = []
    for part in line.value.uppercased().split(separator: ";") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, names.insert(halves[0]).inserted else {
        throw FeedRepetition.faulty(part, line)
      }
      let list = halves[1].split(separator: ",", omittingEmptySubsequences: false)
      switch halves[0] {
      case "FREQ":
        guard halves[1] == "YEARLY" else { throw unusual(part) }
        isYearly = true
      case "INTERVAL": interval = try FeedRepetition.number(halves[1], 1...1000, part, line)
      case "COUNT": count = try FeedRepetition.number(halves[1], 1...100_000, part, line)
      case "UNTIL":
        until = try FeedRepetition.lastDay(halves[1], part, line)
      case "BYMONTH":
        for text in list { months.append(try FeedRepetition.number(text, 1...12, part, line)) }
      case "BYMONTHDAY":
        for text in list {
          let number = try FeedRepetition.number(text, -31...31, part, line)
          guard number != 0 else { throw FeedRepetition.faulty(part, line) }
          monthDays.append(number)
        }
      case "BYDAY": for text in list { days.append(try FeedRepetition.day(text, part, line)) }
      case "WKST": continue
      default: throw unusual(part)
      }
    }
    guard isYearly else { throw FeedRepetition.faulty(line.value[...], line) }
    months = Set(months).sorted()
    monthDays = Set(monthDays).sorted()
  }

  private static func faulty(_ part: Substring, _ line: FeedLine) -> FeedEvent.Fault {
    .faulty(
      line: line.line, message: "RRULE: \"\(part.prefix(40))\" cannot be read",
      hint: "write a rule such as FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")
  }

  private static func number(
    _ text: Substring, _ range: ClosedRange<Int>, _ part: Substring, _ line: FeedLine
  ) throws(FeedEvent.Fault) -> Int {
    guard text.utf8.count < 8, let number = Int(text), range.contains(number) else {
      throw faulty(part, line)
    }
    return number
  }

  /// The date of `20281231`, `20281231T230000` or `20281231T230000Z`.
  private static func lastDay(
    _ text: Substring, _ part: Substring, _ line: FeedLine
  ) throws(FeedEvent.Fault) -> LocalDay {
    var time = text.utf8.dropFirst(8)
    if time.last == UInt8(ascii: "Z") { time = time.dropLast() }
    let isTime =
      time.count == 7 && time.first == UInt8(ascii: "T")
      && time.dropFirst().allSatisfy { $0 &- .zero < 10 }
    guard let day = LocalDay(basic: text), isTime || text.utf8.count == 8 else {
      throw faulty(part, line)
    }
    return day
  }

  /// `TH`, `4TH` or `-1MO`.
  private static func day(
    _ text: Substring, _ part: Substring, _ line: FeedLine
  ) throws(FeedEvent.Fault) -> Day {
    let weekday = Weekday.allCases.first { $0.rawValue.prefix(2).uppercased() == text.suffix(2) }
    guard let weekday else { throw faulty(part, line) }
    let digits = text.dropLast(2)
    guard !digits.isEmpty else { return Day(weekday: weekday, number: 0) }
    let number = try number(digits, -53...53, part, line)
    guard number != 0 else { throw faulty(part, line) }
    return Day(weekday: weekday, number: number)
  }
}

extension FeedRepetition {
  /// The days on which an event that first begins on `start` begins, to the end of a year; nil where
  /// there are more than the budget has left.
  ///
  /// The first day counts, whether or not the rule gives it (RFC 5545, 3.8.2.4).
  func days(from start: LocalDay, through lastYear: Int, budget: inout Int) -> [LocalDay]? {
    var found = [start]
    var year = start.year
    // Where nothing is counted, years before the table need not be walked through.
    let skipped = (WorldHolidays.years.lowerBound - 1 - year) / interval
    if count == nil, skipped > 0 { year += skipped * interval }
    while year <= lastYear, until.map({ $0 >= LocalDay.newYear(of: year) }) ?? true {
      let candidates = days(in: year, like: start)
      budget -= 1 + candidates.count
      guard budget >= 0 else { return nil }
      for day in candidates where day > start {
        if let until, day > until { return found }
        if let count, found.count >= count { return found }
        found.append(day)
      }
      year += interval
    }
    return found
  }

  /// The days that the rule gives in a year, in order.
  private func days(in year: Int, like start: LocalDay) -> [LocalDay] {
    let spans = months.isEmpty ? [span(of: nil, in: year)] : months.map { span(of: $0, in: year) }
    let named = Set(spans.flatMap { span in days.flatMap { $0.days(in: span) } })
    if !monthDays.isEmpty {
      let found = (months.isEmpty ? Array(1...12) : months).flatMap { month in
        monthDays.compactMap { number in
          let length = LocalDay.daysInMonth(month, of: year)
          return LocalDay(year: year, month: month, day: number > 0 ? number : length + 1 + number)
        }
      }
      // Of both, the days are those that each gives (RFC 5545, 3.3.10, note 2 of the table).
      return Set(found).filter { days.isEmpty || named.contains($0) }.sorted()
    }
    if !days.isEmpty { return named.sorted() }
    let (_, month, day) = start.civil
    return (months.isEmpty ? [month] : months).compactMap {
      LocalDay(year: year, month: $0, day: day)
    }
  }

  /// A month, or the whole year.
  private func span(of month: Int?, in year: Int) -> ClosedRange<LocalDay> {
    guard let month, let first = LocalDay(year: year, month: month, day: 1) else {
      return LocalDay.newYear(of: year)...(LocalDay.newYear(of: year + 1) - 1)
    }
    return first...(first + (LocalDay.daysInMonth(month, of: year) - 1))
  }
}

extension FeedRepetition.Day {
  /// The days of a month or year that it names.
  fileprivate func days(in span: ClosedRange<LocalDay>) -> [LocalDay] {
    let wait = (weekday.number - span.lowerBound.weekday.number + 7) % 7
    let all = Array(stride(from: span.lowerBound + wait, through: span.upperBound, by: 7))
    guard number != 0 else { return all }
    let index = number > 0 ? number - 1 : all.count + number
    return all.indices.contains(index) ? [all[index]] : []
  }
}
