import Statistics
import Workforce

extension Blend {
  /// How each method, and the blend of them, did on the trials: the first week, then all weeks.
  var league: League {
    let methods = Method.allCases.filter { weights[$0] != nil }
    var rows: [League.Row] = []
    for weeks in [1, 4] {
      var stretch: [League.Row] = []
      for method in methods {
        if let row = row(
          method.rawValue, weeks: weeks, weight: weights[method],
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
          Self.mix(trial.volumes, weights, count: trial.actual.count)
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
    for trial in trials {
      let count = min(weeks * slotsPerWeek, trial.actual.count)
      expected += volumes(trial).prefix(count)
      actual += trial.actual.prefix(count)
    }
    guard let error = Scores.weightedAbsoluteError(of: expected, against: actual),
      let bias = Scores.bias(of: expected, against: actual)
    else { return nil }
    var covered: Double?
    if weight == nil {
      let bands = expected.map { spread.band(around: $0, week: 0, doubt: 0) }
      covered = Scores.coverage(low: bands.map(\.low), high: bands.map(\.high), against: actual)
    }
    return League.Row(
      method: name, weeks: weeks, error: error, bias: bias, covered: covered, weight: weight)
  }
}
