import Forecasting
import Testing

@Suite("Pooling")
struct PoolingTests {
  @Test("Deviations that chance explains are pooled away, real ones are kept")
  func between() {
    // Five parts with 10 observations each of variance 20: chance alone makes 5 x 20 / 10 = 10.
    let chance = Pooling(squaredDeviations: 10, noise: 10, variance: 20, parts: 5)
    #expect(chance.pseudoCount == 100)
    // 110 of squares leave 100 / 5 = 20 between parts, as much as one observation varies.
    let real = Pooling(squaredDeviations: 110, noise: 10, variance: 20, parts: 5)
    #expect(real.pseudoCount == 1)
    // (10 x 5 + 1 x 16) / 11 = 6.
    #expect(real.estimate(5, seen: 10, common: 16) == 6)
  }

  @Test("Without noise each part keeps its own; what was never seen takes the common value")
  func extremes() {
    let exact = Pooling(squaredDeviations: 3, noise: 0, variance: 0, parts: 2)
    #expect(exact.estimate(5, seen: 1, common: 9) == 5)
    #expect(exact.estimate(0, seen: 0, common: 9) == 9)
    #expect(Pooling(pseudoCount: 1).estimate(5, seen: 1, common: 9) == 7)
  }

  @Test("The measure of the contacts does not matter")
  func scale() {
    let one = Pooling(squaredDeviations: 7, noise: 2, variance: 4, parts: 3)
    let dozens = Pooling(squaredDeviations: 7 * 144, noise: 2 * 144, variance: 4 * 144, parts: 3)
    #expect(one.pseudoCount == dozens.pseudoCount)
  }
}
