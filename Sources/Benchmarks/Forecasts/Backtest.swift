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
    let rows: [WallClockForecast.Row]
    let seconds: Double
  }

  let judged: JudgedSeries
  let attempts: [Attempt]

  init(of judged: JudgedSeries) throws(NothingKnown) {
    self.judged = judged
    attempts = try judged.origins.map { origin throws(NothingKnown) in
      let began = processorSeconds()
      let made = forecast(
        judged.series, from: origin, minute: judged.from.minutes,
        days: 7 * JudgedSeries.horizon, seed: 1)
      guard let made else { throw NothingKnown(series: judged.name, origin: origin) }
      return Attempt(origin: origin, rows: made.rows, seconds: processorSeconds() - began)
    }
  }

  /// A series begins too late for one of its origins.
  struct NothingKnown: Error, Hashable, CustomStringConvertible {
    let series: String
    let origin: LocalDay

    var description: String {
      "\(series) cannot be forecast from \(origin): nothing is known before; get its file anew"
    }
  }

  /// Mean seconds to learn and forecast four weeks.
  var seconds: Double {
    attempts.reduce(0) { $0 + $1.seconds } / Double(attempts.count)
  }

  /// How Nobat did on the first weeks of all origins together.
  func score(weeks: Int) -> Score {
    Score(
      of: quantiles(weeks: weeks), against: actual(weeks: weeks), special: special(weeks: weeks))
  }

  /// How the mean of the last weeks did, at the same weekday and time: one line for all weeks ahead.
  func score(ofMeanOf count: Int, weeks: Int) -> Score {
    let filled = judged.actual.filled
    let mean = attempts.flatMap { attempt in
      let week = filled.meanWeek(of: count, before: attempt.origin)
      return (0..<weeks).flatMap { _ in week }
    }
    return Score(of: mean, against: actual(weeks: weeks), special: special(weeks: weeks))
  }

  private func actual(weeks: Int) -> [Double] {
    attempts.flatMap { judged.actual.weeks(weeks, from: $0.origin) }
  }

  /// Which slots lie on special days.
  private func special(weeks: Int) -> [Bool] {
    attempts.flatMap { attempt in
      (0..<7 * weeks).flatMap { day in
        Array(
          repeating: judged.isSpecial(attempt.origin + day), count: judged.actual.slotsPerDay)
      }
    }
  }

  /// The forecasts by the wall clock; a slot without a row gets 0.
  private func quantiles(weeks: Int) -> Score.Quantiles {
    func side(_ side: (Band) -> Double) -> [Double] {
      attempts.flatMap { table(of: $0, side).weeks(weeks, from: $0.origin) }
    }
    return Score.Quantiles(
      expected: side(\.expected), lowest: side(\.lowest), low: side(\.low), high: side(\.high),
      highest: side(\.highest))
  }

  private func table(of attempt: Attempt, _ side: (Band) -> Double) -> WallClockTable {
    let seen = attempt.rows.compactMap { row -> WallClockTable.Seen? in
      judged.slot(at: row.minute).map { (row.day, $0, side(row.volume)) }
    }
    return WallClockTable(
      from: attempt.origin, days: 7 * JudgedSeries.horizon,
      slotsPerDay: judged.actual.slotsPerDay, meansOf: seen, elsewhere: 0)
  }
}

extension WallClockTable {
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
