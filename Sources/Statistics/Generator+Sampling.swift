import RealModule

extension Generator {
  /// Uniform in (0, 1), without both ends: the middles of the 2^53 cells of ``uniform()``.
  package mutating func openUniform() -> Double {
    // One bit less, so that adding a half is exact and never rounds up to 1.
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// A draw from the standard normal distribution, by inversion.
  ///
  /// Every draw takes exactly one number of the stream, so streams with different parameters stay in
  /// step.
  package mutating func normal() -> Double {
    NormalDistribution.standard.quantile(openUniform())
  }

  /// A draw from the gamma distribution with this shape and scale 1: mean and variance are `shape`.
  ///
  /// Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000).
  package mutating func gamma(shape: Double) -> Double {
    precondition(shape > 0 && shape.isFinite, "a gamma distribution has a positive shape")
    guard shape >= 1 else {
      // Section 6 there: a gamma of shape + 1 times U^(1/shape).
      return gamma(shape: shape + 1) * Double.pow(openUniform(), 1 / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = openUniform()
      if Double.log(u) < 0.5 * x * x + d * (1 - v + Double.log(v)) { return d * v }
    }
  }

  /// A draw from the Poisson distribution.
  ///
  /// Up to a mean of 10 the uniform is counted down through the probabilities; above, Hörmann's PTRS
  /// ("The transformed rejection method for generating Poisson random variables", Insurance:
  /// Mathematics and Economics 12, 1993), which is exact and takes about the same time for any mean.
  package mutating func poisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean < 1e15, "a Poisson distribution has a mean of 0 or more")
    return mean < 10 ? poissonByInversion(mean: mean) : poissonByRejection(mean: mean)
  }

  /// A draw from the negative binomial distribution with variance `mean + dispersion * mean²`.
  ///
  /// A Poisson draw whose mean is itself a gamma draw of shape `1 / dispersion`; dispersion 0 is
  /// Poisson.
  package mutating func negativeBinomial(mean: Double, dispersion: Double) -> Int {
    precondition(dispersion >= 0 && dispersion.isFinite, "a dispersion is 0 or more")
    // Below this the gamma factor cannot be told from 1 in a Double.
    guard dispersion > 1e-12, mean > 0 else { return poisson(mean: mean) }
    return poisson(mean: mean * dispersion * gamma(shape: 1 / dispersion))
  }

  private mutating func poissonByInversion(mean: Double) -> Int {
    var left = uniform()
    var count = 0
    var probability = Double.exp(-mean)
    // Rounding may leave a crumb of the uniform over; far in the tail the count stops.
    while left >= probability && count < 200 {
      left -= probability
      count += 1
      probability *= mean / Double(count)
    }
    return count
  }

  private mutating func poissonByRejection(mean: Double) -> Int {
    // The letters and constants of the algorithm PTRS.
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let vr = 0.9277 - 3.6224 / (b - 2)
    let logMean = Double.log(mean)
    while true {
      let u = openUniform() - 0.5
      let v = openUniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07 && v <= vr { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let hat = Double.log(v * inverseAlpha / (a / (us * us) + b))
      if hat <= k * logMean - mean - Double.logGamma(k + 1) { return Int(k) }
    }
  }
}
