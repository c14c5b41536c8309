/// How far long work has come; handed to whoever watches.
package struct Progress: Hashable, Sendable {
  package let step: String
  /// 0 to 1.
  package let share: Double
  /// The best cost and the proven bound so far, where there are any.
  package let cost: Money?
  package let bound: Money?

  package init(step: String, share: Double, cost: Money? = nil, bound: Money? = nil) {
    self.step = step
    self.share = share
    self.cost = cost
    self.bound = bound
  }

  /// Called now and then while work goes on; answers whether to go on.
  package typealias Watcher = @Sendable (Progress) -> Continuation

  package enum Continuation: Hashable, Sendable {
    case goOn, stop
  }
}
