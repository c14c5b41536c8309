import Statistics
import Workforce

extension DayPattern {
  /// Days that are needed to learn from.
  static let leastDays = 14
  static let halfLives = [1.0, 2.5, 6.0]
  static let dayShares = [0.0, 0.1, 0.25, 0.45]
  static let driftShares = [0.2, 0.45, 0.7]
  static let carryOvers = [0.0, 0.4, 0.75]
  /// What was missed in the past is less than what will be, most so far out.
  static let innerCaution = 1.03
  static let outerCaution = 1.05
  /// However narrow or wide the past asks the bands to be.
  static let widths = 0.75...1.6

  /// The pattern under which runs of days were likeliest, each forecast from its start on; ``usual`` where they
  /// are too few.
  ///
  /// Of each part only a few sizes are tried: more would follow chance, and what a day has in common is
  /// never known well.
  init(of runs: [[DaySlot]]) {
    let days = runs.reduce(0) { $0 + Self.days(of: $1) }
    guard days >= Self.leastDays else {
      self = .usual
      return
    }
    var best = (pattern: DayPattern.usual, likelihood: Self.likelihood(of: runs, by: .usual))
    func propose(_ pattern: DayPattern) {
      let likelihood = Self.likelihood(of: runs, by: pattern)
      if likelihood > best.likelihood { best = (pattern, likelihood) }
    }
    for halfLife in Self.halfLives {
      for day in Self.dayShares {
        for drift in Self.driftShares where day + drift < 1 {
          propose(
            DayPattern(
              dayShare: day, driftShare: drift, halfLife: halfLife,
              carryOver: DayPattern.usual.carryOver))
        }
      }
    }
    let shares = best.pattern
    for carryOver in Self.carryOvers {
      propose(
        DayPattern(
          dayShare: shares.dayShare, driftShare: shares.driftShare, halfLife: shares.halfLife,
          carryOver: carryOver))
    }
    let widths = Self.widths(of: runs, by: best.pattern)
    self = best.pattern.with(innerWidth: widths.inner, outerWidth: widths.outer, days: days)
  }

  private static func days(of run: [DaySlot]) -> Int {
    var last: Int?
    var count = 0
    for slot in run where slot.isKnown && slot.day != last {
      last = slot.day
      count += 1
    }
    return count
  }

  private static func likelihood(of runs: [[DaySlot]], by pattern: DayPattern) -> Double {
    runs.reduce(0) { sum, run in
      var filter = DayFilter(pattern)
      for slot in run where slot.isKnown {
        filter.advance(to: slot)
        filter.observe(slot)
      }
      return sum + filter.likelihood
    }
  }

  /// The quarters of a day's slots after which the rest of it is judged.
  private static let quarters = 1...3

  /// How much wider the bands would have had to be to hold 80 % and 95 % of the rests of the days
  /// (split conformal prediction, as in ``Spread``).
  private static func widths(of runs: [[DaySlot]], by pattern: DayPattern)
    -> (inner: Double, outer: Double)
  {
    var inner: [Double] = []
    var outer: [Double] = []
    for run in runs {
      var filter = DayFilter(pattern)
      var first = run.startIndex
      while first < run.endIndex {
        let end = run[first...].firstIndex { $0.day != run[first].day } ?? run.endIndex
        let cuts = quarters.map { first + $0 * (end - first) / 4 }
        for index in first..<end {
          if cuts.contains(index) {
            judge(run[index..<end], by: filter, inner: &inner, outer: &outer)
          }
          guard run[index].isKnown else { continue }
          filter.advance(to: run[index])
          filter.observe(run[index])
        }
        first = end
      }
    }
    func width(_ level: Double, _ ratios: [Double], _ caution: Double) -> Double {
      let ratio = quantile(level, of: ratios) ?? 1
      return min(widths.upperBound, max(widths.lowerBound, caution * ratio))
    }
    return (width(0.8, inner, innerCaution), width(0.95, outer, outerCaution))
  }

  /// Adds, for each slot of a rest of a day, how far it fell as a share of its band's reach on that side.
  private static func judge(
    _ rest: ArraySlice<DaySlot>, by filter: DayFilter, inner: inout [Double],
    outer: inout [Double]
  ) {
    var filter = filter
    for slot in rest where slot.isKnown {
      filter.advance(to: slot)
      let band = filter.band(of: slot)
      let miss = slot.actual - band.expected
      let (near, far) =
        miss > 0
        ? (band.high - band.expected, band.highest - band.expected)
        : (band.expected - band.low, band.expected - band.lowest)
      if near > 0 { inner.append(abs(miss) / near) }
      if far > 0 { outer.append(abs(miss) / far) }
    }
  }
}
