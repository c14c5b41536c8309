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

  private struct Judged {
    let counts: [Int]
    let cost: Double
    let verdict: MixVerdict
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
  private mutating func correct(from start: [Int]) throws(Fault) -> [Int] {
    var cuts: [MixModel.Cut] = []
    var counts = start
    for _ in 0..<effort.corrections {
      let judged = judged(counts)
      guard !passes(judged.verdict) else {
        best = judged
        break
      }
      let slopes = slopes(at: judged)
      cuts += self.cuts(at: judged, slopes: slopes)
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
  /// A mix that fails moves the planes to what was found. The steps get smaller where none passes.
  private mutating func trim() throws(Fault) {
    guard var centre = best else { return }
    let whole = centre.cost
    var step = whole * effort.firstSaving
    var slopes = slopes(at: centre)
    var hasFreshSlopes = true
    var planes = cuts(at: centre, slopes: slopes)
    var failures = 0
    for _ in 0..<effort.tries where step >= whole * effort.leastSaving {
      let aim = MixModel.Aim.safest(upTo: centre.cost - step, in: ranges(around: centre.counts))
      if let answer = try model.mix(aim, keeping: planes) {
        let judged = judged(answer.counts)
        if passes(judged.verdict) {
          (centre, best) = (judged, judged)
          planes = cuts(at: centre, slopes: slopes)
          hasFreshSlopes = false
          failures = 0
          continue
        }
        planes += cuts(at: judged, slopes: slopes)
        failures += 1
      } else {
        failures = Self.patience
      }
      guard failures == Self.patience else { continue }
      failures = 0
      if hasFreshSlopes {
        step /= 2
      } else {
        slopes = self.slopes(at: centre)
        planes = cuts(at: centre, slopes: slopes)
        hasFreshSlopes = true
      }
    }
  }

  private func ranges(around counts: [Int]) -> [ClosedRange<Int>] {
    zip(problem.groups, counts).map { group, count in
      max(0, count - effort.reach)...min(group.available ?? MixModel.most, count + effort.reach)
    }
  }

  private func passes(_ verdict: MixVerdict) -> Bool {
    demandsOnTheWay.allSatisfy { $0.shortfall(in: verdict) <= 0 }
  }

  private func judged(_ counts: [Int]) -> Judged {
    Judged(
      counts: counts, cost: problem.cost(of: counts), verdict: judge([counts], effort.contacts)[0])
  }

  private func cuts(at judged: Judged, slopes: [[Double]]) -> [MixModel.Cut] {
    zip(demandsOnTheWay, slopes).map { $0.cut(at: judged.counts, judged.verdict, slope: $1) }
  }

  /// What one agent more of each group adds to each demand's figure.
  ///
  /// Of large groups a thirtieth is added: the difference stands out of the noise, and the figure is
  /// still nearly straight.
  private func slopes(at judged: Judged) -> [[Double]] {
    let steps = judged.counts.map { max(1, $0 / 30) }
    let mixes = judged.counts.indices.map { group in
      var counts = judged.counts
      counts[group] += steps[group]
      return counts
    }
    let verdicts = judge(mixes, effort.contacts)
    return demandsOnTheWay.map { demand in
      zip(verdicts, steps).map { verdict, step in
        // One agent more harms no queue but by chance.
        max(0, demand.figure(verdict) - demand.figure(judged.verdict)) / Double(step)
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

  /// Last words at the most.
  private static let attempts = 4
  /// Tries of a step that may fail.
  private static let patience = 2
}
