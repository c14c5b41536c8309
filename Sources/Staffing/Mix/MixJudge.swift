/// What a simulation finds of a queue with some mix of agents.
package struct MixVerdict: Hashable, Sendable {
  /// Per queue, 0 to 1, by the definition and threshold of its target.
  package let serviceLevel: [Double]
  package let abandonment: [Double]
  /// Half of the 95 % confidence interval around the service level, per queue.
  package let halfWidth: [Double]

  package init(serviceLevel: [Double], abandonment: [Double], halfWidth: [Double]) {
    self.serviceLevel = serviceLevel
    self.abandonment = abandonment
    self.halfWidth = halfWidth
  }
}

/// Judges mixes, each by the agents of its groups, with a number of contacts each.
///
/// The contacts are the same for all mixes and calls (common random numbers), so that differences
/// between mixes are sharper than the levels themselves.
package typealias MixJudge = (_ mixes: [[Int]], _ contacts: Int) -> [MixVerdict]
