import GLPK

/// Finds a cheap mix that a judge lets pass: the model's mix, corrected by cuts, then trimmed.
struct MixSearch {
  private let problem: MixProblem
  private let effort: MixEffort
  private let judge: MixJudge
  private var model: MixModel
  /// What the queues ask for, and what is asked for on the way: more, where the short judgement was
  /// too kind.
  private let demands: [MixDemand]
  private var demandsOnTheWay: [MixDemand]
  /// The cheapest mix that passed on the way.
  private var best: Judged?
  /// What was found of mixes that did not pass, each with its slopes.
  private var planes: [Plane] = []
  /// What was found of mixes nearby.
  private var known: [[Int]: MixVerdict] = [:]

  private struct Judged {
    let counts: [Int]
    let cost: Double
    let verdict: MixVerdict
  }

  private struct Plane {
    let judged: Judged
    let slopes: [[Double]]
  }

  init(_ problem: MixProblem, effort: MixEffort, judge: @escaping MixJudge) {
    self.problem = problem
    self.effort = effort
    self.judge = judge
    model = MixModel(problem)
    demands = MixDemand.all(of: problem)
    demandsOnTheWay = demands
  }

  /// The mix with the judge's last word on it; with queues that are missed where none was found.
  mutating func run(from start: Mix) throws(Fault) -> Mix {
    var counts = start.counts
    var answer: Mix?
    for _ in 0..<Self.attempts {
      best = nil
      counts = try correct(from: counts)
      guard let corrected = best else { break }
      calibrate(corrected, to: lastWord(on: counts))
      guard passes(corrected.verdict) else { continue }
      try trim()
      exchange()
      counts = best?.counts ?? counts
      let mix = mix(of: counts, lastWord(on: counts), bound: start.bound)
      answer = [answer, mix].compactMap { $0 }.min {
        ($0.missed.count, $0.cost) < ($1.missed.count, $1.cost)
      }
      if mix.missed.isEmpty { break }
      if let best, let verdict = mix.verdict { calibrate(best, to: verdict) }
    }
    return answer ?? mix(of: counts, lastWord(on: counts), bound: start.bound)
  }

  private func lastWord(on counts: [Int]) -> MixVerdict {
    judge([counts], effort.contactsOfLastWord)[0]
  }

  private func mix(of counts: [Int], _ verdict: MixVerdict, bound: Double) -> Mix {
    let missed = demands.filter { $0.shortfall(in: verdict) > verdict.halfWidth[$0.queue] }
    return Mix(
      counts: counts, cost: problem.cost(of: counts), bound: bound, verdict: verdict,
      missed: Set(missed.map(\.queue)).sorted())
  }

  /// Asks on the way for what the long judgement shows to be needed in the short one.
  ///
  /// The contacts are the same for all mixes, so the short one errs alike for mixes that are alike.
  private mutating func calibrate(_ judged: Judged, to verdict: MixVerdict) {
    demandsOnTheWay = demands.map { demand in
      demand.raised(by: demand.figure(judged.verdict) - demand.figure(verdict))
    }
  }

  /// Adds cuts where the judge finds a queue below its target, until none is; answers the last mix.
  ///
  /// A figure is taken as concave in the agents, as it is but for hopeless mixes: its tangent lies
  /// above it, so that a cut takes no good mix away.
  ///
  /// What was learnt in an earlier attempt is kept, for the demands of now.
  private mutating func correct(from start: [Int]) throws(Fault) -> [Int] {
    var counts = start
    for _ in 0..<effort.corrections {
      var judged = judgedFromAfar(counts)
      if demandsOnTheWay.allSatisfy({ $0.shortfall(in: judged.verdict) < Self.afar }) {
        judged = judgedNearby(counts)
      }
      guard !passes(judged.verdict) else {
        best = judged
        break
      }
      let slopes = slopes(at: judged)
      planes.append(Plane(judged: judged, slopes: slopes))
      let cuts = planes.flatMap { self.cuts(at: $0.judged, slopes: $0.slopes) }
      guard let answer = try model.mix(keeping: cuts) else { break }
      if answer.counts == counts {
        // The shortfall is within the cut's rounding: whoever helps most comes on top.
        guard let group = mostHelpful(slopes, at: judged) else { break }
        counts[group] += 1
      } else {
        counts = answer.counts
      }
    }
    return counts
  }

  /// Tries mixes that cost a step less, with the most to spare by the slopes around the best.
  ///
  /// A mix that fails moves the planes to what was found; then mixes closer to the best are tried, and
  /// at last smaller steps.
  private mutating func trim() throws(Fault) {
    guard var centre = best else { return }
    let whole = centre.cost
    var step = whole * effort.firstSaving
    var slopes = slopes(at: centre)
    var near = cuts(at: centre, slopes: slopes)
    var reach = effort.reach
    var failures = 0
    for _ in 0..<effort.tries where step >= whole * effort.leastSaving {
      let ranges = ranges(around: centre.counts, reach: reach)
      let answer = try model.mix(.safest(upTo: centre.cost - step, in: ranges), keeping: near)
      if let answer {
        let isNew = known[answer.counts] == nil
        let judged = judgedNearby(answer.counts)
        if passes(judged.verdict) {
          (centre, best) = (judged, judged)
          slopes = self.slopes(at: centre)
          near = cuts(at: centre, slopes: slopes)
          reach = effort.reach
          failures = 0
          continue
        }
        near += cuts(at: judged, slopes: slopes)
        failures = isNew ? failures + 1 : Self.patience
      } else {
        failures = Self.patience
      }
      guard failures >= Self.patience else { continue }
      failures = 0
      if reach > 1 {
        reach /= 2
      } else {
        (step, reach) = (step / 2, effort.reach)
      }
    }
  }

  /// Takes an agent away, or a cheaper one instead of another, as long as the judge lets one of the
  /// changes pass that save most; only those are tried that the slopes do not rule out.
  private mutating func exchange() {
    var tries = effort.exchanges
    while tries > 0, let centre = best {
      let slopes = slopes(at: centre)
      var passed = false
      for counts in exchanges(at: centre, slopes: slopes).prefix(tries) {
        tries -= known[counts] == nil ? 1 : 0
        let judged = judgedNearby(counts)
        guard passes(judged.verdict), model.isKept(by: counts) else { continue }
        best = judged
        passed = true
        break
      }
      guard passed else { return }
    }
  }

  /// The mixes one exchange away that may pass, those that save most first.
  private func exchanges(at centre: Judged, slopes: [[Double]]) -> [[Int]] {
    let costs = problem.groups.map(\.cost)
    var found: [(saving: Double, counts: [Int])] = []
    for leaving in costs.indices where centre.counts[leaving] > 0 {
      for coming in [nil] + costs.indices.map(Optional.some) where coming != leaving {
        let saving = costs[leaving] - (coming.map { costs[$0] } ?? 0)
        guard saving > 1e-9 else { continue }
        let isLikely = zip(demandsOnTheWay, slopes).allSatisfy { demand, slope in
          let change = (coming.map { slope[$0] } ?? 0) - slope[leaving]
          return demand.shortfall(in: centre.verdict) - change <= Self.doubt
        }
        guard isLikely else { continue }
        var counts = centre.counts
        counts[leaving] -= 1
        if let coming {
          guard counts[coming] < problem.groups[coming].available ?? .max else { continue }
          counts[coming] += 1
        }
        found.append((saving, counts))
      }
    }
    // Of equals in the order of the groups, whatever the sort does.
    return found.enumerated().sorted { one, two in
      (two.element.saving, one.offset) < (one.element.saving, two.offset)
    }.map(\.element.counts)
  }

  private func ranges(around counts: [Int], reach: Int) -> [ClosedRange<Int>] {
    zip(problem.groups, counts).map { group, count in
      max(0, count - reach)...min(group.available ?? MixModel.most, count + reach)
    }
  }

  private func passes(_ verdict: MixVerdict) -> Bool {
    demandsOnTheWay.allSatisfy { $0.shortfall(in: verdict) <= 0 }
  }

  private mutating func judgedNearby(_ counts: [Int]) -> Judged {
    let verdict = known[counts] ?? judge([counts], effort.contacts)[0]
    known[counts] = verdict
    return Judged(counts: counts, cost: problem.cost(of: counts), verdict: verdict)
  }

  private func judgedFromAfar(_ counts: [Int]) -> Judged {
    Judged(
      counts: counts, cost: problem.cost(of: counts),
      verdict: judge([counts], effort.contactsFromAfar)[0])
  }

  private func cuts(at judged: Judged, slopes: [[Double]]) -> [MixModel.Cut] {
    zip(demandsOnTheWay, slopes).map { $0.cut(at: judged.counts, judged.verdict, slope: $1) }
  }

  /// What one agent more of each group adds to each demand's figure.
  ///
  /// Of large groups a twentieth is added: the difference stands out of the noise, and the figure is
  /// still nearly straight.
  private func slopes(at judged: Judged) -> [[Double]] {
    let steps = judged.counts.map { max(1, $0 / 20) }
    let mixes = judged.counts.indices.map { group in
      var counts = judged.counts
      counts[group] += steps[group]
      return counts
    }
    // The same customers meet them all, so differences are known from few.
    let verdicts = judge([judged.counts] + mixes, effort.contactsFromAfar)
    return demandsOnTheWay.map { demand in
      zip(verdicts.dropFirst(), steps).map { verdict, step in
        // One agent more harms no queue but by chance.
        max(0, demand.figure(verdict) - demand.figure(verdicts[0])) / Double(step)
      }
    }
  }

  /// The group on offer whose agent adds most where something is missing.
  private func mostHelpful(_ slopes: [[Double]], at judged: Judged) -> Int? {
    let gains = problem.groups.indices.map { group in
      zip(demandsOnTheWay, slopes).reduce(0) { sum, pair in
        sum + (pair.0.shortfall(in: judged.verdict) > 0 ? pair.1[group] : 0)
      }
    }
    return problem.groups.indices
      .filter { judged.counts[$0] < problem.groups[$0].available ?? .max }
      .max { gains[$0] < gains[$1] }
  }

  /// By how much slopes may be wrong.
  private static let doubt = 0.01
  /// A shortfall up to which a mix is judged with more contacts.
  private static let afar = 0.02
  /// Last words at the most.
  private static let attempts = 4
  /// Tries of a step that may fail.
  private static let patience = 2
}
