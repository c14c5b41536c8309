import Statistics
import TestSupport
import Testing

@Suite("Quantiles and summaries")
struct QuantilesTests {
  @Test("A quantile lies on the line between its neighbours")
  func plain() {
    // Position 0.25 * 3 = 0.75 between the values 1 and 2.
    #expect(quantile(0.25, of: [4, 1, 3, 2]) == 1.75)
    #expect(median(of: [5, 1, 9]) == 5)
    #expect(quantile(0.9, of: [7]) == 7)
    #expect(quantile(0.5, of: []) == nil)
  }

  @Test("Whatever the order and the ties, a quantile is that of the sorted values")
  func unsorted() {
    forEvery(seed: 0..<300) { seed in
      var generator = Generator(seed: seed)
      let count = 1 + generator.index(below: 40)
      // Few different values make ties.
      let values = (0..<count).map { _ in Double(generator.index(below: 1 + Int(seed % 50))) }
      let sorted = values.sorted()
      return (0..<count).allSatisfy { rank in
        let p = count == 1 ? 0 : Double(rank) / Double(count - 1)
        return abs((quantile(p, of: values) ?? .nan) - sorted[rank]) < 1e-9
      }
    }
  }

  @Test("A value that is no number neither traps nor hangs")
  func notANumber() {
    for place in 0..<9 {
      var values = (0..<9).map(Double.init)
      values[place] = .nan
      for p in [0, 0.3, 0.5, 1] { #expect(quantile(p, of: values) != nil) }
    }
  }

  @Test("Weights move the quantile, and no weight is no value")
  func weighted() {
    // Middles of the stretches: 1 at 0.5, 2 at 1 + 3/2 = 2.5 of a total of 4. The target 0.5 x 4 = 2
    // lies (2 - 0.5) / (2.5 - 0.5) = 3/4 of the way.
    #expect(quantile(0.5, of: [2, 1], weights: [3, 1]) == 1.75)
    #expect(quantile(0.5, of: [2, 1, 100], weights: [3, 1, 0]) == 1.75)
    #expect(quantile(0, of: [2, 1], weights: [3, 1]) == 1)
    #expect(quantile(1, of: [2, 1], weights: [3, 1]) == 2)
    #expect(quantile(0.5, of: [2], weights: [0]) == nil)
  }

  @Test("Doubling all weights changes nothing; quantiles rise with the probability")
  func laws() {
    forEvery(seed: 0..<200) { seed in
      var generator = Generator(seed: seed)
      let values = (0..<12).map { _ in generator.normal() }
      let weights = (0..<12).map { _ in generator.uniform() }
      let ladder = stride(from: 0.0, through: 1, by: 0.05).map { p in
        quantile(p, of: values, weights: weights) ?? .nan
      }
      let doubled = stride(from: 0.0, through: 1, by: 0.05).map { p in
        quantile(p, of: values, weights: weights.map { 2 * $0 }) ?? .nan
      }
      return zip(ladder, ladder.dropFirst()).allSatisfy { $0 <= $1 }
        && zip(ladder, doubled).allSatisfy { abs($0 - $1) < 1e-12 }
    }
  }

  @Test("A summary counts, averages and spreads, also around a great mean")
  func summary() throws {
    // Mean 5, squares 9 + 1 + 1 + 9 = 20, divided by 3.
    let summary = try #require(Summary(of: [2, 4, 6, 8].map { $0 + 1e9 }))
    #expect(summary.count == 4)
    #expect(summary.mean == 5 + 1e9)
    #expect(abs(summary.variance - 20.0 / 3) < 1e-9)
    #expect(summary.least == 2 + 1e9)
    #expect(summary.greatest == 8 + 1e9)
    #expect(Summary(of: []) == nil)
    #expect(Summary(of: [3])?.deviation == 0)
  }
}
