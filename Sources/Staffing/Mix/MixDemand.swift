/// A bound of a queue's target that a judge can check.
struct MixDemand: Hashable {
  enum Figure {
    case serviceLevel
    /// Those who do not leave.
    case served
  }

  let queue: Int
  let kind: Figure
  let bound: Double

  /// The demands of the queues that have contacts.
  static func all(of problem: MixProblem) -> [MixDemand] {
    problem.queues.enumerated().flatMap { place, queue -> [MixDemand] in
      guard queue.load > 0 else { return [] }
      var demands: [MixDemand] = []
      if let level = queue.target.serviceLevel {
        demands.append(MixDemand(queue: place, kind: .serviceLevel, bound: level))
      }
      if let share = queue.target.maximumAbandonment {
        demands.append(MixDemand(queue: place, kind: .served, bound: 1 - share))
      }
      return demands
    }
  }

  func figure(_ verdict: MixVerdict) -> Double {
    switch kind {
    case .serviceLevel: verdict.serviceLevel[queue]
    case .served: 1 - verdict.abandonment[queue]
    }
  }

  /// By how much the figure is below the bound.
  func shortfall(in verdict: MixVerdict) -> Double { bound - figure(verdict) }

  /// The same demand, asking for more or less.
  func raised(by margin: Double) -> MixDemand {
    MixDemand(queue: queue, kind: kind, bound: bound + margin)
  }

  /// What agents must hold for the figure to reach its bound along its slope: figure + slope x
  /// change >= bound.
  func cut(at counts: [Int], _ verdict: MixVerdict, slope: [Double]) -> MixModel.Cut {
    let here = zip(slope, counts).reduce(0) { $0 + $1.0 * Double($1.1) }
    return MixModel.Cut(coefficients: slope, least: shortfall(in: verdict) + here)
  }
}
