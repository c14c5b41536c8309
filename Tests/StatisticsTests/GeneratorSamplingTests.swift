import RealModule
import Statistics
import TestSupport
import Testing

/// Compares draws with the mean, the variance and the probabilities of their distribution.
///
/// All seeds are fixed; the tolerance is five standard deviations of the quantity that is compared.
@Suite("Generator, sampling")
struct GeneratorSamplingTests {
  static let draws = 40_000

  @Test("Normal draws have mean 0, variance 1 and the normal share within one deviation")
  func normal() {
    var generator = Generator(seed: 3)
    let drawn = (0..<Self.draws).map { _ in generator.normal() }
    // Deviations: of the mean 1/sqrt(n) = 0.005, of the variance sqrt(2/n) = 0.0071.
    #expect(abs(mean(of: drawn)) < 0.025)
    #expect(abs(variance(of: drawn) - 1) < 0.036)
    // P(|Z| < 1) = 0.6827 with deviation sqrt(0.6827 * 0.3173 / n) = 0.0023.
    let share = Double(drawn.count { abs($0) < 1 }) / Double(Self.draws)
    #expect(abs(share - 0.6827) < 0.0117)
  }

  @Test(
    "Gamma draws have mean and variance of their shape", arguments: [0.2, 0.9, 1, 2.5, 40, 1e6])
  func gamma(shape: Double) {
    var generator = Generator(seed: 4)
    let drawn = (0..<Self.draws).map { _ in generator.gamma(shape: shape) }
    #expect(drawn.allSatisfy { $0 >= 0 && $0.isFinite })
    let n = Double(Self.draws)
    #expect(abs(mean(of: drawn) - shape) < 5 * (shape / n).squareRoot())
    // The fourth central moment of a gamma variable is 3 shape² + 6 shape.
    let spread = ((2 * shape * shape + 6 * shape) / n).squareRoot()
    #expect(abs(variance(of: drawn) - shape) < 5 * spread)
  }

  @Test("A gamma draw of shape 1 is exponential")
  func exponential() {
    var generator = Generator(seed: 5)
    let drawn = (0..<Self.draws).map { _ in generator.gamma(shape: 1) }
    for x in [0.1, 0.5, 1, 2, 4] {
      let share = Double(drawn.count { $0 <= x }) / Double(Self.draws)
      let expected = 1 - Double.exp(-x)
      let spread = (expected * (1 - expected) / Double(Self.draws)).squareRoot()
      #expect(abs(share - expected) < 5 * spread)
    }
  }

  @Test(
    "Poisson draws have mean and variance of their mean",
    arguments: [0.01, 0.7, 3, 9.99, 10, 11, 35, 400, 2e4, 3e8])
  func poisson(mean lambda: Double) {
    var generator = Generator(seed: 6)
    let drawn = (0..<Self.draws).map { _ in Double(generator.poisson(mean: lambda)) }
    let n = Double(Self.draws)
    #expect(abs(mean(of: drawn) - lambda) < 5 * (lambda / n).squareRoot())
    // The fourth central moment of a Poisson variable is lambda + 3 lambda².
    let spread = ((lambda + 2 * lambda * lambda) / n).squareRoot()
    #expect(abs(variance(of: drawn) - lambda) < 5 * spread)
  }

  @Test("Poisson draws come as often as their probabilities say", arguments: [0.3, 6, 10, 14, 90])
  func poissonProbabilities(mean lambda: Double) {
    var generator = Generator(seed: 7)
    let drawn = (0..<Self.draws).map { _ in generator.poisson(mean: lambda) }
    let probabilities = (0..<400).map { k -> Double in
      // P(k) = exp(-lambda) lambda^k / k!, in logarithms.
      Double.exp(-lambda + Double(k) * Double.log(lambda) - Double.logGamma(Double(k) + 1))
    }
    expectFit(of: drawn, to: probabilities)
  }

  @Test(
    "Negative binomial draws have variance mean + dispersion x mean²",
    arguments: [(0.4, 0.5), (12.0, 0.1), (900.0, 0.02), (50.0, 0.0), (5.0, 2.0)])
  func negativeBinomial(mean mu: Double, dispersion: Double) {
    var generator = Generator(seed: 8)
    let drawn = (0..<Self.draws).map { _ in
      Double(generator.negativeBinomial(mean: mu, dispersion: dispersion))
    }
    let n = Double(Self.draws)
    let sigma2 = mu + dispersion * mu * mu
    #expect(abs(mean(of: drawn) - mu) < 5 * (sigma2 / n).squareRoot())
    // Excess kurtosis of the negative binomial: 6 dispersion + 1 / sigma².
    let spread = ((2 + 6 * dispersion + 1 / sigma2) / n).squareRoot()
    #expect(abs(variance(of: drawn) / sigma2 - 1) < 5 * spread)
  }

  @Test("Negative binomial draws come as often as their probabilities say")
  func negativeBinomialProbabilities() {
    var generator = Generator(seed: 9)
    let drawn = (0..<Self.draws).map { _ in
      generator.negativeBinomial(mean: 8, dispersion: 0.25)
    }
    // r = 1 / 0.25 = 4 successes, success probability r / (r + mean) = 4 / 12 = 1/3:
    // P(0) = (1/3)^4 and P(k) = P(k-1) (k + 3) / k * 2/3.
    var probabilities = [1.0 / 81]
    for k in 1..<400 {
      probabilities.append(probabilities[k - 1] * Double(k + 3) / Double(k) * 2 / 3)
    }
    expectFit(of: drawn, to: probabilities)
  }

  @Test("A mean of 0 gives 0 always")
  func zero() {
    var generator = Generator(seed: 10)
    #expect((0..<100).allSatisfy { _ in generator.poisson(mean: 0) == 0 })
    #expect(
      (0..<100).allSatisfy { _ in generator.negativeBinomial(mean: 0, dispersion: 0.3) == 0 })
  }

  /// Pearson's chi-square over cells of at least 20 expected draws each.
  private func expectFit(of drawn: [Int], to probabilities: [Double]) {
    let n = Double(drawn.count)
    var counts = Array(repeating: 0.0, count: probabilities.count)
    for value in drawn { counts[min(value, counts.count - 1)] += 1 }
    var statistic = 0.0
    var cells = 0.0
    var (seen, expected, left) = (0.0, 0.0, 1.0)
    for k in counts.indices {
      seen += counts[k]
      expected += n * probabilities[k]
      left -= probabilities[k]
      let isLast = k == counts.count - 1
      guard (expected >= 20 && n * left >= 20) || isLast else { continue }
      if isLast { expected += n * max(0, left) }
      statistic += (seen - expected) * (seen - expected) / expected
      cells += 1
      (seen, expected) = (0, 0)
    }
    // Chi-square of cells - 1 degrees has this mean and twice that variance.
    let degrees = cells - 1
    #expect(cells > 2)
    #expect(statistic < degrees + 5 * (2 * degrees).squareRoot())
  }
}
