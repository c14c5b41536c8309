import Threads

/// Knows the needs of unions, and which of them some agents do not keep.
struct UnionOracle {
  private let problem: MixProblem
  private let unions: Unions
  /// Each queue's need alone: all queues of a union need no more than the sum.
  private let alone: [Int]
  private var needs: [QueueSet: Int] = [:]

  init(_ problem: MixProblem) {
    self.problem = problem
    unions = Unions(
      among: problem.present, of: problem.queues,
      skills: problem.groups.filter { $0.available != 0 }.map(\.queues))
    alone = problem.queues.indices.map { place in
      Pool(QueueSet(places: [place]), of: problem.queues).wholeAgents
    }
  }

  /// The unions to begin with: all of them up to ten queues.
  var beginning: [QueueSet] {
    let present = problem.present
    guard !present.isEmpty else { return [] }
    guard present.count > Self.fewQueues else { return unions.all }
    return Unions.seeds(among: present, skills: problem.groups.map(\.queues)).sorted()
  }

  mutating func need(of union: QueueSet) -> Int {
    if let known = needs[union] { return known }
    let need = Pool(union, of: problem.queues).wholeAgents
    needs[union] = need
    return need
  }

  /// Unions that agents touch too seldom, those that miss most first.
  mutating func broken(by counts: [Int]) -> [QueueSet] {
    var broken: [(union: QueueSet, missing: Int)] = []
    for union in unions.all {
      let touching = touching(union, of: counts)
      // Pooling never needs more than apart.
      guard touching < union.places.reduce(0, { $0 + alone[$1] }) else { continue }
      let missing = need(of: union) - touching
      if missing > 0 { broken.append((union, missing)) }
    }
    broken.sort { ($1.missing, $0.union) < ($0.missing, $1.union) }
    return broken.prefix(Self.rowsAtOnce).map(\.union)
  }

  func touching(_ union: QueueSet, of counts: [Int]) -> Int {
    zip(problem.groups, counts).reduce(0) { sum, pair in
      sum + (pair.0.queues.touches(union) ? pair.1 : 0)
    }
  }

  private static let fewQueues = 10
  private static let rowsAtOnce = 20
}

/// The needs of all unions in each of many intervals, such as those of a week.
///
/// The result is the same for any number of threads.
package func unionNeeds(of problems: [MixProblem]) -> [[UnionNeed]] {
  parallelMap(problems.count, threads: processorCount) { problems[$0].unionNeeds }
}

extension MixProblem {
  /// The needs of all unions of queues that its groups can tell apart, in fractions.
  package var unionNeeds: [UnionNeed] {
    let unions = Unions(
      among: present, of: queues, skills: groups.filter { $0.available != 0 }.map(\.queues))
    return unions.all.map { UnionNeed(queues: $0, agents: Pool($0, of: queues).need) }
  }
}
