import Forecasting
import Glibc
import Planning
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
  private let judge: Judge

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
    var judge = Judge(judged.readings, weeks: JudgedSeries.horizon)
    for attempt in attempts {
      let origin = 1440 * attempt.origin.daysSince1970
      let expected = attempt.rows.map { row in
        Judge.Expected(minute: 1440 * row.day.daysSince1970 + row.minute, volume: row.volume)
      }
      judge.add(expected, from: origin)
    }
    self.judge = judge
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

  /// How a method did on the first weeks of all origins together.
  func score(_ method: Judge.Method = .nobat, weeks: Int) -> Score {
    Score(
      of: method, weeks: weeks, over: judge.slots(weeks: weeks), isSpecial: judged.isSpecial)
  }
}

/// Seconds of processor time that this program has used: unlike the clock on the wall they do not
/// grow when the machine is busy with other things.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
