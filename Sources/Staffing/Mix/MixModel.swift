import GLPK

/// The agents of each group as whole numbers of least cost: every union is touched often enough.
///
/// Up to ten queues all unions are rows from the start; beyond, those that a solution breaks become
/// rows.
struct MixModel {
  let problem: MixProblem
  /// Queues with contacts or a minimum staff.
  let present: QueueSet
  private var oracle: UnionOracle
  private var rows: [QueueSet] = []

  init(_ problem: MixProblem) {
    self.problem = problem
    present = problem.present
    oracle = UnionOracle(problem)
    rows = oracle.beginning
  }

  /// A row beside those of the unions: sum of coefficient x agents, at least so much.
  struct Cut: Hashable {
    let coefficients: [Double]
    let least: Double
  }

  struct Answer {
    let counts: [Int]
    let cost: Double
    /// No mix that keeps the rows costs less.
    let bound: Double
  }

  /// What is wanted of a mix that keeps the unions.
  enum Aim {
    /// Least cost, with all cuts kept.
    case cheapest
    /// The cuts kept with the most to spare, the same of each, or missed by as little as can be, at a
    /// limited cost and with the agents of each group in a range.
    case safest(upTo: Double, in: [ClosedRange<Int>])
  }

  /// The best mix; nil where the agents on offer keep no such rows.
  mutating func mix(_ aim: Aim = .cheapest, keeping cuts: [Cut] = []) throws(Fault) -> Answer? {
    while true {
      guard let answer = try solution(aim, keeping: cuts) else { return nil }
      let broken = oracle.broken(by: answer.counts)
      guard !broken.isEmpty else { return answer }
      rows += broken
    }
  }

  /// Whether agents keep every union and floor.
  func isKept(by counts: [Int]) -> Bool {
    var oracle = oracle
    return oracle.broken(by: counts).isEmpty
      && problem.floors.allSatisfy { floor in
        let agents = zip(problem.groups, counts).reduce(0) { sum, pair in
          sum + (floor.counts(pair.0) ? pair.1 : 0)
        }
        return agents >= floor.wholeAgents
      }
  }

  /// The best mix that keeps the rows so far.
  private mutating func solution(_ aim: Aim, keeping cuts: [Cut]) throws(Fault) -> Answer? {
    let groups = problem.groups
    var model = Model()
    let ranges = aim.ranges ?? groups.map { 0...($0.available ?? Self.most) }
    let agents = ranges.map { range in
      model.variable(in: Double(range.lowerBound)...Double(range.upperBound), .integer)
    }
    for union in rows {
      let touching = groups.indices.filter { groups[$0].queues.touches(union) }
      model.add(Expression(sum: touching.map { agents[$0] }) >= Double(oracle.need(of: union)))
    }
    for floor in problem.floors {
      let counted = groups.indices.filter { floor.counts(groups[$0]) }
      model.add(Expression(sum: counted.map { agents[$0] }) >= Double(floor.wholeAgents))
    }
    let cost = Expression(groups.map(\.cost), times: agents)
    let kept = cuts.map { Expression($0.coefficients, times: agents) }
    switch aim {
    case .cheapest:
      for (cut, kept) in zip(cuts, kept) { model.add(kept >= cut.least) }
      model.minimize(cost)
    case .safest(let ceiling, _):
      let spare = model.variable(in: -1...1)
      for (cut, kept) in zip(cuts, kept) { model.add(kept - spare >= cut.least) }
      model.add(cost <= ceiling)
      model.maximize(spare)
    }
    let limit = aim.ranges == nil ? Self.nodes : Self.fewNodes
    let outcome = try model.solve(.search(until: .nodes(limit), gap: 1e-9))
    guard let best = outcome.best else { return nil }
    let counts = best.values.prefix(groups.count).map { Int($0.rounded()) }
    return Answer(
      counts: counts, cost: problem.cost(of: counts), bound: outcome.bound ?? best.objective)
  }

  /// More agents than any need.
  static let most = 10_000_000
  /// Subproblems of a search: far more than mixes of this size take.
  private static let nodes = 50_000
  /// Enough for a good guess, which a judge tries anyway.
  private static let fewNodes = 500
}

extension MixModel.Aim {
  fileprivate var ranges: [ClosedRange<Int>]? {
    if case .safest(_, let ranges) = self { ranges } else { nil }
  }
}
