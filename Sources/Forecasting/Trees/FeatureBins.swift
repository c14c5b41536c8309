/// Where the values of each feature are cut into bins, so that trees look at bytes.
///
/// Bin 0 is of missing values; a value's bin is one more than the number of edges below it.
struct FeatureBins: Sendable {
  /// Bins of a feature at most, that of missing values included.
  static let most = 48
  /// Rows that the edges are taken from at most.
  static let sample = 2048

  /// For each feature, rising.
  let edges: [[Float]]

  /// The edges are quantiles; features of a few values have an edge between every two of them.
  init(of features: FeatureColumns) {
    let step = max(1, (features.rows + Self.sample - 1) / Self.sample)
    edges = (0..<features.columns).map { column in
      let values = features.column(column)
      var known: [Float] = []
      known.reserveCapacity(Self.sample)
      for row in stride(from: 0, to: features.rows, by: step) {
        let value = values[values.startIndex + row]
        if !value.isNaN { known.append(value) }
      }
      known.sort()
      return Self.edges(ofSorted: known)
    }
  }

  private static func edges(ofSorted values: [Float]) -> [Float] {
    guard let last = values.last else { return [] }
    let cuts = most - 2
    var distinct: [Float] = []
    for value in values where value != distinct.last {
      distinct.append(value)
      if distinct.count > cuts + 1 { break }
    }
    guard distinct.count > cuts + 1 else { return Array(distinct.dropLast()) }
    var edges: [Float] = []
    for cut in 1...cuts {
      let edge = values[values.count * cut / (cuts + 1)]
      if edge != edges.last && edge < last { edges.append(edge) }
    }
    return edges
  }

  /// The bin of every value, column after column.
  func bins(of features: FeatureColumns) -> [UInt8] {
    let rows = features.rows
    return [UInt8](unsafeUninitializedCapacity: features.values.count) { bins, count in
      for column in 0..<features.columns {
        Self.place(
          features.column(column), between: edges[column],
          into: UnsafeMutableBufferPointer(rebasing: bins[column * rows..<(column + 1) * rows]))
      }
      count = features.values.count
    }
  }

  /// A search by halves without branches: 64 edges, those beyond the last at infinity.
  private static func place(
    _ values: ArraySlice<Float>, between edges: [Float],
    into bins: UnsafeMutableBufferPointer<UInt8>
  ) {
    var padded = InlineArray<64, Float>(repeating: .infinity)
    for index in edges.indices { padded[index] = edges[index] }
    values.withUnsafeBufferPointer { values in
      for row in values.indices {
        let value = values[row]
        var below = 0
        for half in [32, 16, 8, 4, 2, 1] where padded[below + half - 1] < value { below += half }
        bins[row] = value.isNaN ? 0 : UInt8(truncatingIfNeeded: below + 1)
      }
    }
  }
}
