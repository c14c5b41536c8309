@testable import Forecasting
import Statistics
import TestSupport
import Testing

@Suite("Regression on lags")
struct ShortLagProductsTests {
  @Test("Sums of lag products give the coefficients that rows one by one give")
  func rows() {
    forEvery(seed: 0..<20) { seed in
      var generator = Generator(seed: seed)
      let series = (0..<300).map { _ in generator.normal() }
      let lags = [1, 2, 5, 7, 24, 25, 48]
      var system = RidgeSystem(count: lags.count)
      for time in 48..<300 {
        let entries = lags.enumerated().map {
          SparseEntry(column: $0.offset, value: series[time - $0.element])
        }
        system.add(entries[...], target: series[time], weight: 1)
      }
      let expected = system.solution(penalties: Array(repeating: 2.5, count: lags.count))
      let found = LagProducts(of: series, first: 48).coefficients(lags: lags, penalty: 2.5)
      return zip(expected, found).allSatisfy { abs($0 - $1) < 1e-10 }
    }
  }

  @Test("A change of a change adds the two lags and takes off their sum")
  func changes() throws {
    // z = t²: its change since 3 before is 6t - 9, the change of that since 5 before is always 30. The
    // regression sees a series that never moves, and continues a change of 0: z[t-3] + z[t-5] - z[t-8].
    let values = (0..<200).map { Double($0) * Double($0) }
    let plan = SlotRegression.Plan(changes: [3, 5], lags: [1, 2], ridge: 0.001)
    let regression = try #require(SlotRegression(plan, of: values[...], scale: .plain, week: 20))
    let next = try #require(regression.path(after: values[...], steps: 1).first)
    #expect(abs(next - (197.0 * 197 + 195 * 195 - 192 * 192)) < 1e-6)
  }
}
