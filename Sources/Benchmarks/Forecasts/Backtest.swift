import Forecasting
import Glibc
import Statistics
import Timeline
import Workforce

/// Forecasts of a series from every origin, each made of what was known then.
struct Backtest {
  /// The forecast of one origin, and the processor seconds that it took.
  struct Attempt {
    let origin: LocalDay
    let grid: Grid
    let volume: [Band]
    let seconds: Double
  }

  let observed: ObservedSeries
  let attempts: [Attempt]

  init(of observed: ObservedSeries) throws {
    self.observed = observed
    attempts = try observed.origins.map { origin in
      let grid = observed.grid(from: origin)
      let history = observed.history(before: origin)
      let began = processorSeconds()
      let forecast = try Forecasting.forecast(
        history, over: grid, named: observed.series.name, in: observed.centre, seed: 1)
      return Attempt(
        origin: origin, grid: grid, volume: forecast.queues[0].volume,
        seconds: processorSeconds() - began)
    }
  }

  /// Mean seconds to learn and forecast four weeks.
  var seconds: Double {
    attempts.reduce(0) { $0 + $1.seconds } / Double(attempts.count)
  }

  /// The ways to forecast that are compared.
  enum Method: CaseIterable {
    case nobat
    /// The mean of the last six weeks at the same weekday and time, one line for all weeks ahead.
    case averageOfSix
    /// The last week over again.
    case seasonalNaive
  }

  /// How a method did on the first weeks of all origins together.
  func score(of method: Method, weeks: Int) -> Score {
    var actual: [Double] = []
    var expected: [Double] = []
    var band: (low: [Double], high: [Double]) = ([], [])
    let filled = observed.actual.filled
    for attempt in attempts {
      actual += observed.actual.weeks(weeks, from: attempt.origin)
      switch method {
      case .nobat:
        expected += table(of: attempt, \.expected).weeks(weeks, from: attempt.origin)
        band.low += table(of: attempt, \.low).weeks(weeks, from: attempt.origin)
        band.high += table(of: attempt, \.high).weeks(weeks, from: attempt.origin)
      case .averageOfSix:
        let week = filled.meanWeek(of: 6, before: attempt.origin)
        for _ in 0..<weeks { expected += week }
      case .seasonalNaive:
        let week = filled.meanWeek(of: 1, before: attempt.origin)
        for _ in 0..<weeks { expected += week }
      }
    }
    return Score(
      absoluteError: Scores.weightedAbsoluteError(of: expected, against: actual) ?? .nan,
      bias: Scores.bias(of: expected, against: actual) ?? .nan,
      covered: method == .nobat
        ? Scores.coverage(low: band.low, high: band.high, against: actual) : nil)
  }

  /// One side of a forecast's bands by the wall clock; a slot that the clock skips gets 0.
  private func table(of attempt: Attempt, _ side: (Band) -> Double) -> DayTable {
    let series = observed.series
    let zone = observed.centre.zone
    let seen = attempt.grid.indices.compactMap { index -> DayTable.Seen? in
      let reading = zone.reading(at: attempt.grid.start(of: index))
      guard let slot = series.slot(of: reading.time) else { return nil }
      return (reading.day, slot, side(attempt.volume[index]))
    }
    return DayTable(
      from: attempt.origin, days: 7 * ObservedSeries.horizon, slotsPerDay: series.slotsPerDay,
      meansOf: seen, elsewhere: 0)
  }
}

/// How far forecasts were off.
struct Score: Hashable {
  /// The sum of absolute errors as a share of what came (WAPE).
  let absoluteError: Double
  /// How much too much was forecast, as a share of what came.
  let bias: Double
  /// The share of slots that came to lie within the band from 10 % to 90 %; nil without a band.
  let covered: Double?
}

extension DayTable {
  /// The mean of the last weeks before a date, slot by slot.
  fileprivate func meanWeek(of count: Int, before day: LocalDay) -> [Double] {
    let past = Array(weeks(count, from: day - 7 * count))
    return (0..<slotsPerWeek).map { slot in
      let seen = stride(from: slot, to: past.count, by: slotsPerWeek).map { past[$0] }
      return seen.reduce(0, +) / Double(count)
    }
  }
}

/// Seconds of processor time that this program has used: unlike the clock on the wall they do not
/// grow when the machine is busy with other things.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
