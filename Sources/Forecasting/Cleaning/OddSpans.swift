import Statistics
import Timeline
import Workforce

/// Days and slots that have far more or far fewer contacts than usual.
struct OddSpans {
  private(set) var spans: [ProposedSpan] = []

  /// Of this share of the usual or less is "near 0".
  static let nearZero = 0.15
  /// A burst has more than so many times the usual.
  static let burst = 2.5
  /// The probability by chance of an outage or a burst: one in so many slots is nobody's trouble.
  static let slotChance = 1e-7
  /// The same of a day, and the standard deviations of its logarithm beyond which it is odd.
  static let dayChance = 1e-5
  static let dayDeviations = 4.5
  /// The least change of a day that is worth a planner's look, as a factor.
  static let leastDayChange = 1.4
  /// More odd days on end are a new level.
  static let longestRun = 3
  /// Of a day that has so much of its usual in bursts the whole day is odd.
  static let wholeDay = 0.5

  init() {}

  init(in record: SlotRecord, usual: UsualContacts, without skipped: [Int]) {
    let isSkipped = Set(skipped)
    let signs = record.grid.indices.map { index -> Int in
      isSkipped.contains(index) ? 0 : Self.sign(of: index, in: record, usual: usual)
    }
    let outages = record.slotsPerDay > 1 ? Self.outages(signs, record, usual) : []
    let bursts = record.slotsPerDay > 1 ? Self.bursts(signs, record, usual) : []
    let days = OddWholeDays(in: record, usual: usual, leavingOut: outages + bursts)
    let slotSpans =
      outages.map { ProposedSpan(kind: .outage, slots: $0) }
      + bursts.map { ProposedSpan(kind: .outlier, slots: $0) }
    spans =
      days.odd.map { ProposedSpan(kind: .outlier, slots: $0, isDay: true) }
      + slotSpans.filter { span in
        !days.covered.contains(record.days[span.slots.lowerBound])
          && !days.covered.contains(record.days[span.slots.upperBound - 1])
      }
  }

  /// -1 for a slot near 0, 1 for a burst, else 0.
  private static func sign(of index: Int, in record: SlotRecord, usual: UsualContacts) -> Int {
    let expected = usual.slots[index]
    let counted = record.offered[index]
    guard record.isOpen[index], !record.isNamed[index], !counted.isNaN, !expected.isNaN,
      !record.isSpecial[record.days[index]]
    else { return 0 }
    if counted <= nearZero * expected { return -1 }
    return counted > burst * expected ? 1 : 0
  }

  /// Runs of slots near 0 that chance does not explain.
  private static func outages(_ signs: [Int], _ record: SlotRecord, _ usual: UsualContacts)
    -> [Range<Int>]
  {
    runs(of: -1, in: signs).compactMap { run in
      let run = trimmed(run) { usual.slots[$0] > 0 }
      guard !run.isEmpty else { return nil }
      let expected = run.reduce(0) { $0 + usual.slots[$1] }
      let counted = run.reduce(0) { $0 + record.offered[$1] }
      // Contacts of one day rise and fall together, so a run has the dispersion of a slot.
      let chance = lowerTail(counted, expected: expected, dispersion: usual.slotDispersion)
      let days = record.days[run.upperBound - 1] - record.days[run.lowerBound]
      return chance < slotChance && days <= longestRun ? run : nil
    }
  }

  /// Runs of slots of which each has more than chance explains.
  private static func bursts(_ signs: [Int], _ record: SlotRecord, _ usual: UsualContacts)
    -> [Range<Int>]
  {
    let isBurst = record.grid.indices.map { index in
      guard signs[index] > 0 else { return 0 }
      let chance = upperTail(
        record.offered[index], expected: max(1, usual.slots[index]),
        dispersion: usual.slotDispersion)
      return chance < slotChance ? 1 : 0
    }
    return runs(of: 1, in: isBurst)
  }

  private static func trimmed(_ run: Range<Int>, _ isKept: (Int) -> Bool) -> Range<Int> {
    guard let first = run.first(where: isKept), let last = run.last(where: isKept) else {
      return run.lowerBound..<run.lowerBound
    }
    return first..<last + 1
  }

  /// The longest stretches of one value.
  static func runs(of value: Int, in values: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < values.count {
      var end = start + 1
      while end < values.count, values[end] == values[start] { end += 1 }
      if values[start] == value { runs.append(start..<end) }
      start = end
    }
    return runs
  }

  /// The probability of so few or fewer contacts.
  static func lowerTail(_ count: Double, expected: Double, dispersion: Double) -> Double {
    guard expected < 2000 else {
      let deviation = (dispersion + 1 / expected).squareRoot()
      return NormalDistribution.standard.probability(
        atMost: log((count + 0.5) / expected) / deviation)
    }
    return NegativeBinomialDistribution(mean: expected, dispersion: dispersion)
      .probability(atMost: Int(count.rounded(.down)))
  }

  /// The probability of so many or more contacts.
  static func upperTail(_ count: Double, expected: Double, dispersion: Double) -> Double {
    guard expected < 2000 else {
      let deviation = (dispersion + 1 / expected).squareRoot()
      return NormalDistribution.standard.probability(
        atMost: -log((count - 0.5) / expected) / deviation)
    }
    let counts = NegativeBinomialDistribution(mean: expected, dispersion: dispersion)
    // Beyond 60 deviations a sum of all terms below is only slow.
    if count > expected + 60 * (counts.variance.squareRoot() + 1) { return 0 }
    return 1 - counts.probability(atMost: Int(count.rounded(.up)) - 1)
  }
}

/// Whole days that are unlike the days around them.
struct OddWholeDays {
  /// The slots of each odd day.
  private(set) var odd: [Range<Int>] = []
  /// Days whose slots are not judged one by one: odd ones, and those of a new level.
  private(set) var covered: Set<Int> = []

  init(in record: SlotRecord, usual: UsualContacts, leavingOut spans: [Range<Int>]) {
    var expected = usual.days
    var counted = usual.counted
    var bursts = Array(repeating: 0.0, count: record.dayCount)
    for index in spans.joined() where !usual.slots[index].isNaN {
      let day = record.days[index]
      expected[day] -= usual.slots[index]
      counted[day] -= record.offered[index]
      if record.offered[index] > usual.slots[index] { bursts[day] += usual.slots[index] }
    }
    let signs = (0..<record.dayCount).map { day -> Int in
      guard !record.isSpecial[day], usual.days[day] > 0 else { return 0 }
      if bursts[day] > OddSpans.wholeDay * usual.days[day] { return 1 }
      guard expected[day] > 0.2 * usual.days[day] else { return 0 }
      return Self.sign(counted[day], expected[day], usual.dayDispersion)
    }
    let whole = (0..<record.dayCount).map { day in
      usual.days[day] > 0 && expected[day] <= 0.2 * usual.days[day] && signs[day] == 0
    }
    // Days of a new level stand among days without any judgement, such as closed ones.
    let judged = (0..<record.dayCount).filter { usual.days[$0] > 0 && !record.isSpecial[$0] }
    let row = judged.map { whole[$0] ? -1 : signs[$0] }
    var slots: [Int: Range<Int>] = [:]
    for index in record.grid.indices {
      let day = record.days[index]
      slots[day] = (slots[day]?.lowerBound ?? index)..<index + 1
    }
    for sign in [-1, 1] {
      for run in OddSpans.runs(of: sign, in: row) {
        for position in run {
          let day = judged[position]
          if run.count > OddSpans.longestRun {
            covered.insert(day)
          } else if !whole[day], let range = slots[day] {
            covered.insert(day)
            odd.append(range)
          }
        }
      }
    }
    odd.sort { $0.lowerBound < $1.lowerBound }
  }

  private static func sign(_ counted: Double, _ expected: Double, _ dispersion: Double) -> Int {
    let change = log((max(0, counted) + 0.5) / (expected + 0.5))
    let deviation = (dispersion + 1 / max(1, expected)).squareRoot()
    guard abs(change) > OddSpans.dayDeviations * deviation,
      abs(change) > log(OddSpans.leastDayChange)
    else { return 0 }
    let chance =
      change < 0
      ? OddSpans.lowerTail(counted, expected: expected, dispersion: dispersion)
      : OddSpans.upperTail(counted, expected: expected, dispersion: dispersion)
    guard chance < OddSpans.dayChance else { return 0 }
    return change < 0 ? -1 : 1
  }
}
