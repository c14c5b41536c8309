import Statistics
import Testing

@testable import Forecasting

@Suite("Boosted trees")
struct BoostedTreesTests {
  /// Rows of some columns by what each says of a row.
  private func features(_ rows: Int, _ columns: [(Int) -> Float]) -> FeatureColumns {
    var features = FeatureColumns(rows: rows, columns: columns.count)
    for (column, value) in columns.enumerated() {
      for row in 0..<rows { features.values[column * rows + row] = value(row) }
    }
    return features
  }

  /// All columns for each tree, so that a test's one telling column is always there.
  private var settings: BoostedTrees.Settings {
    var settings = BoostedTrees.Settings()
    settings.shareOfColumns = 1
    return settings
  }

  private func means(
    _ features: FeatureColumns, _ targets: [Float], weights: [Float]? = nil, seed: UInt64 = 1
  ) -> [Double] {
    let trees = BoostedTrees(
      features: features, targets: targets,
      weights: weights ?? Array(repeating: 1, count: targets.count), settings: settings, seed: seed)
    return trees.means(of: features)
  }

  @Test("A step is found where it is")
  func step() {
    // 1 below 300 of 1000 rows and 4 from there on; the other column says nothing.
    let known = features(1000, [{ Float($0 * 7 % 13) }, { Float($0) }])
    let found = means(known, (0..<1000).map { $0 < 300 ? 1 : 4 })
    // The 46 cuts lie 22 rows apart, so that only rows that near to the step may be mixed up.
    for row in 0..<270 { #expect(abs(found[row] - 1) < 0.15) }
    for row in 330..<1000 { #expect(abs(found[row] - 4) < 0.2) }
  }

  @Test("The means behind Poisson counts are recovered")
  func poisson() {
    var generator = Generator(seed: 5)
    let truth = [0.5, 2.0, 8.0]
    let targets = (0..<3000).map { Float(generator.poisson(mean: truth[$0 % 3])) }
    let found = means(features(3000, [{ Float($0 % 3) }]), targets)
    // The mean of 1000 counts of mean m is off by sqrt(m / 1000): 0.09 at 8. Ridge and steps that are
    // not yet at their end pull a little to the mean of all.
    for group in 0..<3 { #expect(abs(found[group] / truth[group] - 1) < 0.1) }
  }

  @Test("Rows of which a feature is not known go their own way")
  func missing() {
    // Known values of the middle mean 2, whatever they are; unknown ones 6.
    let known = features(900, [{ $0 % 3 == 0 ? .nan : Float($0 % 50) }])
    let found = means(known, (0..<900).map { $0 % 3 == 0 ? 6 : 2 })
    #expect(abs(found[0] - 6) < 0.2)
    #expect(abs(found[1] - 2) < 0.1)
  }

  @Test("A rare mark has a cut of its own")
  func rareMark() {
    // One row in a hundred is marked, which no quantile of 46 sees.
    let known = features(8000, [{ $0 % 100 == 7 ? 1 : 0 }])
    let found = means(known, (0..<8000).map { $0 % 100 == 7 ? 3 : 1 })
    #expect(found[7] > 2)
    #expect(abs(found[8] - 1) < 0.05)
  }

  @Test("Weights count like repeated rows in the mean")
  func weights() {
    // 1 with weight 3 and 5 with weight 1: (3 + 5) / 4 = 2. No feature tells them apart.
    let found = means(
      features(1000, [{ _ in 0 }]), (0..<1000).map { $0 % 2 == 0 ? 1 : 5 },
      weights: (0..<1000).map { $0 % 2 == 0 ? 1.5 : 0.5 })
    #expect(abs(found[0] - 2) < 0.1)
  }

  @Test("The same seed gives the same trees, another seed others")
  func seeds() {
    var generator = Generator(seed: 3)
    let targets = (0..<800).map { _ in Float(generator.poisson(mean: 3)) }
    let known = features(800, [{ Float($0 % 29) }, { Float($0 % 31) }])
    #expect(means(known, targets, seed: 9) == means(known, targets, seed: 9))
    #expect(means(known, targets, seed: 9) != means(known, targets, seed: 10))
  }

  @Test("Nothing but zeros is forecast as zero, and a giant stays finite")
  func extremes() {
    let known = features(400, [{ Float($0) }])
    #expect(means(known, Array(repeating: 0, count: 400)) == Array(repeating: 0, count: 400))
    let giant = means(known, (0..<400).map { $0 == 100 ? 1e6 : 1 })
    #expect(giant.allSatisfy { $0.isFinite && $0 >= 0 })
  }
}
