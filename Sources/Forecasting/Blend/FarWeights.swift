extension Blend {
  /// Weeks ahead that the trials judge; from there to twice as far the weights change to those of far
  /// weeks.
  static let weeksJudged = 4

  /// The weights beyond what trials judge: of the methods that know the season of the year, once two
  /// years have been seen, and before that of all but the autoregression, which runs on from its own
  /// figures: of five weeks it made half as much again of the level within 18.
  ///
  /// A method that carries the last weeks on does well for a month and not for four: of bicycle trips 8 to
  /// 18 weeks ahead, from eight origins, it made 25.0 % of error from 23.5 %.
  static func farWeights(from weights: [Method: Double], knowsSeason: Bool) -> [Method: Double] {
    let known = weights.filter { method, weight in
      weight > 0 && (knowsSeason ? method.knowsSeason : method != .autoregression)
    }
    // In the order of methods: a sum in the order of a dictionary would differ from run to run.
    let sum = Method.allCases.reduce(0) { $0 + (known[$1] ?? 0) }
    guard sum > 0 else { return weights }
    return known.mapValues { $0 / sum }
  }

  /// How far a slot's weights are those of far weeks: 0 up to the last one judged, 1 from twice as far.
  static func farShare(of index: Int, slotsPerWeek: Int) -> Double {
    let weeks = Double(index) / Double(slotsPerWeek) / Double(weeksJudged)
    return min(1, max(0, weeks - 1))
  }
}

extension Method {
  /// Whether it tells one season of the year from another.
  fileprivate var knowsSeason: Bool {
    switch self {
    case .level, .smoothing, .seasonalTrees: true
    case .steadySmoothing, .trees, .average, .autoregression, .meanRate: false
    }
  }
}
