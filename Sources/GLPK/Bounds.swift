/// The least and the greatest value that a variable or a row may take; infinite means none.
///
/// Wherever bounds are asked for, a range does: `0...`, `0...9`, `...9`. Crossed bounds (lower above
/// upper) are allowed and make a problem infeasible; bounds that are not numbers are refused.
public struct Bounds: Hashable, Sendable, Codable {
  /// The least value; `-.infinity` if there is none.
  public var lower: Double
  /// The greatest value; `.infinity` if there is none.
  public var upper: Double

  /// Bounds on both sides; infinite values leave a side open.
  public init(lower: Double = -.infinity, upper: Double = .infinity) {
    self.lower = lower
    self.upper = upper
  }

  /// No bounds at all.
  public static let free = Bounds()

  /// At least zero.
  public static let nonnegative = Bounds(lower: 0)

  /// Between zero and one.
  public static let unit = Bounds(lower: 0, upper: 1)

  /// One value only.
  public static func fixed(_ value: Double) -> Bounds {
    Bounds(lower: value, upper: value)
  }

  /// Whether no value lies within.
  public var areCrossed: Bool { lower > upper }

  /// Whether these are bounds at all: neither side `nan`, nor infinite on the wrong side.
  var areNumbers: Bool {
    !lower.isNaN && !upper.isNaN && lower < .infinity && upper > -.infinity
  }

  /// The bounds that whole values see: GLPK refuses fractional ones for integer columns.
  ///
  /// A bound that misses a whole number by rounding only (3.0000000000000004) is taken for it.
  var whole: Bounds {
    Bounds(lower: Self.whole(lower, .up), upper: Self.whole(upper, .down))
  }

  private static func whole(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
    let nearest = value.rounded()
    let isNear = abs(value - nearest) <= 1e-9 * max(1, abs(value))
    return isNear ? nearest : value.rounded(rule)
  }
}

/// What can stand for bounds: ``Bounds`` and the ranges of `Double`.
public protocol BoundsConvertible {
  /// The bounds it stands for.
  var bounds: Bounds { get }
}

extension Bounds: BoundsConvertible {
  /// The bounds themselves.
  public var bounds: Bounds { self }
}

extension ClosedRange: BoundsConvertible where Bound == Double {
  /// Both ends of the range.
  public var bounds: Bounds { Bounds(lower: lowerBound, upper: upperBound) }
}

extension PartialRangeFrom: BoundsConvertible where Bound == Double {
  /// The lower end; no upper one.
  public var bounds: Bounds { Bounds(lower: lowerBound) }
}

extension PartialRangeThrough: BoundsConvertible where Bound == Double {
  /// The upper end; no lower one.
  public var bounds: Bounds { Bounds(upper: upperBound) }
}
