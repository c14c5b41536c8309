import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Dispersion")
struct DispersionTests {
  @Test("Planted dispersion is found")
  func planted() {
    var generator = Generator(seed: 11)
    for truth in [0, 0.02, 0.2] {
      let residuals = (0..<20_000).map { index in
        let mean = 20 + 80 * generator.uniform()
        return Dispersion.Residual(
          expected: mean,
          actual: Double(generator.negativeBinomial(mean: mean, dispersion: truth)))
      }
      let found = Dispersion(of: residuals, weeks: 8)
      // Eight weeks are widened by 1.05, squared 1.1025. The estimate deviates by about
      // truth x sqrt(2 / 20,000) and by 1 / mean x that.
      #expect(abs(found.dispersion - 1.1025 * truth) < 0.001 + 0.06 * truth)
      #expect(found.low < -1.15 && found.low > -1.45)
      #expect(found.high > 1.2 && found.high < 1.5)
    }
  }

  @Test("A band of few contacts is one of counts, one of many nearly normal")
  func bands() {
    let plain = Dispersion(dispersion: 0, low: -1.2816, high: 1.2816, weeks: 8)
    // Poisson of mean 4: P(X <= 1) = 0.0916, P(X <= 2) = 0.238, P(X <= 6) = 0.889, P(X <= 7) = 0.949.
    #expect(plain.band(around: 4) == Band(expected: 4, low: 2, high: 7))
    // 100 +- 1.2816 x 10.
    let band = plain.band(around: 100)
    #expect(abs(band.low - 87.184) < 1e-9 && abs(band.high - 112.816) < 1e-9)
    // A doubtful mean adds 0.04 x 100² = 400 to the variance of 100.
    let doubtful = plain.band(around: 100, doubt: 0.04)
    #expect(abs(doubtful.high - 100 - 1.2816 * 500.0.squareRoot()) < 1e-9)
    #expect(plain.band(around: 0) == .zero)
  }

  @Test("A band holds its mean, however skewed")
  func skewed() {
    // Mean 0.05: both quantiles of the counts are 0, the mean is not.
    let plain = Dispersion(dispersion: 0, low: -1.28, high: 1.28, weeks: 8)
    #expect(plain.band(around: 0.05) == Band(expected: 0.05, low: 0, high: 0.05))
    let odd = Dispersion(dispersion: 3, low: 0.1, high: 0.4, weeks: 8)
    let band = odd.band(around: 1000)
    #expect(band.low == 1000 && band.high > 1000)
    let wild = Dispersion(dispersion: 3, low: -1.28, high: 2, weeks: 8)
    #expect(wild.band(around: 1000).low == 0)
  }

  @Test("Without any week to try, a day may be off by a quarter")
  func unknown() throws {
    let planted = PlantedHistory(weeks: 2)
    let found = Dispersion(of: try #require(planted.past()), lead: 1, slots: 1)
    #expect(found.weeks == 0)
    #expect(found.dispersion == 0.0625)
  }

  @Test("Longer slots even out the noise within a day")
  func slots() throws {
    let planted = PlantedHistory(weeks: 20)
    let offered = planted.draws(on: planted.grid, seed: 2, dispersion: 0.2)
    let past = try #require(planted.past(of: offered))
    let halves = Dispersion(of: past, lead: 1, slots: 1)
    let fours = Dispersion(of: past, lead: 1, slots: 8)
    #expect(halves.weeks == 8)
    // Eight independent slots together have an eighth of the dispersion.
    #expect(abs(halves.dispersion / 0.2 - 1.1) < 0.2)
    #expect(abs(fours.dispersion / 0.025 - 1.1) < 0.4)
  }
}
