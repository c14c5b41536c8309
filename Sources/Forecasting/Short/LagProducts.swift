import Statistics

/// The normal equations of a regression of a series on its own past, by sums of lag products.
///
/// The product of the columns of lags i and j is the sum of x[s] x[s - (j - i)] over a stretch of s that
/// begins at `first - i`: all pairs of lags of one difference share one running sum, so that the cost is
/// the number of different differences times the length, not the number of pairs.
struct LagProducts {
  private let series: [Double]
  private let first: Int
  private let end: Int

  /// Rows are the times `first..<series.count`.
  init(of series: [Double], first: Int) {
    self.series = series
    self.first = first
    end = series.count
  }

  /// The coefficients of rising `lags` for a ridge of `penalty` on each.
  func coefficients(lags: [Int], penalty: Double) -> [Double] {
    let count = lags.count
    // The value itself is a column of lag 0, which gives the right hand side.
    let all = [0] + lags
    var pairs: [(difference: Int, near: Int, far: Int)] = []
    for far in 1..<all.count {
      for near in 0...far { pairs.append((all[far] - all[near], near, far)) }
    }
    pairs.sort { ($0.difference, $0.far) < ($1.difference, $1.far) }
    var products = Array(repeating: 0.0, count: count * (count + 1) / 2)
    var right = Array(repeating: 0.0, count: count)
    var running: [Double] = []
    var current = -1
    for (difference, near, far) in pairs {
      if difference != current {
        running = runningProducts(difference)
        current = difference
      }
      let product = running[end - all[near]] - running[first - all[near]]
      if near == 0 {
        right[far - 1] = product
      } else {
        products[(far - 1) * far / 2 + near - 1] = product
      }
    }
    let system = RidgeSystem(products: products, right: right)
    return system.solution(penalties: Array(repeating: penalty, count: count))
  }

  /// At s the sum of x[t] x[t - difference] over `difference <= t < s`.
  private func runningProducts(_ difference: Int) -> [Double] {
    var running = Array(repeating: 0.0, count: end + 1)
    var sum = 0.0
    for s in difference..<end {
      sum += series[s] * series[s - difference]
      running[s + 1] = sum
    }
    return running
  }
}
