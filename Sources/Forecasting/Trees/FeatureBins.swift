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
    let taken = min(features.rows, Self.sample)
    edges = (0..<features.columns).map { column in
      let values = features.column(column)
      var known: [Float] = []
      known.reserveCapacity(taken + 2)
      for index in 0..<taken {
        let row = taken == features.rows ? index : Self.row(index, of: features.rows)
        let value = values[values.startIndex + row]
        if !value.isNaN { known.append(value) }
      }
      // A rare mark may be in none of the rows taken.
      let ends = values.lazy.filter { !$0.isNaN }
      if let least = ends.min(), let greatest = ends.max() { known += [least, greatest] }
      known.sort()
      return Self.edges(ofSorted: known)
    }
  }

  /// Rows spread evenly and without any period, that of a day's slots least of all: multiples of the
  /// golden section (Knuth, "The Art of Computer Programming", volume 3, section 6.4).
  private static func row(_ index: Int, of rows: Int) -> Int {
    let part = UInt64(index) &* 0x9e37_79b9_7f4a_7c15
    return Int(part.multipliedFullWidth(by: UInt64(rows)).high)
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
