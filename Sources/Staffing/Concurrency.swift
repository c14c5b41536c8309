/// How many contacts one agent serves at once, and how fast.
package struct Concurrency: Hashable, Sendable {
  /// Contacts per handling time that an agent completes with 1, with 2 and so on at once: 1 for a
  /// single contact, and never falling.
  package let throughput: [Double]

  /// A throughput for each number of contacts at once, the first of them 1: `[1, 1.7, 2.5]`.
  ///
  /// Where one contact more would lower the throughput, the agent is taken to put it aside: the
  /// curve stays level.
  package init(throughput: [Double]) {
    precondition(throughput.first == 1, "an agent with one contact completes it in its time")
    var best = 1.0
    self.throughput = throughput.map { rate in
      best = max(best, rate)
      return best
    }
  }

  /// A curve from one number: with `limit` contacts at once each takes `slowdown` times as long as
  /// alone, and the slowdown grows evenly up to there.
  ///
  /// With j of k contacts each takes 1 + (slowdown - 1) (j - 1) / (k - 1) times as long, so an agent
  /// completes j divided by that per handling time.
  package init(limit: Int, slowdown: Double) {
    precondition(limit >= 1, "an agent serves at least one contact at once")
    precondition(slowdown >= 1, "contacts at once are not faster than alone")
    let increase = limit > 1 ? (slowdown - 1) / Double(limit - 1) : 0
    self.init(throughput: (1...limit).map { Double($0) / (1 + increase * Double($0 - 1)) })
  }

  /// One contact at a time.
  package static let single = Concurrency(throughput: [1])

  /// Contacts at once at the most.
  package var limit: Int { throughput.count }

  /// Contacts per handling time that a fully occupied agent completes.
  package var greatestThroughput: Double { throughput[limit - 1] }
}

extension Concurrency {
  /// How likely it is that somebody has room for another contact, with the state "all are full and
  /// nobody waits" as 1: for one contact at once, 1/B - 1 by Erlang's B.
  ///
  /// Birth and death: with n contacts at the desk they leave at rate r(n) per handling time and
  /// arrive at rate `load`, so p(n - 1) = p(n) r(n) / load; the sum runs down from the full state
  /// and ends where nothing is added. Contacts go to the agent with the fewest, so they lie evenly:
  /// of n = q N + m, m agents have q + 1 and the others q. All terms are positive: no cancellation.
  func freeWeight(load: Double, agents: Int) -> Scaled {
    var term = 1.0
    var sum = 0.0
    var exponent = 0
    for level in (0..<limit).reversed() {
      let below = level == 0 ? 0 : throughput[level - 1]
      let ground = Double(agents) * below / load
      let step = (throughput[level] - below) / load
      for full in (0..<agents).reversed() {
        let ratio = ground + Double(full + 1) * step
        term *= ratio
        sum += term
        if term > Self.ceiling {
          term *= Self.rescaling
          sum *= Self.rescaling
          exponent += Self.rescalingExponent
        } else if term < Self.negligible * sum * (1 - ratio) {
          // The ratio falls from here on, so the rest is below term / (1 - ratio).
          return Scaled(sum, exponent: exponent)
        }
      }
    }
    return Scaled(sum, exponent: exponent)
  }

  static let ceiling = 0x1p512
  static let rescaling = 0x1p-512
  static let rescalingExponent = 512
  static let negligible = 0x1p-60
}
