import Statistics

/// Grows one tree after the other on the same rows, each on what the ones before left over.
///
/// Level by level, from histograms: for each node and column the sums of gradient and hessian by bin.
/// Of two children only the smaller one is counted; the other's sums are the parent's less those.
struct TreeGrower {
  /// The sums of gradient and hessian.
  typealias Pair = SIMD2<Float>

  private let bins: [UInt8]
  private let rows: Int
  private let columns: Int
  private let targets: [Float]
  private let weights: [Float]
  private let settings: BoostedTrees.Settings
  /// The mean of each row after the trees so far.
  private var means: [Float]

  // The rows drawn, node after node, with their gradients and hessians; and room to sort them anew.
  private var drawn: [Int32]
  private var pairs: [Pair]
  private var spareRows: [Int32]
  private var sparePairs: [Pair]
  /// By node, drawn column and bin.
  private var histograms: [Pair]

  /// A node while the tree grows.
  private struct Node {
    /// Its part of the drawn rows.
    var rows = 0..<0
    var sum = Pair.zero
    /// Whether its histogram is there to be split by.
    var isOpen = false
  }

  init(
    bins: [UInt8], columns: Int, targets: [Float], weights: [Float], base: Float,
    settings: BoostedTrees.Settings
  ) {
    self.bins = bins
    self.columns = columns
    rows = targets.count
    self.targets = targets
    self.weights = weights
    self.settings = settings
    means = Array(repeating: base, count: rows)
    drawn = Array(repeating: 0, count: rows)
    pairs = Array(repeating: .zero, count: rows)
    spareRows = drawn
    sparePairs = pairs
    let drawnColumns = max(1, Int(Double(columns) * settings.shareOfColumns))
    histograms = Array(
      repeating: .zero, count: (1 << settings.depth) * drawnColumns * FeatureBins.most)
  }

  /// The next tree, by rows and columns drawn; the means follow it.
  mutating func grow(drawing generator: inout Generator) -> BinTree {
    let count = drawRows(&generator)
    let columns = drawColumns(&generator)
    let size = columns.count * FeatureBins.most
    var tree = BinTree(depth: settings.depth)
    var nodes = Array(repeating: Node(), count: 2 << settings.depth)
    nodes[1] = Node(rows: 0..<count, isOpen: true)
    scan(0..<count, columns: columns, into: size)
    for bin in 0..<FeatureBins.most { nodes[1].sum += histograms[size + bin] }
    for node in 1..<(1 << settings.depth) {
      guard nodes[node].isOpen,
        let best = bestSplit(of: node, sum: nodes[node].sum, columns: columns)
      else {
        nodes[2 * node].sum = nodes[node].sum
        continue
      }
      tree.splits[node] = best.split
      nodes[2 * node].sum = best.left
      nodes[2 * node + 1].sum = nodes[node].sum - best.left
      // The leaves need no histogram, so the rows of the last nodes stay as they are.
      guard 4 * node < nodes.count else { continue }
      let range = nodes[node].rows
      let middle = part(range, by: best.split)
      nodes[2 * node].rows = range.lowerBound..<middle
      nodes[2 * node + 1].rows = middle..<range.upperBound
      openChildren(of: node, &nodes, columns: columns)
    }
    for leaf in tree.factors.indices {
      let sum = nodes[tree.factors.count + leaf].sum
      let step = Double(sum.x) / (Double(sum.y) + settings.ridge)
      tree.factors[leaf] = Float(exp(settings.rate * min(settings.longestStep, step)))
    }
    tree.multiply(&means, bins: bins)
    return tree
  }

  /// Counts the smaller child; the other one is what is left of the parent.
  private mutating func openChildren(of node: Int, _ nodes: inout [Node], columns: [Int]) {
    let size = columns.count * FeatureBins.most
    let isLeftSmaller = nodes[2 * node].rows.count <= nodes[2 * node + 1].rows.count
    let smaller = isLeftSmaller ? 2 * node : 2 * node + 1
    let larger = isLeftSmaller ? 2 * node + 1 : 2 * node
    let least = 2 * Float(settings.leastOfLeaf)
    nodes[smaller].isOpen = nodes[smaller].sum.y >= least
    nodes[larger].isOpen = nodes[larger].sum.y >= least
    guard nodes[smaller].isOpen || nodes[larger].isOpen else { return }
    scan(nodes[smaller].rows, columns: columns, into: smaller * size)
    guard nodes[larger].isOpen else { return }
    histograms.withUnsafeMutableBufferPointer { all in
      let (parent, small, large) = (node * size, smaller * size, larger * size)
      for cell in 0..<size { all[large &+ cell] = all[parent &+ cell] - all[small &+ cell] }
    }
  }
}

// MARK: - Draws

extension TreeGrower {
  /// Draws the rows of a tree and finds their gradients and hessians; returns how many.
  private mutating func drawRows(_ generator: inout Generator) -> Int {
    let bound = UInt64((settings.shareOfRows * 65536).rounded())
    var count = 0
    drawn.withUnsafeMutableBufferPointer { drawn in
      pairs.withUnsafeMutableBufferPointer { pairs in
        means.withUnsafeBufferPointer { means in
          targets.withUnsafeBufferPointer { targets in
            weights.withUnsafeBufferPointer { weights in
              var bits: UInt64 = 0
              var next = 0
              for row in means.indices {
                // A number of the stream has 64 bits: enough for four rows.
                if row & 3 == 0 { bits = generator.next() }
                let isDrawn = bits & 0xffff < bound
                bits >>= 16
                let mean = means[row]
                drawn[next] = Int32(truncatingIfNeeded: row)
                pairs[next] = weights[row] * Pair(targets[row] - mean, mean)
                next &+= isDrawn ? 1 : 0
              }
              count = next
            }
          }
        }
      }
    }
    return count
  }

  /// Draws the columns of a tree, in their order.
  private func drawColumns(_ generator: inout Generator) -> [Int] {
    var all = Array(0..<columns)
    let count = max(1, Int(Double(columns) * settings.shareOfColumns))
    for position in 0..<count {
      all.swapAt(position, position + generator.index(below: columns - position))
    }
    return all[..<count].sorted()
  }
}

// MARK: - Inner loops

extension TreeGrower {
  /// Sums gradients and hessians of some drawn rows by column and bin, two columns at a time.
  private mutating func scan(_ range: Range<Int>, columns: [Int], into start: Int) {
    let width = FeatureBins.most
    let size = columns.count * width
    histograms.withUnsafeMutableBufferPointer { histograms in
      let own = UnsafeMutableBufferPointer(rebasing: histograms[start..<start + size])
      own.update(repeating: .zero)
      bins.withUnsafeBufferPointer { bins in
        pairs.withUnsafeBufferPointer { pairs in
          drawn.withUnsafeBufferPointer { drawn in
            var slot = 0
            while slot + 1 < columns.count {
              let (first, second) = (columns[slot] * rows, columns[slot + 1] * rows)
              let (one, two) = (slot * width, (slot + 1) * width)
              for position in range {
                let row = Int(truncatingIfNeeded: drawn[position])
                let pair = pairs[position]
                own[one &+ Int(bins[first &+ row])] += pair
                own[two &+ Int(bins[second &+ row])] += pair
              }
              slot += 2
            }
            guard slot < columns.count else { return }
            let (first, one) = (columns[slot] * rows, slot * width)
            for position in range {
              let row = Int(truncatingIfNeeded: drawn[position])
              own[one &+ Int(bins[first &+ row])] += pairs[position]
            }
          }
        }
      }
    }
  }

  /// The split of a node that gains most, with the sums of its first child.
  ///
  /// With G and H the sums of a side: the gain is the rise of sum G² / (H + ridge) over both sides.
  private func bestSplit(of node: Int, sum: Pair, columns: [Int]) -> (
    split: BinTree.Split, left: Pair
  )? {
    let width = FeatureBins.most
    let start = node * columns.count * width
    let least = Float(settings.leastOfLeaf)
    let ridge = Float(settings.ridge)
    var best = sum.x * sum.x / (sum.y + ridge) + 1e-6
    var place = -1
    var left = Pair.zero
    histograms.withUnsafeBufferPointer { histograms in
      for slot in columns.indices {
        var passed = Pair.zero
        let cells = start &+ slot &* width
        for bin in 0..<width - 1 {
          passed += histograms[cells &+ bin]
          let rest = sum - passed
          guard passed.y >= least else { continue }
          guard rest.y >= least else { break }
          let (a, b) = (passed.y + ridge, rest.y + ridge)
          let gain = (passed.x * passed.x * b + rest.x * rest.x * a) / (a * b)
          if gain > best {
            best = gain
            place = slot &* width &+ bin
            left = passed
          }
        }
      }
    }
    guard place >= 0 else { return nil }
    let split = BinTree.Split(
      column: UInt16(columns[place / width]), cut: UInt8(place % width))
    return (split, left)
  }

  /// Sorts a node's rows by child, else in their order; returns where the second child's begin.
  private mutating func part(_ range: Range<Int>, by split: BinTree.Split) -> Int {
    let column = Int(split.column) * rows
    var low = range.lowerBound
    var high = 0
    drawn.withUnsafeMutableBufferPointer { drawn in
      pairs.withUnsafeMutableBufferPointer { pairs in
        spareRows.withUnsafeMutableBufferPointer { spareRows in
          sparePairs.withUnsafeMutableBufferPointer { sparePairs in
            bins.withUnsafeBufferPointer { bins in
              for position in range {
                let row = drawn[position]
                let pair = pairs[position]
                let bin = bins[column &+ Int(truncatingIfNeeded: row)]
                let isHigher = bin > split.cut
                // Both are written, one is kept: no branch to guess wrong.
                drawn[low] = row
                pairs[low] = pair
                spareRows[high] = row
                sparePairs[high] = pair
                low &+= isHigher ? 0 : 1
                high &+= isHigher ? 1 : 0
              }
              for position in 0..<high {
                drawn[low &+ position] = spareRows[position]
                pairs[low &+ position] = sparePairs[position]
              }
            }
          }
        }
      }
    }
    return low
  }
}
