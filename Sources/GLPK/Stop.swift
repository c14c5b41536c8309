/// When to stop before the optimum is proved: counted work, time, or a gap that is small enough.
///
/// Rules combine: `.nodes(500).or(.gap(0.01))`. Only counted work and gaps give the same result on
/// every run; time depends on the machine.
public struct Stop: Hashable, Sendable, Codable {
  /// Subproblems of a search to take up at most.
  public var nodes: Int?
  /// Simplex steps at most, of the relaxation and of a search together.
  public var iterations: Int?
  /// Time at most; a search finishes the subproblem it is at, so it may take longer.
  public var duration: Duration?
  /// Relative gap between best solution and bound that is good enough for a search.
  public var gap: Double?

  private init(
    nodes: Int? = nil, iterations: Int? = nil, duration: Duration? = nil, gap: Double? = nil
  ) {
    self.nodes = nodes
    self.iterations = iterations
    self.duration = duration
    self.gap = gap
  }

  /// Only when finished.
  public static let finished = Stop()

  /// After a number of subproblems of a search.
  public static func nodes(_ count: Int) -> Stop { Stop(nodes: max(0, count)) }

  /// After a number of simplex steps.
  public static func iterations(_ count: Int) -> Stop { Stop(iterations: max(0, count)) }

  /// After some time.
  public static func after(_ duration: Duration) -> Stop { Stop(duration: max(.zero, duration)) }

  /// When the best solution is proved to be within a share of the optimum: 0.01 for 1 %.
  public static func gap(_ share: Double) -> Stop { Stop(gap: share > 0 ? share : nil) }

  /// Whichever comes first.
  public func or(_ other: Stop) -> Stop {
    Stop(
      nodes: Self.first(nodes, other.nodes, by: min),
      iterations: Self.first(iterations, other.iterations, by: min),
      duration: Self.first(duration, other.duration, by: min),
      gap: Self.first(gap, other.gap, by: max))
  }

  private static func first<Value>(
    _ one: Value?, _ two: Value?, by choice: (Value, Value) -> Value
  ) -> Value? {
    guard let one else { return two }
    guard let two else { return one }
    return choice(one, two)
  }

  /// GLPK's form of an iteration limit.
  func iterationLimit(used: Int = 0) -> Int32 {
    guard let iterations else { return .max }
    return Int32(clamping: max(0, iterations - used))
  }

  /// GLPK's form of a time limit, in milliseconds.
  func timeLimit(used: Duration = .zero) -> Int32 {
    guard let duration else { return .max }
    let left = max(.zero, duration - used).components
    let milliseconds = left.seconds.multipliedReportingOverflow(by: 1000)
    guard !milliseconds.overflow else { return .max }
    return Int32(clamping: milliseconds.partialValue + left.attoseconds / 1_000_000_000_000_000)
  }
}
