import Statistics

/// The methods' forecasts, weighted by how they did on the queue's own past.
struct Blend: Sendable {
  let weights: [Method: Double]
  /// How far the next days follow the last values.
  let near: NearShares
  let trials: [Trial]
  let slotsPerDay: Int
  let slotsPerWeek: Int
  /// Expected contacts by slot of the days from the origin on.
  let expected: [Double]
  /// How far contacts fall from them.
  let spread: Spread

  /// How far the first slots fall from the last values' path, for a young past.
  let nearSpread: ShortSpread?

  /// Weeks of history below which the first days follow the last values: beyond, the methods know
  /// better.
  static let weeksOfYoung = 9
  /// A method that errs twice as much weighs 1/1000.
  static let power = 10.0

  /// - Parameters:
  ///   - origin: the first day to forecast.
  ///   - offset: slots of that day that are known already.
  ///   - days: how many days to forecast, the first included.
  ///   - together: slots that are asked for as one.
  init(
    of table: DayTable, from origin: Int, offset: Int, days: Int, together: Int, seed: UInt64
  ) {
    let columns = CalendarColumns(of: table)
    let isShort = Members.isShort(days: origin, in: table)
    let slots = table.slotsPerDay
    let trees = isShort ? nil : TreePair(of: table, columns: columns, through: origin, seed: seed)
    let now = Members(of: table, columns: columns, trees: trees, from: origin, days: days)
    let all = Trial.all(
      of: table, columns: columns, before: origin, offset: offset,
      days: min(days, 4 * table.week + 1), seed: seed)
    let methods = Method.allCases.filter { method in
      now.volumes[method] != nil
        && all.count { $0.volumes[method] != nil } >= min(Trial.leastTrials, all.count)
    }
    let trials = all.filter { trial in methods.allSatisfy { trial.volumes[$0] != nil } }
    let weights = Self.weights(of: methods, on: trials)
    let blended = trials.map { Self.mix($0.volumes, weights, count: $0.actual.count) }
    let cell = origin * slots + offset
    let isYoung = origin < Self.weeksOfYoung * table.week
    let short = isYoung ? NearMember(of: table, columns: columns, through: cell) : nil
    let steps = min(NearMember.days, days) * slots - offset
    let path = steps > 0 ? short?.volumes(from: cell, count: steps) ?? [] : []
    near = path.isEmpty ? .none : NearShares(of: trials, blended: blended, slotsPerDay: slots)
    nearSpread =
      path.isEmpty ? nil : short?.spread(steps: min(NearMember.daysOfSpread * slots, path.count))
    self.weights = weights
    self.trials = trials
    slotsPerDay = slots
    slotsPerWeek = table.slotsPerWeek
    expected = near.mix(
      Self.mix(now.volumes, weights, count: days * slots), near: path, offset: offset,
      slotsPerDay: slots)
    let near = near
    let mixed = zip(trials, blended).map { trial, volumes in
      near.mix(volumes, near: trial.near, offset: trial.offset, slotsPerDay: slots)
    }
    spread = Spread(
      of: Self.residuals(of: trials, mixed, slotsPerDay: slots, together: together),
      slotsPerDay: slots, week: table.week, isShort: isShort, isCounted: Self.isCounted(table),
      seed: seed)
  }

  /// What the blend said of a trial.
  func volumes(of trial: Trial) -> [Double] {
    near.mix(
      Self.mix(trial.volumes, weights, count: trial.actual.count), near: trial.near,
      offset: trial.offset, slotsPerDay: slotsPerDay)
  }

  /// Whether contacts come as whole numbers, but for means over the two passes of a repeated hour.
  private static func isCounted(_ table: DayTable) -> Bool {
    let seen = table.volume.filter { !$0.isNaN }
    let whole = seen.count { $0 == $0.rounded() }
    return Double(whole) > 0.99 * Double(seen.count)
  }

  /// What the blend missed in the trials, in runs of slots that are asked for together.
  private static func residuals(
    of trials: [Trial], _ mixed: [[Double]], slotsPerDay slots: Int, together: Int
  ) -> [Spread.Residual] {
    var residuals: [Spread.Residual] = []
    let run = max(1, min(together, slots))
    for (trial, volumes) in zip(trials, mixed) {
      for day in stride(from: 0, to: volumes.count, by: slots) {
        for first in stride(from: day, to: day + slots, by: run) {
          let cells = first..<min(first + run, day + slots)
          let actual = trial.actual[cells].reduce(0, +)
          guard !actual.isNaN else { continue }
          residuals.append(
            Spread.Residual(
              expected: volumes[cells].reduce(0, +), actual: actual, lead: first - trial.offset))
        }
      }
    }
    return residuals
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

  private static func mix(_ volumes: [Method: [Double]], _ weights: [Method: Double], count: Int)
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
