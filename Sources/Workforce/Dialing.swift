/// How calls that a centre makes itself spend an agent's time.
package struct Dialing: Hashable, Sendable, Codable {
  /// The share of attempts that reach somebody, above 0 to 1.
  package let connectRate: Double
  /// Seconds of an attempt that reaches nobody.
  package let attemptTime: Double

  package init(connectRate: Double, attemptTime: Double) {
    self.connectRate = connectRate
    self.attemptTime = attemptTime
  }

  /// Mean seconds of an attempt: rate x (ringing and talk) + (1 - rate) x ringing in vain.
  package func secondsOfAttempt(talking talk: Double) -> Double {
    connectRate * talk + (1 - connectRate) * attemptTime
  }
}
