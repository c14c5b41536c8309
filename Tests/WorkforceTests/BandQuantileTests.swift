import Statistics
import TestSupport
import Testing
import Workforce

@Suite("The quantile of a band")
struct BandQuantileTests {
  private let band = Band(expected: 40, low: 30, high: 60)

  @Test("It passes through the three known values")
  func knownValues() {
    #expect(abs(band.quantile(0.1) - 30) < 1e-12)
    #expect(abs(band.quantile(0.5) - 40) < 1e-12)
    #expect(abs(band.quantile(0.9) - 60) < 1e-12)
  }

  @Test("Between them it follows a normal curve on each side")
  func between() {
    // The 80 % quantile lies 0.841621 / 1.281552 = 0.656721 of the way to the 90 % quantile.
    #expect(abs(band.quantile(0.8) - (40 + 20 * 0.656_721)) < 1e-4)
    #expect(abs(band.quantile(0.2) - (40 - 10 * 0.656_721)) < 1e-4)
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

  @Test("It is exact at the five, whatever their distances")
  func five() {
    let band = Band(expected: 41, lowest: 7, low: 30, median: 40, high: 41, highest: 90)
    #expect([0.025, 0.1, 0.5, 0.9, 0.975].map(band.quantile) == [7, 30, 40, 41, 90])
    // Beyond the outer pair: 90 + (90 - 41) x (2.575829 - 1.959964) / (1.959964 - 1.281552) = 134.48.
    #expect(abs(band.quantile(0.995) - 134.48) < 0.01)
    // 7 - 23 x 0.907806 is below 0.
    #expect(band.quantile(0.005) == 0)
  }

  @Test("The quantiles of a normal distribution give it back")
  func normal() {
    let normal = NormalDistribution(mean: 200, deviation: 20)
    let values = Band.levels.map(normal.quantile)
    let band = Band(
      expected: 200, lowest: values[0], low: values[1], median: values[2], high: values[3],
      highest: values[4])
    for percent in 1...99 {
      let p = Double(percent) / 100
      #expect(abs(band.quantile(p) - normal.quantile(p)) < 1e-9)
    }
  }
}
