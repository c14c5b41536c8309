import Staffing
import TestSupport
import Testing
import Workforce

@Suite("The quantile of a band")
struct BandQuantileTests {
  private let band = Band(expected: 40, low: 30, high: 60)

  @Test("It passes through the three known values")
  func knownValues() {
    #expect(close(band.quantile(0.1), 30))
    #expect(close(band.quantile(0.5), 40))
    #expect(close(band.quantile(0.9), 60))
  }

  @Test("Between them it follows a normal curve on each side")
  func between() {
    // The 80 % quantile lies 0.841621 / 1.281552 = 0.656721 of the way to the 90 % quantile.
    #expect(close(band.quantile(0.8), 40 + 20 * 0.656_721, within: 1e-6))
    #expect(close(band.quantile(0.2), 40 - 10 * 0.656_721, within: 1e-6))
  }

  @Test("It never falls with the probability, nor below 0")
  func monotony() {
    for band in [
      band, .zero, Band(expected: 0.05, low: 0, high: 0), Band(expected: 2, low: 0, high: 3),
    ] {
      let values = (1...99).map { band.quantile(Double($0) / 100) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(values.allSatisfy { $0 >= 0 })
    }
  }
}
