import Statistics
import Workforce

extension Blend {
  /// How each method, and the blend of them, did on the trials: the first week, then all weeks.
  var league: League {
    let methods = Method.allCases.filter { weights[0][$0] != nil }
    var rows: [League.Row] = []
    for weeks in [1, 4] {
      var stretch: [League.Row] = []
      for method in methods {
        if let row = row(
          method.rawValue, weeks: weeks, weight: weights[weeks == 1 ? 0 : 1][method],
          of: { trial in
            trial.volumes[method] ?? []
          })
        {
          stretch.append(row)
        }
      }
      if let row = row(
        "blend", weeks: weeks, weight: nil,
        of: { trial in
          self.volumes(of: trial)
        })
      {
        stretch.append(row)
      }
      rows += stretch.sorted { ($0.error, $0.method) < ($1.error, $1.method) }
    }
    return League(rows: rows, origins: trials.count)
  }

  private func row(
    _ name: String, weeks: Int, weight: Double?, of volumes: (Trial) -> [Double]
  ) -> League.Row? {
    var expected: [Double] = []
    var actual: [Double] = []
    var bands: [Band] = []
    for (number, trial) in trials.enumerated() {
      let count = min(weeks * slotsPerWeek, trial.actual.count)
      let own = volumes(trial).prefix(count)
      expected += own
      actual += trial.actual.prefix(count)
      // The band of a trial is the one that the others would have given: its own misses are in none.
      guard weight == nil, spreadsOfOthers.indices.contains(number) else { continue }
      bands += own.enumerated().map { index, mean in
        spreadsOfOthers[number].band(around: mean, lead: index - trial.offset, doubt: 0)
      }
    }
    guard let error = Scores.weightedAbsoluteError(of: expected, against: actual),
      let bias = Scores.bias(of: expected, against: actual)
    else { return nil }
    let covered =
      bands.isEmpty
      ? nil : Scores.coverage(low: bands.map(\.low), high: bands.map(\.high), against: actual)
    return League.Row(
      method: name, weeks: weeks, error: error, bias: bias, covered: covered, weight: weight)
  }
}
