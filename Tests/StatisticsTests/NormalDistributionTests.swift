import Statistics
import TestSupport
import Testing

@Suite("Normal distribution")
struct NormalDistributionTests {
  @Test(
    "Quantiles agree with Python's statistics.NormalDist().inv_cdf",
    arguments: [
      (1e-300, -37.0470962993612), (1e-12, -7.034483825301132), (0.001, -3.090232306167813),
      (0.025, -1.9599639845400538), (0.07, -1.4757910281791702), (0.3, -0.5244005127080407),
      (0.5, 0), (0.9, 1.2815515655446008), (0.9999, 3.7190164854557084),
    ])
  func quantile(p: Double, expected: Double) {
    // Both compute AS 241; the last digits depend on the logarithm of the C library.
    #expect(
      abs(NormalDistribution.standard.quantile(p) - expected) <= 1e-14 * max(1, abs(expected)))
  }

  @Test("The quantile undoes the probability")
  func inverse() {
    forEvery(seed: 0..<500) { seed in
      var generator = Generator(seed: seed)
      let distribution = NormalDistribution(
        mean: 20 * generator.uniform() - 10, deviation: 0.1 + 5 * generator.uniform())
      let p = generator.openUniform()
      return abs(distribution.probability(atMost: distribution.quantile(p)) - p) < 1e-13
    }
  }

  @Test("The ends are infinite, and a deviation of 0 is a step")
  func ends() {
    #expect(NormalDistribution.standard.quantile(0) == -.infinity)
    #expect(NormalDistribution.standard.quantile(1) == .infinity)
    let step = NormalDistribution(mean: 3, deviation: 0)
    #expect(step.quantile(0.1) == 3)
    #expect(step.probability(atMost: 2.9) == 0)
    #expect(step.probability(atMost: 3) == 1)
  }
}
