import Timeline
import Workforce

/// Agents whose lines are interchangeable, so that they are priced once.
///
/// They have the same menu, skills, free days, wishes, bounds and past.
struct Crew: Sendable {
  /// Places in the problem's agents, ascending.
  let members: [Int]
  let menu: Int
  let skillSet: Int
  /// What each shift of the menu costs these agents: pay, premiums and wishes that it breaks;
  /// infinite where it must not be worked.
  let cost: ContiguousArray<Double>
  /// Whole units of paid time, by kind of the menu, in which ``hours`` are counted.
  let amounts: ContiguousArray<Int>
  /// Paid time that the week may have, in those units.
  let hours: ClosedRange<Int>
  /// Worked days that the week may have.
  let dayCount: ClosedRange<Int>
  /// Most shifts in a row that touch the night, nil where that cannot bind.
  let nightsInRow: Int?
  /// Night shifts in a row that the earlier roster ended with, on the day before the week.
  let nightsCarried: Int
  /// The patterns of worked days that rules and bounds allow, each cut into segments.
  let patterns: [Pattern]
  /// Chains of shifts that rules tie together; the rest of a chain stands before it.
  let segments: [Segment]
  /// By pattern bits, whether it is among ``patterns``.
  let isAllowed: [Bool]

  struct Pattern: Sendable {
    let bits: UInt8
    let segments: [Int]
  }

  /// Worked days each of which is close enough to the next to forbid some of its starts.
  struct Segment: Hashable, Sendable {
    let first: Int
    let dayCount: Int
    /// The segment without its first day, and how many days later that begins; -1 for a single day.
    let rest: Int
    let gap: Int
  }

  /// Least and greatest units of a single shift.
  var leastAmount: Int { amounts.min() ?? 0 }
  var greatestAmount: Int { amounts.max() ?? 0 }
}

extension Crew {
  /// Cuts patterns into segments of days at most `reach` apart and numbers the segments.
  static func segments(
    of patterns: [UInt8], reach: Int
  ) -> (patterns: [Pattern], segments: [Segment]) {
    var numbers: [UInt8: Int] = [:]
    var segments: [Segment] = []
    /// The number of a segment given by its days; its rest gets one before it.
    func number(_ bits: UInt8) -> Int {
      if let known = numbers[bits] { return known }
      let first = bits.trailingZeroBitCount
      let remaining = bits & (bits &- 1)
      let rest = remaining == 0 ? -1 : number(remaining)
      segments.append(
        Segment(
          first: first, dayCount: bits.nonzeroBitCount, rest: rest,
          gap: remaining == 0 ? 0 : remaining.trailingZeroBitCount - first))
      numbers[bits] = segments.count - 1
      return segments.count - 1
    }
    let cut = patterns.map { bits in
      var pieces: [Int] = []
      var piece: UInt8 = 0
      var last = -7
      for day in 0..<7 where bits >> UInt8(day) & 1 == 1 {
        if day - last > reach, piece != 0 {
          pieces.append(number(piece))
          piece = 0
        }
        piece |= 1 << UInt8(day)
        last = day
      }
      if piece != 0 { pieces.append(number(piece)) }
      return Pattern(bits: bits, segments: pieces)
    }
    return (cut, segments)
  }

  /// Whether a line keeps every hard rule of these agents.
  func allows(_ line: Line, in menu: Menu) -> Bool {
    let bits = line.pattern
    guard isAllowed[Int(bits)] else { return false }
    var amount = 0
    var nights = nightsCarried
    for day in 0..<7 {
      let duty = line[day]
      guard !duty.isOff else {
        nights = 0
        continue
      }
      guard cost[duty.index] < .infinity else { return false }
      let candidate = menu.candidates[duty.index]
      amount += amounts[candidate.kind]
      nights = candidate.touchesNight ? nights + 1 : 0
      if let nightsInRow, nights > nightsInRow { return false }
      for distance in 1...menu.reach where day + distance < 7 {
        let next = line[day + distance]
        guard !next.isOff else { continue }
        let slot = menu.candidates[next.index].slot
        let links = menu.links[distance - 1]
        guard slot >= links.low[duty.index], slot < links.high[duty.index] else { return false }
      }
    }
    return hours.contains(amount)
  }

  /// Pay, premiums and wishes of a line.
  func cost(of line: Line) -> Double {
    var total = 0.0
    for day in 0..<7 where !line[day].isOff { total += cost[line[day].index] }
    return total
  }
}
