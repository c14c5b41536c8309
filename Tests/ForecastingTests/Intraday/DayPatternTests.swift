@testable import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("How days deviate")
struct DayPatternTests {
  private func band(_ mean: Double, dispersion: Double) -> Band {
    let deviation = (mean + dispersion * mean * mean).squareRoot()
    let values = Band.levels.map {
      max(0, mean + deviation * NormalDistribution.standard.quantile($0))
    }
    return Band(
      expected: mean, lowest: values[0], low: values[1], median: values[2], high: values[3],
      highest: values[4])
  }

  /// Days of 24 hours with 200 contacts each hour, whose deviations are those of a pattern.
  private func runs(
    _ pattern: DayPattern, weeks: Int, dispersion: Double = 0.04, stretch: Double = 1, seed: UInt64
  ) -> [[DaySlot]] {
    var generator = Generator(seed: seed, stream: "days")
    let left = discount(age: 1, halfLife: pattern.halfLife)
    let expected = band(200, dispersion: dispersion)
    return (0..<weeks).map { _ in
      var day = pattern.dayShare.squareRoot() * generator.normal()
      var drift = pattern.driftShare.squareRoot() * generator.normal()
      var run: [DaySlot] = []
      for number in 0..<7 {
        if number > 0 {
          let carried = pattern.carryOver
          day =
            carried * day + (pattern.dayShare * (1 - carried * carried)).squareRoot()
            * generator.normal()
        }
        for hour in 0..<24 {
          drift =
            left * drift + (pattern.driftShare * (1 - left * left)).squareRoot()
            * generator.normal()
          let own = (1 - pattern.dayShare - pattern.driftShare).squareRoot() * generator.normal()
          let factor = 1 + stretch * dispersion.squareRoot() * (day + drift + own)
          let actual = 200 * factor + stretch * 200.0.squareRoot() * generator.normal()
          run.append(
            DaySlot(
              hour: Double(24 * number + hour), day: number, band: expected,
              actual: max(0, actual)))
        }
      }
      return run
    }
  }

  @Test(
    "What days were made with is found again, within a step of what is tried",
    arguments: [
      DayPattern(dayShare: 0.45, driftShare: 0.2, halfLife: 2.5, carryOver: 0.75),
      DayPattern(dayShare: 0.1, driftShare: 0.7, halfLife: 6, carryOver: 0.75),
      DayPattern(dayShare: 0.25, driftShare: 0.45, halfLife: 1, carryOver: 0),
    ])
  func recovered(made: DayPattern) {
    let found = DayPattern(of: runs(made, weeks: 40, seed: 1))
    #expect(found.days == 280)
    #expect(abs(found.dayShare - made.dayShare) <= 0.2)
    #expect(abs(found.driftShare - made.driftShare) <= 0.25)
    #expect(found.halfLife <= 2.5 * made.halfLife && made.halfLife <= 2.5 * found.halfLife)
    #expect(abs(found.carryOver - made.carryOver) <= 0.4)
    // Bands of the right width are only as much wider as caution asks for.
    #expect(abs(found.innerWidth - 1.03) < 0.12 && abs(found.outerWidth - 1.05) < 0.12)
  }

  @Test("Bands that held too little in the past are widened, those that held too much narrowed")
  func widths() {
    let made = DayPattern(dayShare: 0.25, driftShare: 0.45, halfLife: 2.5, carryOver: 0.75)
    let plain = DayPattern(of: runs(made, weeks: 12, seed: 2))
    let wild = DayPattern(of: runs(made, weeks: 12, stretch: 1.4, seed: 2))
    let tame = DayPattern(of: runs(made, weeks: 12, stretch: 0.7, seed: 2))
    #expect(tame.innerWidth < plain.innerWidth && plain.innerWidth < wild.innerWidth)
    #expect(tame.outerWidth < plain.outerWidth && plain.outerWidth < wild.outerWidth)
    for pattern in [tame, wild] {
      #expect(DayPattern.widths.contains(pattern.innerWidth))
      #expect(DayPattern.widths.contains(pattern.outerWidth))
    }
  }

  @Test("Less than two weeks say nothing")
  func short() {
    #expect(DayPattern(of: []) == .usual)
    #expect(DayPattern(of: runs(.usual, weeks: 1, seed: 3)) == .usual)
    // Days of which nothing is known are none.
    let unknown = runs(.usual, weeks: 8, seed: 4).map { run in
      run.map { DaySlot(hour: $0.hour, day: $0.day, band: $0.band, actual: .nan) }
    }
    #expect(DayPattern(of: unknown) == .usual)
  }

  @Test(
    "Soon slots follow a busy hour more than late ones, and the next day only by the day's part")
  func decay() throws {
    let pattern = DayPattern(dayShare: 0.25, driftShare: 0.7, halfLife: 2, carryOver: 0.5)
    let expected = band(1000, dispersion: 0.04)
    var filter = DayFilter(pattern)
    let busy = DaySlot(hour: 0, day: 0, band: expected, actual: 1300)
    filter.advance(to: busy)
    filter.observe(busy)
    func lift(_ hour: Double, day: Int = 0) -> Double {
      var copy = filter
      let slot = DaySlot(hour: hour, day: day, band: expected, actual: .nan)
      copy.advance(to: slot)
      return copy.band(of: slot).expected / 1000 - 1
    }
    // Of a deviation e the day has 0.25 and the drift 0.7 of 1 + 1/(1000 x 0.04) = 1.025 parts of variance:
    // 0.3 x 0.25 / 1.025 = 0.0732 stay, and 0.3 x 0.7 / 1.025 = 0.2049 fade by half each two hours.
    #expect(abs(lift(0) - 0.2780) < 1e-3)
    #expect(abs(lift(2) - (0.0732 + 0.1024)) < 1e-3)
    #expect(abs(lift(8) - (0.0732 + 0.0128)) < 1e-3)
    // A day later half of the day's part is left, and of the drift 1/4096.
    #expect(abs(lift(24, day: 1) - 0.0366) < 1e-3)
  }

  @Test("One wild slot moves the day by no more than a deviation of three standard deviations")
  func wildSlot() {
    let expected = band(100, dispersion: 0.02)
    func lift(_ actual: Double) -> Double {
      var filter = DayFilter(.usual)
      let slot = DaySlot(hour: 0, day: 0, band: expected, actual: actual)
      filter.advance(to: slot)
      filter.observe(slot)
      return filter.band(of: slot).expected
    }
    #expect(lift(1e6) == lift(1e3))
    #expect(lift(150) < lift(1e3))
    #expect(lift(0) > 0)
  }

  @Test("The sum of a rest has the variance of all paths through it")
  func sum() {
    // Three slots of one day that share all of their deviation: 3 x 100 contacts, spread 0.2.
    let together = DayPattern(dayShare: 1, driftShare: 0, halfLife: 1, carryOver: 0)
    let expected = band(100, dispersion: 0.04)
    let slots = (0..<3).map {
      DaySlot(hour: Double($0), day: 0, band: expected, actual: .nan)
    }
    let sum = DayFilter(together).sum(of: slots)
    #expect(sum.expected == 300)
    // 300 + (0.2 x 300)² = 3900, of which 1.2816 standard deviations are 80.03.
    #expect(abs(sum.high - 380.03) < 0.1 && abs(sum.low - 219.97) < 0.1)
    // Each on its own: 300 + 3 x (0.2 x 100)² = 1500, 1.2816 x 38.73 = 49.63.
    let alone = DayPattern(dayShare: 0, driftShare: 0, halfLife: 1, carryOver: 0)
    #expect(abs(DayFilter(alone).sum(of: slots).high - 349.63) < 0.1)
  }
}
