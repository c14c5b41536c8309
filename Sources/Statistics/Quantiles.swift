/// The quantile of a sample for `p` from 0 to 1; nil of an empty one.
///
/// Between the two neighbouring values in order it goes in a straight line (Hyndman and Fan, "Sample
/// quantiles in statistical packages", 1996, type 7).
package func quantile(_ p: Double, of values: [Double]) -> Double? {
  precondition((0...1).contains(p), "a probability lies between 0 and 1")
  guard !values.isEmpty else { return nil }
  var parted = values
  let position = p * Double(values.count - 1)
  let rank = Int(position)
  let below = select(rank, of: &parted)
  let above = parted[(rank + 1)...].min() ?? below
  return below + (position - Double(rank)) * (above - below)
}

/// The value that stands at a rank in order; what is less comes to lie before it, what is more behind.
///
/// Only the part that holds the rank is parted further, so the time is that of a few looks at all values,
/// not of sorting them (Hoare, "Algorithm 65: Find", Communications of the ACM 4, 1961).
private func select(_ rank: Int, of values: inout [Double]) -> Double {
  values.withUnsafeMutableBufferPointer { values in
    var first = 0
    var last = values.count - 1
    while first < last {
      let pivot = values[(first + last) / 2]
      var low = first
      var high = last
      while low <= high {
        while values[low] < pivot { low += 1 }
        while pivot < values[high] { high -= 1 }
        guard low <= high else { break }
        values.swapAt(low, high)
        low += 1
        high -= 1
      }
      // Between the two stands the pivot, if anything.
      if rank <= high { last = high } else if rank >= low { first = low } else { break }
    }
    return values[rank]
  }
}

/// The middle of a sample; nil of an empty one.
package func median(of values: [Double]) -> Double? { quantile(0.5, of: values) }

/// The quantile of a weighted sample; nil where no weight is positive.
///
/// A value of weight w counts like w values there: each stands in the middle of its stretch of the
/// total weight, and between two middles the quantile goes in a straight line.
package func quantile(_ p: Double, of values: [Double], weights: [Double]) -> Double? {
  precondition((0...1).contains(p), "a probability lies between 0 and 1")
  precondition(values.count == weights.count, "every value has its weight")
  let order = values.indices.filter { weights[$0] > 0 }.sorted { values[$0] < values[$1] }
  guard let last = order.last else { return nil }
  let target = p * order.reduce(0) { $0 + weights[$1] }
  var passed = 0.0
  var before: (middle: Double, value: Double)?
  for index in order {
    let middle = passed + weights[index] / 2
    if middle >= target {
      guard let before else { return values[index] }
      let share = (target - before.middle) / (middle - before.middle)
      return before.value + share * (values[index] - before.value)
    }
    passed += weights[index]
    before = (middle, values[index])
  }
  return values[last]
}
