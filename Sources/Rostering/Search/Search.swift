import Statistics
import Workforce

/// The search for a roster: prices and their bound, then lines that are good at them, then changes
/// that the exact cost approves.
///
/// It stops by counted work alone, so that a seed gives the same roster on every machine.
struct Search: Sendable {
  let problem: Problem
  let settings: Settings
  var draft: Draft
  /// The lines of the best roster so far, and its cost.
  private(set) var bestLines: [Line]
  private(set) var bestCost: Double
  private(set) var bound = -Double.infinity
  private(set) var isCancelled = false
  var effort = Roster.Effort()
  /// What an agent of each skill set is worth at the best prices, by cell.
  var worth: [ContiguousArray<Double>] = []
  var pricer = Pricer()
  var gains: ContiguousArray<Double> = []
  var presenceGains: ContiguousArray<Double> = []
  var noise: ContiguousArray<Double> = []
  /// A line of each agent, drawn evenly from those that prices have made best.
  private var samples: [Line]
  /// The latest lines that prices have made best, by crew.
  private(set) var pool: [[Line]]
  let workers: Workers
  private let watcher: Progress.Watcher?
  private var workSinceAsked = 0

  init(_ problem: Problem, settings: Settings, watcher: Progress.Watcher?) {
    self.problem = problem
    self.settings = settings
    self.watcher = watcher
    draft = Draft(problem)
    bestLines = draft.lines
    bestCost = .infinity
    samples = draft.lines
    pool = problem.crews.map { _ in [] }
    workers = Workers(threads: settings.threads)
  }

  /// Whether the search is over: the gap is closed, or somebody has stopped it.
  var isOver: Bool { isCancelled || gap <= settings.gap }

  var gap: Double {
    bestCost > 0 ? max(0, bestCost - bound) / bestCost : 0
  }

  /// Goes through all phases.
  mutating func run() throws(RosteringFault) {
    construct()
    price()
    guard !isOver else { return }
    sweepFromSamples()
    guard !isOver else { return }
    anneal()
    guard !isOver else { return }
    try solveAsWhole()
    guard !isOver else { return }
    try solveNeighbourhoods()
  }

  /// Keeps the draft if it is the best so far.
  mutating func keepBest() {
    guard draft.cost < bestCost - 1e-9 else { return }
    bestCost = draft.cost
    bestLines = draft.lines
  }

  /// Takes lines, whatever they cost, for the best.
  mutating func adopt(_ lines: [Line]) {
    bestLines = lines
    bestCost = Draft(problem, lines: lines).cost
  }

  /// Goes back to the best roster.
  mutating func returnToBest() { draft = Draft(problem, lines: bestLines) }

  mutating func raise(bound other: Double) { bound = max(bound, other) }

  /// Counts work, asks the watcher now and then, and says whether to go on.
  ///
  /// - Parameters:
  ///   - step: What is being done, for the watcher.
  ///   - share: How much of the whole has been done.
  ///   - work: Counted in pricings of one crew, a hundred of which take some hundredths of a second.
  /// - Returns: False once the watcher has stopped the search.
  mutating func goesOn(_ step: String, share: Double, work: Int = 1) -> Bool {
    workSinceAsked += work
    guard workSinceAsked >= 100, !isCancelled else { return !isCancelled }
    workSinceAsked = 0
    let progress = Progress(
      step: step, share: share, cost: bestCost < .infinity ? Money(bestCost) : nil,
      bound: bound > -.infinity ? Money(bound) : nil)
    if watcher?(progress) == .stop { isCancelled = true }
    return !isCancelled
  }

  /// Does work that cannot be counted from outside; the body asks whether the watcher has stopped it.
  mutating func watched<Result>(
    _ step: String, share: Double, _ body: (@escaping () -> Bool) throws(RosteringFault) -> Result
  ) throws(RosteringFault) -> Result {
    let progress = Progress(
      step: step, share: share, cost: Money(bestCost),
      bound: bound > -.infinity ? Money(bound) : nil)
    var isStopped = isCancelled
    defer { isCancelled = isStopped }
    return try body { [watcher] in
      if !isStopped, watcher?(progress) == .stop { isStopped = true }
      return isStopped
    }
  }

  /// Keeps a line among the latest that prices have made best; at most some dozen a crew.
  private mutating func remember(_ lines: [Line]) {
    for (crew, line) in lines.enumerated() where !pool[crew].contains(line) {
      pool[crew].append(line)
      if pool[crew].count > 48 { pool[crew].removeFirst(24) }
    }
  }

  // MARK: - Phases

  /// Makes a first roster, agents one by one, each with the line that helps most.
  ///
  /// It is always finished, for there has to be one to give back.
  private mutating func construct() {
    var generator = Generator(seed: settings.seed, stream: "construct")
    for agent in problem.agents.indices.shuffled(using: &generator) {
      _ = goesOn("roster", share: 0)
      if let line = response(of: agent) { draft.assign(line, to: agent) }
    }
    keepBest()
    for _ in 0..<2 where !isOver { sweep(&generator) }
    keepBest()
  }

  /// Prices and the bound; on the way, lines are sampled for ``sweepFromSamples()``.
  private mutating func price() {
    var search = PriceSearch(
      Relaxation(problem, workers: workers), from: ShadowPrices(marginalsOf: draft))
    let work = problem.crews.count
    let target = bestCost
    samples = bestLines
    let rounds = settings.rounds(1500)
    search.improve(
      towards: target,
      at: .init(rounds: rounds, step: 0.3, patience: 15, slackening: 0.85)
    ) { answer, round in
      raise(bound: answer.bound)
      effort.priceRounds += 1
      effort.linesGenerated += work
      return goesOn("prices", share: 0.3 * Double(round) / Double(rounds), work: work)
    }
    worth = search.best.worthOfSets(in: problem)
    guard !isOver else { return }

    var generator = Generator(seed: settings.seed, stream: "samples")
    let sampleRounds = settings.rounds(300)
    var drawn = 0
    search.improve(
      towards: target,
      at: .init(rounds: sampleRounds, step: 0.01, patience: 10, slackening: 0.8)
    ) { answer, round in
      raise(bound: answer.bound)
      effort.priceRounds += 1
      effort.linesGenerated += work
      remember(answer.lines)
      if round > min(20, sampleRounds / 4) {
        drawn += 1
        for agent in problem.agents.indices where generator.index(below: drawn) == 0 {
          samples[agent] = answer.lines[problem.crewOf[agent]]
        }
      }
      return goesOn("prices", share: 0.3 + 0.1 * Double(round) / Double(sampleRounds), work: work)
    }
    worth = search.best.worthOfSets(in: problem)
  }

  /// Starts anew from sampled lines and sweeps on gains that lean on the prices ever less.
  private mutating func sweepFromSamples() {
    var generator = Generator(seed: settings.seed, stream: "sweeps")
    draft = Draft(problem, lines: samples)
    for blend in [0.97, 0.95, 0.92, 0.9, 0.85, 0.8, 0.7, 0.6, 0.4, 0, 0] {
      guard goesOn("roster", share: 0.4) else { break }
      sweep(&generator, blend: blend)
    }
    keepBest()
  }
}
