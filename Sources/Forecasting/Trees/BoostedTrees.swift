import Statistics

/// A mean learnt from features: a product of small factors, one of each of many shallow trees.
///
/// Gradient boosting (Friedman, "Greedy function approximation", Annals of Statistics 29, 2001) with
/// Poisson loss and log link. A tree adds to the logarithm of the mean; here its leaves hold factors of
/// the mean itself, so that no row needs an exponential.
struct BoostedTrees: Sendable {
  /// How the trees are grown.
  struct Settings: Hashable, Sendable {
    var rounds = 150
    /// The share of a leaf's Newton step that is taken.
    var rate = 0.08
    /// Splits from the root to a leaf.
    var depth = 5
    /// The least sum of weight times mean of a leaf.
    var leastOfLeaf = 40.0
    /// Added to that sum where a leaf's step is found.
    var ridge = 5.0
    /// The shares of rows and of columns drawn for each tree.
    var shareOfRows = 0.6
    var shareOfColumns = 0.6
    /// The longest step of a leaf, which keeps rare giants from running away.
    var longestStep = 4.0
  }

  private let bins: FeatureBins
  /// The weighted mean of all targets.
  private let base: Float
  private let trees: [BinTree]

  /// - Parameters:
  ///   - features: what is known of each row.
  ///   - targets: not negative.
  ///   - weights: positive, about 1 in the mean.
  ///   - settings: how the trees are grown.
  ///   - seed: the seed of the rows and columns drawn.
  init(
    features: FeatureColumns, targets: [Float], weights: [Float], settings: Settings = Settings(),
    seed: UInt64
  ) {
    precondition(
      targets.count == features.rows && weights.count == features.rows, "a target for each row")
    bins = FeatureBins(of: features)
    var weighted = 0.0
    var weight = 0.0
    for row in targets.indices {
      weighted += Double(weights[row]) * Double(targets[row])
      weight += Double(weights[row])
    }
    base = weight > 0 ? Float(weighted / weight) : 0
    guard base > 0 else {
      trees = []
      return
    }
    var grower = TreeGrower(
      bins: bins.bins(of: features), columns: features.columns, targets: targets, weights: weights,
      base: base, settings: settings)
    var generator = Generator(seed: seed)
    trees = (0..<settings.rounds).map { _ in grower.grow(drawing: &generator) }
  }

  /// The mean of each row.
  func means(of features: FeatureColumns) -> [Double] {
    let bytes = bins.bins(of: features)
    var means = Array(repeating: base, count: features.rows)
    for tree in trees { tree.multiply(&means, bins: bytes) }
    return means.map(Double.init)
  }
}
