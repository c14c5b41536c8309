import Statistics

/// Looks for the shadow prices that give the greatest lower bound, by deflected subgradient steps.
///
/// A step goes along a weighted mean of the excesses so far, its length in the proportion of the gap
/// to the best roster known (Polyak); after a number of steps without progress the search returns to
/// the best prices and slackens its pace. Prices stay between less idling and the dear shortage.
struct PriceSearch: Sendable {
  private let relaxation: Relaxation
  private(set) var best: ShadowPrices
  private(set) var bound = -Double.infinity
  private(set) var rounds = 0
  private var prices: ShadowPrices
  private var direction: ContiguousArray<Double> = []

  /// How a phase of the search goes about its steps.
  struct Pace: Sendable {
    let rounds: Int
    /// Step length, relative to Polyak's.
    let step: Double
    /// Rounds without progress before the pace slackens.
    let patience: Int
    let slackening: Double
  }

  init(_ relaxation: Relaxation, from prices: ShadowPrices) {
    self.relaxation = relaxation
    self.prices = prices
    best = prices
  }

  /// Improves the bound until the rounds are used up, the pace has died down or the visitor stops.
  ///
  /// - Parameters:
  ///   - target: The cost of a roster, above every bound.
  ///   - pace: How to go about it.
  ///   - visit: Called with every answer and its round in this phase; returning false ends it.
  mutating func improve(
    towards target: Double, at pace: Pace, visit: (Relaxation.Answer, Int) -> Bool
  ) {
    let demand = relaxation.problem.demand
    let queues = demand.queues.count
    let floor = -demand.over * Double(Demand.agent)
    let ceilings = demand.beyond.map { $0 * Double(Demand.agent) }
    var step = pace.step
    var failures = 0
    prices = best
    direction = []
    for round in 1...max(1, pace.rounds) {
      let answer = relaxation.answer(to: prices)
      rounds += 1
      let goesOn = visit(answer, round)
      if answer.bound > bound + 1e-4 * max(0, target - bound) || bound == -.infinity {
        failures = 0
      } else {
        failures += 1
      }
      if answer.bound > bound {
        bound = answer.bound
        best = prices
      }
      if failures >= pace.patience {
        failures = 0
        step *= pace.slackening
        prices = best
        if step < 2e-5 { return }
      }
      guard goesOn, bound < target else { return }

      if direction.isEmpty { direction = answer.excess }
      var square = 0.0
      for place in direction.indices {
        direction[place] += 0.25 * (answer.excess[place] - direction[place])
        let (price, slope) = (prices.values[place], direction[place])
        let isHeld =
          price >= ceilings[place % queues] && slope > 0 || price <= floor && slope < 0
        if !isHeld { square += slope * slope }
      }
      let length = step * (target - answer.bound) / max(square, 1e-9)
      for place in direction.indices {
        let price = prices.values[place] + length * direction[place]
        prices.values[place] = min(ceilings[place % queues], max(floor, price))
      }
    }
  }
}
