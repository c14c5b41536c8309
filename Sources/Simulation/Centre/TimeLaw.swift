import Statistics

/// The law of chance of a time in seconds.
package enum TimeLaw: Hashable, Sendable {
  case exponential(mean: Double)
  case lognormal(mean: Double, deviation: Double)
  case uniform(from: Double, to: Double)
  case fixed(Double)
  /// Longer than any time: a customer who never leaves.
  case never

  package var mean: Double {
    switch self {
    case .exponential(let mean), .lognormal(let mean, _), .fixed(let mean): mean
    case .uniform(let from, let to): (from + to) / 2
    case .never: .infinity
    }
  }

  /// Whether times can be drawn from it: numbers of 0 or more, a range that does not run backwards.
  var isSound: Bool {
    switch self {
    case .exponential(let mean), .fixed(let mean): mean >= 0 && mean.isFinite
    case .lognormal(let mean, let deviation):
      mean >= 0 && mean.isFinite && deviation >= 0 && deviation.isFinite
    case .uniform(let from, let to): from >= 0 && to >= from && to.isFinite
    case .never: true
    }
  }
}

/// A law ready to draw from: two numbers and what to do with them.
///
/// All draws are inversions, so one number of a stream is one time, and a greater number is never a
/// longer time: with the same streams, changed laws stay as alike as they can be.
struct DrawnTime: BitwiseCopyable, Sendable {
  private let kind: Kind
  private let first: Double
  private let second: Double

  private enum Kind: UInt8 {
    case exponential, lognormal, uniform, never
  }

  init(_ law: TimeLaw) {
    switch law {
    case .exponential(let mean): (kind, first, second) = (.exponential, mean, 0)
    case .fixed(let time): (kind, first, second) = (.uniform, time, 0)
    case .uniform(let from, let to): (kind, first, second) = (.uniform, to, from - to)
    case .never: (kind, first, second) = (.never, .infinity, 0)
    case .lognormal(let mean, let deviation):
      // Of X = exp(m + s Z): mean = exp(m + s²/2), deviation² = mean² (exp(s²) - 1).
      let ratio = mean > 0 ? deviation / mean : 0
      let variance = log(1 + ratio * ratio)
      (kind, first, second) =
        mean > 0
        ? (.lognormal, log(mean) - variance / 2, -variance.squareRoot()) : (.uniform, 0, 0)
    }
  }

  /// The time at a number above 0 and below 1.
  @inline(__always)
  func time(at uniform: Double) -> Double {
    switch kind {
    case .exponential: -first * log(uniform)
    case .uniform: first + second * uniform
    case .never: .infinity
    case .lognormal: exp(first + second * NormalDistribution.standard.quantile(uniform))
    }
  }
}
