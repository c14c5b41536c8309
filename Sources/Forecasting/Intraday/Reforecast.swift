import Statistics
package import Timeline
package import Workforce

/// A forecast of the rest of a day, and of the days after it, by what the day has brought so far.
///
/// A day is busy or quiet throughout: its contacts are those of the forecast times a factor, gamma
/// distributed around 1 before anything is known. What came by now updates the factor by Bayes' rule,
/// for Poisson counts in closed form: with shape and rate a, b before and Y contacts where E were
/// expected, a + Y and b + E after (Gelman and others, "Bayesian Data Analysis", section 2.6). Slots
/// vary by more than Poisson; each counts by the share of its variance that is Poisson. The bands narrow
/// as the factor gets known.
///
/// - Parameters:
///   - forecast: the bands before, a slot of the grid each.
///   - grid: their slots.
///   - zone: where the day begins.
///   - actuals: what came in each slot; NaN where that is not known. Slots that end after `now` are not
///     looked at.
///   - now: the moment of asking.
///   - dayShare: the share of the bands' variance beyond Poisson that the whole day has in common.
///   - carryOver: how much of the day's deviation each next day is expected to have of the one before.
/// - Returns: known slots as they came, the rest by the factor; without any actual value of the day, the
///   forecast itself.
package func reforecast(
  _ forecast: QueueForecast, on grid: Grid, in zone: Zone, given actuals: [Double], at now: Instant,
  dayShare: Double = 0.5, carryOver: Double = 0.4
) -> QueueForecast {
  precondition(
    forecast.volume.count == grid.count && actuals.count == grid.count, "a value for each slot")
  precondition((0...1).contains(dayShare) && (0...1).contains(carryOver), "shares are 0 to 1")
  let days = zone.readings(of: grid).map(\.day)
  let today = zone.day(at: now)
  let isKnown = grid.indices.map { index in
    grid.start(of: index + 1) <= now && actuals[index].isFinite && actuals[index] >= 0
  }
  let todays = grid.indices.filter { days[$0] == today }
  guard todays.contains(where: { isKnown[$0] }) else { return forecast }
  let factor = DayFactor(
    of: todays.map { forecast.volume[$0] }, dayShare: dayShare,
    given: todays.filter { isKnown[$0] }.map { (forecast.volume[$0], actuals[$0]) })
  let volume = grid.indices.map { index -> Band in
    let band = forecast.volume[index]
    if isKnown[index] { return band.map { _ in actuals[index] } }
    if days[index] < today { return band }
    if days[index] == today { return factor.band(from: band) }
    let share = pow(carryOver, Double(days[index] - today))
    let later = 1 + (factor.mean - 1) * share
    return band.map { later * $0 }
  }
  return QueueForecast(
    queue: forecast.queue, volume: volume, handlingTime: forecast.handlingTime,
    notes: forecast.notes, league: forecast.league)
}

/// What a day has more or less than its forecast, as far as that is known.
private struct DayFactor {
  let mean: Double
  private let variance: Double
  /// Relative variances beyond Poisson: of the day, and of each slot on its own.
  private let prior: Double
  private let own: Double

  /// A day is never quite as regular as chance.
  static let leastVariance = 1e-4

  init(of bands: [Band], dayShare: Double, given known: [(band: Band, actual: Double)]) {
    var excess = 0.0
    var squares = 0.0
    for band in bands where band.expected > 0 {
      let deviation = band.deviation
      excess += deviation * deviation - band.expected
      squares += band.expected * band.expected
    }
    let dispersion = squares > 0 ? max(0, excess / squares) : 0
    prior = max(Self.leastVariance, dayShare * dispersion)
    own = (1 - dayShare) * dispersion
    var shape = 1 / prior
    var rate = 1 / prior
    for slot in known where slot.band.expected > 0 {
      let weight = 1 / (1 + own * slot.band.expected)
      shape += weight * slot.actual
      rate += weight * slot.band.expected
    }
    mean = shape / rate
    variance = shape / (rate * rate)
  }

  /// The band of a slot to come: its distances from the mean as many times wider or narrower as its
  /// standard deviation.
  func band(from band: Band) -> Band {
    guard band.expected > 0 else { return band }
    let expected = mean * band.expected
    let before = band.expected + (prior + own) * band.expected * band.expected
    let after = expected + (own * mean * mean + variance) * band.expected * band.expected
    let ratio = (after / before).squareRoot()
    let moved = band.map { max(0, expected + ratio * ($0 - band.expected)) }
    return Band(
      expected: expected, lowest: moved.lowest, low: moved.low, median: moved.median,
      high: moved.high, highest: moved.highest)
  }
}

extension Band {
  /// The standard deviation of a normal distribution with the same distance of the 10 % and the 90 %
  /// quantile.
  var deviation: Double { max(0, high - low) / (2 * 1.281552) }
}
