/// A full binary tree over binned features whose leaves hold factors.
///
/// Nodes are numbered like a heap from 1: the children of node k are 2k and 2k + 1. A node that was
/// not split sends every row to its first child.
struct BinTree: Sendable {
  struct Split: Sendable {
    var column: UInt16 = 0
    /// Rows of a higher bin go to the second child.
    var cut: UInt8 = .max
  }

  let depth: Int
  /// By node; the first is not used.
  var splits: [Split]
  /// By leaf from the first to the last.
  var factors: [Float]

  init(depth: Int) {
    self.depth = depth
    splits = Array(repeating: Split(), count: 1 << depth)
    factors = Array(repeating: 1, count: 1 << depth)
  }

  /// Multiplies each row's mean by the factor of its leaf; `bins` are column after column.
  func multiply(_ means: inout [Float], bins: [UInt8]) {
    let rows = means.count
    let leaves = factors.count
    means.withUnsafeMutableBufferPointer { means in
      bins.withUnsafeBufferPointer { bins in
        splits.withUnsafeBufferPointer { splits in
          factors.withUnsafeBufferPointer { factors in
            for row in 0..<rows {
              var node = 1
              for _ in 0..<depth {
                let split = splits[node]
                let isHigher = bins[Int(split.column) &* rows &+ row] > split.cut
                node = node &* 2 &+ (isHigher ? 1 : 0)
              }
              means[row] *= factors[node &- leaves]
            }
          }
        }
      }
    }
  }
}
