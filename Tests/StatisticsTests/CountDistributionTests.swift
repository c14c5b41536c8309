import Statistics
import TestSupport
import Testing

@Suite("Count distributions")
struct CountDistributionTests {
  @Test("Poisson probabilities are those of the formula")
  func poisson() {
    let distribution = PoissonDistribution(mean: 2)
    // exp(-2) 2^3 / 3! = 0.135335 * 8 / 6 = 0.180447; P(X <= 1) = exp(-2) (1 + 2) = 0.406006.
    #expect(abs(distribution.probability(of: 3) - 0.180447) < 1e-6)
    #expect(abs(distribution.probability(atMost: 1) - 0.406006) < 1e-6)
    #expect(distribution.probability(of: -1) == 0)
    #expect(distribution.probability(atMost: -1) == 0)
  }

  @Test("Dispersion 1 is the geometric distribution")
  func geometric() {
    // r = 1, success probability 1 / (1 + 3) = 1/4: P(k) = 1/4 (3/4)^k; P(X <= 1) = 1/4 + 3/16.
    let distribution = NegativeBinomialDistribution(mean: 3, dispersion: 1)
    #expect(abs(distribution.probability(of: 2) - 0.140625) < 1e-12)
    #expect(abs(distribution.probability(atMost: 1) - 0.4375) < 1e-12)
    // 1 - (3/4)^(k+1) >= 0.9 first at k + 1 = 9: (3/4)^8 = 0.1001 is still more than 0.1.
    #expect(distribution.quantile(0.9) == 8)
  }

  @Test("A dispersion of next to nothing is Poisson")
  func limit() {
    let poisson = PoissonDistribution(mean: 30)
    for dispersion in [0, 1e-12, 1e-8] {
      let other = NegativeBinomialDistribution(mean: 30, dispersion: dispersion)
      for k in stride(from: 0, through: 80, by: 5) {
        #expect(abs(other.probability(of: k) - poisson.probability(of: k)) < 1e-7)
      }
    }
  }

  @Test("Quantiles of the Poisson distribution are those of sums made elsewhere")
  func quantiles() {
    // Summed term by term in Python: P(X <= 6) = 0.1301, P(X <= 10) = 0.5830, P(X <= 14) = 0.9165.
    let ten = PoissonDistribution(mean: 10)
    #expect([0.1, 0.5, 0.9].map(ten.quantile) == [6, 10, 14])
    #expect(PoissonDistribution(mean: 0.05).quantile(0.9) == 0)
    let thousand = PoissonDistribution(mean: 1000)
    #expect([0.1, 0.9].map(thousand.quantile) == [960, 1041])
  }

  @Test("A quantile is the least count whose cumulative probability reaches it")
  func leastCount() {
    forEvery(seed: 0..<200) { seed in
      var generator = Generator(seed: seed)
      let distribution = NegativeBinomialDistribution(
        mean: 300 * generator.uniform() * generator.uniform(), dispersion: generator.uniform())
      let p = 0.01 + 0.98 * generator.uniform()
      let count = distribution.quantile(p)
      return distribution.probability(atMost: count) >= p - 1e-11
        && distribution.probability(atMost: count - 1) < p + 1e-11
    }
  }

  @Test("Probabilities sum to 1 and give back mean and variance")
  func moments() {
    forEvery(seed: 0..<50) { seed in
      var generator = Generator(seed: seed)
      let distribution = NegativeBinomialDistribution(
        mean: 40 * generator.uniform(), dispersion: 0.5 * generator.uniform())
      var (total, mean, square) = (0.0, 0.0, 0.0)
      for k in 0..<4000 {
        let p = distribution.probability(of: k)
        total += p
        mean += p * Double(k)
        square += p * Double(k) * Double(k)
      }
      return abs(total - 1) < 1e-9 && abs(mean - distribution.mean) < 1e-7
        && abs(square - mean * mean - distribution.variance) < 1e-5
    }
  }

  @Test("A mean of 0 is 0 with certainty")
  func zero() {
    #expect(PoissonDistribution(mean: 0).quantile(0.99) == 0)
    #expect(NegativeBinomialDistribution(mean: 0, dispersion: 2).probability(of: 0) == 1)
  }
}
