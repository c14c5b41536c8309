/// The compiled rules of one zone: periods of one offset each, divided by the changes of its clock.
///
/// A class only so that copying a ``Zone`` does not copy its tables; nothing in it ever changes.
final class ZoneRules: Sendable {
  /// What holds between two changes.
  struct Observance: Hashable, Sendable {
    /// Seconds east of Greenwich; less than ``ZoneRules/reach`` either way.
    let offset: Int
    let isDaylight: Bool
    let abbreviation: String
  }

  /// A moment, in seconds since 1970, and what holds from it on.
  struct Change: Hashable, Sendable {
    let second: Int
    let observance: Observance
  }

  /// A stretch of time `[start, end)` without a change.
  struct Period: Hashable, Sendable {
    let start: Int
    let end: Int
    /// Seconds east of Greenwich.
    let offset: Int
    /// The place of the period in the table.
    fileprivate let number: Int

    func contains(_ second: Int) -> Bool { start <= second && second < end }
  }

  /// Where each period starts, ascending, the first one at the beginning of time.
  private let starts: [Int]
  private let index: ChangeIndex
  /// The offset of each period: what is asked most often, packed on its own.
  private let offsets: [Int]
  private let observances: [Observance]
  /// Where the table ends.
  ///
  /// From here on its last 400 years come again and again; `Int.max` where the last period lasts for
  /// ever.
  private let horizon: Int

  /// - Parameters:
  ///   - initial: in force before the first change
  ///   - changes: in order of time, none further than 2^59 seconds from 1970
  ///   - rule: in force from the last change on, where there is one
  init(initial: Observance, changes: [Change], rule: PosixRule?) {
    var table = [Change(second: .min, observance: initial)]
    table += changes
    if let rule {
      let last = max(changes.last?.second ?? .min, ZoneRules.firstSecondOfRules)
      let continuation = ZoneRules.continuation(of: rule, from: last)
      // Where both change at one moment the rule comes last, and so holds.
      table += continuation
      horizon = continuation.count > 1 ? last + ZoneRules.cycle : .max
    } else {
      horizon = .max
    }
    starts = table.map(\.second)
    index = ChangeIndex(starts)
    offsets = table.map(\.observance.offset)
    observances = table.map(\.observance)
  }

  static func fixed(offset: Int, abbreviation: String) -> ZoneRules {
    ZoneRules(
      initial: Observance(offset: offset, isDaylight: false, abbreviation: abbreviation),
      changes: [], rule: nil)
  }

  /// The Gregorian calendar repeats itself, weekdays included, after 400 years of 146,097 days.
  private static let cycle = 146_097 * 86_400

  /// 1900-01-01: a rule without a table before it is not believed of older times.
  private static let firstSecondOfRules = -25_567 * 86_400

  /// What a rule says from a moment on, for one cycle.
  private static func continuation(of rule: PosixRule, from start: Int) -> [Change] {
    let year = LocalReading(secondsSince1970: start).day.year
    // The turns of a year may spill into its neighbours.
    let changes = rule.changes(ofYears: year - 2...year + 402)
    let current = changes.last { $0.second <= start }?.observance ?? rule.standard
    return [Change(second: start, observance: current)]
      + changes.filter { start < $0.second && $0.second < start + cycle }
  }
}

extension ZoneRules {
  func offset(at second: Int) -> Int {
    offsets[number(at: second - shift(of: second))]
  }

  func observance(at second: Int) -> Observance {
    observances[number(at: second - shift(of: second))]
  }

  func observance(of period: Period) -> Observance { observances[period.number] }

  /// The period that holds a moment; for the next one ask for its `end`.
  func period(at second: Int) -> Period {
    let shift = shift(of: second)
    let number = number(at: second - shift)
    let end = number + 1 < starts.count ? starts[number + 1] : horizon
    return Period(
      start: starts[number] + shift, end: end + shift, offset: offsets[number], number: number)
  }

  /// The period in which the clock first shows a reading (seconds since 1970 on that clock) or, where
  /// it is put forward past the reading, a later one.
  ///
  /// In the second case the period starts with the change that skips the reading: before it the clock
  /// was behind the reading, and within a period it shows every second.
  func arrival(at reading: Int) -> Period {
    // At this moment the clock is surely behind the reading; the same time after it, surely past it.
    var period = period(at: reading - ZoneRules.reach)
    while period.end <= reading - period.offset {
      period = self.period(at: period.end)
    }
    return period
  }

  /// The bound of all offsets in seconds: 26 hours (RFC 9636, section 3.2, names -25 to 26).
  static let reach = 26 * 3600

  /// The changes of offset within a range of seconds, ascending.
  func transitions(in range: Range<Int>) -> [(before: Period, after: Period)] {
    guard !range.isEmpty else { return [] }
    var result: [(before: Period, after: Period)] = []
    var period = period(at: max(range.lowerBound, .min + 1) - 1)
    while period.end < range.upperBound {
      let next = self.period(at: period.end)
      if next.offset != period.offset { result.append((before: period, after: next)) }
      period = next
    }
    return result
  }

  /// By how much a moment beyond the table is moved back to find what holds: whole cycles.
  private func shift(of second: Int) -> Int {
    guard second >= horizon, horizon < .max else { return 0 }
    return ((second - horizon) / ZoneRules.cycle + 1) * ZoneRules.cycle
  }

  /// The number of the last period that starts at or before a moment within the table.
  private func number(at second: Int) -> Int {
    var (low, count) = index.candidates(at: second)
    // Halves without a branch on the data: which side is taken cannot be foretold, and a wrong
    // guess of the processor costs more than the whole comparison.
    while count > 1 {
      let half = count / 2
      low += starts[low + half] <= second ? half : 0
      count -= half
    }
    return low
  }
}

extension ZoneRules: Equatable {
  static func == (left: ZoneRules, right: ZoneRules) -> Bool {
    left === right
      || (left.horizon == right.horizon && left.starts == right.starts
        && left.observances == right.observances)
  }
}
