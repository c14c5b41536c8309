import Statistics
package import Workforce

/// How far actual contacts fall from the expected ones, learnt by forecasting the last weeks as if
/// they were not known yet.
package struct Dispersion: Sendable {
  /// Variance beyond Poisson as a share of the squared mean: variance = mean + dispersion x mean².
  package let dispersion: Double
  /// Standard deviations from the mean to the quantiles of 10 % and 90 %.
  package let low: Double
  package let high: Double
  /// Weeks that were forecast to learn it.
  package let weeks: Int

  /// Weeks to look back at most.
  static let mostWeeks = 8
  /// Days that must lie before a week that is forecast.
  static let leastDays = 14
  /// Without any past week to try: a day factor that deviates by 25 %.
  static let unknownDispersion = 0.0625
  /// Below this share of the mean slot a residual says little of the others.
  static let leastShare = 0.05
  /// Means below which quantiles are those of counts; above, the normal shape is near enough.
  static let countsBelow = 25.0

  package init(dispersion: Double, low: Double, high: Double, weeks: Int) {
    self.dispersion = dispersion
    self.low = low
    self.high = high
    self.weeks = weeks
  }

  /// The band of a slot, wider where its mean is itself in doubt (a relative variance).
  package func band(around mean: Double, doubt: Double = 0) -> Band {
    guard mean > 0 else { return .zero }
    let dispersion = dispersion + doubt
    guard mean >= Self.countsBelow else {
      let counts = NegativeBinomialDistribution(mean: mean, dispersion: dispersion)
      return Band(
        expected: mean, low: min(mean, Double(counts.quantile(0.1))),
        high: max(mean, Double(counts.quantile(0.9))))
    }
    let deviation = (mean + dispersion * mean * mean).squareRoot()
    return Band(
      expected: mean, low: min(mean, max(0, mean + low * deviation)),
      high: max(mean, mean + high * deviation))
  }
}

extension Dispersion {
  /// A slot of the past, forecast from the weeks before it.
  package struct Residual: Sendable {
    package let expected: Double
    package let actual: Double

    package init(expected: Double, actual: Double) {
      self.expected = expected
      self.actual = actual
    }
  }

  /// Learns from residuals of some past weeks; without any, takes what is usual for queues.
  package init(of residuals: [Residual], weeks: Int) {
    let mean = residuals.reduce(0) { $0 + $1.expected } / Double(max(1, residuals.count))
    let judged = residuals.filter { $0.expected > Self.leastShare * mean && $0.expected > 0 }
    guard weeks > 0, !judged.isEmpty else {
      let tail = NormalDistribution.standard.quantile(0.9)
      self.init(dispersion: Self.unknownDispersion, low: -tail, high: tail, weeks: 0)
      return
    }
    var excess = 0.0
    var squares = 0.0
    for residual in judged {
      let error = residual.actual - residual.expected
      excess += error * error - residual.expected
      squares += residual.expected * residual.expected
    }
    // A dispersion above 4 is a series of zeros and bursts; a band has nothing to say there.
    let dispersion = min(4, max(0, excess / squares))
    let scores = judged.map { residual in
      let variance = residual.expected + dispersion * residual.expected * residual.expected
      return (residual.actual - residual.expected) / variance.squareRoot()
    }
    // Few weeks share few levels: what they missed by is less than what is missed in general.
    let caution = 1 + 0.4 / Double(weeks)
    self.init(
      dispersion: dispersion * caution * caution,
      low: caution * (quantile(0.1, of: scores) ?? 0),
      high: caution * (quantile(0.9, of: scores) ?? 0), weeks: weeks)
  }

  /// Tries the method on past weeks.
  ///
  /// - Parameters:
  ///   - past: what came, outliers marked.
  ///   - lead: weeks that are forecast at once, as long as the forecast to come.
  ///   - slots: local slots that make one slot of the forecast, for noise evens out over time.
  package init(of past: Past, lead: Int, slots: Int) {
    var residuals: [Residual] = []
    var weeks = 0
    let seen = past.trust.indices.filter { past.trust[$0] > 0 }
    let last = seen.last ?? 0
    for week in 1...Self.mostWeeks {
      let origin = last + 1 - 7 * week
      guard origin > 0, seen.prefix(while: { $0 < origin }).count >= Self.leastDays else { break }
      let days = origin..<min(last + 1, origin + 7 * lead)
      residuals += Self.residuals(of: past, on: days, slots: slots)
      weeks += 1
    }
    self.init(of: residuals, weeks: weeks)
  }

  private static func residuals(of past: Past, on days: Range<Int>, slots: Int) -> [Residual] {
    let model = QueueModel(of: past, through: days.lowerBound)
    var residuals: [Residual] = []
    // Outliers stay out: a band tells of ordinary days.
    for day in days where past.trust[day] == 1 {
      let rates = model.rates(on: day)
      for first in stride(from: 0, to: past.slotsPerDay, by: slots) {
        var expected = 0.0
        var actual = 0.0
        for slot in first..<min(past.slotsPerDay, first + slots) {
          let cell = day * past.slotsPerDay + slot
          expected += rates[slot] * past.table.exposure[cell]
          actual += past.table.contacts[cell]
        }
        if expected > 0 { residuals.append(Residual(expected: expected, actual: actual)) }
      }
    }
    return residuals
  }
}
