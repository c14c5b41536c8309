import Timeline

/// What holidays, and the days beside them, do to a day's contacts.
package struct HolidayEffects: Sendable {
  /// What is known of a kind of day.
  package struct Effect: Hashable, Sendable {
    /// Times the ordinary contacts of such a weekday.
    package let factor: Double
    /// How often it was seen.
    package let occurrences: Int
  }

  package let before: Effect?
  package let after: Effect?
  private let byKind: [DaySigns.Kind: Effect]
  private let pooled: [Pool: Effect]
  /// Shares of the slots of a holiday, by `slotsPerDay`; nil where no holiday was seen.
  private let shares: [Double]?

  /// What holidays are pooled over: an observance is not like a public holiday, nor a holiday that
  /// falls on a weekend like one on a working day.
  private struct Pool: Hashable {
    let kind: Holiday.Kind
    let isWeekend: Bool

    init(_ holiday: DaySigns.Kind) {
      kind = holiday.kind
      isWeekend = holiday.isWeekend
    }
  }

  /// Pseudo occurrences without effect that every pool starts with.
  static let poolPrior = 0.25
  /// Pseudo occurrences of the pool's effect that every name starts with.
  ///
  /// Both are small, for a single past Christmas says nearly all about the next.
  static let namePrior = 0.2
  /// Pseudo days of the ordinary shape that the holidays' shape starts with.
  static let shapePrior = 2.0
  /// Standard errors beyond which the days beside holidays are taken as different.
  static let besideLimit = 2.5
  /// Days beside holidays that must have been seen.
  static let leastBeside = 4

  /// Learns from the first `count` days, given what is ordinary there.
  package init(of past: Past, shape: DayShape, level: DayLevel, through count: Int) {
    var sums: [DaySigns.Kind: Sum] = [:]
    var beside = (before: [Double](), after: [Double]())
    var ordinary: [Double] = []
    for day in 0..<count {
      let weekday = past.signs.weekdays[day]
      let expected = shape.observedShare[day] * level.sizes[weekday] * level.levels[day]
      guard expected > 0 else { continue }
      let ratio = past.totals[day] / expected
      switch past.signs.signs[day] {
      case .holiday(let kind): sums[kind, default: Sum()].add(past.totals[day], over: expected)
      case .before: beside.before.append(ratio)
      case .after: beside.after.append(ratio)
      case .ordinary: if past.trust[day] == 1 { ordinary.append(ratio) }
      }
    }
    var pools: [Pool: Sum] = [:]
    for (kind, sum) in sums.sorted(by: { $0.key.name < $1.key.name }) {
      pools[Pool(kind), default: Sum()].add(sum)
    }
    let pooled = pools.mapValues { $0.effect(prior: Self.poolPrior, factor: 1) }
    self.pooled = pooled
    byKind = Dictionary(
      uniqueKeysWithValues: sums.map { kind, sum in
        (kind, sum.effect(prior: Self.namePrior, factor: pooled[Pool(kind)]?.factor ?? 1))
      })
    before = Self.effect(ofDaysBeside: beside.before, against: ordinary)
    after = Self.effect(ofDaysBeside: beside.after, against: ordinary)
    shares = Self.shares(of: past, shape: shape, through: count)
  }

  /// The effect on a day of a sign: its own, or the mean of such holidays; nil where nothing is
  /// known or nothing is to be expected.
  package func effect(of sign: DaySigns.Sign) -> Effect? {
    switch sign {
    case .ordinary: nil
    case .before: before
    case .after: after
    case .holiday(let kind):
      byKind[kind] ?? pooled[Pool(kind)].map { Effect(factor: $0.factor, occurrences: 0) }
    }
  }

  /// The shape of a holiday on a weekday: that of past holidays where the queue is open then.
  package func shares(onWeekday weekday: Int, of shape: DayShape, isOpen: [Bool]) -> [Double] {
    let range = weekday * shape.slotsPerDay..<(weekday + 1) * shape.slotsPerDay
    let ordinary = Array(shape.shares[range])
    guard let shares else { return ordinary }
    let open = zip(shares, isOpen[range]).map { $1 ? $0 : 0 }
    let total = open.reduce(0, +)
    return total > 0 ? open.map { $0 / total } : ordinary
  }
}

extension HolidayEffects {
  /// Contacts that came over what was expected without the effect.
  private struct Sum {
    var contacts = 0.0
    var expected = 0.0
    var occurrences = 0

    mutating func add(_ contacts: Double, over expected: Double) {
      add(Sum(contacts: contacts, expected: expected, occurrences: 1))
    }

    mutating func add(_ other: Sum) {
      contacts += other.contacts
      expected += other.expected
      occurrences += other.occurrences
    }

    /// The ratio, drawn to a factor by some pseudo occurrences of the mean size.
    func effect(prior: Double, factor: Double) -> Effect {
      let pseudo = prior * expected / Double(max(1, occurrences))
      return Effect(
        factor: (contacts + pseudo * factor) / (expected + pseudo), occurrences: occurrences)
    }
  }

  /// The mean ratio of the days beside holidays, if it is clearly not the ordinary one.
  private static func effect(ofDaysBeside ratios: [Double], against ordinary: [Double]) -> Effect? {
    guard ratios.count >= leastBeside, ordinary.count >= leastBeside else { return nil }
    let usual = mean(of: ordinary)
    let spread = mean(of: ordinary.map { ($0 - usual) * ($0 - usual) }).squareRoot()
    let count = Double(ratios.count)
    let difference = mean(of: ratios) - usual
    guard abs(difference) > besideLimit * spread / count.squareRoot() else { return nil }
    // Drawn to no effect by one pseudo day.
    return Effect(factor: 1 + difference * count / (count + 1), occurrences: ratios.count)
  }

  private static func shares(of past: Past, shape: DayShape, through count: Int) -> [Double]? {
    let slots = past.slotsPerDay
    var contacts = Array(repeating: 0.0, count: slots)
    var exposure = contacts
    var total = 0.0
    var days = 0.0
    for day in 0..<count where past.signs.isKept(day) && shape.observedShare[day] > 0 {
      let size = past.totals[day] / shape.observedShare[day]
      for slot in 0..<slots {
        contacts[slot] += past.table.contacts[day * slots + slot]
        exposure[slot] += size * past.table.exposure[day * slots + slot]
      }
      total += size
      days += 1
    }
    guard days > 0, total > 0 else { return nil }
    let pseudo = shapePrior * total / days
    return (0..<slots).map { slot in
      // The mean of the weekdays is what a holiday looks like before any was seen.
      let ordinary = (0..<7).reduce(0) { $0 + shape.shares[$1 * slots + slot] } / 7
      return (contacts[slot] + pseudo * ordinary) / (exposure[slot] + pseudo)
    }
  }
}

private func mean(of values: [Double]) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}
