import Forecasting
import Statistics
import TestSupport
import Testing

@Suite("Reconciliation")
struct ReconciliationTests {
  @Test("What is missing is shared by what is in doubt")
  func shares() {
    // 130 - 100 = 30 over variances 4 + 1 and 5 of the total: 4/10 and 1/10 of it.
    let parts = reconciled([60, 40], variances: [4, 1], toTotal: 130, totalVariance: 5)
    #expect(abs(parts[0] - 72) < 1e-12 && abs(parts[1] - 43) < 1e-12)
  }

  @Test("A sure total is met to the last digits, whatever the parts")
  func sums() {
    forEvery(seed: 0..<300) { seed in
      var generator = Generator(seed: seed, stream: "parts")
      let count = 1 + generator.index(below: 8)
      let parts = (0..<count).map { _ in
        generator.index(below: 5) == 0 ? 0 : 200 * generator.uniform()
      }
      let variances = parts.map { _ in 50 * generator.uniform() }
      let total = 500 * generator.uniform()
      let result = reconciled(parts, variances: variances, toTotal: total, totalVariance: 0)
      let isClosed = parts.allSatisfy { $0 == 0 }
      return result.allSatisfy { $0 >= 0 }
        && zip(parts, result).allSatisfy { $0 > 0 || $1 == 0 }
        && (isClosed || abs(result.reduce(0, +) - total) < 1e-9)
    }
  }

  @Test("Of all that agree it is the nearest: no exchange and no step is better")
  func nearest() {
    let parts = [30.0, 50, 20]
    let variances = [9.0, 16, 1]
    let (total, totalVariance) = (120.0, 4.0)
    func distance(_ values: [Double]) -> Double {
      let sum = values.reduce(0, +)
      let own = values.indices.reduce(0) { sum, index in
        let gap = values[index] - parts[index]
        return sum + gap * gap / variances[index]
      }
      return own + (sum - total) * (sum - total) / totalVariance
    }
    let best = reconciled(
      parts, variances: variances, toTotal: total, totalVariance: totalVariance)
    for index in 0..<3 {
      for step in [-0.01, 0.01] {
        var other = best
        other[index] += step
        #expect(distance(other) > distance(best))
      }
    }
  }

  @Test("Without variances the parts keep their proportions; an unknown total changes nothing")
  func ends() {
    #expect(reconciled([30, 10], variances: [0, 0], toTotal: 80, totalVariance: 0) == [60, 20])
    #expect(
      reconciled([30, 10], variances: [1, 1], toTotal: 80, totalVariance: .infinity) == [30, 10])
    #expect(reconciled([0, 0], variances: [1, 1], toTotal: 5, totalVariance: 0) == [0, 0])
    // 1 would become 1 - 4.5 < 0: it is 0, and the other is the total.
    #expect(reconciled([1, 20], variances: [1, 1], toTotal: 12, totalVariance: 0) == [0, 12])
  }
}
