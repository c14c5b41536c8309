/// Exponential smoothing with a season of the day and one of the week, and an error that lingers.
///
/// Taylor, "Short-term electricity demand forecasting using double seasonal exponential smoothing",
/// Journal of the Operational Research Society 54, 2003: value = level + day + week + rest, where
/// rest = persistence x rest before + error, and each part moves by its rate times the error.
struct SlotSmoothing: Sendable {
  private static let levelRates = [0.005, 0.02, 0.06, 0.15]
  private static let dayRates = [0.05, 0.15, 0.3, 0.5]
  private static let weekRates = [0.05, 0.2, 0.4]
  private static let persistences = [0, 0.5, 0.8, 0.95]
  /// One-step errors count no more than so many standard deviations of the series.
  private static let cap = 4.0

  private struct State {
    var level: Double
    var day: [Double]
    var week: [Double]
    var rest = 0.0
  }

  private let scale: SlotScale
  private let rates: (level: Double, day: Double, week: Double, persistence: Double)
  /// After the last value of the fit.
  private let state: State
  /// The time from which slots of the day and of the week count.
  private let start: Int
  private let end: Int

  /// Fits on `past`, scaled values of at least two weeks.
  init(of past: ArraySlice<Double>, scale: SlotScale, day: Int, week: Int) {
    self.scale = scale
    start = past.startIndex
    end = past.endIndex
    let first = Self.firstState(of: past, day: day, week: week)
    let cap = Self.cap * Self.deviation(of: past)
    var best = (loss: Double.infinity, level: 0.0, day: 0.0, week: 0.0, persistence: 0.0)
    for level in Self.levelRates {
      for dayRate in Self.dayRates {
        for weekRate in Self.weekRates {
          let losses = Self.losses(
            of: past, from: first, level: level, day: dayRate, week: weekRate, cap: cap)
          for lane in 0..<4 where losses[lane] < best.loss {
            best = (losses[lane], level, dayRate, weekRate, Self.persistences[lane])
          }
        }
      }
    }
    rates = (best.level, best.day, best.week, best.persistence)
    var state = first
    Self.follow(past, rates: rates, state: &state, from: 0)
    self.state = state
  }

  /// The volumes of `steps` slots after `values`, which continue those of the fit.
  func path(after values: ArraySlice<Double>, steps: Int) -> [Double] {
    var state = state
    Self.follow(values[end...], rates: rates, state: &state, from: end - start)
    let now = values.endIndex - start
    var rest = state.rest
    return (0..<steps).map { step in
      rest *= rates.persistence
      let day = state.day[(now + step) % state.day.count]
      let week = state.week[(now + step) % state.week.count]
      return scale.volume(state.level + day + week + rest)
    }
  }

  private static func deviation(of past: ArraySlice<Double>) -> Double {
    let mean = past.reduce(0, +) / Double(past.count)
    return (past.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(past.count)).squareRoot()
  }

  /// Means of the first two weeks.
  private static func firstState(of past: ArraySlice<Double>, day: Int, week: Int) -> State {
    let stretch = past.prefix(2 * week)
    let level = stretch.reduce(0, +) / Double(stretch.count)
    var days = Array(repeating: 0.0, count: day)
    var weeks = Array(repeating: 0.0, count: week)
    let perDay = Double(stretch.count / day)
    for (index, value) in stretch.enumerated() {
      days[index % day] += (value - level) / perDay
      weeks[index % week] += (value - level) / 2
    }
    for index in weeks.indices { weeks[index] -= days[index % day] }
    return State(level: level, day: days, week: weeks)
  }

  /// The sums of absolute one-step errors after the first two weeks, for each persistence.
  private static func losses(
    of past: ArraySlice<Double>, from first: State, level levelRate: Double, day dayRate: Double,
    week weekRate: Double, cap: Double
  ) -> SIMD4<Double> {
    let persistence = SIMD4<Double>(persistences)
    let cap = SIMD4<Double>(repeating: cap)
    var level = SIMD4<Double>(repeating: first.level)
    var days = first.day.map { SIMD4<Double>(repeating: $0) }
    var weeks = first.week.map { SIMD4<Double>(repeating: $0) }
    var rest = SIMD4<Double>.zero
    var loss = SIMD4<Double>.zero
    var slot = 0
    var weekSlot = 0
    var left = 2 * first.week.count
    for value in past {
      let now = value - (level + days[slot] + weeks[weekSlot])
      let error = now - persistence * rest
      if left > 0 {
        left -= 1
      } else {
        loss += pointwiseMin(pointwiseMax(error, -error), cap)
      }
      level += levelRate * error
      days[slot] += dayRate * error
      weeks[weekSlot] += weekRate * error
      rest = now
      slot = slot + 1 == days.count ? 0 : slot + 1
      weekSlot = weekSlot + 1 == weeks.count ? 0 : weekSlot + 1
    }
    return loss
  }

  private static func follow(
    _ values: ArraySlice<Double>,
    rates: (level: Double, day: Double, week: Double, persistence: Double),
    state: inout State, from first: Int
  ) {
    var slot = first % state.day.count
    var weekSlot = first % state.week.count
    for value in values {
      let now = value - (state.level + state.day[slot] + state.week[weekSlot])
      let error = now - rates.persistence * state.rest
      state.level += rates.level * error
      state.day[slot] += rates.day * error
      state.week[weekSlot] += rates.week * error
      state.rest = now
      slot = slot + 1 == state.day.count ? 0 : slot + 1
      weekSlot = weekSlot + 1 == state.week.count ? 0 : weekSlot + 1
    }
  }
}
