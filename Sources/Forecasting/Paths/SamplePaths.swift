import Statistics
package import Timeline
package import Workforce

/// Draws futures of a queue: whole numbers of contacts for each slot, with the bands' quantiles in each
/// slot and with days that are busy or quiet throughout.
///
/// The normal score of a slot is √share x that of its local day + √(1 - share) x its own (a Gaussian
/// copula with one factor a day; after Ibrahim, Ye, L'Ecuyer and Shen, "Modeling and forecasting call
/// center arrivals", International Journal of Forecasting 32, 2016), and the band turns it into
/// contacts. Few contacts are drawn as counts of the band's mean and spread, since five quantiles that
/// are mostly 0 say too little.
///
/// - Parameters:
///   - count: how many futures.
///   - forecast: the bands, a slot of the grid each.
///   - grid: their slots.
///   - zone: where the day begins.
///   - dayShare: the share of a slot's variance, in normal scores, that its whole day has in common,
///     0 to 1.
///   - seed: future number n is the same whatever their count.
package func paths(
  _ count: Int, of forecast: QueueForecast, on grid: Grid, in zone: Zone, dayShare: Double,
  seed: UInt64
) -> [[Int]] {
  precondition(forecast.volume.count == grid.count, "a band for each slot")
  precondition((0...1).contains(dayShare), "a share lies between 0 and 1")
  let days = zone.readings(of: grid).map(\.day.daysSince1970)
  let slots = forecast.volume.map(DrawnSlot.init)
  let (common, own) = (dayShare.squareRoot(), (1 - dayShare).squareRoot())
  return (0..<count).map { number in
    var generator = Generator(seed: seed, stream: "path \(number)")
    var today: (day: Int, score: Double)?
    return grid.indices.map { index in
      if today?.day != days[index] { today = (days[index], generator.normal()) }
      return slots[index].contacts(
        at: common * (today?.score ?? 0) + own * generator.normal())
    }
  }
}

/// A slot from which contacts are drawn.
private enum DrawnSlot {
  case empty
  /// Cumulative probabilities of 0, 1, 2 and so on.
  case few([Double])
  case many(Band)

  /// Means below which contacts are drawn as counts.
  static let fewBelow = 5.0

  init(_ band: Band) {
    guard band.expected > 0 else {
      self = .empty
      return
    }
    guard band.expected < Self.fewBelow else {
      self = .many(band)
      return
    }
    // A normal band is 2 x 1.959964 deviations wide.
    let deviation = (band.highest - band.lowest) / 3.919928
    let mean = band.expected
    let dispersion = max(0, (deviation * deviation - mean) / (mean * mean))
    let counts = NegativeBinomialDistribution(mean: mean, dispersion: min(4, dispersion))
    var cumulated: [Double] = []
    var sum = 0.0
    while sum < 1 - 1e-9, cumulated.count < 1000 {
      sum += counts.probability(of: cumulated.count)
      cumulated.append(sum)
    }
    self = .few(cumulated)
  }

  func contacts(at score: Double) -> Int {
    switch self {
    case .empty: return 0
    case .few(let cumulated):
      let probability = NormalDistribution.standard.probability(atMost: score)
      return cumulated.firstIndex { probability <= $0 } ?? cumulated.count
    case .many(let band):
      return Int(min(1e15, band.value(atNormalScore: score)).rounded())
    }
  }
}
