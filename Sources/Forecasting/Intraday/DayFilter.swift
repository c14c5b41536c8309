import Statistics
import Workforce

/// A slot by its place in time, with what was expected of it and, where that is known, what came.
struct DaySlot: Hashable, Sendable {
  /// Hours from any fixed moment to the slot's start.
  let hour: Double
  /// The number of its day among those worked.
  let day: Int
  let band: Band
  /// NaN where it is not known.
  let actual: Double
  /// The standard deviation beyond chance, as a share of what is expected.
  let spread: Double

  /// No day is quite as regular as chance.
  static let leastSpread = 0.02

  /// A slot deviates by what its band says, or by more.
  init(hour: Double, day: Int, band: Band, actual: Double, spread: Double = leastSpread) {
    self.hour = hour
    self.day = day
    self.band = band
    self.actual = actual
    self.spread = max(spread, band.relativeVariance.squareRoot())
  }

  /// The same on a day that may be unlike any other.
  func spread(byAtLeast spread: Double) -> DaySlot {
    DaySlot(hour: hour, day: day, band: band, actual: actual, spread: spread)
  }

  var isKnown: Bool { actual.isFinite && band.expected > 0 }
}

/// What is known of a day's deviation after each slot: a Kalman filter over the parts of ``DayPattern``.
///
/// With x = (day, drift), a slot's relative deviation is e = spread (day + drift + own) + chance, where chance
/// has the variance 1 / expected of Poisson counts. Each known slot updates mean and covariance of x by
/// the linear rule (Durbin and Koopman, "Time Series Analysis by State Space Methods", 2012, section 4.3);
/// between slots the drift fades, between days the day's part does.
struct DayFilter {
  private let pattern: DayPattern
  private var day = 0.0
  private var drift = 0.0
  // The covariance of both.
  private var dayVariance: Double
  private var covariance = 0.0
  private var driftVariance: Double
  private var last: (hour: Double, day: Int)?
  /// The logarithm of how likely all slots were that were seen; single wild ones count but little.
  private(set) var likelihood = 0.0

  /// Deviations beyond so many standard deviations are believed no further: one wild slot is no trend.
  static let wildest = 3.0
  /// The same for the likelihood.
  static let wild = 2.5

  init(_ pattern: DayPattern) {
    self.pattern = pattern
    dayVariance = pattern.dayShare
    driftVariance = pattern.driftShare
  }

  /// Goes on to a slot's time without looking at it.
  mutating func advance(to slot: DaySlot) {
    defer { last = (slot.hour, slot.day) }
    guard let last else { return }
    let left = discount(age: max(0, slot.hour - last.hour), halfLife: pattern.halfLife)
    drift *= left
    covariance *= left
    driftVariance = left * left * driftVariance + (1 - left * left) * pattern.driftShare
    for _ in 0..<max(0, slot.day - last.day) {
      let carried = pattern.carryOver
      day *= carried
      covariance *= carried
      dayVariance = carried * carried * dayVariance + (1 - carried * carried) * pattern.dayShare
    }
  }

  /// Learns from a slot whose contacts are known.
  mutating func observe(_ slot: DaySlot) {
    let expected = slot.band.expected
    let spread = slot.spread
    let (p, q) = (dayVariance + covariance, covariance + driftVariance)
    let variance = spread * spread * (p + q + pattern.ownShare) + 1 / expected
    let deviation = variance.squareRoot()
    let score = (slot.actual / expected - 1 - spread * (day + drift)) / deviation
    let size = abs(score)
    let loss = size < Self.wild ? size * size / 2 : Self.wild * (size - Self.wild / 2)
    likelihood -= log(deviation) + loss
    let innovation = min(Self.wildest, max(-Self.wildest, score)) * deviation
    let (dayGain, driftGain) = (spread * p / variance, spread * q / variance)
    day += dayGain * innovation
    drift += driftGain * innovation
    dayVariance -= dayGain * dayGain * variance
    covariance -= dayGain * driftGain * variance
    driftVariance -= driftGain * driftGain * variance
  }

  /// What a slot is thought to have more or less, as a factor of what was expected, and the variance of
  /// its deviation in squares of its spread.
  private func outlook(of slot: DaySlot) -> (factor: Double, variance: Double) {
    let factor = max(Self.leastFactor, 1 + slot.spread * (day + drift))
    return (factor, dayVariance + 2 * covariance + driftVariance)
  }

  /// However quiet a morning is, so much of a slot is still expected.
  static let leastFactor = 0.1

  /// The band of a slot to come: distances from the mean as many times wider or narrower as its standard
  /// deviation.
  func band(of slot: DaySlot) -> Band {
    let before = slot.band
    guard before.expected > 0 else { return before }
    let (factor, variance) = outlook(of: slot)
    let expected = factor * before.expected
    // The band reaches as far as its own spread says, whatever a day unlike others is thought to do.
    let reach = slot.band.relativeVariance * before.expected * before.expected
    let beyond = slot.spread * slot.spread * before.expected * before.expected
    let ratio =
      ((expected + beyond * (variance + pattern.ownShare))
      / (before.expected + reach))
      .squareRoot()
    func moved(_ value: Double, _ width: Double) -> Double {
      max(0, expected + ratio * width * (value - before.expected))
    }
    let low = moved(before.low, pattern.innerWidth)
    let high = moved(before.high, pattern.innerWidth)
    return Band(
      expected: expected, lowest: min(low, moved(before.lowest, pattern.outerWidth)), low: low,
      median: min(high, max(low, moved(before.median, 1))), high: high,
      highest: max(high, moved(before.highest, pattern.outerWidth)))
  }

  /// The band of the contacts of several slots of a day together, in order of time, of which none is
  /// known.
  ///
  /// Slots of one day are busy together, so that their sum is farther off than if each went its own way:
  /// the covariance of the sum so far with both parts is carried along.
  func sum(of slots: some Sequence<DaySlot>) -> Band {
    var filter = self
    var (expected, variance) = (0.0, 0.0)
    var (withDay, withDrift) = (0.0, 0.0)
    for slot in slots where slot.band.expected > 0 {
      if let last = filter.last {
        withDrift *= discount(age: max(0, slot.hour - last.hour), halfLife: pattern.halfLife)
      }
      filter.advance(to: slot)
      let mean = filter.outlook(of: slot).factor * slot.band.expected
      let weight = slot.spread * slot.band.expected
      let (p, q) = (
        filter.dayVariance + filter.covariance, filter.covariance + filter.driftVariance
      )
      expected += mean
      variance +=
        mean + 2 * weight * (withDay + withDrift) + weight * weight * (p + q + pattern.ownShare)
      withDay += weight * p
      withDrift += weight * q
    }
    let deviation = variance.squareRoot()
    let normal = Band.levels.map { NormalDistribution.standard.quantile($0) }
    let widths = [
      pattern.outerWidth, pattern.innerWidth, 1, pattern.innerWidth, pattern.outerWidth,
    ]
    let values = zip(normal, widths).map { max(0, expected + $0 * $1 * deviation) }
    return Band(
      expected: expected, lowest: min(values[0], values[1]), low: values[1], median: values[2],
      high: values[3], highest: max(values[3], values[4]))
  }
}
