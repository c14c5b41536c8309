import Forecasting
import Statistics
import TestSupport
import Testing
import Timeline
import Workforce

@Suite("Sample paths")
struct SamplePathsTests {
  private let grid = Grid(start: Instant(seconds: 0), slot: Minutes(60), count: 48)

  /// The band of a negative binomial of dispersion 0.04, made by its normal shape.
  private func band(_ mean: Double) -> Band {
    guard mean > 0 else { return .zero }
    let deviation = (mean + 0.04 * mean * mean).squareRoot()
    let values = Band.levels.map {
      max(0, mean + deviation * NormalDistribution.standard.quantile($0))
    }
    return Band(
      expected: mean, lowest: values[0], low: values[1], median: values[2], high: values[3],
      highest: values[4])
  }

  private func forecast(_ means: [Double]) -> QueueForecast {
    QueueForecast(
      queue: "q", volume: means.map(band), handlingTime: means.map { _ in .zero })
  }

  private let means = (0..<48).map { slot -> Double in
    [0, 0.2, 3, 40, 200, 1000][(slot % 24) / 4]
  }

  @Test("Each slot has the quantiles of its band, and the mean")
  func marginals() {
    let forecast = forecast(means)
    let paths = paths(4000, of: forecast, on: grid, in: .utc, dayShare: 0.5, seed: 1)
    for slot in grid.indices where means[slot] > 0 {
      let drawn = paths.map { Double($0[slot]) }
      let mean = drawn.reduce(0, +) / 4000
      let deviation = (means[slot] + 0.04 * means[slot] * means[slot]).squareRoot()
      // Four standard errors: 4 / sqrt(4000) = 0.063 deviations; a tenth leaves room for rounding.
      #expect(abs(mean - means[slot]) < 0.1 * deviation)
      guard means[slot] > 30 else { continue }
      for (level, value) in zip(Band.levels, forecast.volume[slot].quantiles) {
        let share = Double(drawn.count { $0 <= value }) / 4000
        // Four standard errors are 4 x 0.5 / sqrt(4000) = 0.032; a whole number more or less 0.03.
        #expect(abs(share - level) < 0.05)
      }
    }
  }

  @Test("Closed slots stay at 0, and all are counts")
  func closed() {
    let paths = paths(50, of: forecast(means), on: grid, in: .utc, dayShare: 0.3, seed: 2)
    for slot in grid.indices where means[slot] == 0 { #expect(paths.allSatisfy { $0[slot] == 0 }) }
    #expect(paths.allSatisfy { $0.allSatisfy { $0 >= 0 } })
  }

  @Test("The share of the day is what two slots of a day have in common, and of two days nothing")
  func correlation() {
    let means = Array(repeating: 200.0, count: 48)
    for share in [0, 0.3, 0.8, 1] {
      let paths = paths(3000, of: forecast(means), on: grid, in: .utc, dayShare: share, seed: 3)
      // Four standard errors of a correlation of 3000 pairs: 0.073.
      #expect(abs(correlation(paths, 3, 20) - share) < 0.08)
      #expect(abs(correlation(paths, 3, 30)) < 0.08)
    }
  }

  @Test("A path is the same whatever their number, and another seed gives others")
  func streams() {
    let forecast = forecast(means)
    let few = paths(3, of: forecast, on: grid, in: .utc, dayShare: 0.5, seed: 4)
    let many = paths(9, of: forecast, on: grid, in: .utc, dayShare: 0.5, seed: 4)
    #expect(Array(many.prefix(3)) == few)
    #expect(paths(3, of: forecast, on: grid, in: .utc, dayShare: 0.5, seed: 5) != few)
  }

  private func correlation(_ paths: [[Int]], _ first: Int, _ second: Int) -> Double {
    let x = paths.map { Double($0[first]) }
    let y = paths.map { Double($0[second]) }
    let count = Double(paths.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let products = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let squaresX = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let squaresY = y.reduce(0) { $0 + ($1 - meanY) * ($1 - meanY) }
    return products / (squaresX * squaresY).squareRoot()
  }
}
