import Glibc

/// A number of 0 or more whose power of two may be of any size.
///
/// The weights of a large desk's states span thousands of decades; their quotients are ordinary
/// numbers. No digit is lost on the way, as it would be with logarithms.
struct Scaled: Hashable, Sendable {
  /// 0, or at least 1 and below 2.
  let significand: Double
  let exponent: Int

  /// `value` x 2^`exponent`.
  init(_ value: Double, exponent: Int = 0) {
    precondition(value >= 0 && value.isFinite, "a weight is a finite number of 0 or more")
    significand = value == 0 ? 0 : value.significand
    self.exponent = value == 0 ? 0 : exponent + Int(value.exponent)
  }

  /// e^`power`; what lies below every number that matters may come out larger than it is.
  init(exp exactPower: Double) {
    let power = max(exactPower, -1e9)
    let binary = (power / ln2).rounded()
    self.init(exp(power - binary * ln2), exponent: Int(binary))
  }

  /// As an ordinary number: 0 where it is too small for one.
  var value: Double {
    Double(sign: .plus, exponent: min(max(exponent, -4000), 4000), significand: significand)
  }

  static func * (left: Scaled, right: Scaled) -> Scaled {
    Scaled(left.significand * right.significand, exponent: left.exponent + right.exponent)
  }

  static func / (left: Scaled, right: Scaled) -> Scaled {
    Scaled(left.significand / right.significand, exponent: left.exponent - right.exponent)
  }

  static func + (left: Scaled, right: Scaled) -> Scaled {
    guard left.significand > 0 else { return right }
    guard right.significand > 0 else { return left }
    let top = max(left.exponent, right.exponent)
    let sum = left.shifted(from: top) + right.shifted(from: top)
    return Scaled(sum, exponent: top)
  }

  private func shifted(from top: Int) -> Double {
    Double(sign: .plus, exponent: max(exponent - top, -4000), significand: significand)
  }
}

private let ln2 = 0.693147180559945309417
