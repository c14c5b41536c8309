import Statistics

/// The methods' forecasts, weighted by how they did on the queue's own past.
struct Blend: Sendable {
  /// An origin of the past: what each method said of it, slot by slot, and what came.
  struct Trial: Sendable {
    let origin: Int
    let volumes: [Method: [Double]]
    /// NaN where nothing was observed.
    let actual: [Double]
  }

  let weights: [Method: Double]
  let trials: [Trial]
  let slotsPerWeek: Int
  /// Expected contacts by slot of the days from the origin on.
  let expected: [Double]

  /// How far contacts fall from them.
  let spread: Spread

  /// A method that errs twice as much weighs 1/1000.
  static let power = 10.0
  /// Weeks that must lie before a trial.
  static let leastWeeks = 6
  /// Trials in which a method must take part to have a weight.
  static let leastTrials = 3

  /// Weeks back of the trials.
  static func steps(weeks: Int, isShort: Bool) -> [Int] {
    if isShort { return Array(1...8) }
    return [2, 4, 6, 8, 10, 12, 14] + (weeks >= 100 ? [50, 52] : [])
  }

  init(of table: DayTable, from origin: Int, days: Int, together: Int, seed: UInt64) {
    let columns = CalendarColumns(of: table)
    let trees = TreePair(of: table, columns: columns, through: origin, seed: seed)
    let now = Members(of: table, columns: columns, trees: trees, from: origin, days: days)
    let isShort = Members.isShort(days: origin, in: table)
    let slots = table.slotsPerDay
    let horizon = min(days, 4 * table.week)
    var trials: [Trial] = []
    let steps = Self.steps(weeks: origin / table.week, isShort: isShort)
    let pasts = steps.map { origin - $0 * table.week }.filter { $0 >= Self.leastWeeks * table.week }
    var fitted: [Int: TreePair] = [:]
    for past in pasts {
      let length = min(origin - past, horizon)
      let anchor = Self.anchor(for: past, among: pasts)
      let trees =
        fitted[anchor] ?? TreePair(of: table, columns: columns, through: anchor, seed: seed)
      fitted[anchor] = trees
      let members = Members(of: table, columns: columns, trees: trees, from: past, days: length)
      trials.append(
        Trial(
          origin: past, volumes: members.volumes,
          actual: Array(table.volume[past * slots..<(past + length) * slots])))
    }
    let methods = Method.allCases.filter { method in
      now.volumes[method] != nil
        && trials.filter { $0.volumes[method] != nil }.count
          >= min(Self.leastTrials, trials.count)
    }
    trials = trials.filter { trial in methods.allSatisfy { trial.volumes[$0] != nil } }
    weights = Self.weights(of: methods, on: trials)
    self.trials = trials
    slotsPerWeek = table.slotsPerWeek
    expected = Self.mix(now.volumes, weights, count: days * slots)
    spread = Spread(
      of: Self.residuals(of: trials, weights, in: table, together: together), isShort: isShort,
      isCounted: table.volume.allSatisfy { $0.isNaN || $0 == $0.rounded() }, seed: seed)
  }

  /// What the blend missed in the trials, in runs of slots that are asked for together.
  private static func residuals(
    of trials: [Trial], _ weights: [Method: Double], in table: DayTable, together: Int
  ) -> [Spread.Residual] {
    var residuals: [Spread.Residual] = []
    let slots = table.slotsPerDay
    let run = max(1, min(together, slots))
    for trial in trials {
      let mixed = mix(trial.volumes, weights, count: trial.actual.count)
      for day in stride(from: 0, to: mixed.count, by: slots) {
        for first in stride(from: day, to: day + slots, by: run) {
          let cells = first..<min(first + run, day + slots)
          let actual = trial.actual[cells].reduce(0, +)
          guard !actual.isNaN else { continue }
          residuals.append(
            Spread.Residual(
              expected: mixed[cells].reduce(0, +), actual: actual,
              week: first / table.slotsPerWeek))
        }
      }
    }
    return residuals
  }

  static func anchor(for past: Int, among pasts: [Int]) -> Int {
    past
  }

  private static func weights(of methods: [Method], on trials: [Trial]) -> [Method: Double] {
    var errors = Array(repeating: 0.0, count: methods.count)
    for trial in trials {
      var sums = errors.map { _ in 0.0 }
      var mean = 0.0
      for (index, method) in methods.enumerated() {
        guard let volumes = trial.volumes[method] else { continue }
        for (value, actual) in zip(volumes, trial.actual) where !actual.isNaN {
          sums[index] += abs(actual - value)
          mean += value
        }
      }
      guard mean > 0 else { continue }
      for index in errors.indices { errors[index] += sums[index] / mean }
    }
    let least = max(errors.min() ?? 0, 1e-12)
    let raw = errors.map { pow(max($0, 1e-12) / least, -power) }
    let sum = raw.reduce(0, +)
    return Dictionary(uniqueKeysWithValues: zip(methods, raw.map { $0 / sum }))
  }

  static func mix(_ volumes: [Method: [Double]], _ weights: [Method: Double], count: Int)
    -> [Double]
  {
    var sum = Array(repeating: 0.0, count: count)
    for method in Method.allCases {
      guard let weight = weights[method], weight > 0, let values = volumes[method] else { continue }
      for index in values.indices.prefix(count) { sum[index] += weight * values[index] }
    }
    return sum
  }
}
