import Statistics

/// The methods' forecasts, weighted by how they did on the queue's own past.
struct Blend: Sendable {
  /// Each method's weight in the first week, in later ones, and in those far beyond any trial.
  let weights: [[Method: Double]]
  /// How far the next days follow the last values.
  let near: NearShares
  let trials: [Trial]
  let slotsPerDay: Int
  let slotsPerWeek: Int
  /// Expected contacts by slot of the days from the origin on.
  let expected: [Double]
  /// How far contacts fall from them.
  let spread: Spread
  /// For each trial, how far they fall by all the others; empty for a single trial.
  let spreadsOfOthers: [Spread]

  /// How far the first slots fall from the last values' path, for a young past.
  let nearSpread: ShortSpread?

  /// Weeks of history below which the first days follow the last values: beyond, the methods know
  /// better.
  static let weeksOfYoung = 9
  /// Weeks of history from which on trees are asked.
  static let weeksOfTrees = 26
  /// How sharply errors decide in the first week and in all later ones.
  ///
  /// A method that errs twice as much weighs 1/64 and 1/256. The first week owes more to chance, and most
  /// of it where there is little to judge by: in a short past, or where a day is one figure, it weighs 1/8.
  static func powers(isShort: Bool, slotsPerDay: Int) -> [Double] {
    [isShort || slotsPerDay == 1 ? 3 : 6, 8]
  }

  /// Forecasts days from one on, of which `offset` slots are known already; `together` slots are asked for as
  /// one.
  init(
    of table: DayTable, columns: CalendarColumns, from origin: Int, offset: Int, days: Int,
    together: Int, seed: UInt64
  ) {
    let isShort = Members.isShort(days: origin, in: table)
    let slots = table.slotsPerDay
    let isSparse = DayView(of: table, through: origin, isSpecial: columns.isSpecial).isSparse
    let trees =
      isSparse || isShort && origin < Self.weeksOfTrees * table.week
      ? nil : TreePair(of: table, columns: columns, through: origin, seed: seed)
    let now = Members(
      of: table, columns: columns, trees: trees, from: origin, days: days,
      isSparse: isSparse)
    let all = Trial.all(
      of: table, columns: columns, before: origin, offset: offset,
      days: min(days, 4 * table.week + 1), isSparse: isSparse, seed: seed)
    let methods = Method.allCases.filter { method in
      now.volumes[method] != nil
        && all.count { $0.volumes[method] != nil } >= min(Trial.leastTrials, all.count)
    }
    let trials = all.filter { trial in methods.allSatisfy { trial.volumes[$0] != nil } }
    var weights = Self.weights(
      of: methods, on: trials, slotsPerWeek: table.slotsPerWeek,
      powers: Self.powers(isShort: isShort, slotsPerDay: slots))
    weights.append(
      Self.farWeights(
        from: weights[1], knowsSeason: origin >= TreePair.weeksOfSeason * table.week))
    let blended = trials.map {
      Self.mix(
        $0.volumes, weights, count: $0.actual.count, slotsPerWeek: table.slotsPerWeek)
    }
    let cell = origin * slots + offset
    let isYoung = Self.isYoung(origin, in: table)
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
      Self.mix(now.volumes, weights, count: days * slots, slotsPerWeek: table.slotsPerWeek),
      near: path, offset: offset,
      slotsPerDay: slots)
    let near = near
    let mixed = zip(trials, blended).map { trial, volumes in
      near.mix(volumes, near: trial.near, offset: trial.offset, slotsPerDay: slots)
    }
    let residuals = zip(trials.indices, trials).map { number, trial in
      Self.residuals(
        of: trial, mixed[number], number: number, slotsPerDay: slots, together: together)
    }
    let drift = isSparse ? nil : DayDrift(of: table, columns: columns, through: origin)
    func bands(without left: Int?) -> Spread {
      let others = trials.indices.filter { $0 != left }
      return Spread(
        of: others.flatMap { residuals[$0] }, slotsPerDay: slots, week: table.week,
        isShort: isShort, isYoung: Trial.isDaily(before: origin, in: table),
        isCounted: table.isCounted,
        drift: drift, seed: seed)
    }
    spread = bands(without: nil)
    spreadsOfOthers = trials.count > 1 ? trials.indices.map { bands(without: $0) } : []
  }

  /// Whether the first days follow the last values: of a young past with contacts in most slots, for the
  /// usual slot of a sparse one has none.
  static func isYoung(_ origin: Int, in table: DayTable) -> Bool {
    guard origin < weeksOfYoung * table.week else { return false }
    let seen = table.volume[..<min(origin * table.slotsPerDay, table.volume.count)].filter {
      !$0.isNaN
    }
    return Double(seen.count { $0 == 0 }) <= mostEmpty * Double(seen.count)
  }

  /// The share of empty slots up to which the last values say where the next ones lie.
  static let mostEmpty = 0.3

  /// What the blend said of a trial.
  func volumes(of trial: Trial) -> [Double] {
    near.mix(
      Self.mix(trial.volumes, weights, count: trial.actual.count, slotsPerWeek: slotsPerWeek),
      near: trial.near,
      offset: trial.offset, slotsPerDay: slotsPerDay)
  }

  /// What the blend missed in a trial, in runs of slots that are asked for together.
  private static func residuals(
    of trial: Trial, _ volumes: [Double], number: Int, slotsPerDay slots: Int, together: Int
  ) -> [Spread.Residual] {
    var residuals: [Spread.Residual] = []
    let run = max(1, min(together, slots))
    for day in stride(from: 0, to: volumes.count, by: slots) {
      for first in stride(from: day, to: day + slots, by: run) {
        let cells = first..<min(first + run, day + slots)
        let actual = trial.actual[cells].reduce(0, +)
        guard !actual.isNaN else { continue }
        residuals.append(
          Spread.Residual(
            expected: volumes[cells].reduce(0, +), actual: actual, lead: first - trial.offset,
            day: 1000 * number + day / slots))
      }
    }
    return residuals
  }

  /// Weights by the errors of a stretch ahead and of all together: alone, either would follow chance.
  static func weights(
    of methods: [Method], on trials: [Trial], slotsPerWeek: Int, powers: [Double]
  ) -> [[Method: Double]] {
    let all = errors(of: methods, on: trials, in: 0..<Int.max)
    return zip([0..<slotsPerWeek, slotsPerWeek..<Int.max], powers).map { stretch, power in
      let own = errors(of: methods, on: trials, in: stretch)
      let scale = own.reduce(0, +) > 0 ? all.reduce(0, +) / own.reduce(0, +) : 0
      let errors = zip(all, own).map { max($0 + scale * $1, 1e-12) }
      let least = errors.min() ?? 1
      let raw = errors.map { pow($0 / least, -power) }
      let sum = raw.reduce(0, +)
      return Dictionary(uniqueKeysWithValues: zip(methods, raw.map { $0 / sum }))
    }
  }

  /// Each method's absolute errors over the mean forecast, summed over trials by their weights.
  private static func errors(of methods: [Method], on trials: [Trial], in stretch: Range<Int>)
    -> [Double]
  {
    var errors = Array(repeating: 0.0, count: methods.count)
    for trial in trials {
      var sums = errors.map { _ in 0.0 }
      var mean = 0.0
      let cells = trial.actual.indices.clamped(to: stretch)
      for (index, method) in methods.enumerated() {
        guard let volumes = trial.volumes[method] else { continue }
        for cell in cells where !trial.actual[cell].isNaN {
          sums[index] += abs(trial.actual[cell] - volumes[cell])
          mean += volumes[cell]
        }
      }
      guard mean > 0 else { continue }
      for index in errors.indices { errors[index] += trial.weight * sums[index] / mean }
    }
    return errors
  }

  private static func mix(
    _ volumes: [Method: [Double]], _ weights: [[Method: Double]], count: Int, slotsPerWeek: Int
  ) -> [Double] {
    var sum = Array(repeating: 0.0, count: count)
    for method in Method.allCases {
      guard let values = volumes[method] else { continue }
      let own = weights.map { $0[method] ?? 0 }
      for index in values.indices.prefix(count) {
        let far = farShare(of: index, slotsPerWeek: slotsPerWeek)
        let weight = far > 0 ? (1 - far) * own[1] + far * own[2] : own[index < slotsPerWeek ? 0 : 1]
        sum[index] += weight * values[index]
      }
    }
    return sum
  }
}
